"""An exemplar with wording of its own that none of its copies kept: it is a copy like them, of an exemplar not at hand.

Copies of one text each keep a part of its words. Where they kept different parts, little of it is kept by none of them;
if much is, these words came in after the copies had left.
"""

import math
from collections.abc import Collection, Sequence

from stemma.descent.costs import ANEW
from stemma.descent.graph import Graph

__all__ = ["demoted", "doubted", "own_words"]

# Copies that must have a place before the words there are counted: one alone may have changed anything.
_LEAST_COPIES = 2
# Words kept by none of the copies, beyond what chance lets be lost by all: this many, and this many deviations. Chosen
# on traditions made to order from seeds of their own.
_LEAST_WORDS = 5.0
_DEVIATIONS = 3.0


def demoted(graph: Graph, sure: Collection[int]) -> bool:
    """Put a hidden exemplar above every witness at hand that has wording of its own, and its copies; whether any was.

    Only copies that are `sure` to be its copies count: who is whose copy in a family of rewrites that agree in words by
    chance is not known, and then nothing follows.
    """
    changed = False
    for node in range(graph.size):
        copies = [copy for copy in graph.copies(node) if _counts(graph, node, copy, sure)]
        if len(copies) >= _LEAST_COPIES and _is_copy(graph, node, copies):
            _raised(graph, node, copies)
            changed = True
    return changed


def doubted(graph: Graph, sure: Collection[int]) -> frozenset[int]:
    """Witnesses with wording that none of those kept who tell them anew: one text behind all, or rewriters alike."""
    return frozenset(
        node
        for node in range(graph.size)
        if len(copies := [copy for copy in graph.copies(node) if copy in sure and copy < graph.size]) >= _LEAST_COPIES
        and _is_copy(graph, node, copies)
    )


def _counts(graph: Graph, node: int, copy: int, sure: Collection[int]) -> bool:
    """Whether the copy is surely the node's and told nearly alike: whoever tells it anew changes what others change."""
    known = copy in sure and copy < graph.size and copy not in graph.bound
    return known and graph.costs.close[node, copy] >= ANEW


def _raised(graph: Graph, node: int, copies: Sequence[int]) -> None:
    """The copies beside their exemplar: under the hidden one that it was made from, or a new one."""
    if graph.above[node] not in graph.held:
        graph.raised.add(graph.put([node, *copies], graph.above[node]))
        return
    for copy in copies:
        graph.above[copy] = graph.above[node]
    graph.settle(graph.above[node])


def _is_copy(graph: Graph, node: int, copies: Sequence[int]) -> bool:
    found, expected = own_words(graph, node, copies)
    beyond = found - expected
    return beyond >= _LEAST_WORDS and beyond >= _DEVIATIONS * math.sqrt(max(1.0, expected))


def own_words(graph: Graph, node: int, copies: Sequence[int]) -> tuple[float, float]:
    """How many words of the node none of the copies kept, and how many each losing its own would leave."""
    found = expected = 0.0
    for place, words in enumerate(graph.costs.readings[node]):
        others = [set(graph.costs.readings[copy][place]) for copy in copies if graph.costs.present[copy, place]]
        own = set(words)
        if own and len(others) >= _LEAST_COPIES:
            found += len(own.difference(*others))
            expected += len(own) * math.prod(1 - len(own & other) / len(own) for other in others)
    return found, expected
