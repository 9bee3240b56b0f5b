"""How sure the graph is: the share of resamples of the places in which each finding still holds."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemma.descent.graph import NONE, Graph
from stemma.descent.heads import reprints

__all__ = ["Resampled", "resampled"]

# Resamples: 200 give a share of .9 a standard error of .02.
_RESAMPLES = 200
_SEED = 20261127
# The exemplar of a witness whose credit or outlet tells it is not turned round.
_TOLD = 1e6
# An exemplar at hand is preferred to one that is not, all else being equal.
_UNSEEN = 0.5
# A difference below this is rounding; ...
_EQUAL = 1e-6
# ... and a graph turned round must cost more by this: a name that came new is as much, a doubtful passage less.
_TURNED = 1.0


class _Difference(NamedTuple):
    """What another graph costs more than the one found: place by place, and beside the places."""

    places: NDArray[np.float64]
    fixed: float

    def plus(self, other: "_Difference") -> "_Difference":
        return _Difference(self.places + other.places, self.fixed + other.fixed)


class Resampled(NamedTuple):
    """Shares of the resamples, 0..1, by copy.

    `direction`: the copy was not its exemplar's exemplar, whatever else is turned round with it. `exemplar`: it has
    this exemplar, or a reprint with the same words, rather than another. `hidden`: no copy of the hidden exemplar could
    be the exemplar of the others.
    """

    direction: Mapping[int, float]
    exemplar: Mapping[int, float]
    hidden: Mapping[int, float]


def resampled(graph: Graph) -> Resampled:
    """The support of every descent of the graph and of every hidden exemplar."""
    width = graph.costs.present.shape[1]
    # RandomState, for its stream is frozen for good (NEP 19): the same shares on every machine.
    weights = np.random.RandomState(_SEED).multinomial(width, [1 / max(1, width)] * width, size=_RESAMPLES)
    turned = _turned(graph)
    copies = [node for node in sorted(graph.above) if graph.above[node] != NONE]
    return Resampled(
        direction={copy: _share(_turns(graph, turned, copy), weights, _TURNED) for copy in copies},
        exemplar={copy: _share(_elsewhere(graph, copy), weights) for copy in copies},
        hidden={node: _share(_without(graph, node), weights) for node in graph.hidden},
    )


def _turns(graph: Graph, turned: Mapping[int, _Difference], copy: int) -> Iterable[_Difference]:
    return (turned[node] for node in sorted(graph.below(copy)))


def _share(others: Iterable[_Difference], weights: NDArray[np.int64], least: float = _EQUAL) -> float:
    """The share of resamples in which each of the others costs more, by at least so much."""
    held = np.ones(len(weights), dtype=bool)
    for other in others:
        held &= weights @ other.places + other.fixed > least
    return float(held.mean())


def _difference(graph: Graph, found: tuple[int, int], other: tuple[int, int]) -> _Difference:
    """What one descent (exemplar, copy) costs less than another."""
    places = graph.places(*other) - graph.places(*found)
    return _Difference(places, _fixed(graph, *other) - _fixed(graph, *found))


def _fixed(graph: Graph, exemplar: int, copy: int) -> float:
    return float(graph.costs.fixed[exemplar, copy]) if max(exemplar, copy) < graph.size else 0.0


def _turned(graph: Graph) -> dict[int, _Difference]:
    """For each node what the graph costs more with that node as its root: every descent above it turned round."""
    width = graph.costs.present.shape[1]
    found = {root: _Difference(np.zeros(width), 0.0) for root in graph.roots()}
    open_nodes = graph.roots()
    while open_nodes:
        node = open_nodes.pop()
        for copy in graph.copies(node):
            step = _turn(graph, node, copy)
            if copy < graph.size and node < graph.size and graph.costs.loose[copy, node]:
                step = step._replace(places=step.places - _own_reporting(graph, node, copy))
            found[copy] = found[node].plus(step._replace(fixed=step.fixed + _TOLD * (copy in graph.bound)))
            open_nodes.append(copy)
    return found


def _turn(graph: Graph, exemplar: int, copy: int) -> _Difference:
    """What one descent costs more turned round."""
    if max(exemplar, copy) >= graph.size:
        return _difference(graph, (exemplar, copy), (copy, exemplar))
    places = graph.costs.speaking(copy, exemplar) - graph.costs.speaking(exemplar, copy)
    return _Difference(places, _fixed(graph, copy, exemplar) - _fixed(graph, exemplar, copy))


def _own_reporting(graph: Graph, exemplar: int, copy: int) -> NDArray[np.float64]:
    """What speaks against the reverse only if the longer text has no reporting of its own beside the shorter."""
    alone = graph.costs.present[exemplar] & ~graph.costs.present[copy]
    return np.asarray(alone * (graph.costs.gained[copy, exemplar] - graph.costs.lost[exemplar]))


def _elsewhere(graph: Graph, copy: int) -> Iterable[_Difference]:
    """What every other exemplar would cost more, but for reprints of its own that it does not tell from that."""
    below, own = graph.below(copy), graph.above[copy]
    if max(own, copy) < graph.size:
        below |= set(reprints(graph, own, copy))
    at_hand = range(graph.size) if copy >= graph.size else np.nonzero(np.isfinite(graph.costs.fixed[:, copy]))[0]
    for other in [*map(int, at_hand), *graph.hidden]:
        if other != own and other not in below:
            step = _difference(graph, (own, copy), (other, copy))
            yield step._replace(fixed=step.fixed + _UNSEEN * (other in graph.held))


def _without(graph: Graph, hidden: int) -> Iterable[_Difference]:
    """What it would cost more if one of the copies were the exemplar of the rest, words apart."""
    copies = graph.copies(hidden)
    held = {copy: graph.by_place(graph.source(hidden), graph.source(copy)) for copy in copies}
    for one in copies:
        others = [copy for copy in copies if copy != one]
        places = sum((_less_words(graph, one, copy) - held[copy] for copy in others), -held[one])
        dates = [graph.costs.dates[one, copy] for copy in others if max(one, copy) < graph.size]
        yield _Difference(places, float(sum(dates)))


def _less_words(graph: Graph, exemplar: int, copy: int) -> NDArray[np.float64]:
    if max(exemplar, copy) >= graph.size:
        return graph.by_place(graph.source(exemplar), graph.source(copy))
    return np.asarray(graph.costs.speaking(exemplar, copy) - graph.costs.words[exemplar, copy])
