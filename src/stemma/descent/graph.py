"""One graph for a family: the exemplar of every witness, and exemplars not at hand where these make it cheaper."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.descent.arborescence import arborescence
from stemma.descent.costs import Costs

__all__ = ["NONE", "Graph"]

Held = NDArray[np.int64]
"""For each place the witness whose reading stands there, -1 where nothing does."""

NONE = -1
"""No exemplar."""


class Graph:
    """The family while its graph is sought: witnesses are nodes 0 to n - 1, exemplars not at hand n, n + 1, ...

    `above` is each node's exemplar or NONE; `held` what each hidden exemplar is taken to have said. `bound` are the
    witnesses whose exemplar is told and not sought, `lasting` the hidden exemplars that credits name, `raised` those
    put in for wording of a copy's own.
    """

    def __init__(self, costs: Costs, told: Mapping[int, int], named: Mapping[int, int]) -> None:
        """`told`: exemplars at hand that are known; `named`: copy to number (0, 1, ...) of a hidden one that is."""
        self.costs = costs
        self.total = costs.total()
        self.size = len(costs.present)
        self.entering = np.stack([costs.entering(copy) for copy in range(self.size)])
        self.reworded = self._reworded()
        self.bound = frozenset(told) | frozenset(named)
        self.lasting = frozenset(self.size + number for number in named.values())
        self.above = self._first(told, named)
        self.held: dict[int, Held] = {}
        self.raised: set[int] = set()
        for hidden in sorted(self.lasting):
            self.above[hidden] = NONE
            self.held[hidden] = self.consensus(self.copies(hidden), NONE)

    def _reworded(self) -> NDArray[np.float64]:
        """For each copy and place what its words cost against its best exemplar at hand: the same of any other."""
        best = np.where(np.isfinite(self.total), self.total, np.inf).argmin(axis=0)
        rows = np.arange(self.size)
        fresh = ~self.costs.present[best] & (self.costs.lost > 0)
        return np.asarray(self.costs.words[best, rows] + fresh * self.costs.composed[best, rows][:, None])

    def _first(self, told: Mapping[int, int], named: Mapping[int, int]) -> dict[int, int]:
        """The least-cost arborescence of what is at hand."""
        table = self.total.copy()
        for copy in self.bound:
            table[:, copy] = np.inf
        for copy, exemplar in told.items():
            table[exemplar, copy] = 0.0
        alone = np.where(np.isin(np.arange(self.size), sorted(told)), 1e9, self._alone())
        found = dict(enumerate(arborescence(table, alone)))
        return found | {copy: self.size + number for copy, number in named.items()}

    def _alone(self) -> NDArray[np.float64]:
        """The cost of having no exemplar at hand.

        One that is not at hand would have been cut and reworded like the best one that is; so only what speaks against
        that one is weighed, beyond what is excused.
        """
        found = np.zeros(self.size)
        for copy in range(self.size):
            best = int(self.total[:, copy].argmin())
            if np.isfinite(self.total[best, copy]):
                spared = self.costs.against(best, copy) - self.costs.excused(best, copy)
                found[copy] = self.total[best, copy] - spared
        return found

    @property
    def hidden(self) -> list[int]:
        """The exemplars not at hand."""
        return sorted(self.held)

    def copies(self, exemplar: int) -> list[int]:
        """What was made from the node, in order."""
        return sorted(copy for copy, above in self.above.items() if above == exemplar)

    def below(self, node: int) -> set[int]:
        """The node and all that goes back to it."""
        found, open_nodes = {node}, [node]
        while open_nodes:
            fresh = set(self.copies(open_nodes.pop())) - found
            found |= fresh
            open_nodes.extend(sorted(fresh))
        return found

    def roots(self) -> list[int]:
        """Nodes without an exemplar."""
        return self.copies(NONE)

    def source(self, node: int) -> Held:
        """What stands at each place of the node."""
        if node in self.held:
            return self.held[node]
        return np.where(self.costs.present[node], node, -1)

    def cost(self, exemplar: int, copy: int) -> float:
        """The cost of one descent; between hidden exemplars and others order and dates say nothing."""
        if exemplar < self.size and copy < self.size:
            return float(self.total[exemplar, copy])
        return float(self.places(exemplar, copy).sum())

    def places(self, exemplar: int, copy: int) -> NDArray[np.float64]:
        """The cost of one descent at each place."""
        if exemplar < self.size and copy < self.size:
            return self.costs.by_place(exemplar, copy)
        found = self.by_place(self.source(exemplar), self.source(copy))
        return found + self.reworded[copy] if copy < self.size else found

    def by_place(self, exemplar: Held, copy: Held) -> NDArray[np.float64]:
        """The same from what stands there in either, without the words: rewriters agree in these by chance."""
        here, there = exemplar >= 0, copy >= 0
        found = (here & ~there) * self.costs.lost[exemplar, np.arange(len(here))]
        new = np.nonzero(~here & there)[0]
        found[new] = self.entering[copy[new], new]
        both = np.nonzero(here & there)[0]
        at = exemplar[both], copy[both], both
        found[both] += self.costs.shared[at] - self.costs.words[at]
        return np.asarray(found, dtype=np.float64)

    def consensus(self, copies: Sequence[int], exemplar: int) -> Held:
        """What a hidden exemplar of these copies, itself made from `exemplar` (or NONE), said at the least cost."""
        sources = [self.source(copy) for copy in copies]
        first = None if exemplar == NONE else self.source(exemplar)
        width = self.costs.present.shape[1]
        offered = np.stack([*sources, *([first] if first is not None else []), np.full(width, -1)])
        priced = np.stack([self._priced(choice, sources, first) for choice in offered])
        # A place that nothing speaks for is empty: of equal costs the last, the empty one, is taken.
        best = len(offered) - 1 - np.round(priced[::-1], 9).argmin(axis=0)
        return np.asarray(offered[best, np.arange(width)])

    def _priced(self, choice: Held, sources: Sequence[Held], first: Held | None) -> NDArray[np.float64]:
        priced = sum((self.by_place(choice, source) for source in sources), np.zeros(len(choice)))
        return priced if first is None else priced + self.by_place(first, choice)

    def put(self, copies: Sequence[int], exemplar: int) -> int:
        """A new hidden exemplar between these copies and their exemplar."""
        hidden = max([self.size - 1, *self.held]) + 1
        self.held[hidden] = self.consensus(copies, exemplar)
        self.above[hidden] = exemplar
        for copy in copies:
            self.above[copy] = hidden
        return hidden

    def take_out(self, hidden: int) -> None:
        """The hidden exemplar goes; its copies are made from what it was made from."""
        for copy in self.copies(hidden):
            self.above[copy] = self.above[hidden]
        del self.above[hidden], self.held[hidden]

    def settle(self, node: int) -> None:
        """What a hidden exemplar said, after its copies changed."""
        copies = self.copies(node)
        if node in self.held and copies:
            self.held[node] = self.consensus(copies, self.above[node])
