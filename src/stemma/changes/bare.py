"""Numbers that were exchanged or dropped in a sentence that was otherwise kept, whatever they count."""

import re
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from stemma.changes.counted import is_on_top
from stemma.changes.links import Link
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, cut, is_quoted, statements_in, weight, words_in
from stemma.records import Change, Span
from stemma.text.dates import dates
from stemma.text.numbers import numbers
from stemma.text.tokens import Token

__all__ = ["numbers_dropped", "numbers_exchanged"]

# A number is missed, or set against another, only where so much of the rest of the sentence was kept.
_SAME_SENTENCE = 0.5
_KEPT = 0.5
# "One" and "two" come and go with grammar ("one of them", "the two sides").
_LEAST = 3.0
# Numbers as near as this are one rounded, where both are large.
_ROUNDED = 0.06
_LARGE = 20.0
_BEFORE = re.compile(r"(?:\d[:.h/]|\b(?:no\.?|number|last|round of|top|world))\s?$", re.IGNORECASE)
_CLOCK = re.compile(r"[0-2]?\d[.:][0-5]\d")
_AFTER = re.compile(r"[:.h]\d\d\b|\s?[ap]\.?m\b|\s?o['’]clock|\s(?:more|fewer|less|higher|lower) than\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_COUNTED = re.compile(r" (?:\w+ )?[a-z]+s\b")  # "2000 new boats" is a count
_NAMED = re.compile(r"\b([A-Z][\w-]*) $")
_UNSAID = frozenset(
    "half third quarter dozen score decade centuri fortnight coupl pair doubl twice sever mani few".split()
)
# Measured: the share right on edits made to order, by the rule of succession (6 of 6 each).
_CONFIDENCE = 0.87
_CONFIDENCE_DROPPED = 0.87


class _Bare(NamedTuple):
    """A number with the stems of the telling words before and after it."""

    value: float
    span: Span
    before: str
    after: str


def numbers_exchanged(pair: Pair) -> list[Change]:
    """Sentences kept but for one number, where another stands beside the same word."""
    found = []
    for link in _kept(pair):
        ours, theirs = _bare(pair.first, link.first), _bare(pair.second, link.second)
        gone, new = _but(ours, theirs), _but(theirs, ours)
        for one in gone:
            on_top = is_on_top(pair.first, one.span)
            beside = [other for other in new if _one_place(one, other) and is_on_top(pair.second, other.span) == on_top]
            if len(beside) == 1 and len([each for each in gone if _one_place(each, beside[0])]) == 1:
                found.append(_exchanged(pair, one, beside[0]))
    return found


def numbers_dropped(pair: Pair) -> list[Change]:
    """Numbers of a kept sentence that the second has nowhere, and no other number or quantity in their place."""
    told = None
    found: list[Change] = []
    if pair.operation == "citation":  # takes what it needs of a sentence
        return found
    for link in _kept(pair):
        gone = [
            one for one in _but(_bare(pair.first, link.first), _bare(pair.second, link.second)) if one.value >= _LEAST
        ]
        if not gone or _but(_bare(pair.second, link.second), _bare(pair.first, link.first)):
            continue
        if any(word.stem in _UNSAID for word in words_in(pair.second, link.second)):
            continue
        told = told if told is not None else {number.value for number in numbers(pair.second.text)}
        sources = [span for each in statements_in(pair.first, link.first_index) for span in each.source]
        if _has_other_number(link):
            continue
        theirs = {word.stem for word in words_in(pair.second, link.second)}
        missing = [
            one
            for one in gone
            if one.value not in told
            and not _is_designation(pair.first.text, one.span)
            and _is_beside_kept(one, theirs)
            and not _is_age(pair.first.text, one.span)
            and not _is_rounded(one.value, told)
            and not any(one.span.overlaps(source) for source in sources)  # gone with who said so
        ]
        found.extend(_dropped(pair, one) for one in missing)
    return found


def _is_designation(text: str, span: Span) -> bool:
    """Whether the number names something ("Ferry 210", "Route 9") or is a year: it says how many of nothing."""
    if _YEAR.fullmatch(text[span.start : span.end]) and not _COUNTED.match(text[span.end : span.end + 40]):
        return True
    word = _NAMED.search(text[max(0, span.start - 30) : span.start])
    return word is not None and not _is_first(text, span.start - len(word.group(1)) - 1)


def _is_first(text: str, start: int) -> bool:
    """Whether a sentence begins there."""
    before = text[:start].rstrip(" \"“‘'(")
    return not before or before[-1] in ".!?:\n"


def _is_beside_kept(one: _Bare, theirs: Set[str]) -> bool:
    """Whether the second keeps a word next to the number; else the number went with the clause that it stood in."""
    return one.before in theirs or one.after in theirs


def _is_age(text: str, span: Span) -> bool:
    """Whether the number is somebody's age ("the pensioner, 67, had gone")."""
    return text[: span.start].endswith(", ") and text[span.end : span.end + 1] in {",", "."}


def _has_other_number(link: Link) -> bool:
    """Whether the second has any number that the first has not, of whatever sort."""
    ours = {number.value for span in link.first for number in numbers(span.text)}
    theirs = (number for span in link.second for number in numbers(span.text))
    return any(number.value not in ours for number in theirs if number.kind in {"digits", "words"})


def _kept(pair: Pair) -> Iterable[Link]:
    """Links that are nearly one sentence."""
    for link in pair.links:
        if link.score < _SAME_SENTENCE or link.kind == "quoting":
            continue
        ours, theirs = _stems(pair.first, link.first), _stems(pair.second, link.second)
        shared = len(ours & theirs)
        if shared >= _KEPT * min(len(ours), len(theirs)) > 0 and shared >= 3:
            yield link


def _stems(of: Side, spans: Iterable[Span]) -> frozenset[str]:
    return frozenset(word.stem for word in words_in(of, spans) if weight(word) > 0 and not word.text[0].isdigit())


def _bare(of: Side, spans: Iterable[Span]) -> list[_Bare]:
    """The numbers of the passages outside quotation marks and dates."""
    found: list[_Bare] = []
    for span in spans:
        words = words_in(of, [span])
        named = [(date.start, date.end) for date in dates(span.text, None)]
        for number in numbers(span.text):
            start, end = span.start + number.start, span.start + number.end
            ruled_out = _within(number.start, named) or _is_no_count(of.text, start, end)
            if number.kind in {"digits", "words"} and not is_quoted(of, start) and not ruled_out:
                found.append(_Bare(number.value, cut(of, start, end), *_around(words, start, end)))
    return found


def _is_no_count(text: str, start: int, end: int) -> bool:
    """Whether the number is one of the clock, of a rank or of a round ("5:30 pm", "No. 20", "the last 16")."""
    if _CLOCK.fullmatch(text[start:end]) and text[:start].endswith("at "):
        return True
    before, after = text[max(0, start - 12) : start], text[end : end + 30]
    if "(" in before.rpartition(")")[2] and ")" in after.partition("(")[0]:  # a sum in other money
        return True
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None


def _within(start: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(low <= start < high for low, high in spans)


def _around(words: Sequence[Token], start: int, end: int) -> tuple[str, str]:
    before = [word.stem for word in words if word.end <= start and weight(word) > 0]
    after = [word.stem for word in words if word.start >= end and weight(word) > 0]
    return before[-1] if before else "", after[0] if after else ""


def _but(ours: Sequence[_Bare], theirs: Sequence[_Bare]) -> list[_Bare]:
    """Those of ours whose number theirs lack."""
    values = {other.value for other in theirs}
    return [one for one in ours if one.value not in values]


def _one_place(one: _Bare, other: _Bare) -> bool:
    """Whether the same word follows both (or, at the end, goes before both) and neither rounds the other."""
    if min(one.value, other.value) < 1 or _is_rounded(one.value, {other.value}):
        return False
    if one.after or other.after:
        return one.after == other.after
    return one.before == other.before != ""


def _is_rounded(value: float, others: Iterable[float]) -> bool:
    return value >= _LARGE and any(
        abs(value - other) <= _ROUNDED * value and _is_round(value, other) for other in others
    )


def _is_round(one: float, other: float) -> bool:
    """Whether one of the two ends in noughts that the other has not."""
    return (one % 10 == 0) != (other % 10 == 0) or (one % 100 == 0) != (other % 100 == 0)


def _exchanged(pair: Pair, one: _Bare, other: _Bare) -> Change:
    return Change(
        kind="figure",
        severity=2,
        before=one.span,
        after=other.span,
        between=pair.between,
        why=f"One account has “{one.span.text}”, the other “{other.span.text}” in what is otherwise the same sentence.",
        confidence=_CONFIDENCE,
    )


def _dropped(pair: Pair, one: _Bare) -> Change:
    figure = next((each for each in pair.first.account.figures if each.number.overlaps(one.span)), None)
    before = figure.value.span if figure is not None else one.span
    return Change(
        kind="figure",
        severity=2,
        before=before,
        after=None,
        between=pair.between,
        why=f"“{before.text}” stands in one account, and not in the other's sentence, which is otherwise the same.",
        confidence=_CONFIDENCE_DROPPED,
    )
