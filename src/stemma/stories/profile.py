"""What is kept of articles: their most telling terms, and how they use them."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy
from numpy import float64, int64, uint8, uint64
from numpy.typing import NDArray

from stemma.stories.reading import Reading
from stemma.stories.vocabulary import NO_TERM, Terms

__all__ = ["HEAD", "KEYS", "MEASURES", "MOST", "TITLE", "Counted", "Profiles", "counted", "profiles", "values"]

Rows = NDArray[int64]

# News reports say what happened in the first sentences: about four of them (chosen by eye).
_HEAD_WORDS = 80
# Words that more articles than this share have (weight 2, one in seven) say nothing of any event (chosen by eye).
_LEAST_WEIGHT = 2.0
# How many terms of an article are kept, and by how many of them it is found. More of either adds less than .2 points on
# the corpora of evals/fit_stories.py and costs 5 and 4 bytes a term.
_KEPT, _INDEXED = 96, 48
# Terms of the head come before all others among those kept: no weight is as large.
_HEAD_FIRST = 1000.0
# A term's use is one byte: how often it stands in the article, and two marks.
TITLE, HEAD, _COUNT = 128, 64, 63
MOST = 64
"""So many articles at most are counted and weighed together."""
# What is put in order as one number: the article (6 bits), then a term and its place, or how little a term is worth (to
# a 2^31th) and its place. An article is read for 6,000 characters, so it has fewer words than 2^13.
_PLACE, _TERM, _WORTH = uint64(16), uint64(32), uint64(42)
_PLACES = uint64(0xFFFF)
_MOST_WORTH, _FINE = 2047.0, 2.0**31
MEASURES, KEYS = 4, 2
"""Lengths of an article's vectors: of its head, title, and most telling terms (at KEYS); and the sum of its terms."""


class Counted(NamedTuple):
    """The different terms of articles, by article and term: whose each is, the term, and its use."""

    owners: Rows
    terms: Terms
    uses: NDArray[uint8]
    articles: int


class Profiles(NamedTuple):
    """The kept terms of one article or several: whose each is, ascending, the term, ascending in each article, its use,
    weight and worth; `keys` are the places of the most telling, `measures` has a row of MEASURES for each article.
    """

    owners: Rows
    terms: Terms
    uses: NDArray[uint8]
    weights: NDArray[float64]
    worth: NDArray[float64]
    keys: Rows
    measures: NDArray[float64]

    def one(self, place: int) -> "Profiles":
        """The profile of one of them."""
        first, end = self.owners.searchsorted([place, place + 1]).tolist()
        part = slice(first, end)
        keys = self.keys[slice(*self.keys.searchsorted([first, end]).tolist())] - first
        columns = (self.terms[part], self.uses[part], self.weights[part], self.worth[part])
        return Profiles(self.owners[part] - place, *columns, keys, self.measures[place : place + 1])


def counted(readings: Sequence[Reading]) -> Counted:
    """The different terms of at most MOST readings."""
    lengths = numpy.array([len(reading.terms) for reading in readings], dtype=int64)
    every = chain.from_iterable(reading.terms for reading in readings)
    numbers = numpy.fromiter(every, dtype=uint64, count=int(lengths.sum()))
    owners = numpy.arange(len(readings)).repeat(lengths)
    places = numpy.arange(len(numbers)) - (numpy.cumsum(lengths) - lengths).repeat(lengths)
    codes = (owners.astype(uint64) << _TERM | numbers) << _PLACE | places.astype(uint64)
    codes = numpy.sort(codes[numbers != NO_TERM])
    both = codes >> _PLACE
    first = numpy.flatnonzero(numpy.concatenate(([True], both[1:] != both[:-1]))[: len(both)])
    owners = (both[first] >> _TERM).astype(int64)
    uses = numpy.minimum(numpy.diff(first, append=len(both)), _COUNT).astype(uint8)
    title = numpy.array([reading.in_title for reading in readings], dtype=int64)[owners]
    places = (codes[first] & _PLACES).astype(int64)
    uses[places < title + _HEAD_WORDS] |= HEAD
    uses[places < title] |= TITLE
    return Counted(owners, both[first].astype(numpy.uint32), uses, len(readings))


def profiles(found: Counted, weights: NDArray[float64]) -> Profiles:
    """The terms worth keeping, weighing so much."""
    telling = numpy.flatnonzero(weights >= _LEAST_WEIGHT)
    owners, terms, uses, weights = found.owners[telling], found.terms[telling], found.uses[telling], weights[telling]
    worth = values(uses, weights)
    kept = _largest(owners, worth + _HEAD_FIRST * ((uses & HEAD) > 0), _KEPT)
    owners, terms, uses, weights, worth = owners[kept], terms[kept], uses[kept], weights[kept], worth[kept]
    keys = _largest(owners, worth, _INDEXED)
    squares = weights * weights
    sums = (squares * ((uses & HEAD) > 0), squares * ((uses & TITLE) > 0))
    lengths = [numpy.sqrt(numpy.bincount(owners, each, found.articles)) for each in sums]
    lengths.append(numpy.sqrt(numpy.bincount(owners[keys], worth[keys] * worth[keys], found.articles)))
    lengths.append(numpy.bincount(owners, worth, found.articles))
    return Profiles(owners, terms, uses, weights, worth, keys, numpy.column_stack(lengths))


def values(uses: NDArray[uint8], weights: NDArray[float64]) -> NDArray[float64]:
    """How much each term counts in its article: (1 + log of how often it stands there) times its weight."""
    worth: NDArray[float64] = _LOGS[uses & _COUNT] * weights
    return worth


def _largest(owners: Rows, values: NDArray[float64], count: int) -> Rows:
    """The places of the largest values of each article, ascending; ties go to the first."""
    sizes = numpy.bincount(owners)
    starts = numpy.cumsum(sizes) - sizes
    little = ((_MOST_WORTH - numpy.minimum(values, _MOST_WORTH)) * _FINE).astype(uint64)
    places = numpy.arange(len(owners)) - starts[owners]
    codes = numpy.sort((owners.astype(uint64) << _WORTH | little) << _PLACE | places.astype(uint64))
    order = (codes & _PLACES).astype(int64) + starts[owners]  # the articles stand where they stood
    return numpy.sort(order[places < count])


_LOGS = 1 + numpy.log(numpy.maximum(1, numpy.arange(_COUNT + 1)))
