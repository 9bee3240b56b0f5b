"""Dates of three numbers between bars, which some write with the day first and others with the month first."""

import re
from typing import Literal

__all__ = ["Order", "in_order", "is_ambiguous", "order_of"]

Order = Literal["day", "month"]

_BARRED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_MONTHS = 12


def is_ambiguous(written: str) -> bool:
    """Whether the date is 3 April by one custom and 4 March by another: "03/04/2036"."""
    numbers = _BARRED.search(written)
    first, second = (int(numbers[1]), int(numbers[2])) if numbers is not None else (0, 0)
    return first != second and 0 < first <= _MONTHS and 0 < second <= _MONTHS


def order_of(written: str) -> Order | None:
    """What stands first in a date that can be read in one way only; None where it can be read in two, or is none."""
    numbers = _BARRED.search(written)
    first, second = (int(numbers[1]), int(numbers[2])) if numbers is not None else (0, 0)
    if first > _MONTHS and 0 < second <= _MONTHS:
        return "day"
    return "month" if second > _MONTHS and 0 < first <= _MONTHS else None


def in_order(written: str, first: Order) -> str:
    """The text with its ambiguous date as ISO 8601, read with the day or the month first."""
    day, month = ("1", "2") if first == "day" else ("2", "1")
    return _BARRED.sub(lambda found: f"{found[3]}-{found[int(month)]:0>2}-{found[int(day)]:0>2}", written, count=1)
