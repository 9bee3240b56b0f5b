"""Kernel 2: keys in, pairs of articles that share them out. The work grows with the keys, not with their square."""

from typing import NamedTuple

import numpy
import polars
from numpy import int64, uint8, uint32, uint64
from numpy.typing import NDArray

from stemma.corpus.fingerprints import REWRITING, VERBATIM
from stemma.corpus.mixing import Keys
from stemma.corpus.ordering import ordered

__all__ = [
    "CROWD",
    "CROWDED",
    "GROUPED",
    "MEETINGS",
    "NEIGHBOURS",
    "WINDOW",
    "Met",
    "crowded",
    "grouped",
    "meetings",
    "paired",
    "reach",
    "summed",
]

CROWD = 65
"""All pairs of a key are looked at if up to so many articles hold it (the largest family of the lineage corpora has 41
witnesses; twice as many take twice as long where a story is that large, and find no more there)."""

NEIGHBOURS = 8
"""Of a key that more articles hold, each is paired with so many of those that come next in time: a chain that holds
together when any seven in a row are taken out (chosen by eye)."""

WINDOW = 30
"""Days within which a rewrite is looked for (chosen by eye: rewrites follow within days, anniversaries within years).
An article without a date is within reach of all; copied runs of words are found at any distance."""

MEETINGS = polars.Schema(
    {
        "route": polars.UInt8,
        "a": polars.UInt32,
        "b": polars.UInt32,
        "keys": polars.UInt32,
        "shared": polars.UInt32,
        "total": polars.UInt16,
    }
)
"""Pairs that share keys, `a` < `b`: how many, their summed weight, and the lesser article's weight of all its keys."""

CROWDED = polars.Schema(
    {"route": polars.UInt8, "key": polars.UInt64, "articles": polars.UInt32, "unpaired": polars.UInt64}
)
"""Keys of which not all pairs were looked at: how many articles hold each, and how many pairs were passed over."""

GROUPED = polars.Schema(
    {
        "route": polars.UInt8,
        "key": polars.UInt64,
        "number": polars.UInt32,
        "day": polars.Float32,
        "weight": polars.UInt8,
        "total": polars.UInt16,
        "ahead": polars.UInt32,
        "articles": polars.UInt32,
    }
)
"""Rows of KEYS that share their key, by route, key, number: `articles` hold the key, `ahead` of them after this one.
A day is a whole number, and not a number where it is unknown."""


class Met(NamedTuple):
    """What meets over some keys: `pairs` as MEETINGS, `crowded` as CROWDED."""

    pairs: polars.DataFrame
    crowded: polars.DataFrame


def meetings(keys: polars.DataFrame) -> Met:
    """The pairs that share keys among rows of KEYS; all rows of a key must be there, rows may come in any order."""
    rows = grouped(keys)
    parts = [polars.DataFrame(schema=MEETINGS)]
    for route in (VERBATIM, REWRITING):
        own = rows.filter(polars.col("route") == route)
        parts.append(paired(own, numpy.arange(own.height)))
    return Met(polars.concat(parts), crowded(rows))


def grouped(keys: polars.DataFrame) -> polars.DataFrame:
    """The rows of KEYS, but for WHOLE, that share their key with another article, as GROUPED."""
    parts = [_grouped(keys.filter(polars.col("route") == route)) for route in (VERBATIM, REWRITING)]
    return polars.concat(parts)


def _grouped(keys: polars.DataFrame) -> polars.DataFrame:
    key, number = keys["key"].to_numpy(), keys["number"].to_numpy()
    if (number[1:] < number[:-1]).any():
        return _grouped(keys.sort("number", maintain_order=True))
    order = ordered(key)  # those of one key by number, as they come
    order = order[_shared(key[order])]
    again = numpy.zeros(len(order), dtype=bool)
    again[1:] = (key[order[1:]] == key[order[:-1]]) & (number[order[1:]] == number[order[:-1]])
    order = order[~again]
    order = order[_shared(key[order])]
    ends = numpy.flatnonzero(numpy.append(key[order[1:]] != key[order[:-1]], [True] * min(1, len(order))))
    sizes = numpy.diff(ends, prepend=-1)
    ahead = numpy.repeat(ends, sizes) - numpy.arange(len(order))
    return (
        keys[order]
        .with_columns(polars.col("day").cast(polars.Float32).fill_null(float("nan")))
        .with_columns(polars.Series("ahead", ahead), polars.Series("articles", numpy.repeat(sizes, sizes)))
        .select(*GROUPED)
        .cast(GROUPED)
    )


