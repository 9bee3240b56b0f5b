"""Invented articles as batches."""

from collections.abc import Sequence

import polars

from benchmarks.synthetic import batch
from stemma.corpus import TEXTS

__all__ = ["WIRE", "cut", "made_up", "texts"]

WIRE = (
    "The sluice gate of the Orlo Dam gave way shortly before dawn on Tuesday, and the water reached the lower streets "
    "of Karsen within the hour. Some 3,170 people had left their homes by noon, said Petra Vold of the river board. "
    "“We heard a crack like a rifle shot and then the siren went,” said Ewen Tallis, who keeps the lock house below "
    "the dam. Engineers from Brennick will lower a steel shutter into the gap on Thursday if the wind allows."
)


def texts(*rows: str, day: int | None = None) -> polars.DataFrame:
    """The texts as one batch, numbered from 0 on, all of one day."""
    columns = {"number": range(len(rows)), "day": [day] * len(rows), "language": ["en"] * len(rows), "text": rows}
    return polars.DataFrame(columns, schema=TEXTS)


def cut(whole: polars.DataFrame, size: int) -> list[polars.DataFrame]:
    """The batch in batches of so many."""
    return [whole[first : first + size] for first in range(0, whole.height, size)]


def made_up(count: int) -> Sequence[str]:
    """So many texts of 400 invented words that have nothing in common but common words."""
    return list(batch(1).texts["text"][:count])
