"""Times of day as news pages write them, with their zone."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from stemma.lexicon import table

__all__ = ["CLOCK", "Hour", "hour_in", "offset_of"]

_ZONES: dict[str, int] = table("dates")["zones"]
_SEASONAL: dict[str, int] = table("dates")["zones_by_season"]
_HALF = r"[AaPp]\.?[Mm]\b\.?"
# A zone that is not known still belongs to the time: capitals that end in T ("IST"), or nothing is read of them.
_NAMED = r"(?:(?:UTC|GMT)[+−-]\d{1,2}(?::?[0-5]\d)?(?!\d)|Z\b|[A-Z]{1,4}T\b|UTC\b|MSK\b)"
_ZONE = rf"(?:{_NAMED}|[+−-]\d{{1,2}}(?::?[0-5]\d)?(?!\d))"
_COUNTED = r"(?:[01]?\d|2[0-3])"
# "14:20", "14:20:05 CEST", "9:05 a.m. ET", "9 p.m.", "1420 GMT": four digits need a zone.
CLOCK = (
    rf"(?<![\d.:])(?:{_COUNTED}(?::[0-5]\d(?::[0-5]\d)?(?!\d)|\.[0-5]\d(?= ?(?:{_HALF}|{_NAMED})))"
    rf"(?: ?{_HALF})?(?: ?\(?{_ZONE}\)?)?"
    rf"|{_COUNTED} ?{_HALF}(?: ?\(?{_ZONE}\)?)?|(?:[01]\d|2[0-3])[0-5]\d ?\(?{_NAMED}\)?)"
)
_CLOCK = re.compile(CLOCK)
_PARTS = re.compile(
    r"(?P<hour>\d\d(?=\d\d)|\d{1,2})(?:[:.]?(?P<minute>\d\d))?(?::(?P<second>\d\d))?"
    rf" ?(?P<half>{_HALF})? ?\(?(?P<zone>{_ZONE})?"
)
_SUNDAY = 6


class Hour(NamedTuple):
    """A time of day at start:end of the text; `zone` as written, "" where none is."""

    start: int
    end: int
    hour: int
    minute: int
    second: int
    zone: str


def hour_in(text: str) -> Hour | None:
    """The first time of day of the text; None where there is none, or none that a clock has (13 p.m.)."""
    found = _CLOCK.search(text)
    parts = _PARTS.match(found.group()) if found else None
    if found is None or parts is None:
        return None
    hour, half = int(parts["hour"]), (parts["half"] or "")[:1].lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    minute, second = int(parts["minute"] or 0), int(parts["second"] or 0)
    return Hour(found.start(), found.end(), hour, minute, second, parts["zone"] or "")


def offset_of(zone: str, day: date) -> str:
    """The zone on this day as ISO 8601 writes it ("Z", "+02:00"); "" where it is not known."""
    counted = re.fullmatch(r"(?:UTC|GMT)?([+−-])(\d{1,2}):?([0-5]\d)?", zone)
    if counted is not None:
        minutes = int(counted[2]) * 60 + int(counted[3] or 0)
        return _written(minutes if counted[1] == "+" else -minutes)
    if zone in _SEASONAL:
        return _written(_SEASONAL[zone] + (60 if _is_summer(day) else 0))
    return _written(_ZONES[zone]) if zone in _ZONES else ""


def _written(minutes: int) -> str:
    if minutes == 0:
        return "Z"
    hours, rest = divmod(abs(minutes), 60)
    return f"{'+' if minutes > 0 else '-'}{hours:02d}:{rest:02d}" if hours <= 14 else ""


def _is_summer(day: date) -> bool:
    return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, number: int) -> date:
    """The first, second, ... Sunday of the month."""
    first = date(year, month, 1)
    return first + timedelta(days=(_SUNDAY - first.weekday()) % 7 + 7 * (number - 1))
