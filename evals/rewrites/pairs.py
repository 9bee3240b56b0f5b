"""Pairs of an event's texts, by how they are kin; and those of two reporters, with nothing copied."""

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from evals.rewrites.texts import Event, Made
from stemma.text.sentences import sentences

__all__ = ["HARD", "Pair", "pairs"]

# A rewrite with fewer sentences leaves nothing to move or to cut.
_LEAST_SENTENCES = 6
# Kinds of kin that are asked about for what they show; the goals of the project do not hold for them. Two texts that
# each owe another third to the original may share next to nothing of it.
HARD = frozenset({"a third copied, other side rewritten"})


class Pair(NamedTuple):
    """Two texts, how they are kin or that they are not, and the event."""

    kind: str
    kin: bool
    event: str
    a: str
    b: str


def pairs(event: Event) -> list[Pair]:
    """Every pair of the event that has a clear answer, in a fixed order."""
    made = [*_one_step(event), *_siblings(event), *_chain(event), *_third(event), *_remade(event)]
    found = [Pair(kind, True, event.name, a, b) for kind, a, b in made]
    return found + [Pair(kind, False, event.name, a, b) for kind, a, b in _independent(event)]


Kind = tuple[str, str, str]
Order = Callable[[int, random.Random], list[int]]


def _one_step(event: Event) -> Iterator[Kind]:
    for made in event.rewrites:
        yield f"rewrite, {made.manner}", event.original.text, made.text


def _siblings(event: Event) -> Iterator[Kind]:
    for a, b in combinations(event.rewrites, 2):
        yield "siblings", a.text, b.text


def _chain(event: Event) -> Iterator[Kind]:
    """Neighbours of a chain, and its original with each further step; the first step is a rewrite among the others."""
    by_name = {made.name: made for made in (*event.rewrites, *event.chain)}
    for place, made in enumerate(event.chain):
        yield "chain, neighbours", _parent(made, by_name).text, made.text
        yield f"chain, {place + 2} steps", event.original.text, made.text


def _parent(made: Made, by_name: dict[str, Made]) -> Made:
    return by_name[str(made.parent)]


def _third(event: Event) -> Iterator[Kind]:
    for made in event.partial:
        yield "a third copied", event.original.text, made.text
        for other in event.rewrites:
            yield "a third copied, other side rewritten", other.text, made.text


def _remade(event: Event) -> Iterator[Kind]:
    """The original against a rewrite whose sentences are moved, or cut to half."""
    for made in event.rewrites:
        if made.manner != "half":
            yield from _moved(event, made, "reordered", lambda count, chance: chance.sample(range(count), count))
            yield from _moved(event, made, "halved", lambda count, chance: sorted(_half(count, chance)))


def _half(count: int, chance: random.Random) -> Sequence[int]:
    return chance.sample(range(count), count // 2)


def _moved(event: Event, made: Made, kind: str, order: Order) -> Iterator[Kind]:
    pieces = [made.text[start:end] for start, end in sentences(made.text)]
    if len(pieces) >= _LEAST_SENTENCES:
        places = order(len(pieces), random.Random(f"{event.name} {made.name} {kind}"))
        yield kind, event.original.text, " ".join(pieces[place] for place in places)


def _independent(event: Event) -> Iterator[Kind]:
    """Other reporters' reports against the original and all that was made from it, and against one another.

    Each once more by the first half of both texts: short texts have little to tell them apart.
    """
    own = [event.original, *event.rewrites, *event.chain, *event.partial]
    for made in own:
        for other in event.independent:
            yield "independent", made.text, other.text
            yield "independent, shortened", _first_half(made.text), _first_half(other.text)
    for a, b in combinations(event.independent, 2):
        yield "independent", a.text, b.text
        yield "independent, shortened", _first_half(a.text), _first_half(b.text)


def _first_half(text: str) -> str:
    extents = sentences(text)
    return text[: extents[(len(extents) - 1) // 2][1]]
