"""Which earlier articles are worth comparing with one, and what speaks for and against one event behind both."""

from typing import NamedTuple

import numpy
from numpy import bool_, float64, int64, uint8, uint64
from numpy.typing import NDArray

from stemma.stories.index import Index
from stemma.stories.profile import HEAD, KEYS, MOST, TITLE, Profiles, values
from stemma.stories.window import UNDATED, Rows, Window

__all__ = ["COMPARED", "FEATURES", "Compared", "Comparer", "Pairs", "candidates", "likeliest"]

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
COMPARED = 64
"""So many of the likeliest are compared: bounds the time for an article in whatever window."""
# Terms are looked for by their last 13 bits first: those of 64 articles are half a megabyte, which stays in the cache.
_PLACES = 1 << 13
_SHIFT = uint64(32)
_TINY = 1e-9  # stands under a sum of nothing
_NEARLY = 0.999  # what is looked through first misses nothing for how it was rounded
# The columns of `window.measures`, see MEASURES.
_HEAD_LENGTH, _TITLE_LENGTH, _WHOLE_LENGTH = 0, 1, 3


class Compared(NamedTuple):
    """One row for each article compared, one column for each of FEATURES; and how much is shared both ways.

    `enough`: they share enough telling terms to be compared at all. `both` is the share of the weight of each one's
    terms that the other has, the smaller of the two.
    """

    rows: NDArray[float64]
    enough: NDArray[bool_]
    both: NDArray[float64]


class Pairs(NamedTuple):
    """Articles to be compared with earlier ones, in order: the place of each among those that came together, the number
    of the other, and the cosine of the two by the terms they were found by.
    """

    owners: Rows
    others: Rows
    scores: NDArray[float64]


def candidates(kept: Profiles, numbers: Rows, index: Index, window: Window) -> Pairs:
    """The earlier articles that share most of the telling terms of each of these, which the window holds already."""
    keys = kept.keys
    by, found = index.meet(kept.terms[keys], numbers[kept.owners[keys]])
    worth = (kept.worth[keys] * kept.weights[keys])[by]
    edges = kept.owners[keys[by]].searchsorted(numpy.arange(len(numbers) + 1)).tolist()
    lengths = window.measures[:, KEYS]
    least = numpy.maximum(_TINY, _NEARLY * _LEAST * kept.measures[:, KEYS] * window.shortest)
    parts = []
    for first, end, low in zip(edges[:-1], edges[1:], least.tolist(), strict=True):
        scores = numpy.bincount(found[first:end], worth[first:end])
        others = numpy.flatnonzero(scores >= low)
        parts.append((others, scores[others]))
    owners = numpy.arange(len(numbers)).repeat([len(others) for others, _ in parts])
    others = numpy.concatenate([others for others, _ in parts])
    under = numpy.maximum(kept.measures[owners, KEYS] * lengths[others], _TINY)
    return _likely(Pairs(owners, others, numpy.concatenate([scores for _, scores in parts]) / under), numbers, window)


def _likely(found: Pairs, numbers: Rows, window: Window) -> Pairs:
    """Those that are near in time, or alike enough all the same."""
    owners, others, scores = _taken(found, found.scores >= _LEAST)
    days = window.days.values
    day, other = days[numbers[owners]], days[others]
    near = (other == UNDATED) | (day == UNDATED) | (numpy.abs(other - day) <= _NEAR) | (numbers[owners] <= _FEW)
    return _taken(Pairs(owners, others, scores), near | (scores >= _LEAST_AFAR))


def _taken(found: Pairs, which: NDArray[bool_]) -> Pairs:
    return Pairs(found.owners[which], found.others[which], found.scores[which])


def likeliest(found: Pairs) -> Rows:
    """The places, ascending, of those of one article's that are compared: the likeliest 64."""
    return numpy.sort(numpy.argsort(-found.scores, kind="stable")[:COMPARED])


