"""Groups that only grow, and the average score between any two of them."""

from collections import Counter
from collections.abc import Iterable, Mapping

__all__ = ["Groups", "Node"]

Node = tuple[str, int]
"""An article's id and a place in it."""


class Groups:
    """Nodes, at first each in a group of its own. Averages are kept as sums, so that merging costs what was merged."""

    def __init__(self, nodes: Iterable[Node], scores: Mapping[tuple[Node, Node], float]) -> None:
        ordered = sorted(nodes)
        self._home = {node: place for place, node in enumerate(ordered)}
        self._members = {place: [node] for place, node in enumerate(ordered)}
        self._articles = {place: Counter([node[0]]) for place, node in enumerate(ordered)}
        self._between: dict[int, dict[int, float]] = {place: {} for place in self._members}
        for (a, b), score in sorted(scores.items()):
            self._between[self._home[a]][self._home[b]] = score
            self._between[self._home[b]][self._home[a]] = score

    def average(self, a: Node, b: Node) -> float:
        """Mean score between the groups of two nodes, over pairs of different articles; 0 within one group."""
        one, other = self._home[a], self._home[b]
        if one == other:
            return 0.0
        same = sum(count * self._articles[other][article] for article, count in self._articles[one].items())
        pairs = len(self._members[one]) * len(self._members[other]) - same
        return self._between[one].get(other, 0.0) / pairs if pairs else 0.0

    def merge(self, a: Node, b: Node) -> None:
        """Make one group of the groups of two nodes."""
        one, other = self._home[a], self._home[b]
        if one == other:
            return
        if (len(self._members[one]), -one) < (len(self._members[other]), -other):
            one, other = other, one
        for node in self._members[other]:
            self._home[node] = one
        self._members[one] += self._members.pop(other)
        self._articles[one] += self._articles.pop(other)
        self._join(one, other)

    def _join(self, one: int, other: int) -> None:
        """Add the scores of the group `other`, which is gone, to those of `one`."""
        kept = self._between[one]
        kept.pop(other, None)
        for third, score in self._between.pop(other).items():
            if third != one:
                kept[third] = kept.get(third, 0.0) + score
                self._between[third][one] = kept[third]
                self._between[third].pop(other, None)

    def all(self) -> list[list[Node]]:
        """Each group, sorted, by its first node."""
        return sorted(sorted(members) for members in self._members.values())
