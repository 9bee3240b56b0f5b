"""Numbers in English prose: digits, number words, vague plurals, fractions and ranges."""

import re
from typing import Literal, NamedTuple

from stemma.lexicon import table
from stemma.records.figure import Bound

__all__ = ["Number", "NumberKind", "numbers"]

NumberKind = Literal["digits", "words", "vague", "fraction", "range"]


class Number(NamedTuple):
    """One number as written. `value` is the number itself (the lower end of a range, a fraction's share of one).

    `low`, `high` and `bound` are what the number words alone allow: "dozens" is 24 to 199, "a hundred" is about 100.
    """

    start: int
    end: int
    value: float
    kind: NumberKind
    low: float | None
    high: float | None
    bound: Bound


class _Piece(NamedTuple):
    """A number word or a run of digits: `kind` is digits, small, scale, vague, fraction, article or several."""

    start: int
    end: int
    kind: str
    value: float


_LEXICON = table("numbers")
_SMALL: dict[str, float] = _LEXICON["small"]
_SCALES: dict[str, float] = _LEXICON["scales"]
_SUFFIXES: dict[str, float] = _LEXICON["suffixes"]
_FRACTIONS: dict[str, float] = _LEXICON["fractions"]
_VAGUE: dict[str, list[str | int]] = _LEXICON["vague"]

# More digits than this count nothing in a news text: they are identifiers (a trillion with commas has 17).
_LONGEST = 20
_MAGNITUDE = "|".join([*_SCALES, *_FRACTIONS])
_PIECE = re.compile(
    r"(?<![\w.])(?P<digits>\d++(?:[.,]\d++)*+)(?P<suffix>(?:bn|mn|tn|[kmb])(?![\w]))?"
    rf"|\b(?P<small>{'|'.join(_SMALL)})\b"
    rf"|\b(?P<scale>{'|'.join(_SCALES)})\b"
    rf"|\b(?P<vague>{'|'.join(_VAGUE)})\b"
    rf"|\b(?P<fraction>{'|'.join(_FRACTIONS)})\b"
    rf"|\b(?P<several>(?:several|a few|the last few|a couple of))(?= (?:{'|'.join(_SCALES)})\b)"
    rf"|\b(?P<article>an?)(?= (?:{_MAGNITUDE})\b)",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:,\d{2})*,\d{3}")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_BLANKS = " \u00a0\u2009\u202f"
_SIGN = r"(?:(?:US|A|C|NZ|HK)?[$£€¥₹])?"
_PERCENT = r"(?: ?%| percent| per cent)?"
_TO = re.compile(rf"{_PERCENT}(?: ?[-–—‑] ?| to | and ){_SIGN}", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween {_SIGN}$", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom (?:(?:about|around|some|nearly|just|roughly) )?{_SIGN}$", re.IGNORECASE)
# "the 10m race" and "10m away" are metres: "m" is a million only after a currency or before what can be counted.
_METRES = re.compile(
    r" ?(?:[.,;)]|$|\b(?:from|long|wide|high|tall|deep|away|below|above|race|hurdles|final|freestyle|sprint|relay|"
    r"butterfly|breaststroke|backstroke|medley|down|off|dash|in|at|and|of|to|by|world|record|gold|title|people's)\b)"
)
_HALF_OF = re.compile(r" (?:of|the|its|their|his|her|all|our|an?)\b")
_NTH_HALF = re.compile(
    r"\b(?:first|second|third|fourth|other|better|final|latter|last|this|that|in|each) $", re.IGNORECASE
)


def numbers(text: str) -> list[Number]:
    """Numbers in order, none overlapping. Ordinals, decades ("1990s") and runs over 20 digits are none."""
    pieces = _pieces(text)
    singles: list[Number] = []
    position = 0
    while position < len(pieces):
        number, used = _read(text, pieces, position)
        if number is not None:
            singles.append(number)
        position += max(1, used)
    return _ranges(text, singles)


def _pieces(text: str) -> list[_Piece]:
    found = []
    for match in _PIECE.finditer(text):
        kind = str(match.lastgroup) if match.lastgroup != "suffix" else "digits"
        value = _digits_value(text, match) if kind == "digits" else _word_value(kind, match.group().lower())
        if value is not None:
            end = match.end("digits") if kind == "digits" and not _suffixed(text, match) else match.end()
            found.append(_Piece(match.start(), end, kind, value))
    return _grouped_by_blanks(text, found)


