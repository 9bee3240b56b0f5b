"""Dates of publication as moments: which of two articles came later, as far as their pages' clocks can tell."""

import re
from datetime import UTC, datetime
from typing import Literal

__all__ = ["before", "later", "moment"]

# Clocks that name no zone are at most this far apart from one country's coast to the next one's: from here on it is
# another day, whatever the zones.
_DAY = 12 * 3600
# Below this the later of two is not told: pages round, and show when they were sent or last touched.
_HOUR = 3600
_WITH_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


def later(one: str | None, other: str | None) -> Literal["day", "hour"] | None:
    """Whether `one` was published after `other` (ISO 8601): by a day, by an hour or more of one day, or None.

    Two with a time of day are compared by time, in UTC where they name a zone; else by their days. None also where
    either is unknown or no date.
    """
    first, second = moment(one), moment(other)
    if one is None or other is None or first is None or second is None:
        return None
    if not (_WITH_TIME.match(one) and _WITH_TIME.match(other)):
        return "day" if one[:10] > other[:10] else None
    gap = (first - second).total_seconds()
    if gap >= _DAY:
        return "day"
    return "hour" if gap >= _HOUR else None


def before(one: str | None, other: str | None) -> bool | None:
    """Whether `one` comes before `other` on one outlet's clock, to the second; None where the two do not tell."""
    first, second = moment(one), moment(other)
    if one is None or other is None or first is None or second is None:
        return None
    if not (_WITH_TIME.match(one) and _WITH_TIME.match(other)):
        return one[:10] < other[:10] if one[:10] != other[:10] else None
    return first < second if first != second else None


def moment(published: str | None) -> datetime | None:
    """The moment in UTC: midnight if no time is given, UTC if no zone is; None where it is unknown or no date."""
    try:
        found = datetime.fromisoformat(published or "")
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
