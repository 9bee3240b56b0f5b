"""Days that differ in aligned passages."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, cut
from stemma.records import Change, Span

__all__ = ["dates_altered"]

# A day may be told of another event in a passage that is only loosely the same.
_LEAST_SCORE = 0.45
_CONFIDENCE = 0.8  # coarse until measured on edits made to order
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_MONTH_DAY = re.compile(
    rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b|\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}"
)


class _Day(NamedTuple):
    kind: str
    value: str
    span: Span


def dates_altered(pair: Pair) -> list[Change]:
    """Passages that give one day each, of one sort, and not the same."""
    found = []
    for link in pair.links:
        if link.score < _LEAST_SCORE:
            continue
        ours, theirs = _days(pair.first, link.first), _days(pair.second, link.second)
        for kind in ("weekday", "day"):
            left = [day for day in ours if day.kind == kind]
            right = [day for day in theirs if day.kind == kind]
            values_left, values_right = {day.value for day in left}, {day.value for day in right}
            if len(values_left) == len(values_right) == 1 and values_left != values_right:
                found.append(_altered(pair, left[0], right[0]))
    return found


def _days(of: Side, spans: Iterable[Span]) -> list[_Day]:
    found: list[_Day] = []
    for span in spans:
        found.extend(
            _Day("weekday", match.group(1), cut(of, match.start(), match.end()))
            for match in _WEEKDAY.finditer(of.text, span.start, span.end)
        )
        for match in _MONTH_DAY.finditer(of.text, span.start, span.end):
            month = (match.group(1) or match.group(4))[:3].casefold()
            day = int(match.group(2) or match.group(3))
            found.append(_Day("day", f"{_MONTHS.index(month)}-{day}", cut(of, match.start(), match.end())))
    return found


def _altered(pair: Pair, one: _Day, other: _Day) -> Change:
    return Change(
        kind="date",
        severity=2,
        before=one.span,
        after=other.span,
        between=pair.between,
        why=f"“{one.span.text}” stands as “{other.span.text}”.",
        confidence=_CONFIDENCE,
    )
