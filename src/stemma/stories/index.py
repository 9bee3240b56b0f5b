"""Which articles of the window have a term among their most telling ones."""

from typing import NamedTuple

import numpy
from numpy import bool_, int32, int64
from numpy.typing import NDArray

from stemma.stories.columns import spread
from stemma.stories.vocabulary import Terms

__all__ = ["PAGE", "Index"]

Rows = NDArray[int64]

PAGE = 64
"""So many articles fill a page, which is then closed: what is looked up in closed pages can be for many at once."""
# The entries of closed pages are merged into all others when there are so many: some 512 articles', in milliseconds.
_YOUNG = 24_000
# The latest so many articles of a term are looked at, of all others and of the latest pages: a term that more have in
# the window is no rare one, and an event with more reports is found by the latest of them.
_LATEST = 200


class _Postings(NamedTuple):
    """Terms ascending, and the articles of each ascending: at place i those from `starts[i]` to `starts[i + 1]`."""

    terms: Terms
    starts: NDArray[int32]
    numbers: NDArray[int32]


_NONE = _Postings(numpy.zeros(0, numpy.uint32), numpy.zeros(1, int32), numpy.zeros(0, int32))


class Index:
    """Postings of all articles, of those of the latest pages, and of those of the page that is open."""

    def __init__(self) -> None:
        self._all = self._young = self._page = _NONE
        self._on_page = 0

    @property
    def room(self) -> int:
        """How many articles the open page has room for."""
        return PAGE - self._on_page

    def meet(self, terms: Terms, numbers: Rows) -> tuple[Rows, Rows]:
        """Enter articles under their most telling terms, by number; the earlier articles under each.

        Of each found the place of the term by which it was found, by the terms' articles, and its number. What was
        entered has to be counted (see `entered`) before anything else is done.
        """
        order = numpy.argsort(terms, kind="stable")  # neighbours are looked up one after another, which halves the time
        terms = terms[order]
        self._page = _merged(self._page, _postings(terms, numbers[order]))
        pages = ((self._all, _LATEST), (self._young, _LATEST), (self._page, PAGE))
        found = [_found(postings, terms, latest) for postings, latest in pages]
        by = order[numpy.concatenate([places for places, _ in found])]
        others = numpy.concatenate([others for _, others in found])
        owners = numbers[by]
        earlier = numpy.flatnonzero(others < owners)
        order = earlier[numpy.argsort(owners[earlier] - numbers[0], kind="stable")] if len(earlier) else earlier
        return by[order], others[order]

    def entered(self, articles: int, copies: Rows) -> None:
        """Count so many articles as entered, and forget those of them that are copies."""
        if len(copies):
            self._page = _without(self._page, numpy.isin(self._page.numbers, copies))
        self._on_page += articles
        if self._on_page >= PAGE:
            self._close()
        if len(self._young.numbers) >= _YOUNG:
            self._all, self._young = _merged(self._all, self._young), _NONE

    def _close(self) -> None:
        self._young, self._page, self._on_page = _merged(self._young, self._page), _NONE, 0

    def renumber(self, new: Rows) -> None:
        """Give each article its new number; those with -1 are forgotten. Their order does not change."""
        self._close()
        terms, starts, numbers = _merged(self._all, self._young)
        numbers = new[numbers].astype(int32)
        self._all, self._young = _without(_Postings(terms, starts, numbers), numbers < 0), _NONE


def _postings(terms: Terms, numbers: Rows) -> _Postings:
    """Postings of terms, ascending, with the article of each, ascending among those of one term."""
    first = numpy.flatnonzero(numpy.concatenate(([True], terms[1:] != terms[:-1]))[: len(terms)])
    return _Postings(terms[first], numpy.append(first, len(terms)).astype(int32), numbers.astype(int32))


def _without(postings: _Postings, left_out: NDArray[bool_]) -> _Postings:
    """Postings without these entries, and without the terms that none is left of."""
    terms, starts, numbers = postings
    counts = numpy.diff(_starts(~left_out)[starts])
    return _Postings(terms[counts > 0], _starts(counts[counts > 0]), numbers[~left_out])


def _merged(old: _Postings, new: _Postings) -> _Postings:
    """Both, where all articles of the second come after those of the first."""
    if not len(old.terms) or not len(new.terms):
        return new if len(new.terms) else old
    at = old.terms.searchsorted(new.terms)
    known = _at(old, at, new.terms)
    counts, lengths = numpy.diff(new.starts), numpy.diff(old.starts)
    numbers = numpy.insert(old.numbers, old.starts[at + known].repeat(counts), new.numbers)
    lengths[at[known]] += counts[known]
    terms = numpy.insert(old.terms, at[~known], new.terms[~known])
    return _Postings(terms, _starts(numpy.insert(lengths, at[~known], counts[~known])), numbers)


def _found(postings: _Postings, terms: Terms, latest: int) -> tuple[Rows, Rows]:
    """The latest so many articles under each of the terms, ascending: the place of its term, and its number."""
    if not len(postings.terms):
        return numpy.zeros(0, int64), numpy.zeros(0, int64)
    at = postings.terms.searchsorted(terms)
    places = numpy.flatnonzero(_at(postings, at, terms))
    ends = postings.starts[at[places] + 1]
    counts = numpy.minimum(ends - postings.starts[at[places]], latest)
    return places.repeat(counts), postings.numbers[spread(ends - counts, counts)].astype(int64)


def _at(postings: _Postings, at: Rows, terms: Terms) -> NDArray[bool_]:
    """Whether the term at each of these places is the one sought."""
    found: NDArray[bool_] = postings.terms.take(at, mode="clip") == terms
    return found


def _starts(counts: NDArray[int32] | NDArray[bool_] | Rows) -> NDArray[int32]:
    return numpy.concatenate(([0], numpy.cumsum(counts))).astype(int32)
