"""Clusters: units of several witnesses that say the same thing, by their alignments."""

from collections.abc import Mapping, Sequence

from stemma.claims.units import Unit
from stemma.records import Alignment

__all__ = ["clusters"]

# An aligned pair says the same thing from this score on (chosen by eye on the bundled example: below it independent
# reports speak of the same matter, not of the same fact).
_SAME_CLAIM = 0.3
# Two clusters merge if their members' pairs reach this on average; a pair that is not aligned counts zero.
_AVERAGE = 0.2

Node = tuple[str, int]


def clusters(found: Sequence[Unit], alignments: Sequence[Alignment]) -> list[list[Unit]]:
    """Units grouped, average-link over the alignments' scores; largest score first, ties by place."""
    by_node: dict[Node, Unit] = {(unit.article, unit.place): unit for unit in found}
    scores = _scores(alignments, by_node)
    cluster_of: dict[Node, int] = {node: place for place, node in enumerate(sorted(by_node))}
    members: dict[int, list[Node]] = {place: [node] for node, place in cluster_of.items()}
    for (a, b), score in sorted(scores.items(), key=lambda entry: (-entry[1], entry[0])):
        first, second = sorted((cluster_of[a], cluster_of[b]))
        if score >= _SAME_CLAIM and first != second and _average(members[first], members[second], scores) >= _AVERAGE:
            for node in members[second]:
                cluster_of[node] = first
            members[first] = sorted(members[first] + members.pop(second))
    return [[by_node[node] for node in group] for _, group in sorted(members.items())]


def _scores(alignments: Sequence[Alignment], known: Mapping[Node, Unit]) -> dict[tuple[Node, Node], float]:
    scores: dict[tuple[Node, Node], float] = {}
    for alignment in alignments:
        for pair in alignment.pairs:
            for i in pair.a_index:
                for j in pair.b_index:
                    a, b = sorted(((alignment.a, i), (alignment.b, j)))
                    if a in known and b in known:
                        scores[a, b] = max(scores.get((a, b), 0.0), pair.score)
    return scores


def _average(one: Sequence[Node], other: Sequence[Node], scores: Mapping[tuple[Node, Node], float]) -> float:
    pairs = [(min(a, b), max(a, b)) for a in one for b in other if a[0] != b[0]]
    return sum(scores.get(pair, 0.0) for pair in pairs) / len(pairs) if pairs else 0.0
