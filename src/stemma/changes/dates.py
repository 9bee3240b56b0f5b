"""Days that differ in aligned passages."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, cut
from stemma.records import Change, Span

__all__ = ["dates_altered"]

# A day may be told of another event in a passage that is only loosely the same.
_LEAST_SCORE = 0.45
# Measured: the share right on edits made to order, by the rule of succession (48 of 48).
_CONFIDENCE = 0.98
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")
# The night to a day is the night of the day before.
_EVE = re.compile(r"\b(?:night (?:in)?to|eve of) $")
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_MONTH_DAY = re.compile(
    rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b|\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}"
)


_IN = r"(?:in|since|until|till|from|by|last|next|early|late|mid|of|for|before|after|this|during)"
_MONTH_ALONE = re.compile(rf"\b{_IN}\s+{_MONTH}\b(?!\s+\d{{1,2}}\b)")
_YEAR = re.compile(rf"\b(?:{_IN}\s+|{_MONTH}(?:\s+\d{{1,2}},)?\s+)((?:1[5-9]|20)\d\d)\b(?!\s+[a-z]+s\b)")
_SEASON = re.compile(
    r"\b(?:in|by|until|before|after|since|during|this|last|next|the) (spring|summer|autumn|winter)\b", re.IGNORECASE
)
_TURN = re.compile(r"\b((?:last|next|this) (?:week|weekend|month|quarter|year))\b", re.IGNORECASE)
# Several days in a passage may each be another's; one that went and one that came are read in nearly one sentence only.
_SAME_SENTENCE = 0.6


class _Day(NamedTuple):
    kind: str
    value: str
    span: Span


def dates_altered(pair: Pair) -> list[Change]:
    """Passages that give one day, month or year each, of one sort, and not the same."""
    found = []
    for link in pair.links:
        if link.score < _LEAST_SCORE:
            continue
        ours, theirs = _days(pair.first, link.first), _days(pair.second, link.second)
        for kind in ("weekday", "day", "month", "year", "season", "turn"):
            left = [day for day in ours if day.kind == kind]
            right = [day for day in theirs if day.kind == kind]
            gone, new = _but(left, right), _but(right, left)
            if kind == "weekday" and gone and new and _are_own_days(pair, gone[0], new[0]):
                continue
            alone = len({day.value for day in left}) == len({day.value for day in right}) == 1
            if len(gone) == len(new) == 1 and (alone or link.score >= _SAME_SENTENCE):
                found.append(_altered(pair, gone[0], new[0]))
    return found


def _are_own_days(pair: Pair, one: _Day, other: _Day) -> bool:
    """Whether each account names the day that it came out: what each tells of happened on its own day."""
    return _came_out(pair.first) == one.value and _came_out(pair.second) == other.value


def _came_out(of: Side) -> str | None:
    """The weekday, as of a `_Day`, on which the account came out where it was published; None where that is unknown."""
    try:
        return _WEEKDAYS[date.fromisoformat((of.account.witness.article.published or "")[:10]).weekday()]
    except ValueError:
        return None


def _but(ours: list[_Day], theirs: list[_Day]) -> list[_Day]:
    """The first of each of ours that theirs lack."""
    return list(
        {day.value: day for day in reversed(ours) if day.value not in {other.value for other in theirs}}.values()
    )


def _days(of: Side, spans: Iterable[Span]) -> list[_Day]:
    found: list[_Day] = []
    for span in spans:
        found.extend(
            _Day("weekday", _weekday(of.text, match), cut(of, match.start(), match.end()))
            for match in _WEEKDAY.finditer(of.text, span.start, span.end)
        )
        for match in _MONTH_DAY.finditer(of.text, span.start, span.end):
            month = (match.group(1) or match.group(4))[:3].casefold()
            day = int(match.group(2) or match.group(3))
            found.append(_Day("day", f"{_MONTHS.index(month)}-{day}", cut(of, match.start(), match.end())))
        found.extend(
            _Day("month", match.group(1)[:3].casefold(), cut(of, match.start(1), match.end(1)))
            for match in _MONTH_ALONE.finditer(of.text, span.start, span.end)
        )
        found.extend(
            _Day("year", match.group(2), cut(of, match.start(2), match.end(2)))
            for match in _YEAR.finditer(of.text, span.start, span.end)
        )
        for kind, pattern in (("season", _SEASON), ("turn", _TURN)):
            found.extend(
                _Day(kind, match.group(1).casefold(), cut(of, match.start(1), match.end(1)))
                for match in pattern.finditer(of.text, span.start, span.end)
            )
    return found


def _weekday(text: str, found: re.Match[str]) -> str:
    """The weekday meant: of "the night to Thursday", Wednesday."""
    if _EVE.search(text[max(0, found.start() - 12) : found.start()]) is None:
        return found.group(1)
    return _WEEKDAYS[_WEEKDAYS.index(found.group(1)) - 1]


def _altered(pair: Pair, one: _Day, other: _Day) -> Change:
    return Change(
        kind="date",
        severity=2,
        before=one.span,
        after=other.span,
        between=pair.between,
        why=f"One account has “{one.span.text}”, the other “{other.span.text}”.",
        confidence=_CONFIDENCE,
    )