def _word_value(kind: str, word: str) -> float:
    if kind == "vague":
        return float(_VAGUE[word][1])
    lists: dict[str, dict[str, float]] = {"small": _SMALL, "scale": _SCALES, "fraction": _FRACTIONS}
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
        return value * _SUFFIXES[match["suffix"].lower()] if _suffixed(text, match) else value
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


def _grouped_by_blanks(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Join "1 400" and "2 300 000": one to three digits, then groups of exactly three."""
    found: list[_Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and _is_next_group(text, last, piece):
            found[-1] = _Piece(last.start, piece.end, "digits", last.value * 1000 + piece.value)
        else:
            found.append(piece)
    return found


def _is_next_group(text: str, last: _Piece, piece: _Piece) -> bool:
    if last.kind != "digits" or piece.kind != "digits" or piece.end - piece.start != 3:
        return False
    written = text[last.start : last.end]
    return (
        last.end + 1 == piece.start
        and text[last.end] in _BLANKS
        and text[piece.start : piece.end].isdigit()
        and 0 < last.value
        and all(len(group) <= 3 and group.isdigit() for group in written.split(text[last.end]))
        and len(written) <= _LONGEST
    )


def _read(text: str, pieces: list[_Piece], at: int) -> tuple[Number | None, int]:
    """The number that begins at a piece, and how many pieces it takes."""
    kind = pieces[at].kind
    if kind == "vague":
        return _read_vague(text, pieces, at)
    if kind == "several":
        return _read_several(text, pieces, at)
    fraction, used = _read_fraction(text, pieces, at)
    if fraction is not None or kind in {"fraction", "scale"}:
        return fraction, used
    return _read_cardinal(text, pieces, at)


def _gap(text: str, pieces: list[_Piece], at: int) -> str:
    """What stands between a piece and the next; a mark that joins nothing after the last."""
    return text[pieces[at].end : pieces[at + 1].start] if at + 1 < len(pieces) else "|"


def _read_vague(text: str, pieces: list[_Piece], at: int) -> tuple[Number | None, int]:
    first = pieces[at]
    word = text[first.start : first.end].lower()
    if _gap(text, pieces, at) == " of " and pieces[at + 1].kind == "vague":
        outer = pieces[at + 1]
        bound, low, high = _VAGUE[text[outer.start : outer.end].lower()]
        times = first.value / 2  # "hundreds of thousands" is 200 thousand at least: each plural says two once
        low, most = float(low) / 2 * times * 2, (float(low) / 2) * float(_VAGUE[word][2])
        return Number(first.start, outer.end, low, "vague", low, most if high else None, _bound(bound)), 2
    if word == "tens" or (word == "scores" and not text.startswith(" of ", first.end)):
        return None, 1
    bound, low, high = _VAGUE[word]
    low = float(low)
    return Number(first.start, first.end, low, "vague", low, float(high) or None, _bound(bound)), 1


def _bound(name: str | int) -> Bound:
    bounds: dict[str, Bound] = {"dozens": "dozens", "hundreds": "hundreds", "thousands": "thousands"}
    return bounds.get(str(name), "millions")


def _read_several(text: str, pieces: list[_Piece], at: int) -> tuple[Number | None, int]:
    """ "several hundred": from two of the scale to nine."""
    end = pieces[at + 1]
    bounds: dict[float, Bound] = {12.0: "dozens", 100.0: "hundreds", 1000.0: "thousands"}
    bound = bounds.get(end.value, "thousands" if end.value < 1e6 else "millions")
    low = 2 * end.value
    return Number(pieces[at].start, end.end, low, "vague", low, 9 * end.value, bound), 2


def _read_fraction(text: str, pieces: list[_Piece], at: int) -> tuple[Number | None, int]:
    """ "a third", "two-thirds", "half of": only where what follows shows that a share is meant."""
    first = pieces[at]
    if first.kind == "fraction":
        return _read_half(text, pieces, at)
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is None or following.kind != "fraction" or first.kind not in {"article", "small"}:
        return None, 0
    plural = text[following.end - 1] == "s"
    if _gap(text, pieces, at) not in {" ", "-"} or plural != (first.value > 1):
        return None, 0
    if not plural and not re.match(r" of\b", text[following.end : following.end + 4]):
        return None, 0 if first.kind == "small" else 2
    value = first.value / following.value
    return Number(first.start, following.end, value, "fraction", value, value, "about"), 2


def _read_half(text: str, pieces: list[_Piece], at: int) -> tuple[Number | None, int]:
    first = pieces[at]
    if text[first.start : first.end].lower() != "half" or _NTH_HALF.search(text[max(0, first.start - 8) : first.start]):
        return None, 1
    if _gap(text, pieces, at) == " " and at + 2 < len(pieces) and pieces[at + 1].kind == "article":
        scale = pieces[at + 2]
        if scale.kind == "scale":  # "half a million", "half a dozen"
            value = scale.value / 2
            return Number(first.start, scale.end, value, "words", value, value, "about"), 3
    if not _HALF_OF.match(text[first.end : first.end + 7]):
        return None, 1
    return Number(first.start, first.end, 0.5, "fraction", 0.5, 0.5, "about"), 1


def _read_cardinal(text: str, pieces: list[_Piece], at: int) -> tuple[Number | None, int]:
    """Digits with a scale after them, or a run of number words."""
    total, current, used = 0.0, pieces[at].value, 1
    while at + used < len(pieces):
        step = _extended(pieces[at + used], current, total) if _joins(text, pieces, at + used - 1) else None
        if step is None:
            break
        total, current = step
        used += 1
        if pieces[at].kind == "digits":  # "2.3 million" is complete
            break
    value = total + current
    last = pieces[at + used - 1]
    if pieces[at].kind == "article" and used == 1:
        return None, 1
    end, value = _and_a_half(text, last.end, value)
    dozen = text[last.start : last.end].lower() == "dozen"
    loose = dozen or (pieces[at].kind == "article" and used == 2)
    kind: NumberKind = "digits" if pieces[at].kind == "digits" else "words"
    return Number(pieces[at].start, end, value, kind, value, value, "about" if loose else "exact"), used


def _joins(text: str, pieces: list[_Piece], at: int) -> bool:
    gap = _gap(text, pieces, at)
    return gap in {" ", "-", "\u00a0"} or (gap == " and " and pieces[at].kind == "scale" and pieces[at].value >= 100)


def _extended(piece: _Piece, current: float, total: float) -> tuple[float, float] | None:
    """Total and current group after one more word; None where the word cannot belong to the number."""
    if piece.kind == "scale":
        if current <= 0:
            return None
        if piece.value <= 100:
            return (total, current * piece.value) if current < 100 else None
        return (total + current * piece.value, 0.0) if total == 0 or piece.value < total else None
    if piece.kind != "small" or piece.value == 0:
        return None
    after_tens = 20 <= current % 100 and current % 10 == 0 and piece.value < 10
    return (total, current + piece.value) if current % 100 == 0 or after_tens else None


def _and_a_half(text: str, end: int, value: float) -> tuple[int, float]:
    """ "two and a half", "one and a half million"."""
    match = re.match(rf" and a half(?: ({'|'.join(_SCALES)})\b)?", text[end : end + 25], re.IGNORECASE)
    if match is None:
        return end, value
    scale = _SCALES[match[1].lower()] if match[1] else 1
    return end + match.end(), (value + 0.5) * scale


def _ranges(text: str, singles: list[Number]) -> list[Number]:
    """Join "10 to 15", "10-15", "between 10 and 15", "two or three"."""
    found: list[Number] = []
    for number in singles:
        joined = _joined(text, found[-1], number) if found else None
        if joined is None:
            found.append(number)
        else:
            found[-1] = joined
    return found


def _joined(text: str, left: Number, right: Number) -> Number | None:
    gap = text[left.end : right.start]
    if len(gap) > 16 or left.kind in {"vague", "range", "fraction"} or right.kind in {"vague", "fraction"}:
        return None
    before = text[max(0, left.start - 20) : left.start]
    if gap == " or ":
        if right.value != left.value + 1 or right.value > 10:  # "two or three", "nine or ten"
            return None
    elif not _TO.fullmatch(gap) or (gap.startswith(" and") != bool(_BETWEEN.search(before)) and "and" in gap):
        return None
    elif "cent" in gap or "%" in gap:
        if not re.match(_PERCENT[:-1], text[right.end : right.end + 9]):
            return None
    elif _FROM.search(before):  # "rose from 20 to 34" names two numbers
        return None
    low = _same_scale(text, left, right)
    if low >= right.value:
        return None
    return Number(left.start, right.end, low, "range", low, right.value, "range")


def _same_scale(text: str, left: Number, right: Number) -> float:
    """The lower end in the scale of the upper: the 2 of "2 to 3 million"."""
    written = text[right.start : right.end].lower()
    for name, scale in {**_SUFFIXES, **_SCALES}.items():
        spelt = re.search(rf"(?:[\d ]|\b){name}$", written)
        if spelt and scale >= 1000 and left.value < right.value / scale:
            return left.value * scale
    return left.value
