"""Which articles of the window have a term among their most telling ones."""

from itertools import chain

import numpy
from numpy import float64, int64
from numpy.typing import NDArray

from stemma.stories.columns import spread
from stemma.stories.vocabulary import Terms

__all__ = ["Index"]

Rows = NDArray[int64]

# Articles added since the last merge are looked up in a dictionary; so many at most, which merge in some milliseconds.
_RECENT = 512
# The latest so many articles of a term are looked at: a term that more have in the window is no rare one, and an event
# with more reports is found by the latest of them.
_LATEST = 200


class Index:
    """The terms in ascending order with the articles of each, ascending; and a dictionary of the latest articles.

    The articles of the term at place i stand from `_starts[i]` to `_starts[i + 1]`.
    """

    def __init__(self) -> None:
        self._terms: Terms = numpy.zeros(0, dtype=numpy.uint32)
        self._starts = numpy.zeros(1, dtype=numpy.int32)
        self._numbers = numpy.zeros(0, dtype=numpy.int32)
        self._recent: dict[int, list[int]] = {}
        self._waiting: list[tuple[int, Terms]] = []

    def add(self, number: int, terms: Terms) -> None:
        """Enter the newest article under its most telling terms, ascending."""
        for term in terms.tolist():
            if term in self._recent:
                self._recent[term].append(number)
            else:
                self._recent[term] = [number]
        self._waiting.append((number, terms))
        if len(self._waiting) >= _RECENT:
            self._merge()

    def find(self, terms: Terms, worth: NDArray[float64]) -> tuple[Rows, NDArray[float64]]:
        """The articles under each of these terms (ascending), and what each was found by is worth."""
        at = self._terms.searchsorted(terms)
        known = numpy.flatnonzero(self._terms.take(at, mode="clip") == terms) if len(self._terms) else at[:0]
        at = at[known]
        ends = self._starts[at + 1]
        counts = numpy.minimum(ends - self._starts[at], _LATEST)
        found = self._numbers[spread(ends - counts, counts)]
        by = worth[known].repeat(counts)
        recent = self._recent
        late = [place for place, term in enumerate(terms.tolist()) if term in recent]
        if not late:
            return found, by
        lists = [recent[term][-_LATEST:] for term in terms[late].tolist()]
        numbers = numpy.fromiter(chain.from_iterable(lists), dtype=numpy.int32)
        return numpy.concatenate((found, numbers)), numpy.concatenate((by, worth[late].repeat(list(map(len, lists)))))

    def renumber(self, new: Rows) -> None:
        """Give each article its new number; those with -1 are forgotten. Their order does not change."""
        self._merge()
        numbers = new[self._numbers]
        held = numbers >= 0
        counts = (
            numpy.add.reduceat(held, self._starts[:-1], dtype=numpy.int32) if len(self._terms) else self._starts[1:]
        )
        self._numbers = numbers[held].astype(numpy.int32)
        self._terms, self._starts = self._terms[counts > 0], _starts(counts[counts > 0])

    def _merge(self) -> None:
        if not self._waiting:
            return
        terms = numpy.concatenate([terms for _, terms in self._waiting])
        numbers = numpy.repeat([number for number, _ in self._waiting], [len(terms) for _, terms in self._waiting])
        order = numpy.argsort(terms, kind="stable")
        added, counts = numpy.unique(terms, return_counts=True)
        at = self._terms.searchsorted(added)
        known = self._terms.take(at, mode="clip") == added if len(self._terms) else numpy.zeros(len(added), dtype=bool)
        ends = self._starts[at + known]
        self._numbers = numpy.insert(self._numbers, ends.repeat(counts), numbers[order])
        lengths = numpy.diff(self._starts)
        lengths[at[known]] += counts[known]
        self._terms = numpy.insert(self._terms, at[~known], added[~known])
        self._starts = _starts(numpy.insert(lengths, at[~known], counts[~known]))
        self._recent, self._waiting = {}, []


def _starts(counts: NDArray[numpy.int32]) -> NDArray[numpy.int32]:
    return numpy.concatenate(([0], numpy.cumsum(counts))).astype(numpy.int32)
