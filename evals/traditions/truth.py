"""What can be asked of a tradition once its lost witnesses are taken away."""

from collections.abc import Iterator
from typing import NamedTuple

from evals.traditions.families import Made, Node
from evals.traditions.prose import keys_of

__all__ = ["Truth", "is_told", "truth_of"]

# A lost witness with one copy left is no branching: nothing in the texts can show it.
_BRANCHES = 2


class Truth(NamedTuple):
    """Edges between given witnesses (copy, exemplar), the copies of each hidden exemplar, and origins by witness.

    `untold`: those edges whose direction nothing tells, so that Undecided is the right answer.
    """

    edges: frozenset[tuple[str, str]]
    untold: frozenset[tuple[str, str]]
    hidden: frozenset[frozenset[str]]
    origins: dict[str, tuple[str, ...]]
    operations: dict[str, str]


def truth_of(made: Made) -> Truth:
    """The truth about the given witnesses, by their ids."""
    edges: set[tuple[int, int]] = set()
    copies: dict[int, set[int]] = {}
    for place in range(len(made.nodes)):
        if place not in made.withheld:
            for exemplar in _exemplars(made, place):
                if exemplar in made.withheld:
                    copies.setdefault(exemplar, set()).add(place)
                else:
                    edges.add((place, exemplar))
    name = [node.article.id for node in made.nodes]
    given = [place for place in range(len(name)) if place not in made.withheld]
    untold = [(copy, exemplar) for copy, exemplar in edges if not is_told(made.nodes[exemplar], made.nodes[copy])]
    return Truth(
        frozenset((name[copy], name[exemplar]) for copy, exemplar in edges),
        frozenset((name[copy], name[exemplar]) for copy, exemplar in untold),
        frozenset(frozenset(name[copy] for copy in group) for group in copies.values()),
        {name[place]: made.nodes[place].origins for place in given},
        {name[place]: made.nodes[place].operation for place in given},
    )


def _exemplars(made: Made, place: int) -> Iterator[int]:
    """The nearest exemplars that are at hand or branch: a lost one with a single copy is stepped over."""
    for parent in made.nodes[place].parents:
        branches = sum(parent in node.parents for node in made.nodes)
        if parent in made.withheld and branches < _BRANCHES:
            yield from _exemplars(made, parent)
        else:
            yield parent


def is_told(exemplar: Node, copy: Node) -> bool:
    """Whether anything says which of the two was first: a credit, a clock, or a sentence that one of them lacks.

    Where both tell the same sentences, in whatever order, spelling or wording, undated and without a credit, each could
    be made from the other.
    """
    if copy.credited or copy.operation in ("cite", "correct"):
        return True
    dates = (exemplar.article.published, copy.article.published)
    return (None not in dates and dates[0] != dates[1]) or keys_of(exemplar.prose) != keys_of(copy.prose)
