"""Extents of text: what is left of one beside others."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

__all__ = ["outside", "touching"]


def touching(extents: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """Those extents that share a place with start:end; they are sorted and do not overlap one another."""
    first = bisect_right(extents, start, key=lambda extent: extent[1])
    return extents[first : bisect_left(extents, end, lo=first, key=lambda extent: extent[0])]


def outside(start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of start:end that lie in none of the `taken` extents, which are sorted; empty parts are left out."""
    left: list[tuple[int, int]] = []
    for taken_start, taken_end in taken:
        if taken_end <= start or taken_start >= end:
            continue
        left.append((start, taken_start))
        start = max(start, taken_end)
    left.append((start, end))
    return [(first, last) for first, last in left if first < last]
