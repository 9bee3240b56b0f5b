"""Transcripts: lines that open with their speaker's name and a colon."""

from stemma.attribution.columns import Read
from stemma.attribution.draft import Draft
from stemma.attribution.grammar import lexicon
from stemma.attribution.phrases import is_named_in_capitals
from stemma.attribution.runs import Found, found_in
from stemma.attribution.units import Unit

__all__ = ["turns"]

# So many paragraphs that open with a label make a transcript (chosen by eye: fewer may be headings).
_LEAST = 3
# A label is so many words long at most, its colon left out.
_LONGEST = 6


def _turn(unit: Unit) -> Draft | None:
    """ "SMITH: ..." or "MS. ORR: ...": a label in capitals and what follows it in its sentence."""
    words = unit.words
    colon = next((at for at, word in enumerate(words[: _LONGEST + 1]) if word.text == ":"), 0)
    label = words[:colon]
    if not label or colon + 1 >= len(words):
        return None
    if not is_named_in_capitals(label) or label[0].low in lexicon("no_speakers"):
        return None
    return Draft("label", ":", (colon, colon), (0, colon - 1), ((colon + 1, len(words) - 1),))


def turns(reads: list[Read]) -> dict[int, Found]:
    """Of a transcript, by the number of its unit, each speaker's turn to the end of its paragraph; else nothing."""
    outer = [read.unit for read in reads if not read.inside]
    opened = {number: draft for number, unit in enumerate(outer) if (draft := _turn(unit)) is not None}
    if len(opened) < _LEAST:
        return {}
    last = {unit.paragraph: unit.end for unit in outer}
    return {number: _found(outer[number], number, draft, last) for number, draft in opened.items()}


def _found(unit: Unit, number: int, draft: Draft, last: dict[int, int]) -> Found:
    whole = found_in(unit, number, draft, [])
    (start, _), *_ = whole.content
    return whole._replace(rule="turn", content=((start, last[unit.paragraph]),))
