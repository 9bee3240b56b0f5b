"""Which articles of the window have a term among their most telling ones."""

from typing import NamedTuple

import numpy
from numpy import bool_, int32, int64, uint32, uint64
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
# An entry of the page is one number, so that they can be put in order: the term, then the article (32 bits).
_TERM, _NUMBER = uint64(32), uint64(0xFFFFFFFF)


class _Postings(NamedTuple):
    """Terms ascending, and the articles of each ascending: at place i those from `starts[i]` to `starts[i + 1]`."""

    terms: Terms
    starts: NDArray[int32]
    numbers: NDArray[int32]


_NONE = _Postings(numpy.zeros(0, numpy.uint32), numpy.zeros(1, int32), numpy.zeros(0, int32))


class Index:
    """Postings of all articles, of those of the latest pages, and of those of the page that is open."""

    def __init__(self) -> None:
        self._all = self._young = _NONE
        self._page, self._on_page = numpy.zeros(0, uint64), 0  # entries of the page: terms and numbers, as one number

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
        first = terms.astype(uint64) << _TERM
        self._page = numpy.sort(numpy.concatenate((self._page, first | numbers[order].astype(uint64))))
        found = [_found(self._all, terms), _found(self._young, terms), self._found_on_page(first)]
        by = order[numpy.concatenate([places for places, _ in found])]
        others = numpy.concatenate([others for _, others in found])
        owners = numbers[by]
        earlier = numpy.flatnonzero(others < owners)
        order = earlier[numpy.argsort(owners[earlier] - numbers[0], kind="stable")] if len(earlier) else earlier
        return by[order], others[order]

    def _found_on_page(self, first: NDArray[uint64]) -> tuple[Rows, Rows]:
        """The articles of the page under each of the terms that these entries begin: the place of its term, and its
        number.
        """
        starts = self._page.searchsorted(first)
        counts = self._page.searchsorted(first | _NUMBER, side="right") - starts
        places = numpy.arange(len(first)).repeat(counts)
        return places, (self._page[spread(starts, counts)] & _NUMBER).astype(int64)

    def entered(self, articles: int, copies: Rows) -> None:
        """Count so many articles as entered, and forget those of them that are copies."""
        if len(copies):
            self._page = self._page[~numpy.isin(self._page & _NUMBER, copies.astype(uint64))]
        self._on_page += articles
        if self._on_page >= PAGE:
            self._close()
        if len(self._young.numbers) >= _YOUNG:
            self._all, self._young = _merged(self._all, self._young), _NONE

    def _close(self) -> None:
        page = _postings((self._page >> _TERM).astype(uint32), self._page & _NUMBER)
        self._young, self._page, self._on_page = _merged(self._young, page), self._page[:0], 0

    def renumber(self, new: Rows) -> None:
        """Give each article its new number; those with -1 are forgotten. Their order does not change."""
        self._close()
        terms, starts, numbers = _merged(self._all, self._young)
        numbers = new[numbers].astype(int32)
        self._all, self._young = _without(_Postings(terms, starts, numbers), numbers < 0), _NONE


def _postings(terms: Terms, numbers: NDArray[uint64]) -> _Postings:
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


def _found(postings: _Postings, terms: Terms) -> tuple[Rows, Rows]:
    """The latest articles under each of the terms, ascending: the place of its term, and its number."""
    if not len(postings.terms):
        return numpy.zeros(0, int64), numpy.zeros(0, int64)
    at = postings.terms.searchsorted(terms)
    places = numpy.flatnonzero(_at(postings, at, terms))
    ends = postings.starts[at[places] + 1]
    counts = numpy.minimum(ends - postings.starts[at[places]], _LATEST)
    return places.repeat(counts), postings.numbers[spread(ends - counts, counts)].astype(int64)


def _at(postings: _Postings, at: Rows, terms: Terms) -> NDArray[bool_]:
    """Whether the term at each of these places is the one sought."""
    found: NDArray[bool_] = postings.terms.take(at, mode="clip") == terms
    return found


def _starts(counts: NDArray[int32] | NDArray[bool_] | Rows) -> NDArray[int32]:
    return numpy.concatenate(([0], numpy.cumsum(counts))).astype(int32)
