"""What is known of a language's words beforehand: each one's stem and how telling it is to share it."""

from functools import lru_cache
from math import log10
from typing import NamedTuple

import numpy
import wordfreq
from numpy import int32, int64, uint8, uint64
from numpy.typing import NDArray

from stemma.corpus.mixing import Keys
from stemma.corpus.words import words
from stemma.text.tokens import stem

__all__ = ["SIXTEENTHS", "UNKNOWN", "Vocabulary", "vocabulary"]

SIXTEENTHS = 16
"""Weights are whole sixteenths, so that their sums are the same in any order."""

# The weight of a word is how far it lies below the Zipf frequency 5.2, one in six thousand words, since most pairs of
# articles share several that are commoner; weights below .6 are left out for the same reason. A word rarer than one in
# ten million counts as that rare: it may be a slip. (All three by eye on the fit half of the lineage corpora.)
_NOTHING, _LEAST, _RAREST = 5.2, 0.6, 2.0
# Numbers that the list rates: years are common, and so are small numbers.
_NUMBERS = range(2101)


# Known words are found by the first bits of their hash: with eight times as many drawers as words few drawers hold two,
# and no binary search is needed, which takes fifteen steps for each word of a text.
_DRAWER_BITS = 18
_SHIFT = uint64(64 - _DRAWER_BITS)


class Vocabulary(NamedTuple):
    """The known words' hashes, in order, with each one's stem as a hash and its weight in sixteenths.

    The hashes of drawer `i`, whose first bits are `i`, stand at `drawers[i]:drawers[i + 1]`.
    """

    hashes: Keys
    stems: Keys
    weights: NDArray[uint8]
    drawers: NDArray[int32]

    def looked_up(self, hashes: Keys) -> tuple[Keys, NDArray[uint8]]:
        """Stem and weight of each word; an unknown one is its own stem."""
        stems = hashes.copy()
        weights = numpy.full(len(hashes), UNKNOWN, dtype=uint8)
        drawer = hashes >> _SHIFT
        at, end = self.drawers[drawer], self.drawers[drawer + uint64(1)]
        left = numpy.flatnonzero(at < end)
        while len(left):
            place = at[left]
            here = self.hashes[place] == hashes[left]
            stems[left[here]], weights[left[here]] = self.stems[place[here]], self.weights[place[here]]
            at[left] += 1
            left = left[~here & (at[left] < end[left])]
        return stems, weights


def _weight(frequency: float) -> int:
    """The weight of a word of this Zipf frequency, in sixteenths."""
    weight = _NOTHING - max(_RAREST, frequency)
    return round(weight * SIXTEENTHS) if weight >= _LEAST else 0


UNKNOWN = _weight(0.0)
"""The weight of a word that no list knows."""


@lru_cache(maxsize=16)  # languages of one collection; 1 MB each
def vocabulary(language: str) -> Vocabulary:
    """The words of the language; none for a language without a list, whose words are all unknown."""
    rated = _rated(language)
    listed = sorted(rated)
    found = words(listed)
    single = numpy.flatnonzero(numpy.diff(found.bounds) == 1)
    hashes = found.hashes[found.bounds[:-1][single]]
    stems = _stems([stem(listed[place], language) for place in single])
    weights = numpy.array([_weight(rated[listed[place]]) for place in single], dtype=int64)
    order = numpy.argsort(hashes, kind="stable")
    edges = numpy.arange(2**_DRAWER_BITS + 1, dtype=uint64)
    drawers = numpy.searchsorted(hashes[order] >> _SHIFT, edges).astype(int32)
    return Vocabulary(hashes[order], stems[order], _commonest(stems, weights)[order], drawers)


def _rated(language: str) -> dict[str, float]:
    """The Zipf frequency of each word of the list (Van Heuven et al. 2014), and of the numbers."""
    if language not in wordfreq.available_languages("small"):
        return {}
    shares = wordfreq.get_frequency_dict(language, "small").items()
    rated = {word: 9 + log10(share) for word, share in shares if word == word.casefold()}
    return rated | {str(number): wordfreq.zipf_frequency(str(number), language, "small") for number in _NUMBERS}


def _stems(listed: list[str]) -> Keys:
    """One hash for each stem; a stem of several words (initials) counts by its first."""
    found = words(listed)
    return found.hashes[found.bounds[:-1]]


def _commonest(stems: Keys, weights: NDArray[int64]) -> NDArray[uint8]:
    """The weight of each stem's commonest form, for all its forms."""
    _, group = numpy.unique(stems, return_inverse=True)
    least = numpy.full(len(stems), UNKNOWN, dtype=int64)
    numpy.minimum.at(least, group, weights)
    return least[group].astype(uint8)
