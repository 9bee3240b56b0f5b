"""Where two articles have the same run of words: the starting points of reused passages."""

from typing import NamedTuple

import numpy
from numpy import int64, uint64
from numpy.typing import NDArray

from stemma.corpus.mixing import Keys
from stemma.corpus.shingles import shingles, text_of
from stemma.corpus.words import Words

__all__ = ["Index", "Seeds", "indexed", "seeds"]

# A run of words that a text repeats is looked for at its first so many places: a list's refrain would otherwise match
# the other text's in every combination.
_PLACES = 4


class Index(NamedTuple):
    """The shingles that come more than once, by text and key: a dense code of the text and the key, and its place.

    `places` count words from the first of all texts; those of text `i` stand at `bounds[i]:bounds[i + 1]`.
    """

    codes: NDArray[uint64]
    places: NDArray[int64]
    bounds: NDArray[int64]


class Seeds(NamedTuple):
    """Equal shingles: the number of the pair, and the place of the shingle's first word in either text."""

    pair: NDArray[int64]
    a: NDArray[int64]
    b: NDArray[int64]


def indexed(found: Words) -> Index:
    """The index of the texts' shingles."""
    keys, counts = shingles(found)
    texts = text_of(found)
    places = numpy.flatnonzero(numpy.arange(len(keys)) < (found.bounds[:-1] + counts)[texts])
    places, dense = _repeated(keys, places)
    codes = (texts[places].astype(uint64) << uint64(32)) | dense
    order = numpy.argsort(codes, kind="stable")
    codes, places = codes[order], places[order]
    early = numpy.arange(len(codes)) - numpy.searchsorted(codes, codes) < _PLACES
    codes, places = codes[early], places[early]
    every = numpy.arange(len(found.bounds), dtype=uint64) << uint64(32)
    return Index(codes, places, numpy.searchsorted(codes, every))


def _repeated(keys: Keys, places: NDArray[int64]) -> tuple[NDArray[int64], Keys]:
    """The places of keys that come more than once, with a dense number of each key."""
    order = places[numpy.argsort(keys[places], kind="stable")]
    ordered = keys[order]
    first = numpy.ones(len(ordered), dtype=bool)
    first[1:] = ordered[1:] != ordered[:-1]
    alone = first & numpy.append(first[1:], True)[: len(first)]
    dense = numpy.cumsum(first).astype(uint64)
    return order[~alone], dense[~alone]


def seeds(index: Index, a: NDArray[int64], b: NDArray[int64]) -> Seeds:
    """The equal shingles of each pair of texts (a[i], b[i])."""
    sizes = index.bounds[a + 1] - index.bounds[a]
    pair = numpy.repeat(numpy.arange(len(a)), sizes)
    own = numpy.arange(len(pair)) - numpy.repeat(numpy.cumsum(sizes) - sizes, sizes) + index.bounds[a][pair]
    sought = (index.codes[own] & uint64(2**32 - 1)) | (b[pair].astype(uint64) << uint64(32))
    first = numpy.searchsorted(index.codes, sought)
    many = numpy.searchsorted(index.codes, sought, side="right") - first
    at = numpy.repeat(first, many) + numpy.arange(int(many.sum())) - numpy.repeat(numpy.cumsum(many) - many, many)
    return Seeds(numpy.repeat(pair, many), index.places[numpy.repeat(own, many)], index.places[at])
