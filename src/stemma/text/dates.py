"""Date expressions of English prose: where they stand, and the day, month or year they mean."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from stemma.lexicon import table
from stemma.records.findings import Precision
from stemma.text.date_forms import FORMS, MONTHS, SMALL, WEEKDAYS, expressions
from stemma.text.tense import REACH, direction, ends_a_term, is_granted, is_planned, told_in_past, was_to_be

__all__ = ["DateExpression", "dates"]


class DateExpression(NamedTuple):
    """Words that name a date. `date` is YYYY-MM-DD, YYYY-MM or YYYY by `precision`; both None where it is not known."""

    start: int
    end: int
    date: str | None
    precision: Precision | None


Resolved = tuple[str | None, Precision | None]
_UNKNOWN: Resolved = (None, None)

_LEXICON = table("dates")
_NAMED_BEFORE = re.compile(rf"\b(?:{'|'.join(_LEXICON['named']['before'].split())}) $", re.IGNORECASE)
_NAMED_AFTER = re.compile(rf" (?:{'|'.join(_LEXICON['named']['after'].split())})\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"\b(?:a|any|one|some) $")
_NOUN_AFTER = re.compile(r" (?!(?:in|of|and|or|to|that|when|for|by|with|at|on|as|but|so)\b)[a-z]")
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|final|consecutive|straight|successive|\d+(?:st|nd|rd|th)) $"
)
_OF_MONTH = re.compile(r" (?:of|in) (?:each|every|the|[A-Z])")
_TOLD_AS_PAST = re.compile(r"\b(?:\w+ed|had|has|have|was|were|did|said|told)\b[^.;]*$")
# Outside these years no report was published; dates near the ends of the calendar cannot be counted from.
_FIRST_YEAR, _LAST_YEAR = 1500, 9000
# A term so many days ahead or fewer was likely meant; one farther off may as well have run out a day or two ago.
_TERM_AHEAD = 4
_GIVEN_NAMES = frozenset(["April", "May", "June", "August", "Jan", "Jan."])
# A day without a year lies in the past or at most so many days ahead; farther only where its clause speaks of the
# future (chosen by eye).
_AHEAD = 100
_FAR_AHEAD = 364
_LOOSELY = re.compile(r"\b(?:about|some|around|nearly|almost|roughly|over|than|least) $", re.IGNORECASE)


def dates(text: str, base: date | None) -> list[DateExpression]:
    """Date expressions in order. One that needs a base, and has none or is ambiguous, gives its span without a date.

    A weekday is the latest one on or before the base, unless its clause speaks of the future.
    """
    if base is not None and not _FIRST_YEAR < base.year < _LAST_YEAR:
        base = None  # a clock gone wrong: nothing is counted from it
    found = []
    for match in expressions(text):
        form = next(name for name in FORMS if match[f"form_{name}"] is not None)
        if _names_no_date(text, match, form):
            continue
        start, end = _extent(match, form)
        day, precision = _RESOLVE[form](text, match, base)
        found.append(DateExpression(start, end, day, precision))
    return found


def _extent(match: re.Match[str], form: str) -> tuple[int, int]:
    if form == "year":
        return match.start("year"), match.end("year")
    if form == "in_month":
        keep = match["lead"].lower() in {"last", "next", "this"}
        return (match.start() if keep else match.start("month")), match.end()
    return match.start(), match.end()


def _names_no_date(text: str, match: re.Match[str], form: str) -> bool:
    """Whether the words belong to a name or a habit: "Black Friday", "every Monday"."""
    before = text[max(0, match.start() - 16) : match.start()]
    after = text[match.end() : match.end() + 16]
    if form == "in_month" and match["month"] in _GIVEN_NAMES:
        return bool(re.match(r"(?:['’]s)? [A-Z]", after))
    if form == "weekday":
        return bool(
            _NAMED_BEFORE.search(before) or _NAMED_AFTER.match(after) or after.startswith((" Night", " Morning"))
        ) or bool(_ORDINAL.search(before) or (match["which"] and _OF_MONTH.match(after)))
    if form == "year":
        return bool(
            re.match(r"(?:s\b| (?:people|men|women|troops|soldiers|feet|miles|km|metres|meters|points)\b)", after)
        )
    return False


def _iso(_text: str, match: re.Match[str], _base: date | None) -> Resolved:
    year, month, day = map(int, match["iso"].split("-"))
    return _day(year, month, day)


def _slashed(_text: str, match: re.Match[str], _base: date | None) -> Resolved:
    """Day and month in either order: a date only where one of them is over 12, or both are the same."""
    first, second, year = map(int, re.split("[./]", match["slashed"]))
    if first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else _UNKNOWN


def _month_day(text: str, match: re.Match[str], base: date | None) -> Resolved:
    return _calendar(text, match, base, "1")


def _day_month(text: str, match: re.Match[str], base: date | None) -> Resolved:
    return _calendar(text, match, base, "2")


def _calendar(text: str, match: re.Match[str], base: date | None, number: str) -> Resolved:
    """A day of a month; without a year the latest that is not far ahead."""
    month = _month(match["m" + number])
    day = int(re.sub(r"\D", "", match["d" + number]))
    if match["y" + number]:
        return _day(int(match["y" + number]), month, day)
    if base is None or re.match(r" (?:terror|attacks|hijack)", text[match.end() : match.end() + 10]):
        return _UNKNOWN
    told = text[max(0, match.start() - REACH) : match.start()]
    ahead = _FAR_AHEAD if is_planned(told) else _AHEAD
    near = [_safe(base.year + step, month, day) for step in (1, 0, -1)]
    latest = next((each for each in near if each is not None and (each - base).days <= ahead), None)
    return (latest.isoformat(), "day") if latest else _UNKNOWN


def _month_year(_text: str, match: re.Match[str], _base: date | None) -> Resolved:
    return f"{int(match['y3']):04d}-{_month(match['m3']):02d}", "month"


def _weekday(text: str, match: re.Match[str], base: date | None) -> Resolved:
    if base is None:
        return _UNKNOWN
    which = (match["which"] or "").lower()
    wanted = WEEKDAYS[match["name"].lower()]
    back = (base.weekday() - wanted) % 7
    indefinite = _INDEFINITE.search(text[max(0, match.start() - 6) : match.start()])
    if indefinite and not _NOUN_AFTER.match(text[match.end() : match.end() + 12]):  # "a Saturday report" is of one day
        return _UNKNOWN
    way = {"next": 1, "coming": 1, "last": -1, "past": -1}.get(which, 0) or direction(text, match)
    if which == "this" and not _TOLD_AS_PAST.search(text[max(0, match.start() - REACH) : match.start()]):
        way = 1
    if not which and way != 1 and ends_a_term(text, match):
        way = 1 if (wanted - base.weekday()) % 7 <= _TERM_AHEAD else None
    if way is None:
        return _UNKNOWN
    if way > 0:
        return (
            base + timedelta(days=(wanted - base.weekday()) % 7 or (7 if which == "next" else 0))
        ).isoformat(), "day"
    if which == "last" and back == 0:
        back = 7
    return (base - timedelta(days=back)).isoformat(), "day"


def _relative_day(_text: str, match: re.Match[str], base: date | None) -> Resolved:
    steps = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
    if base is None:
        return _UNKNOWN
    return (base + timedelta(days=steps.get(match["day"].lower(), 0))).isoformat(), "day"


def _turn(_text: str, match: re.Match[str], base: date | None) -> Resolved:
    """ "last month", "next year"; a week is no date of this precision."""
    step = {"last": -1, "this": 0, "next": 1}[match["turn"].lower()]
    if base is None or match["span"].startswith("week"):
        return _UNKNOWN
    if match["span"] == "year":
        return f"{base.year + step:04d}", "year"
    return _months_from(base, step)


def _ago(text: str, match: re.Match[str], base: date | None) -> Resolved:
    """ "two days ago" is a day; weeks ago are counted too loosely to be one; months and years give their own."""
    if base is None or match["unit"] == "week":
        return _UNKNOWN
    written = match["count"].lower()
    count = int(written) if written.isdigit() else int(SMALL.get(written, 1))
    # "thirty years ago" and "about five months ago" are round.
    if (count >= 10 and count % 10 == 0 and match["unit"] != "day") or _LOOSELY.search(
        text[max(0, match.start() - 8) : match.start()]
    ):
        return _UNKNOWN
    if match["unit"] == "day":
        return (base - timedelta(days=count)).isoformat(), "day"
    return _months_from(base, -count) if match["unit"] == "month" else (f"{base.year - count:04d}", "year")


def _month(written: str) -> int:
    return MONTHS[written.lower().rstrip(".")]


def _months_from(base: date, step: int) -> Resolved:
    months = base.year * 12 + base.month - 1 + step
    return f"{months // 12:04d}-{months % 12 + 1:02d}", "month"


def _in_month(text: str, match: re.Match[str], base: date | None) -> Resolved:
    """The latest such month up to the base, the next one where the clause speaks of the future."""
    if base is None:
        return _UNKNOWN
    month = _month(match["month"])
    lead = match["lead"].lower()
    if lead == "this":
        return f"{base.year:04d}-{month:02d}", "month"
    way = {"next": 1, "last": -1, "since": -1}.get(lead, 0) or direction(text, match)
    if lead in {"until", "by", "before"} and is_granted(text[max(0, match.start() - REACH) : match.start()]):
        way = 1
    planned = was_to_be(text[max(0, match.start() - REACH) : match.start()])
    if (
        way is None
        or (planned and lead in {"in", "by", "until"})
        or (
            lead in {"until", "by", "before"}
            and way < 0
            and not told_in_past(text[max(0, match.start() - REACH) : match.start()])
        )
    ):
        return _UNKNOWN
    if way > 0:
        return f"{base.year + (month <= base.month):04d}-{month:02d}", "month"
    late = month > base.month or (lead == "last" and month == base.month)
    return f"{base.year - late:04d}-{month:02d}", "month"


def _bare_year(_text: str, match: re.Match[str], _base: date | None) -> Resolved:
    return match["year"], "year"


def _safe(year: int, month: int, day: int) -> date | None:
    valid = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return date(year, month, day) if valid else None


def _day(year: int, month: int, day: int) -> Resolved:
    found = _safe(year, month, day)
    return (found.isoformat(), "day") if found else _UNKNOWN


_RESOLVE: dict[str, Callable[[str, re.Match[str], date | None], Resolved]] = {
    "iso": _iso,
    "slashed": _slashed,
    "month_day": _month_day,
    "day_month": _day_month,
    "month_year": _month_year,
    "weekday": _weekday,
    "day": _relative_day,
    "turn": _turn,
    "ago": _ago,
    "in_month": _in_month,
    "year": _bare_year,
}
