"""Which earlier articles are worth comparing with one, and what speaks for and against one event behind both."""

from typing import NamedTuple

import numpy
from numpy import bool_, float64, int64, uint8
from numpy.typing import NDArray

from stemma.stories.index import Index
from stemma.stories.profile import HEAD, TITLE, Profile, values
from stemma.stories.window import UNDATED, Rows, Window

__all__ = ["FEATURES", "Compared", "Comparer", "candidates"]

# What a pair is judged by; the weights stand in weights.json. Also tried and of no further use beside these (their
# fitted weight was 0): cosine of the whole text, of the names, of the names in the head, the mass of shared names, what
# the less contained of the two has in the other, and the less likely of the titles in the other's head.
FEATURES = (
    "head",  # cosine of title and first 80 words
    "title",  # cosine of the titles
    "title_in_head",  # cosine of one's title with the other's head, the larger of both
    "title_unknown",  # 1 where one of them has no title
    "contained",  # share of the weight of one's terms that the other has, the larger of both
    "mass",  # log of 1 + the summed weight, above 5, of all shared terms: three are less evidence than thirty
    "gap",  # log of 1 + the days between, 14 at most
    "same_day",
    "gap_unknown",  # 1 where one of them has no date
)

# An article of fewer telling terms than this is easily contained in another by chance (by eye: two sentences).
_ENOUGH_TERMS = 12
# A term is rare above this weight: fewer than one article in 150 has it.
_RARE = 5.0
# Articles that share fewer terms of at least this weight (one article in twenty has it) are never compared: one name
# (an outlet's, a place's) is no event.
_LEAST_SHARED, _TELLING = 2, 3.0
# Least cosine by the most telling terms, for articles near in time and for others: keeps 96 of 100 pairs of one event.
_LEAST, _LEAST_AFAR = 0.03, 0.12
_NEAR = 15  # days: all but 1 in 100 pairs of one event in the larger corpus are nearer
# In a window of up to this many articles time does not narrow the choice: dates are often wrong, pairs are few.
_FEW = 2000
# Longer gaps than this many days count as this long: some dates are wrong by years.
_LONGEST_GAP = 14
_GAPS = numpy.log1p(numpy.arange(_LONGEST_GAP + 1.0))
# So many of the likeliest are compared: bounds the time for an article in whatever window.
_COMPARED = 64
# Terms are looked for by their last 16 bits first: 64 kB stay in the processor's cache.
_PLACES = 1 << 16
# The columns of `window.measures`, in the order of `Measures`.
_HEAD_LENGTH, _TITLE_LENGTH, _KEYS_LENGTH, _WHOLE_LENGTH = range(4)


class Compared(NamedTuple):
    """One row for each article compared, one column for each of FEATURES; and how much is shared both ways.

    `enough`: they share enough telling terms to be compared at all. `both` is the share of the weight of each one's
    terms that the other has, the smaller of the two.
    """

    rows: NDArray[float64]
    enough: NDArray[bool_]
    both: NDArray[float64]


def candidates(kept: Profile, day: int, index: Index, window: Window) -> Rows:
    """The numbers of the articles that share most of the telling terms, ascending; at most 64."""
    found, worth = index.find(kept.terms[kept.keys], (kept.worth * kept.weights)[kept.keys])
    if not len(found):
        return numpy.zeros(0, dtype=int64)
    scores = numpy.bincount(found, weights=worth)
    numbers = numpy.flatnonzero(scores)
    scores = scores[numbers] / numpy.maximum(kept.measures.keys * window.measures[numbers, _KEYS_LENGTH], _TINY)
    likely = numpy.flatnonzero(scores >= _LEAST)
    numbers, scores = numbers[likely], scores[likely]
    if len(window) > _FEW:
        days = window.days.values[numbers]
        near = (days == UNDATED) | (day == UNDATED) | (numpy.abs(days - day) <= _NEAR) | (scores >= _LEAST_AFAR)
        numbers, scores = numbers[near], scores[near]
    if len(numbers) > _COMPARED:
        numbers = numpy.sort(numbers[numpy.argsort(-scores, kind="stable")[:_COMPARED]])
    return numbers


class Comparer:
    """Compares one article with others of a window; holds a table of the one's terms between two steps."""

    def __init__(self) -> None:
        self._marked = numpy.zeros(_PLACES, dtype=bool_)

    def compare(self, kept: Profile, day: int, window: Window, others: Rows) -> Compared:
        """What speaks for one event behind the article and each of the others."""
        rows = numpy.zeros((len(others), len(FEATURES)))
        if not len(others):
            return Compared(rows, numpy.zeros(0, dtype=bool_), rows[:, 0])
        sums = _sums(kept, self._shared(kept, window, others), len(others))
        ratios = _ratios(kept, window, others, sums)
        contained = ratios[:, _OWN : _THEIRS + 1] * _fullness(kept, window, others)
        rows[:, :2] = ratios[:, :2]
        numpy.maximum(ratios[:, 2], ratios[:, 3], out=rows[:, 2])
        rows[:, 3] = (window.measures[others, _TITLE_LENGTH] == 0.0) | (kept.measures.title == 0.0)
        numpy.maximum(contained[:, 0], contained[:, 1], out=rows[:, 4])
        numpy.log1p(sums[:, _RARE_MASS], out=rows[:, 5])
        _apart(day, window, others, rows[:, 6:])
        return Compared(rows, sums[:, _TELLING_TERMS] >= _LEAST_SHARED, numpy.minimum(contained[:, 0], contained[:, 1]))

    def shared(self, kept: Profile, window: Window, other: int) -> Rows:
        """The places of the profile's terms that the other article has."""
        return self._shared(kept, window, numpy.array([other])).at

    def _shared(self, kept: Profile, window: Window, others: Rows) -> "_Shared":
        """The terms that the profile shares with each of the others."""
        marks = kept.terms & (_PLACES - 1)
        self._marked[marks] = True
        places, owner = window.terms(others)
        terms = window.term_at(places)
        hits = numpy.flatnonzero(self._marked[terms & (_PLACES - 1)])
        self._marked[marks] = False
        terms = terms[hits]
        at = kept.terms.searchsorted(terms)
        same = numpy.flatnonzero(kept.terms.take(at, mode="clip") == terms) if len(kept.terms) else at[:0]
        hits = hits[same]
        return _Shared(at[same], window.use_at(places[hits]), owner[hits])


