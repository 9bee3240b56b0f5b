"""The search for the graph of least cost."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.descent.costs import Costs
from stemma.descent.families import components
from stemma.descent.graph import NONE, Graph
from stemma.descent.inserting import inserted

__all__ = ["improved", "searched"]

# A witness goes to another exemplar only if that is cheaper by more than rounding.
_CHEAPER = 1e-6
# The search ends sooner in all families made to order; the bound keeps a tie from going round for ever.
_ROUNDS = 12


def searched(costs: Costs, told: Mapping[int, int], named: Mapping[int, int]) -> Graph:
    """The graph of least cost: what is kin is united, then witnesses are moved until nothing gets cheaper.

    `told`: copy to exemplar, where credits or outlets tell it; `named`: copy to the number of the hidden exemplar that
    its credit names.
    """
    graph = Graph(costs, told, named)
    _unite(graph)
    improved(graph)
    return graph


def improved(graph: Graph) -> None:
    """Move witnesses, put in hidden exemplars and take them out until nothing gets cheaper."""
    for _ in range(_ROUNDS):
        if not (_moved(graph) | inserted(graph) | _pruned(graph)):
            return


def _unite(graph: Graph) -> None:
    """Kin without an exemplar get a common hidden one, or the one that a credit of their family names."""
    roots = [node for node in graph.roots() if node < graph.size]
    # Two that have each their own reporting beside what they share are no two copies of one report.
    loose = graph.costs.loose & graph.costs.loose.T
    kin = np.isfinite(graph.costs.fixed) & ~loose
    for hidden in sorted(graph.lasting):
        copies = [copy for copy in graph.copies(hidden) if copy < graph.size]
        for root in roots:
            if graph.above[root] == NONE and kin[root, copies].any():
                graph.above[root] = hidden
        graph.settle(hidden)
    _attach(graph, [root for root in roots if graph.above[root] == NONE], kin)
    left = [root for root in graph.roots() if root < graph.size]
    pairs = [(f"{a:06}", f"{b:06}") for a in left for b in left if a < b and kin[a, b]]
    for together in components([f"{root:06}" for root in left], pairs):
        if len(together) > 1:
            graph.put([int(root) for root in together], NONE)


def _attach(graph: Graph, roots: Sequence[int], kin: NDArray[np.bool_]) -> None:
    """Roots that nothing keeps from being made from another witness are: no hidden exemplar is needed for them."""
    for root in roots:
        below = graph.below(root)
        possible = [
            (graph.cost(other, root), other)
            for other in range(graph.size)
            if kin[other, root] and other not in below and not graph.costs.excluded(other, root)
        ]
        if possible:
            graph.above[root] = min(possible)[1]


def _moved(graph: Graph) -> bool:
    """Every witness to the exemplar that costs least; whether any was moved."""
    changed = False
    for node in sorted(graph.above):
        own = graph.above[node]
        if own == NONE or node in graph.bound or node in graph.lasting:
            continue
        cost, best = min((graph.cost(other, node), other) for other in _possible(graph, node))
        if cost < graph.cost(own, node) - _CHEAPER:
            graph.above[node] = best
            graph.settle(own)
            graph.settle(best)
            changed = True
    return changed


def _possible(graph: Graph, node: int) -> list[int]:
    """Nodes that the node can be made from."""
    below = graph.below(node)
    at_hand = range(graph.size) if node >= graph.size else np.nonzero(np.isfinite(graph.costs.fixed[:, node]))[0]
    return [other for other in [*map(int, at_hand), *graph.hidden] if other not in below]


def _pruned(graph: Graph) -> bool:
    """Hidden exemplars with fewer than two copies go, unless a credit names them."""
    changed = False
    for hidden in graph.hidden:
        copies = graph.copies(hidden)
        if len(copies) < 2 and hidden not in graph.lasting:
            graph.take_out(hidden)
            changed = True
    return changed
