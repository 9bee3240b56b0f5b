"""Which half of the development corpora a model may be fitted on, and which half its numbers are reported on.

The unit is what makes texts dependent on one another: a tradition's `group` (traditions of one group start from one
original) and a pair's `story` (independent pairs and reprints of one story share articles and facts). Every witness of
a group and every pair of a story fall in the same half. Fitting scripts keep only keys whose split is "fit"; the gate
reports only keys whose split is "report".
"""

from collections.abc import Mapping
from typing import Literal

from stemma.records import digest

__all__ = ["Half", "split", "split_of"]

Half = Literal["fit", "report"]


def split(key: str) -> Half:
    """The half of a tradition's group or of a pair's story: even or odd last digit of the key's digest."""
    return "fit" if int(digest("split", key), 16) % 2 == 0 else "report"


def split_of(entry: Mapping[str, object]) -> Half:
    """The half of a line of a corpus file; KeyError if it has neither `group` nor `story`."""
    return split(str(entry["group"] if "group" in entry else entry["story"]))
