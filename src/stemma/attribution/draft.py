"""One attribution as places in a unit, before it becomes a record."""

from typing import NamedTuple

__all__ = ["Draft", "Range"]

# First and last place, inclusive.
Range = tuple[int, int]


class Draft(NamedTuple):
    """Word places, first and last inclusive. `rule` names the construction that was recognised."""

    rule: str
    lemma: str
    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    addressee: Range | None = None
    negated: bool = False
