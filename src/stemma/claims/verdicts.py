"""Whether figures agree: equal, compatible in their bounds and rounding, or different."""

import math
from collections.abc import Sequence
from itertools import combinations

from stemma.records import FigureValue, Verdict

__all__ = ["compatible", "verdict"]

# "About 1,400" allows this much either way: rounding to two figures moves a number by at most 5 percent.
_ABOUT = 0.05


def verdict(values: Sequence[FigureValue], altered: Sequence[FigureValue] = ()) -> tuple[Verdict, str]:
    """The verdict over all pairs, with the pair that decides it; `altered` are two that one sentence has.

    "At least 46" and "at least 64" in one sentence of two articles differ, though both may be true.
    """
    if altered:
        a, b = altered
        return "differ", f"“{a.span.text}” and “{b.span.text}” stand in what is else the same sentence"
    unlike = {(value.low, value.high, value.bound): value for value in reversed(values)}
    first_of_each = [value for value in values if unlike[value.low, value.high, value.bound] is value]
    apart = next(((a, b) for a, b in combinations(first_of_each, 2) if not compatible(a, b)), None)
    if apart is not None:
        a, b = apart
        exact = {a.bound, b.bound} == {"exact"}
        clash = "cannot both be exact" if exact else "leave no number that fits both"
        return "differ", f"“{a.span.text}” and “{b.span.text}” {clash}; they may be of different times or counts"
    if all(value.low == values[0].low and value.high == values[0].high for value in values):
        return "agree", f"{_shown(values[0])} in each article that gives it"
    loose = min(values, key=lambda value: (value.bound == "exact", value.span))
    return "compatible", f"“{loose.span.text}” leaves room for the others"


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
