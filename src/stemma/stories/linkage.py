"""Average linkage over sparse similarities."""

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

__all__ = ["average_link"]


def average_link(count: int, pairs: Iterable[tuple[int, int, float]], least: float) -> list[list[int]]:
    """Clusters of 0..count-1, each sorted, by first member: the closest two are joined while their mean is `least`.

    The mean is over all pairs between two clusters; a pair that is not given counts as 0. Ties go to the cluster that
    holds the lowest number. Time is near-linear in the number of pairs.
    """
    members = [[place] for place in range(count)]
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    waiting = []
    for one, other, similarity in pairs:
        sums[one][other] = sums[other][one] = similarity
        if similarity >= least:
            waiting.append((-similarity, one, other) if one < other else (-similarity, other, one))
    heapify(waiting)
    while waiting:
        negative, left, right = heappop(waiting)
        if sums[left].get(right, 0.0) / (len(members[left]) * len(members[right]) or 1) != -negative:
            continue  # one of the two has grown since, or is no more
        _join(members, sums, left, right)
        size = len(members[left])
        for other, total in sums[left].items():
            mean = total / (size * len(members[other]))
            if mean >= least:
                heappush(waiting, (-mean, left, other) if left < other else (-mean, other, left))
    return [sorted(part) for part in members if part]


def _join(members: list[list[int]], sums: list[dict[int, float]], left: int, right: int) -> None:
    """Take `right` into `left`, which keeps its number: the lower one, so the cluster's first member."""
    members[left] += members[right]
    members[right] = []
    mine, theirs = sums[left], sums[right]
    sums[right] = {}
    del mine[right], theirs[left]
    for other, similarity in theirs.items():
        row = sums[other]
        del row[right]
        mine[other] = row[left] = mine.get(other, 0.0) + similarity
