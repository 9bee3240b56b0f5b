"""Term weights and vectors: a term is as telling as it is rare, in the language first and in the collection second."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import exp, log
from typing import NamedTuple

import numpy
from scipy.sparse import csr_matrix

from stemma.stories.terms import Terms
from stemma.text.rarity import zipf

__all__ = ["Space", "space"]

# The language's own frequencies count as much as this many articles of the collection, so that in a small collection
# (where a story's words are common because the story is large) rarity comes from the language.
_PRIOR_ARTICLES = 300.0
# Words in an article of usual length (the evaluation corpora have 570 and 950 on average).
_ARTICLE_WORDS = 500
# A word that the frequency list does not know counts as one in thirty million words (Zipf 1.5).
_RAREST = 1.5
# A whole name is at most this many times as frequent as its rarest word (chosen by eye).
_NAME_SHARE = 0.3


class Space(NamedTuple):
    """Unit vectors of all articles, one row an article, and each column's term and weight."""

    body: csr_matrix
    head: csr_matrix
    title: csr_matrix
    names: csr_matrix
    stems: list[str]
    stem_weights: list[float]
    name_terms: list[str]
    name_weights: list[float]


def space(counted: Sequence[Terms]) -> Space:
    """The vectors of the articles, in the order given."""
    stems, stem_weights = _weights([terms.body for terms in counted], _stem_share(counted))
    names, name_weights = _weights([terms.names for terms in counted], _name_share)
    stem_table = dict(zip(stems, stem_weights, strict=True))
    name_table = dict(zip(names, name_weights, strict=True))
    return Space(
        body=_vectors([terms.body for terms in counted], stem_table),
        head=_vectors([terms.head for terms in counted], stem_table),
        title=_vectors([terms.title for terms in counted], stem_table),
        names=_vectors([terms.names for terms in counted], name_table),
        stems=stems,
        stem_weights=stem_weights,
        name_terms=names,
        name_weights=name_weights,
    )


def _weights(counts: list[Counter[str]], share: Callable[[str], float]) -> tuple[list[str], list[float]]:
    """Terms in alphabetical order, and for each the log of how many articles hold one that has it."""
    held: Counter[str] = Counter()
    for count in counts:
        held.update(count.keys())
    found = sorted(held)
    total = len(counts) + _PRIOR_ARTICLES
    return found, [-log((held[term] + _PRIOR_ARTICLES * share(term)) / total) for term in found]


def _stem_share(counted: Sequence[Terms]) -> Callable[[str], float]:
    """Share of articles in the language that have a stem, by its most frequent written form."""
    commonest: dict[str, float] = {}
    for terms in counted:
        for stem, form in terms.forms.items():
            commonest[stem] = max(commonest.get(stem, 0.0), zipf(form.casefold(), terms.language))
    return lambda stem: _article_share(commonest[stem])


def _name_share(name: str) -> float:
    share = min(_article_share(zipf(word)) for word in name.split())
    return share * _NAME_SHARE if " " in name else share


@lru_cache(maxsize=4096)  # the frequency list has fewer than 800 different values
def _article_share(frequency: float) -> float:
    """Share of articles that have a word of this Zipf frequency at least once."""
    share: float = 1 - exp(-_ARTICLE_WORDS * 10 ** (max(_RAREST, frequency) - 9))
    return share


def _vectors(counts: list[Counter[str]], weights: dict[str, float]) -> csr_matrix:
    """Unit rows of (1 + log count) times weight; a row without terms is zero."""
    column = {term: place for place, term in enumerate(weights)}
    values: list[float] = []
    columns: list[int] = []
    bounds = [0]
    for count in counts:
        row = sorted((column[term], (1 + log(number)) * weights[term]) for term, number in count.items())
        length = sum(value * value for _, value in row) ** 0.5 or 1.0
        columns.extend(place for place, _ in row)
        values.extend(value / length for _, value in row)
        bounds.append(len(columns))
    return csr_matrix(
        (numpy.array(values), numpy.array(columns, dtype=numpy.int32), numpy.array(bounds)),
        shape=(len(counts), len(weights)),
    )
