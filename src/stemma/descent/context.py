"""What the inference looks up, and what it has found so far for one family."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.descent.credits import CreditLink, Signed
from stemma.descent.direction import Objection, objections, spoilt, weight
from stemma.descent.pairing import Pairing
from stemma.descent.particulars import Particulars
from stemma.descent.readings import SHARING, shared_readings
from stemma.records import Evidence, Span, Undecided, Witness

__all__ = ["Context", "Edge", "HiddenDraft", "Solved", "reaches"]


class Context(NamedTuple):
    """One story: its witnesses and pairs by id, the credits resolved, the names each witness alone misspells.

    `signed`: whose author is another one's outlet.
    """

    witnesses: Mapping[str, Witness]
    pairs: Mapping[tuple[str, str], Pairing]
    credited: Sequence[CreditLink]
    odd: Mapping[str, Sequence[tuple[Span, str]]]
    known: Mapping[str, Particulars]
    signed: Sequence[Signed] = ()

    def objections(self, exemplar: str, copy: str) -> tuple[Objection, ...]:
        """What speaks against the copy being made from the exemplar."""
        found = objections(self.pairs[exemplar, copy], exemplar, copy, self.odd)
        return (*shared_readings(self._relatives(copy), self.known, exemplar, copy), *found)

    def _relatives(self, article: str) -> list[str]:
        """Articles that are kin to this one, by id."""
        return [other for other in self.witnesses if self.probability(article, other) >= SHARING]

    def objection_weight(self, exemplar: str, copy: str) -> float:
        """The weight of those objections, in particulars."""
        return weight(self.objections(exemplar, copy))

    def spoilt(self, exemplar: str, copy: str) -> float:
        """The weight of what the exemplar has spoilt and the copy has sound."""
        return weight(spoilt(self.pairs[exemplar, copy], exemplar, copy, self.odd))

    def probability(self, a: str, b: str) -> float:
        """Kinship of the two; 0 for a pair that was not compared."""
        pairing = self.pairs.get((a, b))
        return pairing.kinship.probability if pairing is not None else 0.0


class Edge(NamedTuple):
    """A descent before its operation is known. `sure` is the confidence in its direction, 0..1."""

    copy: str
    exemplar: str
    sure: float
    evidence: tuple[Evidence, ...]


class HiddenDraft(NamedTuple):
    """An exemplar not at hand: the name credited (None if no credit names one) and its copies with the evidence.

    `above`: what it was itself made from, a witness's id or `hidden N`, its number in the family; None if nothing.
    """

    name: str | None
    copies: Mapping[str, tuple[Evidence, ...]]
    sure: float
    above: str | None = None


class Solved(NamedTuple):
    """What was found of one family. `made`: what was made from one of its kin, though it is open from which."""

    edges: list[Edge]
    hidden: list[HiddenDraft]
    undecided: list[Undecided]
    made: frozenset[str] = frozenset()


def reaches(edges: Sequence[Edge], start: str, goal: str) -> bool:
    """Whether `goal` is `start` or one of its exemplars, near or far."""
    open_nodes, seen = [start], {start}
    while open_nodes:
        node = open_nodes.pop()
        if node == goal:
            return True
        above = [edge.exemplar for edge in edges if edge.copy == node and edge.exemplar not in seen]
        seen.update(above)
        open_nodes.extend(above)
    return False
