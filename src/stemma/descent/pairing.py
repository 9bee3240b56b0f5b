"""Everything that is known of two witnesses together: what the later steps of the lineage look up."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.descent.particulars import Particular, Particulars, altered, lacking
from stemma.records import Alignment, Kinship, Witness

__all__ = ["Pairing", "Side", "pairings"]


class Side(NamedTuple):
    """One witness of a pair: its passages aligned with the other, its particulars that the other lacks.

    `hard` are those of them that no rewording brings by itself.
    """

    witness: Witness
    coverage: float
    aligned: frozenset[int]
    alone: tuple[Particular, ...]
    hard: tuple[Particular, ...]


class Pairing(NamedTuple):
    """Two witnesses by id, their alignment, their kinship, and each one's side."""

    kinship: Kinship
    alignment: Alignment
    sides: Mapping[str, Side]

    def side(self, article: str) -> Side:
        """The side of the article with this id."""
        return self.sides[article]

    def closeness(self, copy: str) -> float:
        """How closely the other witness accounts for the copy, 0..1: scores of its passages, by their length."""
        passages = self.sides[copy].witness.passages
        lengths = [passage.span.end - passage.span.start for passage in passages]
        turned = self.alignment.b == copy
        total = sum(
            pair.score * lengths[place]
            for pair in self.alignment.pairs
            for place in (pair.b_index if turned else pair.a_index)
        )
        return total / max(1, sum(lengths))


def _side(witness: Witness, coverage: float, aligned: frozenset[int], known: tuple[Particulars, Particulars]) -> Side:
    alone = lacking(*known)
    hard = tuple(p for p in alone if p in known[0].hard and not altered(p, known[1]))
    return Side(witness, coverage, aligned, alone, hard)


def pairings(
    witnesses: Mapping[str, Witness],
    alignments: Sequence[Alignment],
    kinships: Sequence[Kinship],
    known: Mapping[str, Particulars],
) -> dict[tuple[str, str], Pairing]:
    """Each aligned pair, found under both orders of its ids."""
    by_pair = {(kinship.a, kinship.b): kinship for kinship in kinships}
    found: dict[tuple[str, str], Pairing] = {}
    for alignment in alignments:
        kinship = by_pair[alignment.a, alignment.b]
        places_a = frozenset(i for pair in alignment.pairs for i in pair.a_index)
        places_b = frozenset(j for pair in alignment.pairs for j in pair.b_index)
        a, b = known[alignment.a], known[alignment.b]
        sides = {
            alignment.a: _side(witnesses[alignment.a], kinship.coverage[0], places_a, (a, b)),
            alignment.b: _side(witnesses[alignment.b], kinship.coverage[1], places_b, (b, a)),
        }
        found[alignment.a, alignment.b] = found[alignment.b, alignment.a] = Pairing(kinship, alignment, sides)
    return found
