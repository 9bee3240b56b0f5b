"""Dates of publication as ISO 8601."""

import re
from datetime import date

from stemma.text.day_order import is_ambiguous
from stemma.text.hours import hour_in, offset_of

__all__ = ["iso_date"]

_ISO = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
# "20360314" is ISO 8601 too.
_BASIC = re.compile(r"^(\d{4})(\d{2})(\d{2})(?=$|T)")
# No zone is further from UTC than 14 hours.
_ZONE = re.compile(r"(?<=:\d\d)\s?[+-](?:1[5-9]|[2-9]\d)(?::?\d{2})?$")
# "14.3.2036": whoever writes points between the numbers puts the day first.
_POINTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.])")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)")
_LONGEST = 60  # characters; no date is longer, and the parser is slow on prose
# What joins a day and a time of day.
_AROUND = " ,|•·–—-"


def iso_date(written: str) -> str | None:
    """The date in ISO 8601: an ISO date as it stands, another form as a date; None where it is none or lacks a year.

    A time of day is kept, and its zone where that is known; a zone that stands for several, or that no clock has, is
    left out. None, too, where the day may be the month ("03/04/2031").
    """
    plain = _POINTED.sub(r"\3-\2-\1", _BASIC.sub(r"\1-\2-\3", _ZONE.sub("", written.strip())))
    if is_ambiguous(plain):
        return None
    if _ISO.fullmatch(plain):
        return plain if _is_day(plain[:10]) else None
    if len(plain) > _LONGEST or not _YEAR.search(plain):
        return None
    hour = hour_in(plain)
    rest = plain if hour is None else f"{plain[: hour.start].removesuffix('T')} {plain[hour.end :]}"
    day = _day(" ".join(rest.strip(_AROUND).split()))
    if day is None or hour is None:
        return day.isoformat() if day else None
    clock = f"{hour.hour:02d}:{hour.minute:02d}:{hour.second:02d}"
    return f"{day.isoformat()}T{clock}{offset_of(hour.zone, day)}"


def _day(written: str) -> date | None:
    import dateparser  # imported late: a quarter of a second that ISO dates need not cost

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False}
    parsed = dateparser.parse(written, languages=["en"], settings=settings)
    return parsed.date() if parsed is not None else None


def _is_day(written: str) -> bool:
    """Whether the calendar has the day: 31 February is none."""
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
