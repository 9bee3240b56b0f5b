"""Average linkage over sparse similarities."""

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

__all__ = ["average_link"]


def average_link(count: int, pairs: Iterable[tuple[int, int, float]], least: float) -> list[list[int]]:
    """Clusters of 0..count-1, each sorted, by first member: the closest two are joined while their mean is `least`.

    The mean is over all pairs between two clusters; a pair that is not given counts as 0. Ties go to the cluster that
    holds the lowest number. Time is near-linear in the number of pairs.
    """
    members = {place: [place] for place in range(count)}
    sums: dict[int, dict[int, float]] = {place: {} for place in range(count)}
    for left, right, similarity in pairs:
        sums[left][right] = sums[right][left] = similarity
    waiting = [(-s, left, right) for left in sums for right, s in sums[left].items() if left < right and s >= least]
    heapify(waiting)
    while waiting:
        negative, left, right = heappop(waiting)
        if left not in members or right not in members or -negative != _mean(members, sums, left, right):
            continue
        _join(members, sums, left, right)
        for other in sums[left]:
            mean = _mean(members, sums, left, other)
            if mean >= least:
                heappush(waiting, (-mean, min(left, other), max(left, other)))
    return [sorted(members[place]) for place in sorted(members)]


def _mean(members: dict[int, list[int]], sums: dict[int, dict[int, float]], left: int, right: int) -> float:
    return sums[left].get(right, 0.0) / (len(members[left]) * len(members[right]))


def _join(members: dict[int, list[int]], sums: dict[int, dict[int, float]], left: int, right: int) -> None:
    """Take `right` into `left`, which keeps its number: the lower one, so the cluster's first member."""
    members[left] += members.pop(right)
    for other, similarity in sorted(sums.pop(right).items()):
        del sums[other][right]
        if other != left:
            sums[left][other] = sums[other][left] = sums[left].get(other, 0.0) + similarity
