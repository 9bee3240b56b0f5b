"""Whether figures agree: equal, compatible in their bounds and rounding, or different."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from stemma.records import FigureValue, Verdict

__all__ = ["Told", "compatible", "verdict"]

# "About 1,400" allows this much either way: rounding to two figures moves a number by at most 5 percent.
_ABOUT = 0.05


class Told(NamedTuple):
    """By whom and on which day (ISO 8601) an article's figures were published, as far as it is known."""

    outlet: str | None
    day: str | None


def verdict(
    values: Sequence[FigureValue], altered: Sequence[FigureValue], told: Mapping[str, Told]
) -> tuple[Verdict, str]:
    """The verdict over all pairs, with the pair that decides it; `altered` are two that one sentence has.

    "At least 46" and "at least 64" in one sentence of two articles differ, though both may be true. Numbers of one
    day differ before those of several, of which the later may bring the earlier up to date. `told`: by article.
    """
    if altered:
        a, b = altered
        later = _are_of_days(a, b, told)
        alike = f"“{a.span.text}” and “{b.span.text}” stand in what is else the same sentence"
        return "differ", f"{alike}; {later}" if later else alike
    apart = [(_are_of_days(a, b, told), a, b) for a, b in _apart(values, told)]
    if apart:
        later, a, b = next((pair for pair in apart if not pair[0]), apart[0])
        if later:
            return "differ", later
        exact = {a.bound, b.bound} == {"exact"}
        clash = "cannot both be exact" if exact else "leave no number that fits both"
        return "differ", f"“{a.span.text}” and “{b.span.text}” {clash}; they may be of different times or counts"
    if all(value.low == values[0].low and value.high == values[0].high for value in values):
        return "agree", f"{_shown(values[0])} in each article that gives it"
    loose = min(values, key=lambda value: (value.bound == "exact", value.span))
    return "compatible", f"“{loose.span.text}” leaves room for the others"


def _apart(values: Sequence[FigureValue], told: Mapping[str, Told]) -> Iterator[tuple[FigureValue, FigureValue]]:
    """The pairs that no number fits; of values that are alike in all that is told, the first stands for all."""
    unlike: dict[tuple[object, ...], FigureValue] = {}
    for value in values:
        key = value.low, value.high, value.bound, value.as_of, told.get(value.span.article)
        unlike.setdefault(key, value)
    yield from ((a, b) for a, b in combinations(unlike.values(), 2) if not compatible(a, b))


def _are_of_days(a: FigureValue, b: FigureValue, told: Mapping[str, Told]) -> str:
    """In words, that the numbers are of different days; "" where they are of one, or a day is not known."""
    by_day = sorted((day, value.span, value) for value in (a, b) if (day := _day_of(value, told)))
    if len(by_day) < 2 or by_day[0][0] == by_day[1][0]:
        return ""
    (day, _, first), (later, _, second) = by_day
    outlets = {told[value.span.article].outlet for value in (a, b) if value.span.article in told}
    one = f"{outlets.pop()} gave " if len(outlets) == 1 and None not in outlets else ""
    told_so = f"{one}“{first.span.text}” on {day} and “{second.span.text}” on {later}"
    follows = "the later may bring the earlier up to date" if one else "each may have held on its day"
    return f"{told_so}: {follows}"


def _day_of(value: FigureValue, told: Mapping[str, Told]) -> str | None:
    """The day for which the number is given, else that on which it was published."""
    return value.as_of or (told[value.span.article].day if value.span.article in told else None)


def _shown(value: FigureValue) -> str:
    number = value.low if value.low is not None else value.high
    return f"{number:,.10g}" if number is not None else "no number"


def compatible(a: FigureValue, b: FigureValue) -> bool:
    """Whether one quantity can satisfy both, given bounds and usual rounding."""
    (low_a, high_a), (low_b, high_b) = _extent(a), _extent(b)
    return low_a <= high_b and low_b <= high_a


def _extent(value: FigureValue) -> tuple[float, float]:
    low = -math.inf if value.low is None else value.low
    high = math.inf if value.high is None else value.high
    if value.bound == "about":
        low, high = low - _ABOUT * abs(low), high + _ABOUT * abs(high)
    return low, high
