"""Number words and runs of digits, one by one: what numbers are read from."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from stemma.lexicon import table

__all__ = ["SCALES", "SUFFIXES", "VAGUE", "Piece", "pieces_of"]


class Piece(NamedTuple):
    """A number word or a run of digits: `kind` is digits, small, scale, vague, fraction, article or several."""

    start: int
    end: int
    kind: str
    value: float


_LEXICON = table("numbers")
_SMALL: dict[str, float] = _LEXICON["small"]
SCALES: dict[str, float] = _LEXICON["scales"]
SUFFIXES: dict[str, float] = _LEXICON["suffixes"]
_FRACTIONS: dict[str, float] = _LEXICON["fractions"]
VAGUE: dict[str, list[str | int]] = _LEXICON["vague"]

# More digits than this count nothing in a news text: they are identifiers (a trillion with commas has 17).
_LONGEST = 20
_MAGNITUDE = "|".join([*SCALES, *_FRACTIONS])
_PIECE = re.compile(
    r"(?<![\w.])(?P<digits>\d++(?:[.,]\d++)*+)(?P<suffix>(?:bn|mn|tn|[kmb])(?![\w]))?"
    rf"|\b(?P<small>{'|'.join(_SMALL)})\b"
    rf"|\b(?P<scale>{'|'.join(SCALES)})\b"
    rf"|\b(?P<vague>{'|'.join(VAGUE)})\b"
    rf"|\b(?P<fraction>{'|'.join(_FRACTIONS)})\b"
    rf"|\b(?P<several>(?:several|a few|the last few|a couple of))(?= (?:{'|'.join(SCALES)})\b)"
    rf"|\b(?P<article>an?)(?= (?:{_MAGNITUDE})\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
# Without a digit or one of these nothing is a number: "a few" and "a" are none but before one of them.
_TELLING = frozenset([*_SMALL, *SCALES, *VAGUE, *_FRACTIONS])
_FIRST_WORDS = _TELLING | {"several", "the", "a", "an"}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:,\d{2})*,\d{3}")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_BLANKS = " \u00a0\u2009\u202f"
# "the 10m race" and "10m away" are metres: "m" is a million only after a currency or before what can be counted.
_METRES = re.compile(
    r" ?(?:[.,;)]|$|\b(?:from|long|wide|high|tall|deep|away|below|above|race|hurdles|final|freestyle|sprint|relay|"
    r"butterfly|breaststroke|backstroke|medley|down|off|dash|in|at|and|of|to|by|world|record|gold|title|people's)\b)"
)


def pieces_of(text: str) -> list[Piece]:
    """Pieces in order; "3rd", "1990s", "1.2.3" and runs over 20 digits are none."""
    found = []
    for match in _candidates(text):
        kind = str(match.lastgroup) if match.lastgroup != "suffix" else "digits"
        value = _digits_value(text, match) if kind == "digits" else _word_value(kind, match.group().lower())
        if value is not None:
            end = match.end("digits") if kind == "digits" and not _suffixed(text, match) else match.end()
            found.append(Piece(match.start(), end, kind, value))
    return _grouped_by_blanks(text, found)


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """Matches of a piece in order; tried only where a digit or a word stands that begins one, for speed."""
    if _DIGIT.search(text) is None and _TELLING.isdisjoint(_WORD.findall(text.casefold())):
        return
    position = 0
    for word in _WORD.finditer(text):
        written = word.group()
        if word.start() >= position and (written[0].isdecimal() or written.casefold() in _FIRST_WORDS):
            match = _PIECE.match(text, word.start())
            if match is not None:
                position = match.end()
                yield match


def _word_value(kind: str, word: str) -> float:
    if kind == "vague":
        return float(VAGUE[word][1])
    lists: dict[str, dict[str, float]] = {"small": _SMALL, "scale": SCALES, "fraction": _FRACTIONS}
    return float(lists[kind][word]) if kind in lists else 1.0


def _digits_value(text: str, match: re.Match[str]) -> float | None:
    """None for what is written with digits but is no number: "3rd", "1990s", "1.2.3"."""
    written = match["digits"]
    if len(written) > _LONGEST:
        return None
    after = text[match.end() : match.end() + 1]
    if after.isalpha() and not _unit_follows(text, match.end()):
        return None
    if _GROUPED.fullmatch(written) or _PLAIN.fullmatch(written):
        value = float(written.replace(",", ""))
        return value * SUFFIXES[match["suffix"].lower()] if _suffixed(text, match) else value
    return None


def _unit_follows(text: str, position: int) -> bool:
    """Whether a measure is written against the digits: "40km", "5kg", "6ft"."""
    return re.match(r"(?:km|kms|kg|ft|mph|kph|mm|cm|lb|lbs|MW|GW|pc|m)\b", text[position : position + 5]) is not None


def _suffixed(text: str, match: re.Match[str]) -> bool:
    suffix = match["suffix"]
    if suffix is None:
        return False
    if suffix != "m":
        return True
    before = text[max(0, match.start() - 1) : match.start()]
    return before in {"$", "£", "€", "¥", "₹"} or _METRES.match(text[match.end() : match.end() + 20]) is None


def _grouped_by_blanks(text: str, pieces: list[Piece]) -> list[Piece]:
    """Join "1 400" and "2 300 000": one to three digits, then groups of exactly three."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and _is_next_group(text, last, piece):
            found[-1] = Piece(last.start, piece.end, "digits", last.value * 1000 + piece.value)
        else:
            found.append(piece)
    return found


def _is_next_group(text: str, last: Piece, piece: Piece) -> bool:
    if last.kind != "digits" or piece.kind != "digits" or piece.end - piece.start != 3:
        return False
    written = text[last.start : last.end]
    return (
        last.end + 1 == piece.start
        and text[last.end] in _BLANKS
        and text[piece.start : piece.end].isdigit()
        and last.value > 0
        and all(len(group) <= 3 and group.isdigit() for group in written.split(text[last.end]))
        and len(written) <= _LONGEST
    )
