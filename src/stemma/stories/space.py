"""Term weights and vectors: a term is as telling as it is rare, in its language first and in the collection second."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import exp, log
from typing import NamedTuple

import numpy
from numpy import float64
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from stemma.stories.terms import Terms
from stemma.text.rarity import zipf

__all__ = ["Space", "space"]

# The language's own frequencies count as much as this many articles, and as many more as bring the collection up to
# `_LEAST_TOTAL`. So in a small collection, where a story's words are common because the story is large, rarity comes
# from the language, and a word's weight hardly changes with the size of the collection. Best, on the two corpora of
# evals/fit_stories.py, of 0, 3,000, 6,000 and 10,000, and of 50 to 3,000 for the first.
_PRIOR_ARTICLES = 1000.0
_LEAST_TOTAL = 6000.0
# Words in an article of usual length (the evaluation corpora have 570 and 950 on average).
_ARTICLE_WORDS = 500
# A word that the frequency list does not know counts as one in thirty million words (Zipf 1.5).
_RAREST = 1.5
# Words that more articles than this share have (weight 2, one in seven) say nothing of any event (chosen by eye).
_LEAST_WEIGHT = 2.0
# No frequencies can be had for these: their words are not divided by blanks, and the list needs a divider of its own.
_UNDIVIDED = frozenset({"ja", "ko", "zh"})
# In a language without frequencies, words of up to four letters count as common, longer ones as rare (chosen by eye).
_SHORT, _SHORT_FREQUENCY, _LONG_FREQUENCY = 4, 6.0, 3.0


class Space(NamedTuple):
    """Unit vectors of all articles, one row an article and one column a stem, and each stem's weight."""

    body: csr_matrix
    head: csr_matrix
    title: csr_matrix
    stems: list[str]
    weights: NDArray[float64]


def space(counted: Sequence[Terms]) -> Space:
    """The vectors of the articles, in the order given."""
    weights = _weights(counted)
    columns = {stem: column for column, stem in enumerate(weights)}
    return Space(
        body=_vectors([terms.body for terms in counted], columns, weights),
        head=_vectors([terms.head for terms in counted], columns, weights),
        title=_vectors([terms.title for terms in counted], columns, weights),
        stems=list(weights),
        weights=numpy.array(list(weights.values()), dtype=float64),
    )


def _weights(counted: Sequence[Terms]) -> dict[str, float]:
    """For each telling stem, in alphabetical order: the negative log of the share of articles that have it."""
    held: Counter[str] = Counter()
    share: dict[str, float] = {}
    for terms in counted:
        held.update(terms.body.keys())
        for stem, form in terms.forms.items():
            share[stem] = max(share.get(stem, 0.0), _article_share(_frequency(form.casefold(), terms.language)))
    prior = max(_PRIOR_ARTICLES, _LEAST_TOTAL - len(counted))
    total = len(counted) + prior
    weights = {stem: -log((held[stem] + prior * share[stem]) / total) for stem in sorted(held)}
    return {stem: weight for stem, weight in weights.items() if weight >= _LEAST_WEIGHT}


@lru_cache(maxsize=4096)  # the frequency list has fewer than 800 different values
def _article_share(frequency: float) -> float:
    """Share of articles that have a word of this Zipf frequency at least once."""
    share: float = 1 - exp(-_ARTICLE_WORDS * 10 ** (max(_RAREST, frequency) - 9))
    return share


@lru_cache(maxsize=131072)  # the vocabulary of some thousand articles
def _frequency(word: str, language: str) -> float:
    """Zipf frequency of the word; by its length alone in a language without frequencies."""
    if language not in _UNDIVIDED and (found := zipf(word, language)):
        return found
    if language not in _UNDIVIDED and _has_frequencies(language):
        return 0.0
    return _SHORT_FREQUENCY if len(word) <= _SHORT else _LONG_FREQUENCY


@lru_cache(maxsize=64)  # one for each language seen
def _has_frequencies(language: str) -> bool:
    """Whether any digit or letter has one: a list that knows none of these is no list."""
    return any(zipf(sign, language) for sign in "1ae")


def _vectors(counts: list[Counter[str]], columns: dict[str, int], weights: dict[str, float]) -> csr_matrix:
    """Unit rows of (1 + log count) times weight; a row without telling stems is zero."""
    values: list[float] = []
    places: list[int] = []
    bounds = [0]
    for count in counts:
        row = sorted((columns[stem], (1 + log(n)) * weights[stem]) for stem, n in count.items() if stem in columns)
        length = sum(value * value for _, value in row) ** 0.5 or 1.0
        places.extend(place for place, _ in row)
        values.extend(value / length for _, value in row)
        bounds.append(len(places))
    cells = (numpy.array(values, dtype=float64), numpy.array(places, dtype=numpy.int32), numpy.array(bounds))
    return csr_matrix(cells, shape=(len(counts), len(columns)))
