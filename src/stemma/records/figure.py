"""A figure: a counted quantity, with its bound and what it counts."""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from stemma.records.span import Span

__all__ = [
    "Bound",
    "Figure",
    "FigureGroup",
    "FigureRole",
    "FigureValue",
    "Standing",
    "Verdict",
    "is_of_them",
    "standings",
]

Bound = Literal[
    "exact",
    "about",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "range",
    "dozens",
    "hundreds",
    "thousands",
    "millions",
]
FigureRole = Literal["killed", "hurt", "missing", "held", "deployed", "money", "share", "population", "other"]
Standing = Literal["alone", "part", "whole"]
Verdict = Literal["agree", "compatible", "differ"]


class FigureValue(msgspec.Struct, frozen=True, kw_only=True):
    """`low`..`high` is what the words allow (equal for an exact figure; None where the bound leaves a side open).

    `unit` is None for a plain count, else "percent", a currency or a measure. `span` holds the number with its bound
    words and what is counted. `as_of` is an ISO date, `speaker` who said so, as far as the text says.
    """

    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    span: Span
    as_of: str | None = None
    speaker: str | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One counted quantity in one article. `number` is the span of the number words alone."""

    value: FigureValue
    number: Span
    counted: str
    role: FigureRole


# "Nine of them", "two of whom": a part of what was counted before.
_OF_THEM = re.compile(r"\bof (?:them|these|those|whom|which)\b", re.IGNORECASE)


def is_of_them(figure: Figure) -> bool:
    """Whether the words count some of those counted before."""
    return _OF_THEM.search(figure.value.span.text) is not None


def standings(figures: Sequence[Figure]) -> tuple[Standing, ...]:
    """For each of one article's figures in order: whether it is a part or the whole in "13 of the 17 districts"."""
    found: list[Standing] = ["alone"] * len(figures)
    for place in range(1, len(figures)):
        before, number = figures[place - 1], figures[place].number
        if before.value.span.end >= number.end and before.number.end <= number.start:
            found[place - 1], found[place] = "part", "whole"
    return tuple(found)


class FigureGroup(msgspec.Struct, frozen=True, kw_only=True):
    """What several articles say of one quantity, and whether they agree."""

    counted: str
    role: FigureRole
    values: tuple[FigureValue, ...]
    verdict: Verdict
    why: str
