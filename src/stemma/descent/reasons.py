"""The words that prove what the graph says, and why the rest is left open."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from stemma.descent.context import Context, Edge
from stemma.descent.families import KIN
from stemma.descent.graph import NONE, Graph
from stemma.descent.heads import alike, reprints
from stemma.descent.places import Places
from stemma.records import Evidence, Span, Undecided
from stemma.text.nouns import counted, listed

__all__ = [
    "Named",
    "apart",
    "from_elsewhere",
    "left_open",
    "of_copy",
    "of_descent",
    "of_merge",
    "of_reprints",
    "of_rival",
    "of_words",
]

# Confidence that a text which stands passage by passage in two others was made from both; by eye, for the traditions
# made to order have too few such texts to measure it.
_MERGED = 0.85
# Confidence that a text which stands out by what its kin share in twos is their exemplar: right in 21 of 22 families of
# the rewrites by hand in which one stood out.
_BY_WORDS = 0.9
# Passages shown; the rest is counted.
_SHOWN = 3


class Named(NamedTuple):
    """A family's graph with its places, so that nodes can be named and passages shown."""

    places: Places
    graph: Graph

    def name(self, node: int) -> str | None:
        """The id of a witness, `hidden N` (its number in the family) of a hidden exemplar, None of none."""
        if node == NONE:
            return None
        return self.places.ids[node] if node < self.graph.size else f"hidden {self.graph.hidden.index(node)}"


def of_descent(context: Context, found: Named, edge: tuple[int, int], sure: float) -> Edge:
    """The descent (exemplar, copy) with what speaks against the reverse, and what the copy lacks."""
    exemplar, copy = (found.places.ids[node] for node in edge)
    reasons = tuple(objection.evidence for objection in context.objections(copy, exemplar))
    return Edge(copy, exemplar, sure, (*reasons, *_lost(context, found, edge)))


def of_words(context: Context, found: Named, pair: tuple[int, int]) -> Edge:
    """The descent of a copy whose exemplar has nearly all the words that the family's members share in twos."""
    exemplar, copy = pair
    readings = found.graph.costs.readings
    kept = [len(set(one) & set(other)) for one, other in zip(readings[exemplar], readings[copy], strict=True)]
    most = sorted(range(len(kept)), key=lambda place: (-kept[place], place))[:1]
    edge = of_descent(context, found, pair, _BY_WORDS)
    detail = f"{edge.exemplar} has nearly all the words that any two of its kin share; each of these lacks many of them"
    spans = (*_passages(context, found, copy, most), *_passages(context, found, exemplar, most))
    return edge._replace(
        sure=max(edge.sure, _BY_WORDS), evidence=(Evidence("third_texts", detail, spans), *edge.evidence)
    )


def from_elsewhere(found: Named, pair: tuple[int, int], third: int | None) -> Undecided:
    """A pair that may both be copies of a text not at hand: by what a third text shares with the copy, or told anew."""
    exemplar, copy = (found.places.ids[node] for node in pair)
    a, b = sorted((exemplar, copy))
    if third is None:
        return Undecided((a, b), f"{a} and {b} tell the same in other words; both may go back to a text not at hand")
    other = found.places.ids[third]
    reason = f"{copy} and {other} share wording that {exemplar} lacks; they may go back to a text not at hand"
    return Undecided((a, b), reason)


def _lost(context: Context, found: Named, edge: tuple[int, int]) -> Iterator[Evidence]:
    """The passages of the exemplar that the copy lacks, if it has fewer of its own."""
    lost, gained = _beyond(context, found, *edge), _beyond(context, found, *edge[::-1])
    if len(lost) > len(gained):
        names = found.places.ids[edge[0]], found.places.ids[edge[1]]
        detail = (
            f"{names[1]} lacks {counted(len(lost), 'passage')} that {names[0]} has, and has {len(gained)} beyond it"
        )
        yield Evidence("passages_lost", detail, _passages(context, found, edge[0], lost))


def _beyond(context: Context, found: Named, one: int, other: int) -> list[int]:
    """Places where the one has something and the other nothing, not so much as the same words quoted elsewhere."""
    present, told = found.graph.costs.present, found.graph.costs.lost > 0
    ids = found.places.ids
    alignment = context.pairs[ids[one], ids[other]].alignment
    quoting = [pair for pair in alignment.pairs if pair.kind == "quoting"]
    quoted = {index for pair in quoting for index in (pair.a_index if alignment.a == ids[one] else pair.b_index)}
    alone = np.nonzero(told[one] & ~present[other])[0].tolist()
    return [place for place in alone if quoted.isdisjoint(found.places.owned[one][place])]


