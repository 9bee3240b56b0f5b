"""Quotations that stand without a cue: the rest of one begun before, or the words of a speaker named before."""

from bisect import bisect_right
from typing import NamedTuple

from stemma.attribution.draft import Draft
from stemma.attribution.grammar import verbs
from stemma.attribution.quoted import Quoted
from stemma.attribution.subjects import subject_of_clause
from stemma.attribution.units import Unit

__all__ = ["Extent", "Found", "found_in", "is_quotation", "widened", "with_runs"]

Extent = tuple[int, int]


# At most so many contents begin between the beginning of one and that of a quotation at its end (chosen by eye).
_NESTED = 8


class Found(NamedTuple):
    """One attribution as characters of the text. `source` and `cue` may be empty.

    `chance` is the model's that its cue is one; None where a rule alone found it.
    """

    rule: str
    lemma: str
    unit: int
    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    addressee: tuple[Extent, ...] = ()
    negated: bool = False
    chance: float | None = None


def found_in(unit: Unit, number: int, draft: Draft, marks: list[Quoted]) -> Found:
    """The draft's places as characters; a content that cuts through a quoted phrase takes in all of it."""
    content = tuple(widened(_extent(unit, piece), unit, marks) for piece in draft.content)
    source = (_extent(unit, draft.source),) if draft.source is not None else ()
    addressee = (_extent(unit, draft.addressee),) if draft.addressee is not None else ()
    return Found(
        draft.rule, draft.lemma, number, source, (_extent(unit, draft.cue),), content, addressee, draft.negated
    )


def _extent(unit: Unit, piece: tuple[int, int]) -> Extent:
    return unit.words[piece[0]].start, unit.words[piece[1]].end


def widened(extent: Extent, unit: Unit, marks: list[Quoted]) -> Extent:
    """A piece of content; where it cuts through a quoted phrase, with all of the phrase."""
    start, end = extent
    for mark in marks:
        if mark.start < start <= mark.inner_start + 1 and mark.start >= unit.start:
            start = mark.start
        if mark.inner_end - 1 <= end < mark.end and mark.end <= unit.end + 1:
            end = mark.end
    return start, end


def with_runs(found: list[Found], units: list[Unit], marks: list[Quoted]) -> list[Found]:
    """The attributions, each with the quotations that go on from it, and those of speakers named before."""
    cued = {attribution.unit: place for place, attribution in enumerate(found) if _can_go_on(attribution)}
    running = {mark.end for mark in marks if mark.runs_on}
    result = list(found)
    pieces: dict[int, list[Extent]] = {}
    said = sorted(piece for attribution in found for piece in attribution.content)
    current: int | None = None
    for number, unit in enumerate(units):
        before = units[number - 1] if number else None
        if before is not None and before.paragraph != unit.paragraph and before.end not in running:
            current = None
        if number in cued:
            current = cued[number]
        elif _is_within(unit, said):
            continue
        elif is_quotation(unit) and current is not None:
            pieces.setdefault(current, []).append((unit.start, unit.end))
        elif is_quotation(unit):
            current = len(result)
            result.append(_uncued(unit, number, before))
    for place, more in pieces.items():
        result[place] = result[place]._replace(content=(*result[place].content, *more))
    return result


def _is_within(unit: Unit, said: list[Extent]) -> bool:
    """Whether the quotation is part of a content already."""
    place = bisect_right(said, (unit.end, unit.end))
    return any(start < unit.end and unit.start < end for start, end in said[max(0, place - _NESTED) : place])


def _can_go_on(attribution: Found) -> bool:
    return attribution.lemma in verbs("speech") or attribution.lemma == "according"


def _uncued(unit: Unit, number: int, before: Unit | None) -> Found:
    """A quotation without a cue: its speaker is the subject of the sentence that leads up to it, or nobody."""
    speaker = _speaker_before(before) if before is not None and before.paragraph == unit.paragraph else None
    source = (speaker,) if speaker is not None else ()
    return Found("before" if source else "unclaimed", "", number, source, (), ((unit.start, unit.end),))


def is_quotation(unit: Unit) -> bool:
    """Whether nothing but quotations and marks stands in the unit."""
    if unit.words[0].kind == "word":  # as a rule
        return False
    return any(word.kind == "quote" for word in unit.words) and all(word.kind != "word" for word in unit.words)


def _speaker_before(unit: Unit) -> Extent | None:
    """The subject of a sentence that leads up to a quotation."""
    subject = subject_of_clause(unit.words, len(unit.words))
    return _extent(unit, subject) if subject is not None else None
