"""A hidden exemplar between an exemplar and some of its copies, where these agree against it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.descent.costs import GAINED, LOST
from stemma.descent.graph import NONE, Graph

__all__ = ["inserted"]

# What it must save: chosen as the constants of costs.py.
_PRICE = 3.0
# Pairs of copies that are tried exactly, the most promising first by what they have in common against their exemplar.
_TRIED = 12


def inserted(graph: Graph) -> bool:
    """Put in hidden exemplars wherever that makes the graph cheaper; whether any was."""
    changed = False
    for exemplar in sorted(set(graph.above.values()) - {NONE}):
        while (group := _group(graph, exemplar)) is not None:
            graph.put(group, exemplar)
            graph.settle(exemplar)
            changed = True
    return changed


def _group(graph: Graph, exemplar: int) -> list[int] | None:
    """The copies that gain most by a hidden exemplar of their own; None where it would not pay."""
    copies = [copy for copy in graph.copies(exemplar) if copy not in graph.bound]
    best: tuple[float, list[int]] = (0.0, [])
    for pair in _promising(graph, exemplar, copies):
        best = max(best, (_saving(graph, exemplar, pair), pair), key=lambda option: option[0])
    saved, group = best
    while group:
        grown = [(_saving(graph, exemplar, [*group, copy]), copy) for copy in copies if copy not in group]
        better = max(grown, default=(0.0, -1))
        if better[0] <= saved + 1e-9:
            break
        saved, group = better[0], sorted([*group, better[1]])
    whole = exemplar >= graph.size and len(group) == len(graph.copies(exemplar))
    return group if saved > _PRICE and not whole else None


def _saving(graph: Graph, exemplar: int, copies: Sequence[int]) -> float:
    """What a hidden exemplar of these copies would save."""
    first = graph.source(exemplar)
    held = graph.consensus(copies, exemplar)
    before = sum(graph.by_place(first, graph.source(copy)).sum() for copy in copies)
    after = sum(graph.by_place(held, graph.source(copy)).sum() for copy in copies)
    return float(before - after - graph.by_place(first, held).sum())


def _promising(graph: Graph, exemplar: int, copies: Sequence[int]) -> list[list[int]]:
    """Pairs of copies by what they have in common against the exemplar, the most first."""
    first = graph.source(exemplar)
    costs = [graph.by_place(first, graph.source(copy)) for copy in copies]
    ranked = [
        (-round(_common(graph, first, (a, b), (costs[i], costs[j])), 9), [a, b])
        for i, a in enumerate(copies)
        for j, b in enumerate(copies)
        if i < j
    ]
    return [pair for common, pair in sorted(ranked)[:_TRIED] if -common > _PRICE / 2]


def _common(
    graph: Graph,
    first: NDArray[np.int64],
    pair: tuple[int, int],
    costs: tuple[NDArray[np.float64], NDArray[np.float64]],
) -> float:
    """The length of the way that two copies have in common, from the exemplar on (their Gromov product)."""
    a, b = graph.source(pair[0]), graph.source(pair[1])
    between = np.minimum(graph.by_place(a, b), graph.by_place(b, a))
    both_lost = LOST * ((first >= 0) & (a < 0) & (b < 0))
    both_gained = GAINED * ((first < 0) & (a >= 0) & (b >= 0))
    shared = np.where((first >= 0) & (a >= 0) & (b >= 0), np.maximum(0, costs[0] + costs[1] - between) / 2, 0)
    return float((both_lost + both_gained + shared).sum())
