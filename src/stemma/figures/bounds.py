"""The bound of a figure: "at least", "nearly", "or so"."""

import re
from typing import NamedTuple, cast

from stemma.lexicon import table
from stemma.records import Bound
from stemma.text.numbers import Number

__all__ = ["Limits", "bound_after", "bound_before", "limits"]

_LEXICON = table("numbers")
_BEFORE: dict[str, Bound] = {phrase: bound for bound, phrases in _LEXICON["before"].items() for phrase in phrases}
_AFTER: dict[str, Bound] = {phrase: bound for bound, phrases in _LEXICON["after"].items() for phrase in phrases}
# Longest first, so that "no more than" is not read as "more than".
_BEFORE_END = re.compile(
    rf"(?:^|(?<=[^\w-]))({'|'.join(sorted(map(re.escape, _BEFORE), key=len, reverse=True))})"
    r"(?: (?:the|an?|another|estimated|average of|total of|least|as many as))?[ \u00a0]$",
    re.IGNORECASE,
)
_AFTER_WORDS = "|".join(sorted((phrase for phrase in _AFTER if phrase[0].isalpha()), key=len, reverse=True))
_AFTER_START = re.compile(
    rf"(?:[ ]?(\+)|(-odd|-plus)|[ ]({_AFTER_WORDS}))(?!\w)",
    re.IGNORECASE,
)
# Of these verbs "over" is a part.
_PARTICLE = re.compile(
    r"\b(?:hand|turn|tak|bring|carr|pass|sign|mak)(?:e|en|ed|ing|y|ied|ying|s)? $|\btook $", re.IGNORECASE
)
# The longest phrase before a number has 24 characters; one more word may stand between.
_REACH = 44


class Limits(NamedTuple):
    """What a figure's words allow: a side left open is None."""

    low: float | None
    high: float | None
    bound: Bound


def bound_before(text: str, start: int, floor: int) -> tuple[int, Bound | None]:
    """Where the bound words before `start` begin, and what they say; several make one ("at least about")."""
    bound: Bound | None = None
    while True:
        match = _BEFORE_END.search(text[max(floor, start - _REACH) : start])
        if match is None:
            return start, bound
        found = _BEFORE[match[1].lower()]
        if match[1].lower() == "over" and (bound == "about" or _PARTICLE.search(text[: start - len("over ")])):
            return start, bound  # "water ran over about 900 acres": where it ran; "hand over 12 crowns"
        start = max(floor, start - _REACH) + match.start(1)
        if bound is None or bound in {"about", "exact"}:
            bound = found


def bound_after(text: str, end: int) -> tuple[int, Bound | None]:
    """Where the bound words after `end` end, and what they say."""
    match = _AFTER_START.match(text, end)
    if match is None:
        return end, None
    return match.end(), _AFTER[match.group().strip().lower()]


def limits(number: Number, bound: Bound | None, times: float) -> Limits:
    """The values that number and bound words allow together; `times` is 100 where a fraction becomes percent."""
    low = None if number.low is None else round(number.low * times, 6)
    high = None if number.high is None else round(number.high * times, 6)
    if bound is None or bound == "exact" or number.kind == "vague":
        return Limits(low, high, number.bound)
    if bound == "about":
        return Limits(low, high, "range" if number.kind == "range" else "about")
    if bound in {"at_least", "more_than"}:
        return Limits(low, None, bound)
    return Limits(None, high, cast("Bound", bound))
