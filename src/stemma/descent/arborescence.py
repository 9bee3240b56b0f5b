"""The arborescence of least cost (Chu and Liu 1965, Edmonds 1967), on a dense table of costs."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["arborescence"]

Costs = NDArray[np.float64]


def arborescence(costs: Costs, alone: Costs) -> list[int]:
    """The exemplar of each witness, -1 for one that has none, at the least cost in all.

    `costs[e, c]` is what it costs that c was made from e (infinite where it cannot be), `alone[c]` that c has no
    exemplar. Of equal costs the earlier row is taken.
    """
    size = len(alone)
    table = np.full((size + 1, size + 1), np.inf)
    table[1:, 1:] = costs
    table[0, 1:] = alone
    np.fill_diagonal(table, np.inf)
    table[:, 0] = np.inf
    return [above - 1 for above in _solved(table)[1:]]


def _solved(table: Costs) -> list[int]:
    """The row chosen for each column but the root's, column 0."""
    above = [-1, *table[:, 1:].argmin(axis=0).tolist()]
    circle = _circle(above)
    if not circle:
        return above
    rest = [node for node in range(len(table)) if node not in circle]
    inner = _solved(_contracted(table, above, circle, rest))
    return _expanded(table, above, (circle, rest), inner)


def _circle(above: list[int]) -> list[int]:
    """A circle among the chosen rows, or nothing."""
    seen = [0] * len(above)
    for start in range(1, len(above)):
        node = start
        while node > 0 and seen[node] == 0:
            seen[node] = start
            node = above[node]
        if node > 0 and seen[node] == start:
            circle = [node]
            while above[circle[-1]] != node:
                circle.append(above[circle[-1]])
            return circle
    return []


def _contracted(table: Costs, above: list[int], circle: list[int], rest: list[int]) -> Costs:
    """The table with the circle as its last node; entering it costs what it adds to the circle."""
    size = len(rest)
    smaller = np.full((size + 1, size + 1), np.inf)
    smaller[:size, :size] = table[np.ix_(rest, rest)]
    smaller[:size, size] = _entering(table, above, circle, rest).min(axis=1)
    smaller[size, :size] = table[np.ix_(circle, rest)].min(axis=0)
    smaller[:, 0] = np.inf
    return smaller


def _entering(table: Costs, above: list[int], circle: list[int], rest: list[int]) -> Costs:
    own = np.array([table[above[node], node] for node in circle])
    return np.asarray(table[np.ix_(rest, circle)] - own[None, :])


def _expanded(table: Costs, above: list[int], parts: tuple[list[int], list[int]], inner: list[int]) -> list[int]:
    circle, rest = parts
    found = list(above)
    out = table[np.ix_(circle, rest)].argmin(axis=0)
    for at, node in enumerate(rest[1:], start=1):
        found[node] = circle[int(out[at])] if inner[at] == len(rest) else rest[inner[at]]
    entry = inner[len(rest)]
    at = int(_entering(table, above, circle, rest)[entry].argmin())
    found[circle[at]] = rest[entry]
    return found
