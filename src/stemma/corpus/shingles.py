"""Runs of words as keys, and the choice of few of them that any copied run must hit."""

from typing import NamedTuple

import numpy
from numpy import bool_, int64, uint64
from numpy.typing import NDArray

from stemma.corpus.mixing import Keys, mixed, rolled
from stemma.corpus.words import Words

__all__ = ["LENGTH", "Chosen", "chosen", "shingles", "text_of", "whole"]

LENGTH = 5
"""Words in a shingle: shorter runs are phrases of the language, longer ones break at every change (passim and the
near-duplicate literature take 5 as well)."""

# Winnowing (Schleimer, Wilkerson and Aiken 2003): of every so many neighbouring shingles the least is kept, so a copied
# run of 16 + 5 - 1 = 20 words always leaves a common key, and a text keeps 2 in 17 of its shingles. A short text takes
# a smaller window, so that it keeps about eight keys; the least of a window is also the least of any smaller one in
# it, so a short text still meets a long one.
_WINDOWS = (16, 8, 4, 2, 1)
_LEAST_SHINGLES = (64, 32, 16, 8, 0)


class Chosen(NamedTuple):
    """Keys of texts, by text and place: the key `keys[i]` is of text `texts[i]`; a key can come twice in a text."""

    texts: NDArray[int64]
    keys: Keys


def text_of(found: Words) -> NDArray[int64]:
    """The text of each word."""
    return numpy.repeat(numpy.arange(len(found.bounds) - 1), numpy.diff(found.bounds))


def shingles(found: Words) -> tuple[Keys, NDArray[int64]]:
    """The hash of the shingle that begins at each word, and how many shingles each text has.

    Those of text `i` begin at its first words. A text of fewer words than a shingle has is one shingle of what it has.
    What stands at a text's last words, where no shingle begins, has no meaning.
    """
    counts = numpy.diff(found.bounds)
    padded = numpy.concatenate((found.hashes, numpy.zeros(LENGTH - 1, dtype=uint64)))
    keys = rolled(padded, LENGTH)
    for short in numpy.flatnonzero((counts > 0) & (counts < LENGTH)):
        first, end = found.bounds[short], found.bounds[short + 1]
        keys[first] = rolled(found.hashes[first:end], int(end - first))[0]
    return keys, numpy.where(counts > 0, numpy.maximum(1, counts - LENGTH + 1), 0)


def chosen(found: Words) -> Chosen:
    """The winnowed shingles of every text."""
    keys, counts = shingles(found)
    level = numpy.searchsorted(-numpy.array(_LEAST_SHINGLES), -counts)
    windows = numpy.where(counts > 0, counts - numpy.array(_WINDOWS)[level] + 1, 0)
    least = _least(keys, level, found.bounds)
    kept = numpy.ones(len(keys), dtype=bool_)
    kept[1:] = least[1:] != least[:-1]
    kept[found.bounds[:-1][counts > 0]] = True
    kept[_ranges(found.bounds[:-1] + windows, found.bounds[1:])] = False
    places = numpy.flatnonzero(kept)
    return Chosen(numpy.searchsorted(found.bounds, places, side="right") - 1, least[places])


def _least(keys: Keys, level: NDArray[int64], bounds: NDArray[int64]) -> Keys:
    """The least of the window that begins at each key, by doubling; the window is that of the key's text."""
    running = keys
    smaller = []
    for place in range(len(_WINDOWS) - 1, 0, -1):
        texts = numpy.flatnonzero(level == place)
        here = _ranges(bounds[texts], bounds[texts + 1])
        smaller.append((here, running[here]))
        width = _WINDOWS[place]
        running = numpy.concatenate((numpy.minimum(running[:-width], running[width:]), running[-width:]))
    for here, values in smaller:
        running[here] = values
    return running


def _ranges(starts: NDArray[int64], ends: NDArray[int64]) -> NDArray[int64]:
    """All whole numbers from each start to before its end, one range after the other."""
    sizes = ends - starts
    return numpy.repeat(ends - numpy.cumsum(sizes), sizes) + numpy.arange(int(sizes.sum()))


def whole(found: Words) -> Keys:
    """One key for each text: the same for texts of the same words in the same order, 0 for a text without words."""
    counts = numpy.diff(found.bounds)
    spoken = numpy.flatnonzero(counts)
    place = numpy.arange(len(found.hashes)) - numpy.repeat(found.bounds[:-1], counts)
    odd = (2 * place + 1).astype(uint64)  # what a word weighs by its place, so that the order counts
    keys = numpy.zeros(len(counts), dtype=uint64)
    if len(spoken):
        keys[spoken] = mixed(numpy.add.reduceat(found.hashes * odd, found.bounds[:-1][spoken]))
    return keys
