"""What the program finds of the alterations, kind by kind, and what it finds where nothing was altered."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple, get_args

from evals.edits.rewriter import rewritten
from evals.edits.texts import Base, Edit, altered, bases, sources
from evals.measure import Measure, Part, data_digest, measures_of
from evals.metrics import Score, score
from stemma.attribution import statements
from stemma.changes import between
from stemma.collate import collate
from stemma.engine.witness import witness
from stemma.figures import figures
from stemma.records import Account, Article, Change, ChangeKind
from stemma.text.sentences import sentences

__all__ = ["Trial", "compared", "edit_parts", "is_right", "trials"]

# Copies without any alteration are rewritten this many times over, so that rare false changes are seen.
_CLEAN = 4
# How far from the altered words a change may begin in a copy that was rewritten by hand: a long sentence.
_REACH = 400
_PER = 2000  # words, the unit of false changes
# What else a change of each kind may rightly be called.
_ALSO = {
    "hedge_lost": {"meaning"},
    "meaning": {"hedge_lost"},
    "quotation_made": {"quotation"},
    "denial_absent": {"omitted"},
    "figure": {"omitted"},
}
_HALVES = (
    "tuned",
    "held",
    "later",
    "reworded",
    "reworded-held",
    "editors",
    "editors-held",
    "second",
    "second-held",
    "third",
    "third-held",
    "anew",
)
# That a passage is gone is right, but does not say what was lost with it.
_CUTS = {"omitted", "added"}


class Trial(NamedTuple):
    """One copy with one alteration, and the changes found."""

    base: Base
    edit: Edit
    copy: str
    found: tuple[Change, ...]


def edit_parts() -> tuple[Part, ...]:
    """What the rules were tuned on and what was held out, under light rewriting and worded anew from end to end."""
    return tuple(Part(f"edits/{half}", data_digest(sources(half)), tuple(_measures(half))) for half in _HALVES)


def _measures(half: str) -> Iterable[Measure]:
    chosen = [base for base in bases() if base.half == half]
    run = trials(chosen)
    for kind in get_args(ChangeKind):
        result, count = _scored(run, kind)
        if count:
            yield from measures_of(kind, result, count)
    false, words = _false(chosen)
    yield Measure(f"false changes per {_PER:,} words", _PER * false / words, words, gated=False)
    yield Measure("unaltered copies without a change", _clean_share(chosen), _CLEAN * len(chosen))


def trials(chosen: Iterable[Base]) -> list[Trial]:
    """Every alteration of the articles, each in a copy of its own."""
    run = []
    for base in chosen:
        for edit in base.edits:
            copy = altered(base, edit)
            copy = copy if base.model != base.text else rewritten(copy)
            run.append(Trial(base, edit, copy, compared(base.text, copy)))
    return run


def compared(text: str, copy: str) -> tuple[Change, ...]:
    """The changes from a text to a copy that is known to be one."""
    first, second = _account("base", text), _account("copy", copy)
    return between(first, second, collate(first.witness, second.witness), kin=True, second_is_copy=True)


@cache
def _account(name: str, text: str) -> Account:
    article = Article(id=name, text=text, language="en", extracted=True)
    return Account(witness(article), statements(article), figures(article))


def _scored(run: Sequence[Trial], kind: str) -> tuple[Score, int]:
    """Of the changes of this kind that were found, the share that is right; of the alterations, the share found."""
    of_kind = [(trial, change) for trial in run for change in trial.found if change.kind == kind]
    right = sum(is_right(trial, change) for trial, change in of_kind)
    true = [trial for trial in run if trial.edit.kinds[0] == kind]
    recalled = sum(
        any(is_right(trial, change) and change.kind not in _CUTS - {kind} for change in trial.found) for trial in true
    )
    return score(right, len(of_kind), len(true), recalled), len(true)


def is_right(trial: Trial, change: Change) -> bool:
    """Whether the change has a kind that names the alteration and stands in the sentence altered."""
    allowed = set(trial.edit.kinds).union(*(_ALSO.get(kind, set()) for kind in trial.edit.kinds))
    if change.kind not in allowed:
        return False
    if trial.base.model != trial.base.text:  # rewritten by hand: the place is known in the copy only
        return change.after is None or abs(trial.base.model.index(trial.edit.old) - change.after.start) <= _REACH
    if change.before is None:
        return change.after is not None and _words(change.after.text) & _words(trial.edit.new) != set()
    return any(low <= change.before.start < high for low, high in _sentences(trial.base.text, trial.edit.old))


def _words(text: str) -> set[str]:
    return {word for word in text.split() if len(word) > 3}


def _sentences(text: str, words: str) -> list[tuple[int, int]]:
    """The sentences that the words stand in."""
    start = text.index(words)
    return [(low, high) for low, high in sentences(text) if low < start + len(words) and start < high]


def _false(chosen: Iterable[Base]) -> tuple[int, int]:
    """How many changes are found in copies that alter nothing, and how many words those have."""
    found: Counter[str] = Counter()
    for base, copy in _unaltered(chosen):
        found["words"] += len(copy.split())
        found["changes"] += len(compared(base.text, copy))
    return found["changes"], found["words"]


def _clean_share(chosen: Iterable[Base]) -> float:
    results = [not compared(base.text, copy) for base, copy in _unaltered(chosen)]
    return sum(results) / len(results) if results else 1.0


def _unaltered(chosen: Iterable[Base]) -> Iterable[tuple[Base, str]]:
    for base in chosen:
        for seed in range(_CLEAN):
            yield base, rewritten(base.model, f"clean {seed}")
