"""Articles of the same words: one stands for all, so that a million copies of one text make a million pairs."""

import polars

from stemma.corpus.fingerprints import KEYS, WHOLE

__all__ = ["COPIES", "collapsed", "copies", "wordless"]

COPIES = polars.Schema({"first": polars.UInt32, "number": polars.UInt32})
"""An article and the earliest one with the same words."""


def copies(keys: polars.DataFrame) -> polars.DataFrame:
    """Each copy among rows of KEYS with its earliest, as COPIES, by number."""
    rows = keys.lazy().filter(polars.col("route") == WHOLE, polars.col("total") > 0)
    found = rows.select(polars.col("number").min().over("key").alias("first"), "number").collect()
    return found.filter(polars.col("first") != polars.col("number")).unique().sort("number").cast(COPIES)


def collapsed(keys: polars.DataFrame) -> polars.DataFrame:
    """The rows of KEYS without those of copies, but for the one on WHOLE that shows what each is a copy of."""
    found = copies(keys)
    if not found.height:
        return keys
    copied = polars.col("number").is_in(found["number"].implode())
    return keys.filter((polars.col("route") == WHOLE) | ~copied).cast(KEYS)


def wordless(keys: polars.DataFrame) -> list[int]:
    """The articles among rows of KEYS that have no words, by number."""
    none = keys.filter(polars.col("route") == WHOLE, polars.col("total") == 0)
    return none["number"].unique().sort().to_list()
