"""Families: witnesses joined by kinship, and how sure the joining is."""

from collections.abc import Iterable, Sequence

from stemma.descent.credits import CreditLink
from stemma.records import Kinship
from stemma.text.outlets import outlet_key

__all__ = ["KIN", "UNSURE", "components", "families", "kin_pairs"]

# Kinship is asserted and counted from this probability on. Of the independent pairs of the fit half 0.5% reach .722, of
# the report half .580 (weights.json); .9 lies above, for each half rests on one or two pairs, and more of those
# who tell the whole of one news conference go so far. A higher bound for the count would part kin: of the rewrites by
# hand (fit half) 13 of the 14 pairs between .9 and .95 are.
KIN = 0.9
# Down to here a pair that is not asserted may be kin all the same, and lowers the least count of origins.
UNSURE = 0.6
# A credit to a report at hand, or to one and the same report, is strong evidence by itself; with it, this much of
# kinship is enough.
_CREDITED = 0.2


def kin_pairs(kinships: Sequence[Kinship], credited: Sequence[CreditLink], least: float = KIN) -> list[tuple[str, str]]:
    """Pairs that are kin: by their probability, or by a credit and some of it."""
    pairs = {(kinship.a, kinship.b) for kinship in kinships if kinship.probability >= least}
    at_hand = [(link.copy, link.exemplar) for link in credited if link.exemplar is not None]
    linked: set[frozenset[str]] = {frozenset(pair) for pair in at_hand}
    linked |= _common_credits(credited)
    pairs |= {
        (kinship.a, kinship.b)
        for kinship in kinships
        if kinship.probability >= _CREDITED and frozenset((kinship.a, kinship.b)) in linked
    }
    return sorted(pairs)


def _common_credits(credited: Sequence[CreditLink]) -> set[frozenset[str]]:
    """Pairs that credit one report not at hand: one as a whole, the other at least for a part."""
    keys = [(outlet_key(link.credit.name), link) for link in credited if link.exemplar is None and link.credit.name]
    return {
        frozenset((whole.copy, part.copy))
        for key, whole in keys
        for other, part in keys
        if key == other and whole.credit.kind != "citation" and whole.copy != part.copy
    }


def families(articles: Iterable[str], kinships: Sequence[Kinship], credited: Sequence[CreditLink]) -> list[list[str]]:
    """Articles joined by kinship, each family sorted, families by their first article."""
    return components(articles, kin_pairs(kinships, credited))


def components(nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Connected components, each sorted, by their first node."""
    root = {node: node for node in sorted(nodes)}

    def find(node: str) -> str:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for a, b in edges:
        first, second = sorted((find(a), find(b)))
        root[second] = first
    groups: dict[str, list[str]] = {}
    for node in root:
        groups.setdefault(find(node), []).append(node)
    return [groups[key] for key in sorted(groups)]
