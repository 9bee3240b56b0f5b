"""Passages that a copy leaves out or adds beside passages that it keeps."""

from collections.abc import Sequence

from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, cut
from stemma.records import Change, ChangeKind, Passage

__all__ = ["particulars_added", "particulars_omitted"]

# A copy covers its exemplar's passages from this share on; below, it is a selection, and leaving out is its nature.
_COVERS = 0.6
# Where everything is worded anew, a passage may be told in words of which none is its own (measured on own reports:
# those worded anew from end to end have .55 to .84, lightly reworded ones .99 and more).
_CLOSE = 0.85
# A passage lighter than this says nothing that would be missed; one of whose weight this share stands in one passage of
# the other is told there in other words (both chosen by eye).
_LEAST_WEIGHT = 8.0
_TOLD = 0.5
# Two passages of which neither has a counterpart, and which share this much, are one reworded ("was last inspected in
# March", "engineers last looked at it in March"; chosen by eye).
_REWORDED = 0.2
_REWORDED_STEMS = 2
# Measured: the share right on edits made to order, by the rule of succession
# (42 of 42). That the passage is missing, not that it was left out with intent.
_CONFIDENCE = 0.97


def particulars_omitted(pair: Pair) -> list[Change]:
    """Passages of the exemplar that a copy leaves out beside passages it keeps."""
    return [] if pair.operation == "citation" else _missing(pair, "omitted")


def particulars_added(pair: Pair) -> list[Change]:
    """Passages of a copy that its exemplar lacks, beside passages it took."""
    return _missing(pair, "added")


def _missing(pair: Pair, kind: ChangeKind) -> list[Change]:
    has, lacks = (pair.first, pair.second) if kind == "omitted" else (pair.second, pair.first)
    linked = {place for link in pair.links for place in (link.first_index if kind == "omitted" else link.second_index)}
    if _typical(pair) < _CLOSE:
        return []
    full = len(linked) >= _COVERS * len(has.passages)
    if not pair.copy or not (full or pair.operation == "abridgement"):
        return []
    stand_in = _unlinked(pair, lacks, kind)
    told = [
        passage
        for run in _runs(has.passages, linked)
        for passage in run
        if _says_something(has, lacks, passage) and not _is_reworded(has, lacks, passage, stand_in)
    ]
    return [_change(pair, has, run, kind) for run in _neighbours(told)]


def _typical(pair: Pair) -> float:
    """The median score of the counterparts: how close the copy keeps to the words."""
    scores = sorted(link.score for link in pair.links)
    return scores[len(scores) // 2] if scores else 0.0


def _unlinked(pair: Pair, lacks: Side, kind: ChangeKind) -> list[int]:
    """The other's body passages without a counterpart: one of them may say it in other words."""
    linked = {place for link in pair.links for place in (link.second_index if kind == "omitted" else link.first_index)}
    return [passage.index for passage in lacks.passages if passage.index not in linked and passage.role == "body"]


def _is_reworded(has: Side, lacks: Side, passage: Passage, stand_in: Sequence[int]) -> bool:
    """Whether a passage of the other that has no counterpart either shares something telling with this one."""
    own = has.stems[passage.index]
    whole = sum(own.values())
    shared = [[stem for stem in own if stem in lacks.stems[place]] for place in stand_in]
    return any(
        len(stems) >= _REWORDED_STEMS or sum(own[stem] for stem in stems) >= _REWORDED * whole for stems in shared
    )


def _runs(passages: Sequence[Passage], linked: set[int]) -> list[list[Passage]]:
    """Runs of body passages without a counterpart that follow one with a counterpart."""
    runs: list[list[Passage]] = [[]]
    for passage in passages:
        if passage.index in linked:
            runs.append([])
        elif passage.role == "body":
            runs[-1].append(passage)
    return [run for run in runs if run and run[0].index - 1 in linked]


def _neighbours(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Passages that follow one another, together: they are one cut."""
    found: list[list[Passage]] = []
    for passage in passages:
        if found and found[-1][-1].index == passage.index - 1:
            found[-1].append(passage)
        else:
            found.append([passage])
    return found


def _says_something(has: Side, lacks: Side, passage: Passage) -> bool:
    """Whether the passage says enough, and no passage of the other says much of it."""
    own = has.stems[passage.index]
    whole = sum(own.values())
    credited = any(credit.span.overlaps(passage.span) for credit in has.account.witness.article.credits)
    denies = any(statement.denies for statement in has.told.get(passage.index, ()))  # has a kind of its own
    if whole < _LEAST_WEIGHT or credited or denies:
        return False
    return all(sum(own[stem] for stem in own if stem in stems) < _TOLD * whole for stems in lacks.stems)


def _change(pair: Pair, has: Side, run: Sequence[Passage], kind: ChangeKind) -> Change:
    omitted = kind == "omitted"
    span = cut(has, run[0].span.start, run[-1].span.end)
    many = f"these {len(run)} passages" if len(run) > 1 else "this passage"
    them = "them" if len(run) > 1 else "it"
    return Change(
        kind=kind,
        severity=1,
        before=span if omitted else None,
        after=None if omitted else span,
        between=pair.between,
        why=f"The copy keeps what stands before {many} and leaves {them} out."
        if omitted
        else f"The exemplar has what stands before {many}, but not {them}.",
        confidence=_CONFIDENCE,
    )
