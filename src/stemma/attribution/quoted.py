"""Quotations as they stand in a text, and those that run on from paragraph to paragraph."""

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from stemma.text.quotations import Quotation, quotations

__all__ = ["Quoted", "quoted"]

_TWO_SINGLE = re.compile("''|‘‘|’’|``")
# A single mark opens a quotation only where no word stands before it, and closes one only after the mark that ends a
# clause, or a curly one where no word goes on: an apostrophe does neither.
# The mark is written first: what stands before it is looked at where there is one, not at every character.
_SINGLE_OPENS = re.compile(r"‘(?<![\w‘’']‘)(?=\S)|'(?<![\w‘’']')(?=[A-Z])")
_SINGLE_CLOSES = re.compile(r"(?:['’](?<=[,.?!…].)|’(?<=\w’))(?![\w'’])")
# A run of words that ends in a mark of its own, or is this long, is an utterance; a shorter one is a phrase quoted
# inside somebody else's sentence (chosen by eye).
_PHRASE = 8
# Characters between single marks beyond which they belong to two words rather than to one quotation (by eye).
_SINGLE_REACH = 1500
_ENDS = ".,?!…—–-"
# Who speaks, named among words that seem to be quoted to the end of the paragraph: the closing mark is missing.
_TELLS = re.compile(r"[,?!] (?:[\w.’'-]+ ){1,4}(?:said|says|added|asked|replied)\b|, (?:said|says|added) [A-Z]")


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
    following = {end: start for (_, end), (start, _) in pairwise(paragraphs)}
    return [_quoted(text, quotation, following.get(quotation.end, -1) in openings) for quotation in found]


def _as_one(text: str, mark: re.Match[str]) -> str:
    """Two single marks as one double mark and a blank, so that offsets stay true."""
    after = text[mark.end() : mark.end() + 1]
    return ' "' if after.isalnum() or after in {"[", "("} else '" '


def _singles(text: str, doubles: list[Quotation]) -> list[Quotation]:
    """Quotations in single marks that stand outside those in double marks, each within a line."""
    closes = [match.start() for match in _SINGLE_CLOSES.finditer(text)]
    found: list[Quotation] = []
    taken = 0
    for match in _SINGLE_OPENS.finditer(text):
        start = match.start()
        place = bisect_right(closes, start + 1)
        close = closes[place] if place < len(closes) else start
        if start < taken or close == start or not _is_single(text, start, close):
            continue
        if not _crosses(doubles, start, close + 1):
            found.append(Quotation(start, close + 1, start + 1, close, True))
            taken = close + 1
    return found


def _is_single(text: str, start: int, close: int) -> bool:
    """Whether both marks are of one kind and on one line, and not too far apart."""
    alike = (text[start] == "'") == (text[close] == "'")
    return alike and close - start <= _SINGLE_REACH and "\n" not in text[start:close]


def _crosses(doubles: list[Quotation], start: int, end: int) -> bool:
    place = bisect_right(doubles, start, key=lambda double: double.end)
    return place < len(doubles) and doubles[place].start < end


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
    if not quotation.closed and not continued and _TELLS.search(inner):
        return Quoted(start, end, quotation.inner_start, quotation.inner_end, False, False)
    utterance = not quotation.closed or (stopped and (inner[:1].isupper() or inner.count(" ") >= 3)) or long_run
    return Quoted(start, end, quotation.inner_start, quotation.inner_end, utterance, continued and not quotation.closed)
