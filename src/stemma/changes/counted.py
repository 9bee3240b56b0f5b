"""Which of an account's figures count one thing."""

import re
from collections.abc import Iterable
from functools import cache

from stemma.changes.sides import Side
from stemma.lexicon import table
from stemma.records import Figure, Span
from stemma.text.tokens import stem, tokens

__all__ = ["figures_within", "heads", "is_on_top", "one_thing"]

# "A quarter of a century" and "25 years" are one.
_SPAN = re.compile(r"\b(?:centur|decade|generation)", re.IGNORECASE)
_ON_TOP = re.compile(r"\b(?:an additional|another|a further|an extra) $", re.IGNORECASE)
_ON_TOP_REACH = 16  # characters: as long as the longest of these with its blank


def figures_within(of: Side, places: Iterable[int]) -> list[Figure]:
    """The figures of these passages, but for torn numbers and round spans of time."""
    found = [figure for place in places for figure in of.counted.get(place, ())]
    return [each for each in found if not _is_torn(of.text, each) and not _SPAN.search(each.value.span.text)]


def _is_torn(text: str, figure: Figure) -> bool:
    """Whether blanks were put inside the number ("1, 600"), so that only a part of it was read."""
    before, after = text[max(0, figure.number.start - 3) : figure.number.start], text[figure.number.end :][:3]
    return bool(re.search(r"\d[.,]\s?$", before) or re.match(r"\s?[.,]\s?\d", after))


def one_thing(one: Figure, other: Figure) -> bool:
    """Whether both count the same thing in the same role."""
    if one.value.unit != other.value.unit:
        return False
    if one.role != other.role and "other" not in (one.role, other.role):
        return False
    left, right = heads(one.counted), heads(other.counted)
    if one.role == other.role and one.role in {"killed", "hurt"} and (left & _anybody() or right & _anybody()):
        return True
    if (not left or not right) and one.value.unit is not None:
        return True
    if not left or not right:
        return one.role == other.role and one.role != "other" and (left == right or one.role in {"killed", "hurt"})
    return bool(left & right)


def heads(counted: str) -> frozenset[str]:
    """The head noun of what is counted, and the words that may stand for it."""
    found = tokens(counted)
    if not found:
        return frozenset()
    last = found[-1].stem
    return frozenset({last}).union(*(group for group in _groups() if last in group))


@cache
def _anybody() -> frozenset[str]:
    """Stems of words for people that say no more of them."""
    return frozenset(stem(word) for word in "people person man men victim life lives other others dead".split())


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stem(word) for word in str(line).split()) for line in table("scales")["counted"]["groups"])


def is_on_top(of: Side, number: Span) -> bool:
    """Whether it counts what came on top of an earlier count: "a further 11 percent" is not held against 23."""
    return _ON_TOP.search(of.text, max(0, number.start - _ON_TOP_REACH), number.start) is not None
