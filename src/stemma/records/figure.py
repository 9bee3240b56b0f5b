"""A figure: a counted quantity, with its bound and what it counts."""

from typing import Literal

import msgspec

from stemma.records.span import Span

__all__ = ["Bound", "Figure", "FigureGroup", "FigureRole", "FigureValue", "Verdict"]

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


class FigureGroup(msgspec.Struct, frozen=True, kw_only=True):
    """What several articles say of one quantity, and whether they agree."""

    counted: str
    role: FigureRole
    values: tuple[FigureValue, ...]
    verdict: Verdict
    why: str
