"""Units of figures: percent, currencies, measures."""

import re
from typing import NamedTuple

from stemma.lexicon import table

__all__ = ["Unit", "sign_before", "unit_after"]

_LEXICON = table("units")
_SIGNS: dict[str, str] = _LEXICON["signs"]
_NAMES: dict[str, str] = {
    name: unit for kind in ("currencies", "measures") for unit, names in _LEXICON[kind].items() for name in names
}
_MONEY = frozenset(_LEXICON["currencies"])
_TIMES = frozenset(_LEXICON["times"]["units"])
_SIGN_END = re.compile(rf"(?:^|(?<![A-Za-z]))({'|'.join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))}) ?$")
_UNIT_START = re.compile(
    rf"(?P<gap>[ \u00a0-]|)(?P<unit>{'|'.join(sorted(map(re.escape, _NAMES), key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)
_OF_UNIT = re.compile(rf" of (?P<unit>{'|'.join(sorted(map(re.escape, _NAMES), key=len, reverse=True))})(?!\w)")


class Unit(NamedTuple):
    """A unit as it stands after a number. `joined`: written with a hyphen, so that a noun must follow."""

    end: int
    name: str
    money: bool
    time: bool
    joined: bool


def sign_before(text: str, start: int, floor: int) -> tuple[int, str | None]:
    """Where the currency sign before `start` begins and the currency it names."""
    match = _SIGN_END.search(text[max(floor, start - 6) : start])
    if match is None:
        return start, None
    return max(floor, start - 6) + match.start(1), _SIGNS[match[1]]


def unit_after(text: str, end: int, vague: bool) -> Unit | None:
    """The unit after a number; "of" may stand between where the number is a vague plural ("millions of euros")."""
    match = _OF_UNIT.match(text, end) if vague else None
    joined = False
    if match is None:
        match = _UNIT_START.match(text, end)
        if match is None:
            return None
        joined = match["gap"] == "-"
    name = _NAMES[match["unit"].lower()]
    if name == "KRW" and not text.endswith("illion", 0, end):  # "three won" is a verb, "three billion won" is money
        return None
    if name == "m" and match["unit"].lower() == "m":
        return None
    return Unit(match.end(), name, name in _MONEY, name in _TIMES, joined)