def _shared(ordered: Keys) -> NDArray[numpy.bool_]:
    """Whether each of some keys in order is the same as one of its neighbours."""
    same = numpy.zeros(len(ordered) + 1, dtype=bool)
    same[1:-1] = ordered[1:] == ordered[:-1]
    return same[1:] | same[:-1]


def reach(rows: polars.DataFrame, places: NDArray[int64]) -> NDArray[int64]:
    """With how many later articles each of the rows of GROUPED at `places` is paired."""
    ahead, articles = rows["ahead"].to_numpy()[places].astype(int64), rows["articles"].to_numpy()[places]
    return numpy.where(articles > CROWD, numpy.minimum(ahead, NEIGHBOURS), ahead)


def paired(rows: polars.DataFrame, places: NDArray[int64]) -> polars.DataFrame:
    """The pairs that the rows at `places` make with later articles, among rows of GROUPED of one route, as MEETINGS.

    The keys of a pair are counted whole if all rows of its earlier article are among the places.
    """
    if not len(places):
        return polars.DataFrame(schema=MEETINGS)
    many = reach(rows, places)
    other = numpy.repeat(places, many) + _counted(many) + 1
    one = numpy.repeat(places, many)
    if rows["route"][0] == REWRITING:
        day = rows["day"].to_numpy()
        near = ~(numpy.abs(day[other] - day[one]) > WINDOW)  # an unknown day is not a number, and near to all
        one, other = one[near], other[near]
    return _summed(rows, one, other)


def _counted(many: NDArray[int64]) -> NDArray[int64]:
    """0, 1, ... up to each number, one after the other."""
    return numpy.arange(int(many.sum())) - numpy.repeat(numpy.cumsum(many) - many, many)


def _summed(rows: polars.DataFrame, one: NDArray[int64], other: NDArray[int64]) -> polars.DataFrame:
    """Each pair of articles once, from the places of two rows of one key each."""
    number, weight, total = (rows[name].to_numpy() for name in ("number", "weight", "total"))
    code = (number[one].astype(uint64) << uint64(32)) | number[other]
    order = ordered(code)
    code, one, other = code[order], one[order], other[order]
    first = numpy.flatnonzero(numpy.concatenate(([True], code[1:] != code[:-1]))[: len(code)])
    shared = numpy.minimum(weight[one], weight[other]).astype(uint32)
    columns = {
        "route": numpy.full(len(first), rows["route"][0], dtype=uint8),
        "a": number[one[first]],
        "b": number[other[first]],
        "keys": numpy.diff(first, append=len(code)).astype(uint32),
        "shared": numpy.add.reduceat(shared, first) if len(first) else shared,
        "total": numpy.minimum(total[one[first]], total[other[first]]),
    }
    return polars.DataFrame(columns, schema=MEETINGS)


def summed(pairs: polars.DataFrame) -> polars.DataFrame:
    """Each pair of rows of MEETINGS once, with the keys and weights summed, in order of route, a, b."""
    sums = pairs.group_by("route", "a", "b").agg(polars.col("keys", "shared").sum(), polars.col("total").first())
    return sums.sort("route", "a", "b").cast(MEETINGS)


def crowded(rows: polars.DataFrame) -> polars.DataFrame:
    """The keys among rows of GROUPED of which not all pairs are looked at, as CROWDED."""
    last = rows.filter(polars.col("ahead") == 0, polars.col("articles") > CROWD)
    far = last["articles"].cast(polars.UInt64) - NEIGHBOURS
    unpaired = far * (far - 1) // 2
    return last.select("route", "key", "articles").with_columns(unpaired=unpaired).cast(CROWDED)
