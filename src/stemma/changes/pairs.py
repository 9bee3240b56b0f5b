"""Which accounts are compared, and which stands first."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.changes.links import Link, aligned
from stemma.changes.sides import Side
from stemma.records import Alignment, Descent, Lineage

__all__ = ["Pair", "pairs"]

# From the closest to the exemplar's words to the farthest.
_CLOSENESS = {"reprint": 0, "revision": 1, "abridgement": 2, "citation": 3, "rewrite": 4}


class Pair(NamedTuple):
    """Two accounts. `kin`: one written text lies behind both. `copy`: the second was made from the first.

    `siblings`: both were made from one exemplar that is not at hand, so that either may have its reading.
    """

    first: Side
    second: Side
    links: tuple[Link, ...]
    kin: bool
    copy: bool
    operation: str | None = None
    siblings: bool = False

    @property
    def between(self) -> tuple[str, str]:
        """The ids, first and second."""
        return self.first.id, self.second.id

    def turned(self) -> "Pair":
        """The same pair with its sides exchanged."""
        links = tuple(link.turned() for link in self.links)
        return Pair(self.second, self.first, links, self.kin, False, None, self.siblings)


def pairs(
    sides: Mapping[str, Side], alignments: Sequence[Alignment], lineage: Lineage, oddities: Mapping[str, int]
) -> list[Pair]:
    """Every pair to compare, the closer to the exemplar first; kin pairs before others.

    Kin are compared along a descent, as copies of one hidden exemplar, and where their descent is undecided.

    `oddities` counts the spellings that each witness has alone: of two siblings the one with fewer stands first.
    """
    descent = {(step.copy, step.exemplar): step for step in lineage.descent}
    undecided = {frozenset(entry.articles) for entry in lineage.undecided}
    found = []
    for alignment in sorted(alignments, key=lambda given: (given.a, given.b)):
        if alignment.a not in sides or alignment.b not in sides:
            continue
        step = descent.get((alignment.a, alignment.b)) or descent.get((alignment.b, alignment.a))
        both = (alignment.a, alignment.b)
        siblings = _siblings(lineage, *both)
        kin = step is not None or siblings or frozenset(both) in undecided
        if not kin and _related(lineage, *both):  # each is laid against its own exemplar, which is at hand
            continue
        rank = {name: _rank(lineage, name, oddities, kin) for name in both}
        first, second = (step.exemplar, step.copy) if step is not None else sorted(both, key=lambda name: rank[name])
        links = aligned(alignment, sides[first], sides[second], kin)
        operation = _operation(lineage, second, step)
        links = tuple(link for link in links if not _is_nearer(link, (first, second), lineage, alignments))
        if operation == "citation":
            links = _owed(links, sides[first], sides[second])
        found.append(Pair(sides[first], sides[second], links, kin, step is not None, operation, siblings))
    return sorted(
        found, key=lambda pair: (not pair.kin, not pair.copy, _closeness(lineage, pair.first.id), pair.between)
    )


def _is_nearer(link: Link, pair: tuple[str, str], lineage: Lineage, alignments: Sequence[Alignment]) -> bool:
    """Whether another exemplar of the second has all of the link's passages more nearly than the first has them."""
    exemplar, copy = pair
    above = {step.exemplar for step in lineage.descent if step.copy == copy}
    if len(above) < 2 or exemplar not in above:
        return False
    return any(
        set(link.second_index) <= set(each.a_index if alignment.a == copy else each.b_index)
        for alignment in alignments
        if copy in (alignment.a, alignment.b) and ({alignment.a, alignment.b} - {copy}) <= above - {exemplar}
        for each in alignment.pairs
        if each.score > link.score
    )


def _owed(links: Sequence[Link], first: Side, second: Side) -> tuple[Link, ...]:
    """Those in which the first has most telling words of a citing article's passages: they are no own reporting."""
    told = {stem for stems in first.stems for stem in stems}
    owned = [{stem for index in link.second_index for stem in second.stems[index]} for link in links]
    return tuple(link for link, own in zip(links, owned, strict=True) if 2 * len(own & told) >= len(own))


def _rank(lineage: Lineage, name: str, oddities: Mapping[str, int], kin: bool) -> tuple[int, int, int, str]:
    """Of kin the closer to the exemplar first; of two origins the one that more accounts go back to."""
    family = max((len(origin.articles) for origin in lineage.origins.groups if name in origin.articles), default=1)
    return 0 if kin else -family, _closeness(lineage, name), oddities.get(name, 0), name


def _operation(lineage: Lineage, copy: str, step: Descent | None) -> str | None:
    if step is not None:
        return step.operation
    return next((each.operation for each in lineage.descent if each.copy == copy), None)


def _closeness(lineage: Lineage, name: str) -> int:
    return min((_CLOSENESS[step.operation] for step in lineage.descent if step.copy == name), default=-1)


def _siblings(lineage: Lineage, one: str, other: str) -> bool:
    """Whether both were made from one exemplar that is not at hand."""
    above = [{step.exemplar for step in lineage.descent if step.copy == name} for name in (one, other)]
    at_hand = {name for origin in lineage.origins.groups for name in origin.articles}
    return bool(above[0] & above[1] - at_hand)


def _related(lineage: Lineage, one: str, other: str) -> bool:
    """Whether both go back to one root of the stemma."""
    return any(one in origin.articles and other in origin.articles for origin in lineage.origins.groups)
