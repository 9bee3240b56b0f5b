"""A figure in the making, and what its neighbours in the sentence say of it."""

import re
from typing import NamedTuple

from stemma.figures.bounds import Limits
from stemma.figures.counted import is_person
from stemma.figures.elliptic import Antecedent
from stemma.lexicon import table
from stemma.records import FigureRole
from stemma.text.numbers import Number

__all__ = ["Found", "antecedent", "is_where", "with_linked_roles"]

_LINK = re.compile(
    r",? (?:and|or|including|among them|of them|of whom|plus|as well as|along with|and another)(?: the| another)? $|, $"
)
# "At the three berths", "in two districts": where it was, and not of what the sentence counts.
_WHERE = re.compile(
    r"\b(?:at|in|on|across|near|from|through|outside|inside) (?:the |all |its |their |some )*$", re.IGNORECASE
)


# What dies or is hurt beside people.
_BEASTS = frozenset(table("roles")["beasts"]["nouns"])


class Found(NamedTuple):
    """A figure in the making: offsets, and what is known so far."""

    number: Number
    start: int
    end: int
    limits: Limits
    unit: str | None
    counted: str
    head: str
    role: FigureRole


def antecedent(found: Found) -> Antecedent | None:
    """What a later number without a noun may count: whatever this one counts, if it is a plain count."""
    plural = found.unit is None and found.head and found.number.value != 1
    return Antecedent(found.counted, found.head) if plural else None


def is_where(text: str, start: int) -> bool:
    """Whether the count that begins at `start` stands after a preposition of place."""
    return _WHERE.search(text, max(0, start - 30), start) is not None


def with_linked_roles(text: str, found: list[Found]) -> list[Found]:
    """Give a plain count the role of its neighbour in "12 soldiers and three civilians were killed"."""
    for here, there in [*_neighbours(len(found), -1), *_neighbours(len(found), 1)]:
        first, second = found[min(here, there)], found[max(here, there)]
        plain = found[here].role == "other" and found[here].unit is None and _can_share(found[here], found[there])
        if plain and found[there].role in {"killed", "hurt", "missing", "held"} and _linked(text, first, second):
            found[here] = found[here]._replace(role=found[there].role)
    return found


def _can_share(one: Found, other: Found) -> bool:
    """Whether what is counted can be what befell its neighbour: people and beasts die, "three batches" do not."""
    return is_person(one.head) or one.head in _BEASTS or not (is_person(other.head) or other.head in _BEASTS)


def _neighbours(length: int, step: int) -> list[tuple[int, int]]:
    order = range(1, length) if step < 0 else range(length - 2, -1, -1)
    return [(index, index + step) for index in order]


def _linked(text: str, first: Found, second: Found) -> bool:
    return _LINK.match(text, first.end, second.start) is not None
