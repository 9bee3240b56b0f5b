"""Clauses and what is left of a sentence, by its marks and finite verbs: where what is said may begin and end."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from stemma.attribution.columns import Ints, values
from stemma.attribution.tagging import TAGS

__all__ = ["FINITE", "SEGMENTS", "TAILS", "boundaries"]

Flags = NDArray[np.bool_]
FINITE = np.isin(TAGS, ("VBP", "VBZ", "VBD", "MD", "AX"))
# What follows in the sentence: nothing but marks, or words with so many finite verbs (2: two or more).
TAILS = ("", "end", "0 verbs", "1 verb", "2 verbs")
# The words up to the next mark: how many (told apart up to 1, 3, 7), with a finite verb or without, and whether the
# sentence ends there.
SEGMENTS = (
    *("", "none"),
    *(f"{length} {verb} {edge}" for length in "137+" for verb in ("verb", "bare") for edge in ("inner", "edge")),
)
_LENGTHS = np.array([1, 3, 7])
_MARKS = np.isin(values()["word"], (",", ";", ":", "—", "–", "--", "(", ")", ".", "?", "!"))
_MARK = values()["shape"].index("mark")


def boundaries(columns: Mapping[str, Ints]) -> dict[str, Ints]:
    """For each place the value of "tail", of "segment" (the words after it) and of "segment before"."""
    held = columns["inside"] > 0
    mark, finite = _MARKS[columns["word"]], FINITE[columns["tag"]]
    before = _segments(held[::-1], mark[::-1], finite[::-1])[::-1]
    tail = _tail(held, finite, held & (columns["shape"] != _MARK))
    return {"tail": tail, "segment": _segments(held, mark, finite), "segment before": before}


def _next(flags: Flags) -> NDArray[np.intp]:
    """At each place the first place from it on where the flag is set; the last place where none is."""
    places = np.where(flags, np.arange(len(flags)), len(flags) - 1)
    return np.minimum.accumulate(places[::-1])[::-1]


def _up_to(flags: Flags) -> NDArray[np.intp]:
    return np.concatenate([[0], np.cumsum(flags)])


def _tail(held: Flags, finite: Flags, words: Flags) -> Ints:
    stop = _next(~held)
    after = np.minimum(np.arange(len(held)) + 1, stop)
    verbs, left = _up_to(finite), _up_to(words)
    value = np.where(left[stop] > left[after], 2 + np.minimum(verbs[stop] - verbs[after], 2), 1)
    found: Ints = np.where(held, value, 0).astype(np.int32)
    return found


def _segments(held: Flags, mark: Flags, finite: Flags) -> Ints:
    """The segment that follows each place; one mark right after the place is passed over."""
    last = len(held) - 1
    start = np.minimum(np.arange(len(held)) + 1, last)
    start = np.where(held[start] & mark[start], np.minimum(start + 1, last), start)
    stop = _next(~held | mark)[start]
    verbs = _up_to(finite)
    bare = verbs[stop] == verbs[start]
    edge = ~held[stop] | ~held[np.minimum(stop + 1, last)]
    value = np.where(stop > start, 2 + 4 * np.searchsorted(_LENGTHS, stop - start) + 2 * bare + edge, 1)
    found: Ints = np.where(held, value, 0).astype(np.int32)
    return found
