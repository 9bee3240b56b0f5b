"""Particulars that a copy leaves out or adds beside passages that it keeps."""

from collections.abc import Sequence

from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, words_in
from stemma.records import Change, ChangeKind, Passage

__all__ = ["particulars_added", "particulars_omitted"]

# A copy covers its exemplar's passages from this share on; below, it is a selection, and leaving out is its nature.
_COVERS = 0.6
_CONFIDENCE = 0.6  # coarse: leaving out is often innocent


def particulars_omitted(pair: Pair) -> list[Change]:
    """Passages of the exemplar with a particular that a full copy leaves out between passages it keeps."""
    if pair.operation in {"abridgement", "citation"}:
        return []
    return _missing(pair, "omitted")


def particulars_added(pair: Pair) -> list[Change]:
    """Passages of a copy with a particular that its exemplar lacks, between passages it took."""
    return _missing(pair, "added")


def _missing(pair: Pair, kind: ChangeKind) -> list[Change]:
    has, lacks = (pair.first, pair.second) if kind == "omitted" else (pair.second, pair.first)
    linked = {place for link in pair.links for place in (link.first_index if kind == "omitted" else link.second_index)}
    if not pair.copy or len(linked) < _COVERS * len(has.passages):
        return []
    found = []
    for run in _runs(has.passages, linked):
        telling = next((passage for passage in run if _has_particular(has, lacks, passage)), None)
        if telling is not None:
            found.append(_change(pair, telling, kind))
    return found


def _runs(passages: Sequence[Passage], linked: set[int]) -> list[list[Passage]]:
    """Runs of body passages that stand alone between passages that do not."""
    runs: list[list[Passage]] = [[]]
    for passage in passages:
        if passage.index in linked:
            runs.append([])
        elif passage.role == "body":
            runs[-1].append(passage)
    return [run for run in runs if run and run[0].index - 1 in linked and run[-1].index + 1 in linked]


def _has_particular(has: Side, lacks: Side, passage: Passage) -> bool:
    """Whether the passage holds a figure or a quotation none of whose words or numbers the other has."""
    for figure in has.counted.get(passage.index, ()):
        return not any(word.stem in stems for word in words_in(has, [figure.number]) for stems in lacks.stems)
    return any(
        passage.span.start <= quoted.start < passage.span.end
        and quoted.end - quoted.start > 40  # a sentence, not a phrase
        for quoted in has.quoted
    )


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
