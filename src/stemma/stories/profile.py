"""What is kept of an article: its most telling terms, and how it uses them."""

from typing import Any, NamedTuple

import numpy
from numpy import float64, int64, uint8
from numpy.typing import NDArray

from stemma.stories.reading import Reading
from stemma.stories.vocabulary import NO_TERM, Terms, Vocabulary

__all__ = ["HEAD", "NO_MEASURES", "TITLE", "Measures", "Profile", "counted", "profile", "values"]

# News reports say what happened in the first sentences: about four of them (chosen by eye).
_HEAD_WORDS = 80
# Words that more articles than this share have (weight 2, one in seven) say nothing of any event (chosen by eye).
_LEAST_WEIGHT = 2.0
# How many terms of an article are kept, and by how many of them it is found. More of either adds less than .2 points on
# the corpora of evals/fit_stories.py and costs 5 and 8 bytes a term.
_KEPT, _INDEXED = 96, 48
# Terms of the head come before all others among those kept: no weight is as large.
_HEAD_FIRST = 1000.0
# A term's use is one byte: how often it stands in the article, and two marks.
TITLE, HEAD, _COUNT = 128, 64, 63


class Profile(NamedTuple):
    """The kept terms in ascending order, their uses, weights and worth; `keys` are the places of the most telling."""

    terms: Terms
    uses: NDArray[uint8]
    weights: NDArray[float64]
    worth: NDArray[float64]
    keys: NDArray[int64]
    measures: "Measures"


class Measures(NamedTuple):
    """Lengths of an article's vectors: of its head, its title, its most telling terms; and the sum of its terms."""

    head: Any
    title: Any
    keys: Any
    whole: Any


NO_MEASURES = Measures(0.0, 0.0, 0.0, 0.0)


def counted(reading: Reading) -> tuple[Terms, NDArray[uint8]]:
    """The different terms of the reading in ascending order, and the use of each."""
    numbers = numpy.array(reading.terms, dtype=numpy.uint32)
    terms, first, counts = numpy.unique(numbers, return_index=True, return_counts=True)
    uses = numpy.minimum(counts, _COUNT).astype(numpy.uint8)
    uses[first < reading.in_title + _HEAD_WORDS] |= HEAD
    uses[first < reading.in_title] |= TITLE
    begin = 1 if len(terms) and terms[0] == NO_TERM else 0
    return terms[begin:], uses[begin:]


def profile(terms: Terms, uses: NDArray[uint8], vocabulary: Vocabulary) -> Profile:
    """The terms worth keeping, by what the vocabulary has counted so far."""
    weights = vocabulary.weights(terms)
    telling = weights >= _LEAST_WEIGHT
    terms, uses, weights = terms[telling], uses[telling], weights[telling]
    worth = values(uses, weights)
    if len(terms) > _KEPT:
        kept = _largest(worth + _HEAD_FIRST * ((uses & HEAD) > 0), _KEPT)
        terms, uses, weights, worth = terms[kept], uses[kept], weights[kept], worth[kept]
    keys = _largest(worth, _INDEXED)
    squares, best = weights * weights, worth[keys]
    head, title = squares @ ((uses & HEAD) > 0), squares @ ((uses & TITLE) > 0)
    lengths = Measures(float(head) ** 0.5, float(title) ** 0.5, float(best @ best) ** 0.5, float(worth.sum()))
    return Profile(terms, uses, weights, worth, keys, lengths)


def values(uses: NDArray[uint8], weights: NDArray[float64]) -> NDArray[float64]:
    """How much each term counts in its article: (1 + log of how often it stands there) times its weight."""
    worth: NDArray[float64] = _LOGS[uses & _COUNT] * weights
    return worth


def _largest(values: NDArray[float64], count: int) -> NDArray[int64]:
    """The places of the largest values, ascending; ties go to the first."""
    if len(values) <= count:
        return numpy.arange(len(values))
    places: NDArray[int64] = numpy.sort(numpy.argsort(-values, kind="stable")[:count])
    return places


_LOGS = 1 + numpy.log(numpy.maximum(1, numpy.arange(_COUNT + 1)))
