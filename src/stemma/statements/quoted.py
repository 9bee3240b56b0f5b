"""Quotations as they stand in a text, and those that run on from paragraph to paragraph."""

import re
from typing import NamedTuple

from stemma.text.quotations import Quotation, quotations

__all__ = ["Quoted", "quoted"]

_TWO_SINGLE = re.compile("''|‘‘|’’|``")
# A single mark opens a quotation only where no word stands before it, and closes one only after the mark that ends a
# clause: an apostrophe does neither.
_SINGLE = re.compile(
    r"(?<![\w‘’'])(?:‘(?=\S)[^‘\n]{1,2000}?(?:[,.?!…]’|(?<=\w)’(?![\w]))|'(?=[A-Z])[^'\n]{0,4}(?:[^'\n]|'(?=\w)){1,2000}?[,.?!]')(?!\w)"
)
# A run of words that ends in a mark of its own, or is this long, is an utterance; a shorter one is a phrase quoted
# inside somebody else's sentence (chosen by eye).
_PHRASE = 8
_ENDS = ".,?!…—–-"


class Quoted(NamedTuple):
    """Words between quotation marks, marks included. `utterance`: it stands for itself, not inside a clause.

    `runs_on`: it was not closed before its paragraph ended, and the next paragraph opens with a quotation mark.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    utterance: bool
    runs_on: bool


def quoted(text: str, paragraphs: list[tuple[int, int]]) -> list[Quoted]:
    """Quotations in order, none inside another."""
    even = _TWO_SINGLE.sub(lambda mark: _as_one(text, mark), text)
    doubles = quotations(even, paragraphs)
    found = [*doubles, *_singles(text, doubles)]
    found.sort()
    openings = {start for start, end in paragraphs if even[start : start + 2].lstrip()[:1] in {"“", '"', "„", "«"}}
    following = {end: start for (_, end), (start, _) in zip(paragraphs, paragraphs[1:], strict=False)}
    return [_quoted(text, quotation, following.get(quotation.end, -1) in openings) for quotation in found]


def _as_one(text: str, mark: re.Match[str]) -> str:
    """Two single marks as one double mark and a blank, so that offsets stay true."""
    after = text[mark.end() : mark.end() + 1]
    return ' "' if after.isalnum() or after in {"[", "("} else '" '


def _singles(text: str, doubles: list[Quotation]) -> list[Quotation]:
    """Quotations in single marks that stand outside those in double marks."""
    found: list[Quotation] = []
    place = 0
    for match in _SINGLE.finditer(text):
        while place < len(doubles) and doubles[place].end <= match.start():
            place += 1
        if place == len(doubles) or doubles[place].start >= match.end():
            found.append(Quotation(match.start(), match.end(), match.start() + 1, match.end() - 1, True))
    return found


def _quoted(text: str, quotation: Quotation, continued: bool) -> Quoted:
    start, end = quotation.start, quotation.end
    if text[start - 1 : start + 1] in {"''", "‘‘", "``"}:
        start -= 1
    if quotation.closed and text[end - 1 : end + 1] in {"''", "’’"}:
        end += 1
    inner = text[quotation.inner_start : quotation.inner_end].rstrip()
    after = text[end : end + 1]
    before_word = start > 1 and text[start - 2].isalnum()
    stopped = inner[-1:] in _ENDS or (after in {",", "."} and inner[:1].isupper())
    if before_word and len(inner.split()) <= 5 and all(word[:1].isupper() or len(word) < 4 for word in inner.split()):
        stopped = False  # a title: the play “The Long Wait.”
    long_run = inner.count(" ") + 1 >= _PHRASE and inner[:1].isupper()
    utterance = not quotation.closed or (stopped and (inner[:1].isupper() or inner.count(" ") >= 3)) or long_run
    return Quoted(start, end, quotation.inner_start, quotation.inner_end, utterance, continued and not quotation.closed)
