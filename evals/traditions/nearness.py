"""Whether a copy stands nearest to its own exemplar: only then can its place be told from the texts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from evals.traditions.prose import Prose, Sentence, sentences_of

__all__ = ["stands_nearest"]

# A sentence that the exemplar lacks puts a copy this much farther off than one that it lost: cuts are cheap.
_GAINED = 5
# Pairs of sentences whose distance is remembered: a family of 40 has some ten thousand.
_REMEMBERED = 1 << 15

_Distance = tuple[int, int]


class _Told(Protocol):
    @property
    def prose(self) -> Prose:
        """What it tells."""

    @property
    def parents(self) -> tuple[int, ...]:
        """Places of its exemplars."""

    @property
    def origins(self) -> tuple[str, ...]:
        """The bases it goes back to."""

    @property
    def operation(self) -> str:
        """What made it."""


def stands_nearest(prose: Prose, nodes: Sequence[_Told], parent: int) -> bool:
    """Whether no other witness explains the copy as cheaply as its exemplar, nor the copy another one's copy.

    What counts is the sentences lost and gained, and among equals the words that differ and the breaks in the order.
    """
    origin = nodes[parent].origins
    copy = _within(prose, origin)
    family = [place for place, node in enumerate(nodes) if node.origins == origin and node.operation != "cite"]
    told = {place: _within(nodes[place].prose, origin) for place in family}
    own = _distance(told[parent], copy)
    if any(_distance(told[place], copy) <= own for place in family if place != parent):
        return False
    elder = ((place, nodes[place].parents[0]) for place in family if nodes[place].parents)
    return all(_distance(copy, told[place]) > _distance(told[above], told[place]) for place, above in elder)


def _within(prose: Prose, origin: Sequence[str]) -> tuple[Sentence, ...]:
    """The sentences that come from these bases."""
    return tuple(sentence for sentence in sentences_of(prose) if sentence.key.split("/", 1)[0] in origin)


def _distance(exemplar: tuple[Sentence, ...], copy: tuple[Sentence, ...]) -> _Distance:
    """Sentences lost and gained; then words that differ and places where the order breaks."""
    places = {sentence.key: place for place, sentence in enumerate(exemplar)}
    kept = [(places[sentence.key], sentence.text) for sentence in copy if sentence.key in places]
    lost, gained = len(exemplar) - len(kept), len(copy) - len(kept)
    words = sum(_differing(exemplar[place].text, text) for place, text in kept)
    return _GAINED * gained + lost, words + sum(_breaks([place for place, _ in kept]))


def _breaks(places: Sequence[int]) -> Iterator[bool]:
    return (one > other for one, other in pairwise(places))


@lru_cache(maxsize=_REMEMBERED)
def _differing(one: str, other: str) -> int:
    if one == other:
        return 0
    a, b = Counter(one.split()), Counter(other.split())
    return (a - b).total() + (b - a).total()
