"""Dates of publication as ISO 8601."""

import re
from datetime import date

__all__ = ["iso_date"]

_ISO = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)")
_LONGEST = 60  # characters; no date is longer, and the parser is slow on prose


def iso_date(written: str) -> str | None:
    """The date in ISO 8601: an ISO date as it stands, another form as a date; None where it is none or lacks a year."""
    plain = written.strip()
    if _ISO.fullmatch(plain):
        return plain if _is_day(plain[:10]) else None
    if len(plain) > _LONGEST or not _YEAR.search(plain):
        return None
    import dateparser  # imported late: a quarter of a second that ISO dates need not cost

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False}
    parsed = dateparser.parse(plain, languages=["en"], settings=settings)
    if parsed is None:
        return None
    has_time = ":" in plain
    return str(parsed.isoformat(timespec="seconds") if has_time else parsed.date().isoformat())


def _is_day(written: str) -> bool:
    """Whether the calendar has the day: 31 February is none."""
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
