"""How alike the passages of one witness are to those of many others, all at once."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stemma.collate.sheets import Floats, Integers, Stack

__all__ = ["Cells", "cells"]

# Share of the character runs in the similarity; the words decide, the runs forgive slips (chosen by eye).
_RUN_SHARE = 0.3
# Numbers held at once: 32 MB of them. A story of short articles is one block, a book among articles several.
_BLOCK = 4_000_000

Places = NDArray[np.intp]
Cells = dict[tuple[int, int], float]
"""Similarity by place in A and place in B."""


class _Weighed(NamedTuple):
    """A witness's values beside those of others (their rows at unit length), in the columns that both have.

    Both are weighted so that their product is the dot product under the pair's weights; `lengths` is how long each row
    of the witness is under the weights that it has with each other (rows by others).
    """

    own: csr_array
    others: csr_array
    lengths: Floats


def cells(stems: Stack, runs: Stack, at: int, least: float) -> Iterator[Cells]:
    """For each witness after the one `at`, the pairs of passages that are at least so similar, by place in each.

    Similarity is 0..1: the cosine of the stems and of the character runs, each weighted by its rarity in the two texts.
    It is zero where no stem is shared, so a passage that shares no stem with the witness is not looked at further.
    `least` is above zero.
    """
    first = at + 1
    while first < len(stems.row_ends) - 1:
        last = _block_end(runs, at, first)
        yield from _block(stems, runs, (at, first, last), least)
        first = last


def _block_end(runs: Stack, at: int, first: int) -> int:
    """The end of as many witnesses from `first` on as fit into a block; one at least."""
    terms = int(runs.place_ends[at + 1] - runs.place_ends[at])
    return min(len(runs.row_ends) - 1, first + max(1, _BLOCK // max(1, terms)))


def _block(stems: Stack, runs: Stack, block: tuple[int, int, int], least: float) -> list[Cells]:
    at, first, last = block
    starts = stems.row_ends[first : last + 1] - stems.row_ends[first]
    owner = np.repeat(np.arange(last - first, dtype=np.int32), np.diff(starts))
    height = int(stems.row_ends[at + 1] - stems.row_ends[at])
    by_stem, by_run = _weighed(stems, block), _weighed(runs, block)
    step = max(1, _BLOCK // max(1, len(owner), by_run.own.shape[1]))
    found: list[Cells] = [{} for _ in range(last - first)]
    for top in range(0, height, step):
        rows = slice(top, min(height, top + step))
        below, beside, scores = _alike(_cosines(by_stem, rows, owner), _cosines(by_run, rows, owner), least)
        others = owner[below]
        columns = (others, beside + top, below - starts[others], scores)
        for other, i, j, score in zip(*(column.tolist() for column in columns), strict=True):
            found[other][i, j] = score
    return found


def _alike(by_stem: Floats, by_run: Floats, least: float) -> tuple[Places, Places, Floats]:
    """Rows, columns and similarities of what is alike; without a shared stem nothing is."""
    rows, columns = np.nonzero(by_stem)
    mixed = by_stem[rows, columns] * (1 - _RUN_SHARE) + by_run[rows, columns] * _RUN_SHARE
    # Rounded, so that the order in which a library adds up cannot decide between two candidates.
    scores = np.asarray(np.round(mixed, 9), dtype=np.float64)
    kept = scores >= least
    return rows[kept], columns[kept], scores[kept]


def _cosines(weighed: _Weighed, rows: slice, owner: Integers) -> Floats:
    """Cosines of the rows of the others (rows) and these rows of the witness (columns)."""
    dots: Floats = np.asarray(weighed.others @ weighed.own[rows].T.toarray(), dtype=np.float64)
    lengths = weighed.lengths[rows].T[owner]
    return np.asarray(np.divide(dots, lengths, out=np.zeros_like(dots), where=dots > 0), dtype=np.float64)


def _weighed(stack: Stack, block: tuple[int, int, int]) -> _Weighed:
    at, first, last = block
    mine, theirs = slice(*stack.place_ends[at : at + 2]), slice(*stack.place_ends[[first, last]])
    column = np.full(stack.vocabulary, -1, dtype=np.int32)
    column[stack.terms[mine]] = np.arange(mine.stop - mine.start, dtype=np.int32)
    columns = column[stack.terms[theirs]]
    known = columns >= 0
    spread = stack.spread[theirs].copy()
    spread[known] += stack.spread[mine][columns[known]]
    heights = np.diff(stack.row_ends)
    totals = (heights[at] + heights[first:last]).astype(np.float64)
    owner = np.repeat(np.arange(last - first), np.diff(stack.place_ends[first : last + 1]))
    rarity = np.log(1 + totals[owner] / spread)
    both = np.tile(stack.spread[mine], (last - first, 1))
    both[owner[known], columns[known]] = spread[known]
    own = _own(stack, at)
    lengths = np.sqrt(own.power(2) @ np.square(np.log(1 + totals[:, np.newaxis] / both)).T)
    return _Weighed(own, _others(stack, (first, last), rarity, columns, own.shape[1]), lengths)


def _own(stack: Stack, at: int) -> csr_array:
    """The witness's values, its own terms as columns."""
    entries = slice(*stack.entry_ends[at : at + 2])
    top, end = stack.row_ends[at : at + 2]
    columns = stack.places[entries] - np.int32(stack.place_ends[at])
    shape = (int(end - top), int(stack.place_ends[at + 1] - stack.place_ends[at]))
    return csr_array((stack.values[entries], columns, _pointers(stack.rows[entries] - top, shape[0])), shape=shape)


def _others(stack: Stack, block: tuple[int, int], rarity: Floats, columns: Integers, width: int) -> csr_array:
    """The others' rows at unit length, each value weighted twice: once for either side."""
    first, last = block
    entries = slice(*stack.entry_ends[[first, last]])
    height = int(stack.row_ends[last] - stack.row_ends[first])
    places = stack.places[entries] - np.int32(stack.place_ends[first])
    rows = stack.rows[entries] - np.int32(stack.row_ends[first])
    weight = rarity[places]
    values = stack.values[entries] * weight
    lengths = np.sqrt(np.bincount(rows, values * values, minlength=height))
    shown = columns[places] >= 0
    rows = rows[shown]
    return csr_array(
        (values[shown] * weight[shown] / lengths[rows], columns[places[shown]], _pointers(rows, height)),
        shape=(height, width),
    )


def _pointers(rows: Integers, height: int) -> Integers:
    """Where each row begins among entries that stand row by row."""
    counts = np.bincount(rows, minlength=height)
    return np.concatenate([np.zeros(1, dtype=np.int32), np.cumsum(counts, dtype=np.int32)])