def of_rival(found: Named, pair: tuple[int, int]) -> Iterator[Evidence]:
    """The other text at hand that the copy may as well have been made from: the one that costs least."""
    exemplar, copy = pair
    graph = found.graph
    others = sorted(set(range(graph.size)) - graph.below(copy) - {exemplar}, key=lambda other: graph.total[other, copy])
    if others and np.isfinite(graph.total[others[0], copy]):
        names = [found.places.ids[node] for node in (copy, others[0], exemplar)]
        yield Evidence(
            "rival_exemplar", f"{names[0]} may also have been made from {names[1]}, which is close to {names[2]}"
        )


def of_reprints(found: Named, pair: tuple[int, int]) -> tuple[Evidence, ...]:
    """The reprints of its exemplar that the copy does not tell from it, if there are any."""
    exemplar, copy = (found.places.ids[node] for node in pair)
    others = [found.places.ids[node] for node in reprints(found.graph, *pair)]
    if not others:
        return ()
    shown = listed(others, "or") if len(others) <= _SHOWN else f"one of {len(others)} others"
    have = "has" if len(others) == 1 else "have"
    detail = f"{copy} may as well have been made from {shown}, which {have} the same words as {exemplar} in all of it"
    return (Evidence("rival_exemplar", detail),)


def _passages(context: Context, found: Named, node: int, at: list[int]) -> tuple[Span, ...]:
    witness = context.witnesses[found.places.ids[node]]
    indices = [index for place in at for index in found.places.owned[node][place]]
    return tuple(witness.passages[index].span for index in sorted(set(indices))[:_SHOWN])


def of_merge(context: Context, found: Named, copy: int, exemplar: int) -> Edge:
    """One of two descents of a text that was put together from two: the passages that it has from this one alone."""
    present = found.graph.costs.present
    both = np.nonzero(present[copy] & present[exemplar])[0].tolist()
    names = found.places.ids[copy], found.places.ids[exemplar]
    detail = f"{names[0]} tells {counted(len(both), 'passage')} of {names[1]}, which is no kin of its other exemplar"
    spans = (*_passages(context, found, copy, both), *_passages(context, found, exemplar, both))
    return Edge(names[0], names[1], _MERGED, (Evidence("two_exemplars", detail, spans),))


def of_copy(context: Context, found: Named, copy: int) -> tuple[Evidence, ...]:
    """Why a copy of a hidden exemplar is not simply made from one of the other copies, and what they share."""
    graph, name = found.graph, found.places.ids[copy]
    others = [found.places.ids[node] for node in graph.copies(graph.above[copy]) if node < graph.size and node != copy]
    siblings = [other for other in others if (name, other) in context.pairs]
    if not siblings:
        return (Evidence("family", f"{name} is kin to the copies of this exemplar through others"),)
    sibling = max(siblings, key=lambda other: (context.probability(name, other), other))
    reasons = tuple(objection.evidence for objection in context.objections(sibling, name))
    return (*reasons, *context.pairs[sibling, name].kinship.evidence)


def left_open(context: Context, found: Named, edge: tuple[int, int], known_direction: bool) -> Undecided:
    """The pair whose descent is likely and not sure, and what is missing."""
    exemplar, copy = (found.places.ids[node] for node in edge)
    a, b = sorted((exemplar, copy))
    if known_direction:
        others = [found.places.ids[node] for node in alike(found.graph, *edge)]
        which = f"{exemplar} or {listed(others, 'or')}, which read alike in all of it," if others else exemplar
        return Undecided((a, b), f"{copy} was made from one of its kin, but whether from {which} is not known")
    forward, backward = context.objection_weight(a, b), context.objection_weight(b, a)
    if forward < 1 and backward < 1:
        reason = f"{a} and {b} share their wording, and no particular, credit or date tells which came first"
    else:
        reason = f"{a} and {b} share their wording, but too little speaks for one direction"
    return Undecided((a, b), reason)


def apart(context: Context, found: Named) -> list[Undecided]:
    """Kin that the graph does not join: each has much that the other lacks."""
    roots = [found.places.ids[node] for node in found.graph.roots() if node < found.graph.size]
    return [
        Undecided(
            (a, b), f"{a} and {b} share passages, but each has more of its own; both may have them from elsewhere"
        )
        for i, a in enumerate(roots)
        for b in roots[i + 1 :]
        if (a, b) in context.pairs and context.probability(a, b) >= KIN
    ]
