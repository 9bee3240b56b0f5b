"""Numbers in English prose: digits, number words, vague plurals, fractions and ranges."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from stemma.records.figure import Bound
from stemma.text.numerals import SCALES, SUFFIXES, VAGUE, Piece, pieces_of

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


_SIGN = r"(?:(?:US|A|C|NZ|HK)?[$£€¥₹])?"
_PERCENT = r"(?: ?%| percent| per cent)?"
_TO = re.compile(rf"{_PERCENT}(?: ?[-–—‑] ?| to | and ){_SIGN}", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween {_SIGN}$", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom (?:(?:about|around|some|nearly|just|roughly) )?{_SIGN}$", re.IGNORECASE)
# "rose $1.35 to $84.10" names a step and where it led.
_STEP = re.compile(
    r"\b(?:r[io]s(?:e|es|en|ing)|f[ae]ll(?:s|en|ing)?|climb\w*|gain\w*|drop\w*|slip\w*|slid\w*|jump\w*|surg\w*|tumbl\w*"
    r"|add\w*|los[et]\w*|increased|declined|up|down)(?: by)? (?:(?:US|A|C|NZ|HK)?[$£€¥₹])$"
)
_SIGNED = re.compile(r" to (?:(?:US|A|C|NZ|HK)?[$£€¥₹])$")
_HALF_OF = re.compile(r" (?:of|the|its|their|his|her|all|our)\b")
# "scores" are twenties only before "of" or a verb; elsewhere they are points, music or grades.
_SCORES_OF = re.compile(r" (?:of|were|are|have|had|more|died|dead|killed|injured|wounded|missing|remain)\b")
_NTH_HALF = re.compile(
    r"\b(?:first|second|third|fourth|other|better|final|latter|last|this|that|in|each) $", re.IGNORECASE
)


def numbers(text: str) -> list[Number]:
    """Numbers in order, none overlapping. Ordinals, decades ("1990s") and runs over 20 digits are none."""
    return list(_numbers(text))


@lru_cache(maxsize=4096)  # the sentences of a story of some hundred articles, which several stages ask for
def _numbers(text: str) -> tuple[Number, ...]:
    pieces = pieces_of(text)
    singles: list[Number] = []
    position = 0
    while position < len(pieces):
        number, used = _read(text, pieces, position)
        if number is not None:
            singles.append(number)
        position += max(1, used)
    return tuple(_ranges(text, singles))


def _read(text: str, pieces: list[Piece], at: int) -> tuple[Number | None, int]:
    """The number that begins at a piece, and how many pieces it takes."""
    kind = pieces[at].kind
    if kind == "vague":
        return _read_vague(text, pieces, at)
    if kind == "several":
        return _read_several(pieces, at)
    fraction, used = _read_fraction(text, pieces, at)
    if fraction is not None or kind in {"fraction", "scale"}:
        return fraction, used
    return _read_cardinal(text, pieces, at)


def _gap(text: str, pieces: list[Piece], at: int) -> str:
    """What stands between a piece and the next; a mark that joins nothing after the last."""
    return text[pieces[at].end : pieces[at + 1].start] if at + 1 < len(pieces) else "|"


def _read_vague(text: str, pieces: list[Piece], at: int) -> tuple[Number | None, int]:
    first = pieces[at]
    word = text[first.start : first.end].lower()
    if _gap(text, pieces, at) == " of " and pieces[at + 1].kind == "vague":
        outer = pieces[at + 1]
        bound, low, high = VAGUE[text[outer.start : outer.end].lower()]
        times = first.value / 2  # "hundreds of thousands" is 200 thousand at least: each plural says two once
        least, most = float(low) * times, float(low) / 2 * float(VAGUE[word][2])
        return Number(first.start, outer.end, least, "vague", least, most if high else None, _bound(bound)), 2
    if word == "tens" or (word == "scores" and not _SCORES_OF.match(text, first.end)):
        return None, 1
    bound, low, high = VAGUE[word]
    least = float(low)
    return Number(first.start, first.end, least, "vague", least, float(high) or None, _bound(bound)), 1


def _bound(name: str | int) -> Bound:
    bounds: dict[str, Bound] = {"dozens": "dozens", "hundreds": "hundreds", "thousands": "thousands"}
    return bounds.get(str(name), "millions")


def _read_several(pieces: list[Piece], at: int) -> tuple[Number | None, int]:
    """ "several hundred": from two of the scale to nine."""
    end = pieces[at + 1]
    bounds: dict[float, Bound] = {12.0: "dozens", 100.0: "hundreds", 1000.0: "thousands"}
    bound = bounds.get(end.value, "thousands" if end.value < 1e6 else "millions")
    low = 2 * end.value
    return Number(pieces[at].start, end.end, low, "vague", low, 9 * end.value, bound), 2


def _read_fraction(text: str, pieces: list[Piece], at: int) -> tuple[Number | None, int]:
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


def _read_half(text: str, pieces: list[Piece], at: int) -> tuple[Number | None, int]:
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


def _read_cardinal(text: str, pieces: list[Piece], at: int) -> tuple[Number | None, int]:
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


def _joins(text: str, pieces: list[Piece], at: int) -> bool:
    gap = _gap(text, pieces, at)
    return gap in {" ", "-", "\u00a0"} or (gap == " and " and pieces[at].kind == "scale" and pieces[at].value >= 100)


def _extended(piece: Piece, current: float, total: float) -> tuple[float, float] | None:
    """Total and current group after one more word; None where the word cannot belong to the number."""
    if piece.kind == "scale":
        if current <= 0:
            return None
        if piece.value <= 100:
            return (total, current * piece.value) if current < 100 else None
        return (total + current * piece.value, 0.0) if total == 0 or piece.value < total else None
    if piece.kind != "small" or piece.value == 0:
        return None
    after_tens = current % 100 >= 20 and current % 10 == 0 and piece.value < 10
    return (total, current + piece.value) if current % 100 == 0 or after_tens else None


def _and_a_half(text: str, end: int, value: float) -> tuple[int, float]:
    """ "two and a half", "one and a half million"."""
    match = re.match(rf" and a half(?: ({'|'.join(SCALES)})\b)?", text[end : end + 25], re.IGNORECASE)
    if match is None:
        return end, value
    scale = SCALES[match[1].lower()] if match[1] else 1
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
    elif (_SIGNED.fullmatch(gap) and _STEP.search(before)) or _FROM.search(before):
        return None
    low = _same_scale(text, left, right)
    if low >= right.value:
        return None
    return Number(left.start, right.end, low, "range", low, right.value, "range")


def _same_scale(text: str, left: Number, right: Number) -> float:
    """The lower end in the scale of the upper: the 2 of "2 to 3 million"."""
    written = text[right.start : right.end].lower()
    for name, scale in {**SUFFIXES, **SCALES}.items():
        spelt = re.search(rf"(?:[\d ]|\b){name}$", written)
        if spelt and scale >= 1000 and left.value < right.value / scale:
            return left.value * scale
    return left.value
