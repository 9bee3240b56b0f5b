"""Choosing the pairs: strong ones by themselves, weak ones by their neighbours; then what was split or merged."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

__all__ = ["WEAK", "Match", "chain", "choose", "gather"]

# Chosen by eye on rewrites with known exemplars: below .25 a match is as often of the same matter as of the same
# sentence; with a matching neighbour the same holds at .14.
_STRONG = 0.25
WEAK = 0.14
# How much a matching neighbour on the diagonal adds: at most this for each side.
_NEIGHBOUR = 0.10
# A sentence joins a pair beside it (one was split, or two merged) if it is at least this similar to the other side.
_JOINING = 0.22
# Best candidates kept for each passage: more only cost time, for a passage has few rivals (chosen by eye).
_CANDIDATES = 6
# Scores count in millionths, so that sums of them are exact and equals are known as such.
_EXACT = 1_000_000


Cells = Mapping[tuple[int, int], float]


class Match(NamedTuple):
    """Places in A and in B that match, how well, and whether they keep the order of the rest."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    order_kept: bool = True


def choose(cells: Cells) -> list[Match]:
    """One-to-one matches by place in A, of the pairs of places that are at least WEAK.

    The best are taken first; a candidate's neighbours on the diagonal speak for it.
    """
    near = _candidates(cells)
    # Of equals the first by the sum of places: two that want one passage have different sums, whichever text is A.
    ranked = sorted((-(score + _support(near, i, j)), i + j, i, j) for (i, j), score in near.items())
    used_a: set[int] = set()
    used_b: set[int] = set()
    chosen: list[Match] = []
    for strength, _, i, j in ranked:
        enough = near[i, j] >= _STRONG or (near[i, j] >= WEAK and -strength >= _STRONG)
        if enough and i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            chosen.append(Match((i,), (j,), near[i, j]))
    return sorted(chosen)


def _candidates(cells: Cells) -> dict[tuple[int, int], float]:
    """The best few columns of each row, and the best few rows of each column."""
    by_row: dict[int, list[tuple[float, int]]] = {}
    by_column: dict[int, list[tuple[float, int]]] = {}
    for (i, j), score in cells.items():
        by_row.setdefault(i, []).append((-score, j))
        by_column.setdefault(j, []).append((-score, i))
    kept = {(i, j): -score for i, found in by_row.items() for score, j in sorted(found)[:_CANDIDATES]}
    return kept | {(i, j): -score for j, found in by_column.items() for score, i in sorted(found)[:_CANDIDATES]}


def _support(near: dict[tuple[int, int], float], i: int, j: int) -> float:
    before = max(near.get((i - 1, j - 1), 0.0), near.get((i - 1, j), 0.0) / 2, near.get((i, j - 1), 0.0) / 2)
    after = max(near.get((i + 1, j + 1), 0.0), near.get((i + 1, j), 0.0) / 2, near.get((i, j + 1), 0.0) / 2)
    return min(_NEIGHBOUR, before / 2) + min(_NEIGHBOUR, after / 2)


def gather(matches: list[Match], cells: Cells) -> list[Match]:
    """Add to each match the passages beside it that the other side also covers: what was split or merged."""

    def column_of(j: int) -> Callable[[int], float]:
        return lambda i: cells.get((i, j), 0.0)

    def row_of(i: int) -> Callable[[int], float]:
        return lambda j: cells.get((i, j), 0.0)

    free_a = {i for i, _ in cells} - {i for match in matches for i in match.a}
    free_b = {j for _, j in cells} - {j for match in matches for j in match.b}
    gathered = []
    for match in sorted(matches, key=lambda match: (match.a[0] + match.b[0], -match.score, match.a)):
        i, j = match.a[0], match.b[0]
        extra_a = _beside(i, free_a, column_of(j))
        extra_b = _beside(j, free_b, row_of(i))
        free_a -= set(extra_a)
        free_b -= set(extra_b)
        gathered.append(match._replace(a=tuple(sorted((*match.a, *extra_a))), b=tuple(sorted((*match.b, *extra_b)))))
    return gathered


def _beside(place: int, free: set[int], similarity: Callable[[int], float]) -> list[int]:
    """Free places next to `place`, outwards, as long as they are similar enough to the other side."""
    found = []
    for step in (-1, 1):
        at = place + step
        while at in free and similarity(at) >= _JOINING:
            found.append(at)
            at += step
    return found


def chain(matches: list[Match]) -> list[Match]:
    """The matches by place in A; those outside the heaviest increasing run of places in B are transposed.

    Where several runs are the heaviest, those outside any of them are: which of two stayed is then not known.
    """
    ordered = sorted(matches)
    weights = [round(match.score * _EXACT) for match in ordered]
    kept = _in_every_heaviest([match.b[0] for match in ordered], weights)
    return [match._replace(order_kept=place in kept) for place, match in enumerate(ordered)]


def _in_every_heaviest(values: list[int], weights: list[int]) -> frozenset[int]:
    """Places that all increasing runs of the most weight have, whichever side is called A."""
    until = _heaviest_until(values, weights)
    last = max(values, default=0)
    since = _heaviest_until([last - value for value in reversed(values)], weights[::-1])[::-1]
    most = max((weight for weight, _ in until), default=0)
    runs = sum(count for weight, count in until if weight == most)
    return frozenset(
        place
        for place, (before, after) in enumerate(zip(until, since, strict=True))
        if before[0] + after[0] - weights[place] == most and before[1] * after[1] == runs
    )


def _heaviest_until(values: list[int], weights: list[int]) -> list[tuple[int, int]]:
    """For each place: the weight of the heaviest increasing run that ends there, and how many such runs there are.

    `best` is a Fenwick tree (1994) over the values: n log n steps for n places.
    """
    best = [(0, 1)] + [(0, 0)] * (max(values, default=0) + 1)
    found = []
    for value, weight in zip(values, weights, strict=True):
        before, runs = best[0]
        at = value
        while at > 0:
            before, runs = _heavier((before, runs), best[at])
            at -= at & -at
        found.append((before + weight, runs))
        at = value + 1
        while at < len(best):
            best[at] = _heavier(best[at], found[-1])
            at += at & -at
    return found


def _heavier(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """The heavier; of equals the runs of both."""
    return (one[0], one[1] + other[1]) if one[0] == other[0] else max(one, other)
