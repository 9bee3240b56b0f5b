"""Pairs of articles worth comparing, and what speaks for and against one event behind them."""

from collections.abc import Sequence

import numpy
from numpy import bool_, float64, int64
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from stemma.stories.space import Space
from stemma.stories.terms import Terms

__all__ = ["FEATURES", "Rows", "candidates", "features"]

Rows = NDArray[int64]

# What a pair is judged by, as `features` gives it; the weights stand in weights.json. Also tried and of no further use
# beside these (their fitted weight was 0): cosine of the whole text, of the names, of the names in the head, and what
# the less contained of the two has in the other.
FEATURES = (
    "head",  # cosine of title and first 80 words
    "title",  # cosine of the titles
    "title_in_head",  # cosine of one's title with the other's head, the larger of both
    "title_unknown",  # 1 where one of them has no title
    "contained",  # share of the weight of one's rarest terms that the other has, the larger of both
    "mass",  # log of 1 + the summed weight, above 5, of all shared terms: three are less evidence than thirty
    "gap",  # log of 1 + the days between, 14 at most
    "same_day",
    "gap_unknown",  # 1 where one of them has no date
)

# How many of an article's weightiest terms are looked up to find what else may report its event (best of 20, 40, 80
# and 160 on the corpora of evals/fit_stories.py).
_LOOKED_UP = 80
# An article of fewer telling terms than this is easily contained in another by chance (by eye: two sentences).
_ENOUGH_TERMS = 12
# A term is rare above this weight: fewer than one article in 150 has it.
_RARE = 5.0
# Articles that share fewer terms of at least this weight (one article in twenty has it) are never compared: one name
# (an outlet's, a place's) is no event.
_LEAST_SHARED, _TELLING = 2, 3.0
# Least cosine by the weightiest terms, for articles near in time and for others: keeps 96 of 100 pairs of one event.
_LEAST, _LEAST_AFAR = 0.04, 0.12
_NEAR = 15  # days: all but 1 in 100 pairs of one event in the larger corpus are nearer
# In a collection of up to this many articles time does not narrow the choice: dates are often wrong, pairs are few.
_FEW = 2000
# Longer gaps than this many days count as this long: some dates are wrong by years.
_LONGEST_GAP = 14.0
_ROWS = 500  # rows of the product at a time: bounds memory to 500 times the number of articles
_PAIRS = 20000  # pairs whose vectors are multiplied at a time: bounds memory to some 100 MB


def candidates(where: Space, counted: Sequence[Terms]) -> tuple[Rows, Rows]:
    """Row numbers (left, right) of the pairs that share telling terms, left < right, in order."""
    top = _weightiest(where.body)
    turned = top.T.tocsr()
    days = _days(counted)
    found = [_pairs_from(top[start : start + _ROWS] @ turned, start, days) for start in range(0, len(counted), _ROWS)]
    left, right = (numpy.concatenate(side).astype(int64) for side in zip(*found, strict=True))
    enough = _sums(_present(_above(where, _TELLING)), _present(where.body), left, right) >= _LEAST_SHARED
    left, right = left[enough], right[enough]
    order = numpy.lexsort((right, left))
    return left[order], right[order]


def _pairs_from(product: csr_matrix, start: int, days: NDArray[float64]) -> tuple[Rows, Rows]:
    cells = product.tocoo()
    left, right = cells.row.astype(int64) + start, cells.col.astype(int64)
    gap = numpy.abs(days[left] - days[right])
    near: NDArray[bool_] = numpy.isnan(gap) | (gap <= _NEAR) | (len(days) <= _FEW)
    kept = (left < right) & (cells.data >= numpy.where(near, _LEAST, _LEAST_AFAR))
    return left[kept], right[kept]


def features(where: Space, counted: Sequence[Terms], left: Rows, right: Rows) -> NDArray[float64]:
    """One row a pair, one column for each of FEATURES."""
    titled = numpy.array([bool(terms.title) for terms in counted])
    days = _days(counted)
    gap = numpy.abs(days[left] - days[right])
    unknown = numpy.isnan(gap)
    top, present = _weightiest(where.body), _present(where.body)
    columns = [
        _sums(where.head, where.head, left, right),
        _sums(where.title, where.title, left, right),
        numpy.maximum(_sums(where.title, where.head, left, right), _sums(where.title, where.head, right, left)),
        ~(titled[left] & titled[right]),
        numpy.maximum(_contained(top, present, left, right), _contained(top, present, right, left)),
        numpy.log1p(_sums(_above(where, _RARE), present, left, right)),
        numpy.log1p(numpy.where(unknown, 0.0, numpy.minimum(gap, _LONGEST_GAP))),
        gap == 0,
        unknown,
    ]
    return numpy.column_stack(columns).astype(float64)


def _days(counted: Sequence[Terms]) -> NDArray[float64]:
    return numpy.array([numpy.nan if terms.day is None else float(terms.day) for terms in counted])


def _weightiest(matrix: csr_matrix) -> csr_matrix:
    """The matrix with only the largest values of each row (ties: the lower column)."""
    kept = []
    for start, end in zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True):
        order = numpy.lexsort((matrix.indices[start:end], -matrix.data[start:end]))[:_LOOKED_UP]
        kept.append(numpy.sort(order) + start)
    places = numpy.concatenate(kept)
    bounds = numpy.concatenate(([0], numpy.cumsum([len(row) for row in kept])))
    return csr_matrix((matrix.data[places], matrix.indices[places], bounds), shape=matrix.shape)


def _present(matrix: csr_matrix) -> csr_matrix:
    """1 where the article has the term."""
    return csr_matrix((numpy.ones_like(matrix.data), matrix.indices, matrix.indptr), shape=matrix.shape)


def _above(where: Space, bound: float) -> csr_matrix:
    """For each term of an article, how far its weight is above the bound; terms below it are left out."""
    excess = csr_matrix(_present(where.body) @ diags(numpy.maximum(0.0, where.weights - bound)))
    excess.eliminate_zeros()
    return excess


def _sums(first: csr_matrix, second: csr_matrix, left: Rows, right: Rows) -> NDArray[float64]:
    """Inner product of each left row of `first` with the right row of `second`."""
    found = numpy.zeros(len(left))
    for start in range(0, len(left), _PAIRS):
        part = slice(start, start + _PAIRS)
        found[part] = numpy.asarray(first[left[part]].multiply(second[right[part]]).sum(axis=1)).ravel()
    return found


def _contained(top: csr_matrix, present: csr_matrix, left: Rows, right: Rows) -> NDArray[float64]:
    """Share of the weight of the left article's top terms that the right one has; less where it has few terms."""
    totals = numpy.asarray(top.sum(axis=1)).ravel()
    fullness = numpy.minimum(1.0, numpy.diff(top.indptr) / _ENOUGH_TERMS)
    # A row without terms has a total of 0, and nothing of it is contained in anything.
    factor = fullness / numpy.maximum(totals, 1e-9)
    shares: NDArray[float64] = _sums(top, present, left, right) * factor[left]
    return shares
