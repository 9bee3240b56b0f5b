"""Exemplars that a copy does not tell apart: a report and what was printed from it word for word.

Whatever speaks for the one speaks for the other. Where the others say themselves that they were made from the one, the
copy is set below it and they are named beside it: where it goes back to is then right whichever was on the desk.
"""

from collections.abc import Sequence

import numpy as np

from stemma.descent.graph import Graph

__all__ = ["alike", "head", "headed", "reprints"]

# Costs of descent that differ by less are as good as the same: it is less than one passage lost or one moved.
_SAME_COST = 0.4


def headed(graph: Graph) -> None:
    """Every copy that may have been made from several with the same words goes to the head of them."""
    for copy in range(graph.size):
        exemplar = graph.above[copy]
        if copy not in graph.bound and 0 <= exemplar < graph.size:
            graph.above[copy] = head(graph, exemplar, copy)


def head(graph: Graph, exemplar: int, copy: int) -> int:
    """Of the exemplar and those like it the one from which the others say they were made; if none, the exemplar."""
    group = [exemplar, *alike(graph, exemplar, copy)]
    return next((one for one in group if _heads(graph, one, group)), exemplar)


def reprints(graph: Graph, exemplar: int, copy: int) -> list[int]:
    """What the copy does not tell from its exemplar, where all of it says that it was made from that."""
    group = alike(graph, exemplar, copy)
    return group if _heads(graph, exemplar, group) else []


def _heads(graph: Graph, one: int, group: Sequence[int]) -> bool:
    return all(_is_told_from(graph, other, one) for other in group)


def _is_told_from(graph: Graph, node: int, above: int) -> bool:
    """Whether the node is the one above, or goes back to it by what it and those between tell themselves."""
    while node in graph.bound and node != above:
        node = graph.above[node]
    return node == above


def alike(graph: Graph, exemplar: int, copy: int) -> list[int]:
    """Others at hand that explain the copy at the same cost, with the same words wherever the copy has something."""
    gap = np.abs(graph.total[:, copy] - graph.total[exemplar, copy])
    near = [other for other in np.nonzero(gap < _SAME_COST)[0].tolist() if other not in (exemplar, copy)]
    below = graph.below(copy) if near else set()
    return [other for other in near if other not in below and _same_words(graph, (exemplar, other), copy)]


def _same_words(graph: Graph, pair: tuple[int, int], copy: int) -> bool:
    """Whether the two read alike at every place of the copy, headlines apart: whoever prints a text writes his own."""
    one, other = (graph.costs.readings[node] for node in pair)
    lost = graph.costs.lost
    told = (lost[copy] > 0) & ((lost[pair[0]] > 0) | (lost[pair[1]] > 0))
    return all(one[place] == other[place] for place in np.nonzero(told)[0].tolist())
