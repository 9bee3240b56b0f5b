"""Pairs of articles worth comparing, and what speaks for and against one event behind them."""

from collections.abc import Sequence

import numpy
from numpy import float64, int64
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from stemma.stories.space import Space
from stemma.stories.terms import Terms

__all__ = ["FEATURES", "candidates", "features"]

FEATURES = (
    "body",
    "head",
    "names",
    "title",
    "title_in_head",
    "title_unknown",
    "contained",
    "mass",
    "gap",
    "same_day",
    "gap_unknown",
)
# How many of an article's weightiest terms are looked up to find what else may report its event.
_LOOKED_UP = 40
# Least similarity by those terms alone, within the window of days and beyond it.
_LEAST, _LEAST_AFAR = 0.04, 0.12
_WINDOW = 15
# Up to this many articles every pair is compared with the lower bound, whatever the days between.
_FEW = 2000
# Longer gaps than this many days count as this long: some dates are wrong by years.
_LONGEST_GAP = 14.0
_ROWS = 500  # rows of the product at a time: bounds memory to 500 times the number of articles
_PAIRS = 20000  # pairs whose vectors are multiplied at a time


def candidates(where: Space, counted: Sequence[Terms]) -> tuple[NDArray[int64], NDArray[int64]]:
    """Row numbers (left, right) of the pairs that share telling terms, left < right, in order."""
    top = _weightiest(where.body, _LOOKED_UP)
    turned = top.T.tocsr()
    days = _days(counted)
    lefts, rights = [], []
    for start in range(0, len(counted), _ROWS):
        product = (top[start : start + _ROWS] @ turned).tocoo()
        left, right, score = product.row + start, product.col, product.data
        near = numpy.isnan(days[left]) | numpy.isnan(days[right]) | (numpy.abs(days[left] - days[right]) <= _WINDOW)
        least = numpy.where(near | (len(counted) <= _FEW), _LEAST, _LEAST_AFAR)
        kept = (left < right) & (score >= least)
        lefts.append(left[kept])
        rights.append(right[kept])
    left, right = numpy.concatenate(lefts), numpy.concatenate(rights)
    order = numpy.lexsort((right, left))
    return left[order].astype(numpy.int64), right[order].astype(numpy.int64)


def features(where: Space, counted: Sequence[Terms], left: NDArray[int64], right: NDArray[int64]) -> NDArray[float64]:
    """One row a pair, one column for each of FEATURES."""
    titled = numpy.array([bool(terms.title) for terms in counted])
    days = _days(counted)
    gap = numpy.abs(days[left] - days[right])
    unknown = numpy.isnan(gap)
    rare = _weightiest(where.body, _LOOKED_UP)
    columns = [
        _products(where.body, left, right),
        _products(where.head, left, right),
        _products(where.names, left, right),
        _products(where.title, left, right),
        numpy.maximum(_sums(where.title, where.head, left, right), _sums(where.title, where.head, right, left)),
        ~(titled[left] & titled[right]),
        numpy.maximum(_contained(rare, where.body, left, right), _contained(rare, where.body, right, left)),
        _mass(where, left, right),
        numpy.log1p(numpy.where(unknown, 0.0, numpy.minimum(gap, _LONGEST_GAP))),
        gap == 0,
        unknown,
    ]
    return numpy.column_stack(columns).astype(float64)


def _days(counted: Sequence[Terms]) -> NDArray[float64]:
    return numpy.array([numpy.nan if terms.day is None else float(terms.day) for terms in counted])


def _weightiest(matrix: csr_matrix, most: int) -> csr_matrix:
    """The matrix with only the `most` largest values of each row (ties: the lower column)."""
    kept = []
    for start, end in zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True):
        order = numpy.lexsort((matrix.indices[start:end], -matrix.data[start:end]))[:most]
        kept.append(numpy.sort(order) + start)
    places = numpy.concatenate(kept) if kept else numpy.array([], dtype=numpy.int64)
    bounds = numpy.concatenate(([0], numpy.cumsum([len(places) for places in kept])))
    return csr_matrix((matrix.data[places], matrix.indices[places], bounds), shape=matrix.shape)


def _products(matrix: csr_matrix, left: NDArray[int64], right: NDArray[int64]) -> NDArray[float64]:
    """Cosine of each pair of rows."""
    return _sums(matrix, matrix, left, right)


def _sums(first: csr_matrix, second: csr_matrix, left: NDArray[int64], right: NDArray[int64]) -> NDArray[float64]:
    found = numpy.zeros(len(left))
    for start in range(0, len(left), _PAIRS):
        part = slice(start, start + _PAIRS)
        found[part] = numpy.asarray(first[left[part]].multiply(second[right[part]]).sum(axis=1)).ravel()
    return numpy.minimum(found, 1.0)


def _contained(rare: csr_matrix, body: csr_matrix, left: NDArray[int64], right: NDArray[int64]) -> NDArray[float64]:
    """Share of the weight of the left article's rare terms that the right one has too."""
    present = body.copy()
    present.data = numpy.ones_like(present.data)
    totals = numpy.asarray(rare.sum(axis=1)).ravel()
    shared = numpy.zeros(len(left))
    for start in range(0, len(left), _PAIRS):
        part = slice(start, start + _PAIRS)
        shared[part] = numpy.asarray(rare[left[part]].multiply(present[right[part]]).sum(axis=1)).ravel()
    return shared / numpy.maximum(totals[left], 1e-9)


def _mass(where: Space, left: NDArray[int64], right: NDArray[int64]) -> NDArray[float64]:
    """Log of the summed weight of shared terms: three shared words are less evidence than thirty."""
    present = where.body.copy()
    present.data = numpy.ones_like(present.data)
    # Words that most articles have (a weight below 3: one article in twenty) are no evidence.
    telling = numpy.where(numpy.array(where.stem_weights) > 3.0, numpy.array(where.stem_weights), 0.0)
    weighted = (present @ diags(telling)).tocsr()
    weighted.eliminate_zeros()
    found = numpy.zeros(len(left))
    for start in range(0, len(left), _PAIRS):
        part = slice(start, start + _PAIRS)
        found[part] = numpy.asarray(weighted[left[part]].multiply(present[right[part]]).sum(axis=1)).ravel()
    return numpy.log1p(found)
