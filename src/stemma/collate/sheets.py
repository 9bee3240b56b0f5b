"""Passages by terms, as numbers: one witness's, and those of many laid one above another."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Ends", "Floats", "Integers", "Sheet", "Stack", "sheet", "stacked"]

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]
Ends = NDArray[np.int64]


class Sheet(NamedTuple):
    """Passages by terms: `values[k]` stands in row `rows[k]` and column `columns[k]`, row by row.

    `keys` names each column by a number made from its term, ascending; `spread` is how many passages have it.
    """

    height: int
    keys: NDArray[np.uint64]
    rows: Integers
    columns: Integers
    values: Floats
    spread: Integers


class Stack(NamedTuple):
    """Sheets one above another, their terms numbered alike. Sheet k has the rows `row_ends[k]:row_ends[k + 1]`.

    Its entries are `rows` (of the whole stack), `values` and `places` from `entry_ends[k]` on. A place tells the sheet
    and the term: `terms[place]` is the term's number, below `vocabulary`, and `spread[place]` how many rows of the
    sheet have it; those of sheet k begin at `place_ends[k]`.
    """

    vocabulary: int
    row_ends: Ends
    entry_ends: Ends
    place_ends: Ends
    rows: Integers
    values: Floats
    places: Integers
    terms: Integers
    spread: Integers


def sheet(rows: Sequence[Mapping[str, float]]) -> Sheet:
    """The sheet with these rows."""
    lengths = [len(row) for row in rows]
    entries = np.fromiter(map(_key, chain.from_iterable(rows)), dtype=np.uint64, count=sum(lengths))
    keys, columns = np.unique(entries, return_inverse=True)
    return Sheet(
        height=len(rows),
        keys=keys,
        rows=np.repeat(np.arange(len(rows), dtype=np.int32), lengths),
        columns=columns.astype(np.int32),
        values=np.fromiter(chain.from_iterable(row.values() for row in rows), np.float64, len(entries)),
        spread=np.bincount(columns, minlength=len(keys)).astype(np.int32),
    )


@lru_cache(maxsize=65536)  # a story's vocabulary and character runs many times over
def _key(term: str) -> int:
    """64 bits of the term's digest, the same in every run of the program."""
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "big")


def stacked(sheets: Sequence[Sheet]) -> Stack:
    """The sheets one above another, in their order."""
    row_ends = _ends([one.height for one in sheets])
    place_ends = _ends([len(one.keys) for one in sheets])
    keys, terms = np.unique(np.concatenate([one.keys for one in sheets]), return_inverse=True)
    return Stack(
        vocabulary=len(keys),
        row_ends=row_ends,
        entry_ends=_ends([len(one.values) for one in sheets]),
        place_ends=place_ends,
        rows=np.concatenate([one.rows + np.int32(first) for one, first in zip(sheets, row_ends, strict=False)]),
        values=np.concatenate([one.values for one in sheets]),
        places=np.concatenate([one.columns + np.int32(first) for one, first in zip(sheets, place_ends, strict=False)]),
        terms=terms.astype(np.int32),
        spread=np.concatenate([one.spread for one in sheets]),
    )


def _ends(lengths: Sequence[int]) -> Ends:
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(np.array(lengths, dtype=np.int64))])
