"""From batches of articles to candidate pairs: the kernels in their order, and what they passed over, counted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeVar

import numpy
import polars
from numpy import int64
from numpy.typing import NDArray

from stemma.corpus.copies import collapsed, copies, wordless
from stemma.corpus.fingerprints import KEYS, REWRITING, ROUTES, VERBATIM, WHOLE, fingerprints
from stemma.corpus.meetings import crowded, grouped, paired, reach

__all__ = ["COPIED_KEYS", "PAIRS", "Candidates", "Run", "candidates", "judged"]

PAIRS = polars.Schema({"a": polars.UInt32, "b": polars.UInt32, "route": polars.UInt8, "shared": polars.Float64})
"""Candidate pairs, `a` < `b`; `shared` is the share of the lesser article's keys, by weight, that the other has."""

COPIED_KEYS = 2
"""Verbatim keys that a candidate shares: one is often a phrase."""

# Of an article with few verbatim keys, half of them are enough. Rewriting: two keys, since one is often a name,
# 1.5 in all (24 sixteenths, two words of medium rarity), and .15 of the weight, or .12 if it is three keys or more. On
# the fit half of the lineage corpora these keep every kin pair at 1.8% of all pairs; .18 and 2.0 each lose some. With
# .12 for three keys, .79 of the articles of which a fourth is a reworded copy are found, without it .73.
_LEAST_OF_FEW, _LEAST_KEYS = 0.5, 2
_LEAST_WEIGHT, _LEAST_SHARE = 24, 0.15
_LEAST_MANY, _LEAST_OF_MANY = 3, 0.12
# Pairs summed at a time, about 100 bytes each.
_SUMMED = 1_000_000
# The keys are put in order in so many parts, by their first bits: more save no memory, since by then the keys
# themselves are the most of it.
_PARTS = 16
_PART = 2**64 // _PARTS

Given = TypeVar("Given")
Result = TypeVar("Result")


class Run(Protocol):
    """Apply a function to each input, on one core or many; results may come in any order."""

    def __call__(self, function: Callable[[Given], Result], inputs: Iterable[Given], /) -> Iterable[Result]:
        """The results."""


class Candidates(NamedTuple):
    """`pairs` as PAIRS, by a, b and route, and what was passed over: nothing is cut in silence.

    `crowded` as CROWDED: keys that many articles hold, by route and key. `wordless`: articles without words, by number.
    `copies`: how many articles have the same words as an earlier one, with which alone each is paired.
    """

    pairs: polars.DataFrame
    crowded: polars.DataFrame
    wordless: Sequence[int]
    copies: int


def candidates(
    batches: Iterable[polars.DataFrame], run: Run = map, routes: Sequence[int] = ROUTES, copied_keys: int = COPIED_KEYS
) -> Candidates:
    """The candidate pairs of a collection, given as batches of TEXTS in any order and of any size.

    The same collection gives the same bytes for any batches and any `run`. `routes` leaves some out; WHOLE stays. With
    `copied_keys` 1 all pairs with a copied run of twenty words are there, and many more whose run is a phrase.
    """
    keyed = partial(_keyed, routes=tuple(sorted({WHOLE, *routes})))
    split = [(part.filter(_route(WHOLE)), part.filter(~_route(WHOLE))) for part in run(keyed, batches)]
    none = polars.DataFrame(schema=KEYS)
    whole = polars.concat([none, *(part for part, _ in split)])
    others = polars.concat([none, *(part for _, part in split)])
    same = copies(whole)
    rows = polars.concat(list(run(grouped, (_part(others, same, part) for part in range(_PARTS)))))
    alike = [part for route in (VERBATIM, REWRITING) for part in _alike(rows.filter(_route(route)), run, copied_keys)]
    pairs = _ordered(polars.concat([polars.DataFrame(schema=PAIRS), *alike]), same)
    return Candidates(pairs, crowded(rows).sort("route", "key"), wordless(whole), same.height)


def _route(route: int) -> polars.Expr:
    return polars.col("route") == route


def _keyed(batch: polars.DataFrame, routes: Sequence[int]) -> polars.DataFrame:
    return collapsed(fingerprints(batch, routes))


def _part(keys: polars.DataFrame, same: polars.DataFrame, part: int) -> polars.DataFrame:
    """The rows whose key begins with the part's bits, but for those of copies."""
    rows = keys.filter(polars.col("key").is_between(part * _PART, (part + 1) * _PART - 1))
    return rows.join(same, on="number", how="anti") if same.height else rows


def _alike(rows: polars.DataFrame, run: Run, copied_keys: int) -> Iterable[polars.DataFrame]:
    """The candidates among rows of GROUPED of one route, some articles at a time."""
    once = rows.rechunk()  # so that no part copies the columns
    return run(partial(_candidates, once, copied_keys), _places(once) if rows.height else ())


def _candidates(rows: polars.DataFrame, copied_keys: int, places: NDArray[int64]) -> polars.DataFrame:
    return judged(paired(rows, places), copied_keys)


def _places(rows: polars.DataFrame) -> Iterator[NDArray[int64]]:
    """The places of all rows, by article, in parts that have no more pairs than are summed at a time."""
    order = numpy.argsort(rows["number"].to_numpy(), kind="stable")
    number = rows["number"].to_numpy()[order]
    last = numpy.append(number[1:] != number[:-1], True)
    pairs = numpy.cumsum(reach(rows, order))[last] // _SUMMED
    edges = (numpy.flatnonzero(last) + 1)[numpy.append(pairs[1:] != pairs[:-1], True)]
    yield from (order[first:end] for first, end in pairwise([0, *edges.tolist()]))


def judged(pairs: polars.DataFrame, copied_keys: int = COPIED_KEYS) -> polars.DataFrame:
    """The pairs of MEETINGS, each given once, that share enough to be candidates, as PAIRS."""
    share = polars.col("shared") / polars.col("total")
    copied = (polars.col("keys") >= copied_keys) | (share >= _LEAST_OF_FEW)
    much = (share >= _LEAST_SHARE) | ((polars.col("keys") >= _LEAST_MANY) & (share >= _LEAST_OF_MANY))
    rewritten = (polars.col("keys") >= _LEAST_KEYS) & (polars.col("shared") >= _LEAST_WEIGHT) & much
    enough = polars.when(polars.col("route") == VERBATIM).then(copied).otherwise(rewritten)
    return pairs.filter(enough).select("a", "b", "route", share.clip(0, 1).alias("shared")).cast(PAIRS)


def _ordered(alike: polars.DataFrame, same: polars.DataFrame) -> polars.DataFrame:
    columns = [
        polars.col("first").alias("a"),
        polars.col("number").alias("b"),
        polars.lit(WHOLE).alias("route"),
        polars.lit(1.0).alias("shared"),
    ]
    return polars.concat([same.select(columns).cast(PAIRS), alike]).sort("a", "b", "route")