class Comparer:
    """Compares articles with others of a window; holds a table of their terms between two steps."""

    def __init__(self) -> None:
        self._marked = numpy.zeros(MOST * _PLACES, dtype=bool_)

    def compare(self, kept: Profiles, days: Rows, pairs: Pairs, window: Window) -> Compared:
        """What speaks for one event behind the two articles of each pair; `days` are of those that have profiles."""
        count, (owners, others, _) = len(pairs.owners), pairs
        rows = numpy.zeros((count, len(FEATURES)))
        sums = _sums(kept, self._shared(kept, pairs, window), count)
        ratios = _ratios(kept, pairs, window, sums)
        contained = ratios[:, _OWN : _THEIRS + 1] * _fullness(kept, pairs, window)
        rows[:, :2] = ratios[:, :2]
        numpy.maximum(ratios[:, 2], ratios[:, 3], out=rows[:, 2])
        untitled = window.measures[:, _TITLE_LENGTH][others] == 0.0
        rows[:, 3] = untitled | (kept.measures[owners, _TITLE_LENGTH] == 0.0)
        numpy.maximum(contained[:, 0], contained[:, 1], out=rows[:, 4])
        rows[:, 5] = numpy.log1p(sums[:, _RARE_MASS])
        rows[:, 6:] = _apart(days[owners], window.days.values[others])
        return Compared(rows, sums[:, _TELLING_TERMS] >= _LEAST_SHARED, numpy.minimum(contained[:, 0], contained[:, 1]))

    def shared(self, kept: Profiles, window: Window, other: int) -> Rows:
        """The places of one article's terms that the other article has."""
        pair = Pairs(numpy.zeros(1, dtype=int64), numpy.array([other]), numpy.zeros(1))
        return self._shared(kept, pair, window).at

    def _shared(self, kept: Profiles, pairs: Pairs, window: Window) -> "_Shared":
        """The terms that the two articles of each pair share."""
        marks = kept.owners * _PLACES + (kept.terms & (_PLACES - 1))
        self._marked[marks] = True
        places, owner = window.terms(pairs.others)
        terms = window.term_at(places)
        sides = (pairs.owners * _PLACES)[owner]
        hits = numpy.flatnonzero(self._marked[sides + (terms & (_PLACES - 1))])
        self._marked[marks] = False
        owner = owner[hits]
        sought = pairs.owners[owner].astype(uint64) << _SHIFT | terms[hits]
        own = kept.owners.astype(uint64) << _SHIFT | kept.terms
        at = own.searchsorted(sought)
        same = numpy.flatnonzero(own.take(at, mode="clip") == sought) if len(own) else at[:0]
        return _Shared(at[same], window.use_at(places[hits[same]]), owner[same])


class _Shared(NamedTuple):
    """For each shared term its place in the one's profile, its use in the other, and in which pair."""

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


def _sums(kept: Profiles, shared: _Shared, count: int) -> NDArray[float64]:
    """The sums for each pair, a row each."""
    sums = numpy.zeros((count, _SUMS))
    if len(shared.at):
        first = numpy.flatnonzero(numpy.concatenate(([True], shared.owner[1:] != shared.owner[:-1])))
        each = _one_side(kept)[shared.at] * _OTHER_SIDE[shared.theirs]
        sums[shared.owner[first]] = numpy.add.reduceat(each, first, axis=0)
    return sums


def _one_side(kept: Profiles) -> NDArray[float64]:
    """What each term of the articles brings to the sums, a row each, where the other uses it as much as can be."""
    weights, table = kept.weights, numpy.zeros((len(kept.terms), _SUMS))
    squares = weights * weights
    table[:, 0] = table[:, 3] = squares * ((kept.uses & HEAD) > 0)
    table[:, 1] = table[:, 2] = squares * ((kept.uses & TITLE) > 0)
    table[:, _OWN], table[:, _THEIRS] = kept.worth, weights
    table[:, _RARE_MASS] = numpy.maximum(0.0, weights - _RARE)
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


def _ratios(kept: Profiles, pairs: Pairs, window: Window, sums: NDArray[float64]) -> NDArray[float64]:
    """The first six sums by the lengths, 1 at most: the other's may be of a time when its terms weighed less."""
    under = numpy.empty((len(pairs.others), _THEIRS + 1))
    theirs, own = window.measures[pairs.others], kept.measures[pairs.owners]
    under[:, :_OWN] = theirs[:, _UNDER_THEIRS] * own[:, _UNDER_OWN]
    under[:, _OWN], under[:, _THEIRS] = own[:, _WHOLE_LENGTH], theirs[:, _WHOLE_LENGTH]
    ratios: NDArray[float64] = numpy.minimum(1.0, sums[:, : _THEIRS + 1] / numpy.maximum(under, _TINY))
    return ratios


def _fullness(kept: Profiles, pairs: Pairs, window: Window) -> NDArray[float64]:
    """How far each of the two has as many terms as are enough, two columns."""
    sizes = numpy.bincount(kept.owners, minlength=len(kept.measures))[pairs.owners]
    return numpy.minimum(numpy.column_stack((sizes, window.sizes(pairs.others))) / _ENOUGH_TERMS, 1.0)


def _apart(days: Rows, others: Rows) -> NDArray[float64]:
    """The columns gap, same_day and gap_unknown."""
    unknown = (days == UNDATED) | (others == UNDATED)
    gap = numpy.where(unknown, 0, numpy.abs(days - others))
    return numpy.column_stack((_GAPS[numpy.minimum(gap, _LONGEST_GAP)], (gap == 0) & ~unknown, unknown))
