"""Which earlier articles are worth comparing with one, and what speaks for and against one event behind both."""

from typing import NamedTuple

import numpy
from numpy import bool_, float64, uint8
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
_LONGEST_GAP = 14.0
# So many of the likeliest are compared: bounds the time for an article in whatever window.
_COMPARED = 64
# Terms are looked for by their last 16 bits first: 64 kB stay in the processor's cache.
_PLACES = 1 << 16


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
    keys = kept.terms[kept.keys]
    worth = kept.worth[kept.keys]
    found, by = index.find(keys)
    if not len(found):
        return found
    numbers, place = numpy.unique(found, return_inverse=True)
    scores = numpy.bincount(place, weights=(worth * kept.weights[kept.keys])[by])
    lengths = kept.measures.keys * window.measures.keys.values[numbers]
    scores = scores / numpy.maximum(lengths, 1e-9)
    days = window.days.values[numbers]
    near = (days == UNDATED) | (day == UNDATED) | (numpy.abs(days - day) <= _NEAR) | (len(window) <= _FEW)
    likely = scores >= numpy.where(near, _LEAST, _LEAST_AFAR)
    numbers, scores = numbers[likely], scores[likely]
    if len(numbers) > _COMPARED:
        numbers = numbers[numpy.argsort(-scores, kind="stable")[:_COMPARED]]
    return numpy.sort(numbers)


class Comparer:
    """Compares one article with others of a window; holds a table of the one's terms between two steps."""

    def __init__(self) -> None:
        self._marked = numpy.zeros(_PLACES, dtype=bool_)

    def compare(self, kept: Profile, day: int, window: Window, others: Rows) -> Compared:
        """What speaks for one event behind the article and each of the others."""
        found = self._shared(kept, window, others)
        sums = _sums(kept, found, len(others))
        contained = _contained(kept, window, others, sums)
        likeness = _likeness(kept, window, others, sums)
        rows = numpy.column_stack(
            [*likeness, contained.max(axis=0), numpy.log1p(sums.rare), *_apart(day, window, others)]
        )
        return Compared(rows, sums.telling >= _LEAST_SHARED, contained.min(axis=0))

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
        at = numpy.minimum(numpy.searchsorted(kept.terms, terms[hits]), max(0, len(kept.terms) - 1))
        same = kept.terms[at] == terms[hits] if len(kept.terms) else numpy.zeros(0, dtype=bool_)
        hits, at = hits[same], at[same]
        return _Shared(at, window.use_at(places[hits]), owner[hits])


class _Shared(NamedTuple):
    """For each shared term its place in the one's profile, its use in the other, and which of the others has it."""

    at: Rows
    theirs: NDArray[uint8]
    owner: Rows


class _Sums(NamedTuple):
    """For each of the others, sums over the shared terms."""

    heads: NDArray[float64]
    titles: NDArray[float64]
    title_in_head: NDArray[float64]
    head_in_title: NDArray[float64]
    own: NDArray[float64]
    theirs: NDArray[float64]
    rare: NDArray[float64]
    telling: NDArray[float64]


def _sums(kept: Profile, shared: _Shared, count: int) -> _Sums:
    at, theirs, owner = shared
    weights, own = kept.weights[at], kept.uses[at]
    squares = weights * weights
    summed = (
        squares * ((own & theirs & HEAD) > 0),
        squares * ((own & theirs & TITLE) > 0),
        squares * (((own & TITLE) > 0) & ((theirs & HEAD) > 0)),
        squares * (((own & HEAD) > 0) & ((theirs & TITLE) > 0)),
        kept.worth[at],
        values(theirs, weights),
        numpy.maximum(0.0, weights - _RARE),
        weights >= _TELLING,
    )
    return _Sums(*(numpy.bincount(owner, weights=each, minlength=count).astype(float64) for each in summed))


def _likeness(kept: Profile, window: Window, others: Rows, sums: _Sums) -> tuple[NDArray[float64], ...]:
    """The columns head, title, title_in_head and title_unknown."""
    own, theirs = kept.measures, window.measures
    head, title = theirs.head.values[others], theirs.title.values[others]
    crossed = numpy.maximum(_ratio(sums.title_in_head, own.title * head), _ratio(sums.head_in_title, own.head * title))
    unknown = (title == 0.0) | (own.title == 0.0)
    return _ratio(sums.heads, own.head * head), _ratio(sums.titles, own.title * title), crossed, unknown


def _ratio(sums: NDArray[float64], lengths: NDArray[float64]) -> NDArray[float64]:
    """The sums by the lengths, 1 at most: the other's length may be of a time when its terms weighed less."""
    return numpy.minimum(1.0, sums / numpy.maximum(lengths, 1e-9))


def _contained(kept: Profile, window: Window, others: Rows, sums: _Sums) -> NDArray[float64]:
    """The share of the weight of each one's terms that the other has, two rows; less where it has few terms."""
    whole, theirs = kept.measures.whole, window.measures.whole.values[others]
    own_fullness = min(1.0, len(kept.terms) / _ENOUGH_TERMS)
    their_fullness = numpy.minimum(1.0, window.sizes(others) / _ENOUGH_TERMS)
    return numpy.stack([_ratio(sums.own, whole) * own_fullness, _ratio(sums.theirs, theirs) * their_fullness])


def _apart(day: int, window: Window, others: Rows) -> tuple[NDArray[float64], ...]:
    """The columns gap, same_day and gap_unknown."""
    days = window.days.values[others]
    unknown = (days == UNDATED) | (day == UNDATED)
    gap = numpy.where(unknown, 0, numpy.abs(days - day))
    return numpy.log1p(numpy.minimum(gap, _LONGEST_GAP)), (gap == 0) & ~unknown, unknown
