"""From equal shingles to passages: runs without a gap, then runs on one diagonal, then across small shifts."""

from typing import NamedTuple

import numpy
from numpy import bool_, int64
from numpy.typing import NDArray

from stemma.corpus.seeds import Seeds
from stemma.corpus.shingles import LENGTH

__all__ = ["Runs", "runs"]

# Words that may differ between two equal runs of one passage: a changed clause; a sentence put in has about 20. By eye.
_GAP = 10
# Two runs may overlap by so many words where a shingle is matched on both sides of an insertion.
_OVERLAP = LENGTH - 1


class Runs(NamedTuple):
    """Stretches of the two texts of a pair, in words (end after the last), and how many words are equal in them."""

    pair: NDArray[int64]
    a_start: NDArray[int64]
    a_end: NDArray[int64]
    b_start: NDArray[int64]
    b_end: NDArray[int64]
    equal: NDArray[int64]


def runs(found: Seeds) -> Runs:
    """The passages that the seeds belong to, by pair and place in the first text; one within another is left out."""
    straight = _merged(_ordered(_seeded(found), by_diagonal=True), straight=True)
    joined = _merged(_ordered(straight, by_diagonal=False), straight=False)
    return _outermost(_ordered(joined, by_diagonal=False))


def _seeded(found: Seeds) -> Runs:
    words = numpy.full(len(found.pair), LENGTH)
    return Runs(found.pair, found.a, found.a + LENGTH, found.b, found.b + LENGTH, words)


def _ordered(found: Runs, by_diagonal: bool) -> Runs:
    keys = (found.b_start, found.a_start)
    if by_diagonal:
        keys = (found.a_start, found.b_start - found.a_start)
    return _taken(found, numpy.lexsort((*keys, found.pair)))


def _merged(found: Runs, straight: bool) -> Runs:
    """Neighbours in order joined where the words between them are few, in both texts."""
    if not len(found.pair):
        return found
    in_a = found.a_start[1:] - found.a_end[:-1]
    in_b = found.b_start[1:] - found.b_end[:-1]
    near = (found.pair[1:] == found.pair[:-1]) & (in_a <= _GAP) & (in_b <= _GAP)
    near &= (in_a == in_b) if straight else (numpy.minimum(in_a, in_b) >= -_OVERLAP)
    first = numpy.flatnonzero(numpy.concatenate(([True], ~near)))
    new = numpy.minimum(0, numpy.concatenate(([0], numpy.where(near, numpy.minimum(in_a, in_b), 0))))
    return Runs(
        found.pair[first],
        found.a_start[first],
        numpy.maximum.reduceat(found.a_end, first),
        found.b_start[first],
        numpy.maximum.reduceat(found.b_end, first),
        numpy.add.reduceat(found.equal + new, first),
    )


def _outermost(found: Runs) -> Runs:
    """Without runs that lie, in both texts, within the one before them in order."""
    inside: NDArray[bool_] = numpy.zeros(len(found.pair), dtype=bool_)
    inside[1:] = (
        (found.pair[1:] == found.pair[:-1])
        & (found.a_end[1:] <= found.a_end[:-1])
        & (found.b_start[1:] >= found.b_start[:-1])
        & (found.b_end[1:] <= found.b_end[:-1])
    )
    return _taken(found, numpy.flatnonzero(~inside))


def _taken(found: Runs, places: NDArray[int64]) -> Runs:
    return Runs(*(column[places] for column in found))
