"""Edges of sources and contents that print and punctuation give: datelines, asides of a source, semicolons."""

import re
from bisect import bisect_left

from stemma.attribution.columns import Read
from stemma.attribution.finding_cues import Marked
from stemma.attribution.finding_roles import Piece, Roles
from stemma.attribution.grammar import is_clause_verb, lexicon
from stemma.attribution.runs import Found
from stemma.attribution.units import Word

__all__ = ["before_reckoned", "own", "resumed", "without_dateline"]

# What a paragraph of an agency opens with: "ORSK, Sept. 23 (Meridon Press) - ", "DRAY, Norland — ", "(Meridon) The".
# Without an agency its place is in capitals, or "Dray — the harbour — was closed" would be one.
_DATELINE = re.compile(
    r"(?:[^\n()“”\"]{0,60}?\([A-Z][^\n()]{1,30}\) ?[-–—]+ |[A-Z]{3}[A-Z]*[ ,][^\n()“”\"—–]{0,40}?(?:—|–|--) "
    r"|[A-Z]{4}[A-Z]* (?:—|–|--) |\([A-Z][\w. ]{1,30}\) (?=[A-Z“\"]))"
)


def without_dateline(text: str, given: Roles) -> Roles:
    """The roles without the place, day and agency that open a paragraph."""
    return given._replace(
        source=tuple(_after_dateline(text, piece) for piece in given.source),
        content=tuple(_after_dateline(text, piece) for piece in given.content),
    )


def _after_dateline(text: str, piece: Piece) -> Piece:
    match = _DATELINE.match(text, text.rfind("\n", 0, piece[0]) + 1)
    return (match.end(), piece[1]) if match is not None and piece[0] < match.end() < piece[1] else piece


# What stands before a source and is not its own: "Previously the union", "who the army said was hurt".
_BEFORE_SOURCE = re.compile(r"(?:[A-Z][a-z]+ly|who|whom|which|that) (?=(?:the|an?|its|his|her|their)\b)")
# A headline or a caption that runs into it: "Dray quay flooded A harbour official", not "the head of A Better Dray".
_GLUED = re.compile(r"(?<=[a-z0-9]) (?=(?:An?|This|These) [a-z])")
_LEADING = re.compile(r" (?:of|for|at|from|in|by|with|and|or|to|on|called|named|titled)$")
# "European regulators this month": when they said it. In "a poll released last week" it is when that was released.
_TIME_AFTER = re.compile(
    r"^(?:\S+ ){0,3}\S+(?<!ed)"
    r"(?P<time> (?:this|last) (?:week|month|year|morning|evening|night|spring|summer|autumn|fall|winter))$"
)
_CLOSING = {"(": ")", "“": "”"}


def own(text: str, piece: Piece) -> Piece:
    """The source without what only stands beside it, and with the bracket that it opens closed."""
    start, end = piece
    for glued in _GLUED.finditer(text, start, end):
        start = start if _LEADING.search(text, start, glued.start()) else glued.end()
    before, after = _BEFORE_SOURCE.match(text, start, end), _TIME_AFTER.match(text[start:end])
    end = start + after.start("time") if after is not None else end
    start = before.end() if before is not None else start
    for opening, closing in _CLOSING.items():
        opened = text.count(opening, start, end) > text.count(closing, start, end)
        mark = text.find(closing, end, end + 2) if opened else -1
        end = mark + 1 if mark >= 0 else end
    return (start, end) if start < end else piece


def resumed(read: Read, cue: Marked, given: Roles) -> Roles:
    """The roles with what is said after the aside that names its source.

    "The member, according to two clerks who saw it, [has left]": the verb after the comma has its subject before.
    """
    words = read.unit.words
    if words[cue.first].low != "according" or len(given.source) != 1 or len(given.content) != 1:
        return given
    before = given.content[0][1] <= words[cue.first].start < given.source[0][0]
    at = bisect_left(words, given.source[0][1], key=lambda word: word.start)
    if not before or at + 2 >= len(words) or words[at].text != "," or not _is_finite(words, at + 1):
        return given
    if any(_is_finite(words, place) for place in _main(words, given.content[0])):
        return given
    last = len(words) - 1 - (words[-1].kind == "mark")
    return given._replace(content=(*given.content, (words[at + 1].start, words[last].end)))


def _is_finite(words: tuple[Word, ...], at: int) -> bool:
    return words[at].low in lexicon("auxiliaries") or is_clause_verb(words, at)


def _main(words: tuple[Word, ...], piece: Piece) -> range:
    """The words of the piece before a relative clause."""
    first = bisect_left(words, piece[0], key=lambda word: word.start)
    stop = bisect_left(words, piece[1], key=lambda word: word.start)
    relative = next((at for at in range(first, stop) if words[at].low in {"who", "which", "whose", "that"}), stop)
    return range(first, relative)


def before_reckoned(text: str, found: list[Found], reckoned: list[Found]) -> list[Found]:
    """The attributions, none running over a semicolon into somebody else's reckoning: "; the union put it at 60"."""
    places = [one.source[0][0] for one in reckoned if one.source]
    return [
        one._replace(content=tuple(_to_semicolon(text, piece, places) for piece in one.content)) if places else one
        for one in found
    ]


def _to_semicolon(text: str, piece: Piece, places: list[int]) -> Piece:
    for place in places:
        mark = text.rfind(";", piece[0], place)
        if piece[0] < mark and place < piece[1] and text[mark + 1 : place].strip() == "":
            return piece[0], mark
    return piece
