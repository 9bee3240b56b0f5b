"""Passages that a copy leaves out or adds beside passages that it keeps."""

from collections.abc import Sequence

from stemma.changes.pairs import Pair
from stemma.changes.sides import Side
from stemma.records import Change, ChangeKind, Passage

__all__ = ["particulars_added", "particulars_omitted"]

# A copy covers its exemplar's passages from this share on; below, it is a selection, and leaving out is its nature.
_COVERS = 0.6
# A passage lighter than this says nothing that would be missed; one of whose weight this share stands in one passage of
# the other is told there in other words (both chosen by eye).
_LEAST_WEIGHT = 8.0
_TOLD = 0.5
# Measured: the share right on edits made to order, by the rule of succession
# (42 of 42). That the passage is missing, not that it was left out with intent.
_CONFIDENCE = 0.97


def particulars_omitted(pair: Pair) -> list[Change]:
    """Passages of the exemplar that a full copy leaves out between passages it keeps."""
    if pair.operation in {"abridgement", "citation"}:
        return []
    return _missing(pair, "omitted")


def particulars_added(pair: Pair) -> list[Change]:
    """Passages of a copy that its exemplar lacks, between passages it took."""
    return _missing(pair, "added")


def _missing(pair: Pair, kind: ChangeKind) -> list[Change]:
    has, lacks = (pair.first, pair.second) if kind == "omitted" else (pair.second, pair.first)
    linked = {place for link in pair.links for place in (link.first_index if kind == "omitted" else link.second_index)}
    if not pair.copy or len(linked) < _COVERS * len(has.passages):
        return []
    return [
        _change(pair, passage, kind)
        for run in _runs(has.passages, linked)
        for passage in run
        if _says_something(has, lacks, passage)
    ]


def _runs(passages: Sequence[Passage], linked: set[int]) -> list[list[Passage]]:
    """Runs of body passages that stand alone between passages that do not; the end may close a run of one."""
    runs: list[list[Passage]] = [[]]
    for passage in passages:
        if passage.index in linked:
            runs.append([])
        elif passage.role == "body":
            runs[-1].append(passage)
    last = passages[-1].index if passages else -1
    return [
        run
        for run in runs
        if run
        and run[0].index - 1 in linked
        and (run[-1].index + 1 in linked or (len(run) == 1 and run[0].index == last))
    ]


def _says_something(has: Side, lacks: Side, passage: Passage) -> bool:
    """Whether the passage says enough, and no passage of the other says much of it."""
    own = has.stems[passage.index]
    whole = sum(own.values())
    credited = any(credit.span.overlaps(passage.span) for credit in has.account.witness.article.credits)
    if whole < _LEAST_WEIGHT or credited:
        return False
    return all(sum(own[stem] for stem in own if stem in stems) < _TOLD * whole for stems in lacks.stems)


def _change(pair: Pair, passage: Passage, kind: ChangeKind) -> Change:
    omitted = kind == "omitted"
    return Change(
        kind=kind,
        severity=1,
        before=passage.span if omitted else None,
        after=None if omitted else passage.span,
        between=pair.between,
        why="The copy keeps what stands around this passage and leaves it out."
        if omitted
        else "The exemplar has what stands around this passage, but not the passage.",
        confidence=_CONFIDENCE,
    )
