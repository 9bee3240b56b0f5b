"""Kernel 3: pairs in, the passages that one reuses from the other out, character by character."""

from collections.abc import Iterator
from itertools import pairwise

import numpy
import polars
from numpy import int64
from numpy.typing import NDArray

from stemma.corpus.runs import Runs, runs
from stemma.corpus.seeds import Index, indexed, seeds
from stemma.corpus.words import Words, words

__all__ = ["LEAST_WORDS", "PASSAGES", "reused"]

LEAST_WORDS = 8
"""Equal words of a passage: about 50 characters, passim's least alignment too. Shorter ones are phrases."""

PASSAGES = polars.Schema(
    {
        "a": polars.UInt32,
        "b": polars.UInt32,
        "a_start": polars.UInt32,
        "a_end": polars.UInt32,
        "b_start": polars.UInt32,
        "b_end": polars.UInt32,
        "words": polars.UInt32,
    }
)
"""Characters a_start:a_end of one text that stand in the other at b_start:b_end; `words` are equal in both."""

# Shingles looked up at a time: some eight arrays of 8 bytes each, so about 130 MB.
_LOOKED_UP = 2_000_000


def reused(articles: polars.DataFrame, pairs: polars.DataFrame) -> polars.DataFrame:
    """The reused passages of the pairs (columns `a`, `b`) of articles of TEXTS, as PASSAGES, by a, b and place.

    A passage is made of runs of equal words (whatever their case and the marks between them), five at least, with up
    to ten changed words between two runs. polars' ColumnNotFoundError if a column is missing; KeyError if a pair names
    an article that is not there.
    """
    wanted = pairs.select("a", "b").unique().sort("a", "b")
    needed = numpy.unique(wanted.select("a", "b").to_numpy())
    texts = articles.filter(polars.col("number").is_in(needed.tolist())).unique("number").sort("number")
    if texts.height < len(needed):
        missing = sorted({*needed.tolist()} - {*texts["number"].to_list()})
        raise KeyError(f"pairs name articles that are not in the batch: {missing[:5]}")
    found = words(texts["text"].to_list())
    index = indexed(found)
    a, b = (numpy.searchsorted(needed, wanted[side].to_numpy()) for side in ("a", "b"))
    parts = [_frame(wanted[part], found, runs(seeds(index, a[part], b[part]))) for part in _parts(index, a)]
    return polars.concat([polars.DataFrame(schema=PASSAGES), *parts])


def _parts(index: Index, a: NDArray[int64]) -> Iterator[slice]:
    """Stretches of the pairs that look up no more shingles at a time than memory allows."""
    sizes = numpy.cumsum(index.bounds[a + 1] - index.bounds[a])
    cuts = numpy.flatnonzero(numpy.diff(sizes // _LOOKED_UP)) + 1
    edges = [0, *cuts.tolist(), len(a)]
    yield from (slice(first, end) for first, end in pairwise(edges) if first < end)


def _frame(pairs: polars.DataFrame, found: Words, passages: Runs) -> polars.DataFrame:
    """The passages that are long enough, in characters."""
    kept = numpy.flatnonzero(passages.equal >= LEAST_WORDS)
    pair = passages.pair[kept]
    columns = {
        "a": pairs["a"].to_numpy()[pair],
        "b": pairs["b"].to_numpy()[pair],
        "a_start": found.starts[passages.a_start[kept]],
        "a_end": found.ends[passages.a_end[kept] - 1],
        "b_start": found.starts[passages.b_start[kept]],
        "b_end": found.ends[passages.b_end[kept] - 1],
        "words": passages.equal[kept],
    }
    return polars.DataFrame({name: values.astype(numpy.uint32) for name, values in columns.items()}, schema=PASSAGES)
