"""Kernel 1: articles in, keys out. Articles that share keys may be kin."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy
import polars
from numpy import int64, uint8, uint16, uint32, uint64
from numpy.typing import NDArray

from stemma.corpus.mixing import Keys
from stemma.corpus.shingles import chosen, whole
from stemma.corpus.telling import telling
from stemma.corpus.words import CHUNK, Words, words

__all__ = ["KEYS", "REWRITING", "ROUTES", "TEXTS", "VERBATIM", "WHOLE", "fingerprints"]

WHOLE, VERBATIM, REWRITING = 0, 1, 2
ROUTES = (WHOLE, VERBATIM, REWRITING)
"""How two articles can meet: the same words throughout, copied runs of words, and what a rewriter keeps."""

TEXTS = polars.Schema({"number": polars.UInt32, "day": polars.Int32, "language": polars.String, "text": polars.String})
"""A batch of articles. `number` is the article's place in the collection by time and id, `day` counts days from any day
on (null: unknown), `language` is an ISO 639-1 code."""

KEYS = polars.Schema(
    {
        "number": polars.UInt32,
        "day": polars.Int32,
        "route": polars.UInt8,
        "key": polars.UInt64,
        "weight": polars.UInt8,
        "total": polars.UInt16,
    }
)
"""Keys of articles: `total` is the summed weight of all keys that the article has on the route. An article without
words has one row: on WHOLE, with key, weight and total 0."""


class _Side(NamedTuple):
    """Keys of one route, by text."""

    route: int
    texts: NDArray[int64]
    keys: Keys
    weights: NDArray[uint8]


def fingerprints(batch: polars.DataFrame, routes: Sequence[int] = ROUTES) -> polars.DataFrame:
    """The keys of a batch of TEXTS, as KEYS.

    An article's keys never depend on the batch it is in. About 45 keys for a text of 400 words on the route VERBATIM,
    24 at most on REWRITING, one on WHOLE.
    """
    sides = [side for part in _parts(batch) for side in _sides(batch, part, routes)]
    texts = numpy.concatenate([numpy.zeros(0, int64), *(side.texts for side in sides)])
    columns = {
        "number": batch["number"].to_numpy()[texts],
        "day": batch["day"].gather(texts.astype(uint32)),
        "route": numpy.repeat(numpy.array([side.route for side in sides], uint8), [len(side.keys) for side in sides]),
        "key": numpy.concatenate([numpy.zeros(0, uint64), *(side.keys for side in sides)]),
        "weight": numpy.concatenate([numpy.zeros(0, uint8), *(side.weights for side in sides)]),
        "total": numpy.concatenate([numpy.zeros(0, uint16), *(_totals(side) for side in sides)]),
    }
    return polars.DataFrame(columns, schema=KEYS)


def _parts(batch: polars.DataFrame) -> Iterator[slice]:
    """The batch cut where its texts fill a chunk: what is handled together then fits a core's cache."""
    filled = batch["text"].str.len_bytes().cast(polars.Int64).cum_sum().to_numpy() // CHUNK
    edges = [0, *(numpy.flatnonzero(numpy.diff(filled)) + 1).tolist(), batch.height]
    yield from (slice(first, end) for first, end in pairwise(edges) if first < end)


def _sides(batch: polars.DataFrame, part: slice, routes: Sequence[int]) -> Iterator[_Side]:
    """The keys of some texts of the batch on each route; texts are counted from the batch's first."""
    found = words(batch["text"][part].to_list())
    for route in routes:
        side = _side(route, found, batch["language"][part].to_list() if route == REWRITING else ())
        yield side._replace(texts=side.texts + part.start)


def _side(route: int, found: Words, languages: Sequence[str]) -> _Side:
    if route == REWRITING:
        return _Side(route, *telling(found, languages))
    if route == WHOLE:
        keys = whole(found)
        return _Side(route, numpy.arange(len(keys)), keys, (keys > 0).astype(uint8))
    texts, keys = chosen(found)
    order = numpy.lexsort((keys, texts))
    texts, keys = texts[order], keys[order]
    new = numpy.ones(len(keys), dtype=bool)
    new[1:] = (keys[1:] != keys[:-1]) | (texts[1:] != texts[:-1])
    return _Side(route, texts[new], keys[new], numpy.ones(int(new.sum()), dtype=uint8))


def _totals(side: _Side) -> NDArray[uint16]:
    """The summed weight of the key's text; 65,535, a text of half a million words, stands for all that is more."""
    total = numpy.bincount(side.texts, weights=side.weights)
    return numpy.minimum(total, 65535).astype(uint16)[side.texts]
