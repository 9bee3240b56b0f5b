"""Which articles of the window have a term among their most telling ones."""

import numpy
from numpy import int64, uint64
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
_SHIFT, _ONE = numpy.uint64(32), numpy.uint64(1 << 32)


class Index:
    """Sorted pairs (term, article) in one number each, and a dictionary of the latest articles."""

    def __init__(self) -> None:
        self._pairs: NDArray[uint64] = numpy.zeros(0, dtype=uint64)
        self._recent: dict[int, list[int]] = {}
        self._waiting: list[tuple[int, Terms]] = []

    def add(self, number: int, terms: Terms) -> None:
        """Enter the newest article under its most telling terms."""
        for term in terms.tolist():
            self._recent.setdefault(term, []).append(number)
        self._waiting.append((number, terms))
        if len(self._waiting) >= _RECENT:
            self._merge()

    def find(self, terms: Terms) -> tuple[Rows, Rows]:
        """The articles under each of these terms, and the place of the term by which each was found."""
        first = terms.astype(uint64) << _SHIFT
        low, high = numpy.searchsorted(self._pairs, numpy.stack((first, first + _ONE)))
        counts = numpy.minimum(high - low, _LATEST)
        found = (self._pairs[spread(high - counts, counts)] & numpy.uint64(0xFFFFFFFF)).astype(int64)
        by = numpy.repeat(numpy.arange(len(terms)), counts)
        late = [
            (place, self._recent[term][-_LATEST:]) for place, term in enumerate(terms.tolist()) if term in self._recent
        ]
        if not late:
            return found, by
        numbers = numpy.array([number for _, latest in late for number in latest])
        places = numpy.repeat([place for place, _ in late], [len(latest) for _, latest in late])
        return numpy.concatenate((found, numbers)), numpy.concatenate((by, places))

    def renumber(self, new: Rows) -> None:
        """Give each article its new number; those with -1 are forgotten. Their order does not change."""
        self._merge()
        numbers = new[(self._pairs & numpy.uint64(0xFFFFFFFF)).astype(int64)]
        kept = numbers >= 0
        self._pairs = (self._pairs[kept] >> _SHIFT << _SHIFT) | numbers[kept].astype(uint64)

    def _merge(self) -> None:
        if not self._waiting:
            return
        added = numpy.concatenate(
            [terms.astype(uint64) << _SHIFT | numpy.uint64(number) for number, terms in self._waiting]
        )
        added.sort()
        self._pairs = numpy.insert(self._pairs, numpy.searchsorted(self._pairs, added), added)
        self._recent, self._waiting = {}, []