class _Shared(NamedTuple):
    """For each shared term its place in the one's profile, its use in the other, and which of the others has it."""

    at: Rows
    theirs: NDArray[uint8]
    owner: Rows


# Sums over the terms that two articles share, a column each: of the squared weights of those in both heads, in both
# titles, in the one's title and the other's head, in the one's head and the other's title; what they are worth in the
# one, and in the other; their weight above that of a rare term; how many are telling.
_SUMS = 8
_OWN, _THEIRS, _RARE_MASS, _TELLING_TERMS = 4, 5, 6, 7
# Which of an article's measures stand under the sums of both heads to what is worth in the other.
_UNDER_OWN = [_HEAD_LENGTH, _TITLE_LENGTH, _TITLE_LENGTH, _HEAD_LENGTH]
_UNDER_THEIRS = [_HEAD_LENGTH, _TITLE_LENGTH, _HEAD_LENGTH, _TITLE_LENGTH]
_TINY = 1e-9  # stands under a sum of nothing


def _sums(kept: Profile, shared: _Shared, count: int) -> NDArray[float64]:
    """The sums for each of the others, a row each."""
    sums = numpy.zeros((count, _SUMS))
    if len(shared.at):
        first = numpy.flatnonzero(numpy.concatenate(([True], shared.owner[1:] != shared.owner[:-1])))
        each = _one_side(kept)[shared.at] * _OTHER_SIDE[shared.theirs]
        sums[shared.owner[first]] = numpy.add.reduceat(each, first, axis=0)
    return sums


def _one_side(kept: Profile) -> NDArray[float64]:
    """What each term of the article brings to the sums, a row each, where the other uses it as much as can be."""
    weights, table = kept.weights, numpy.zeros((len(kept.terms), _SUMS))
    squares = weights * weights
    table[:, 0] = table[:, 3] = squares * ((kept.uses & HEAD) > 0)
    table[:, 1] = table[:, 2] = squares * ((kept.uses & TITLE) > 0)
    table[:, _OWN], table[:, _THEIRS] = kept.worth, weights
    numpy.maximum(0.0, weights - _RARE, out=table[:, _RARE_MASS])
    table[:, _TELLING_TERMS] = weights >= _TELLING
    return table


def _other_side() -> NDArray[float64]:
    """The share of that which counts, for each use of a term in the other article."""
    uses = numpy.arange(256, dtype=uint8)
    table = numpy.ones((len(uses), _SUMS))
    table[:, 0] = table[:, 2] = (uses & HEAD) > 0
    table[:, 1] = table[:, 3] = (uses & TITLE) > 0
    table[:, _THEIRS] = values(uses, numpy.ones(len(uses)))
    return table


_OTHER_SIDE = _other_side()


def _ratios(kept: Profile, window: Window, others: Rows, sums: NDArray[float64]) -> NDArray[float64]:
    """The first six sums by the lengths, 1 at most: the other's may be of a time when its terms weighed less."""
    under = numpy.empty((len(others), _THEIRS + 1))
    theirs, own = window.measures[others], numpy.array(kept.measures)
    numpy.multiply(theirs[:, _UNDER_THEIRS], own[_UNDER_OWN], out=under[:, :_OWN])
    under[:, _OWN], under[:, _THEIRS] = kept.measures.whole, theirs[:, _WHOLE_LENGTH]
    numpy.maximum(under, _TINY, out=under)
    numpy.divide(sums[:, : _THEIRS + 1], under, out=under)
    return numpy.minimum(under, 1.0, out=under)


def _fullness(kept: Profile, window: Window, others: Rows) -> NDArray[float64]:
    """How far each of the two has as many terms as are enough, two columns."""
    found = numpy.empty((len(others), 2))
    found[:, 0], found[:, 1] = len(kept.terms), window.sizes(others)
    return numpy.minimum(found / _ENOUGH_TERMS, 1.0)


def _apart(day: int, window: Window, others: Rows, columns: NDArray[float64]) -> None:
    """Fill the columns gap, same_day and gap_unknown."""
    days = window.days.values[others]
    unknown = days == UNDATED
    gap = numpy.where(unknown, 0, numpy.abs(days - day)) if day != UNDATED else numpy.zeros(len(others))
    columns[:, 0] = _GAPS[numpy.minimum(gap, _LONGEST_GAP).astype(int64)]
    columns[:, 1] = (gap == 0) & ~unknown & (day != UNDATED)
    columns[:, 2] = unknown | (day == UNDATED)
