"""Passages without a counterpart, laid beside those that stand in their place in the other account."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from stemma.changes.deeds import deed
from stemma.changes.sides import Side, weight, words_in

__all__ = ["gap_pairs"]

# A gap of more passages than this on either side is no place: what was left out and put in there has no order.
_WIDEST = 3
# So much must be shared where one passage alone is left on either side, and where there is a choice (the weight of a
# word of everyday news, and of a rarer one; chosen on own reports).
_SHARED_ALONE = 1.3
_SHARED_OF_MORE = 3.0


class _Candidate(NamedTuple):
    shared: float
    first: int
    second: int


def gap_pairs(places: Sequence[tuple[int, int, int, int]], first: Side, second: Side) -> list[tuple[int, int]]:
    """Passages of the first and of the second, by their places, that are the likeliest counterparts in a gap.

    `places` holds the first and the last passage on either side of each pair of counterparts. Words count as shared
    that name one deed, so that a sentence told in other words than its fellow's is known by few of them.
    """
    return [found for gap in _gaps(places, first, second) for found in _in_gap(gap, first, second)]


def _gaps(
    places: Sequence[tuple[int, int, int, int]], first: Side, second: Side
) -> Iterator[tuple[list[int], list[int]]]:
    """The passages of the body left on either side between two counterparts that stand in the same order."""
    used = {place for low, high, _, _ in places for place in range(low, high + 1)}
    taken = {place for _, _, low, high in places for place in range(low, high + 1)}
    ends = [(-1, -1, -1, -1), *sorted(places), (len(first.passages), 0, len(second.passages), 0)]
    for before, after in pairwise(ends):
        if before[3] >= after[2]:
            continue
        ours = [at for at in range(before[1] + 1, after[0]) if at not in used and first.passages[at].role == "body"]
        theirs = [at for at in range(before[3] + 1, after[2]) if at not in taken and second.passages[at].role == "body"]
        if 0 < len(ours) <= _WIDEST and 0 < len(theirs) <= _WIDEST:
            yield ours, theirs


def _in_gap(gap: tuple[list[int], list[int]], first: Side, second: Side) -> list[tuple[int, int]]:
    """Those that share enough, the most first, none across another."""
    least = _SHARED_ALONE if len(gap[0]) == len(gap[1]) == 1 else _SHARED_OF_MORE
    keys, others = {at: _keys(first, at) for at in gap[0]}, {at: _keys(second, at) for at in gap[1]}
    candidates = sorted(
        _Candidate(-sum(told for key, told in keys[one].items() if key in others[other]), one, other)
        for one in gap[0]
        for other in gap[1]
    )
    found: list[tuple[int, int]] = []
    for each in candidates:
        crossed = any((each.first - one) * (each.second - other) <= 0 for one, other in found)
        if -each.shared >= least and not crossed:
            found.append((each.first, each.second))
    return sorted(found)


def _keys(of: Side, place: int) -> dict[str, float]:
    """The weight of each deed or matter that the passage names."""
    words = words_in(of, [of.passages[place].span])
    return {deed(word): told for word in words if (told := weight(word)) > 0}
