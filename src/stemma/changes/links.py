"""How the passages of two accounts lie side by side."""

from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import NamedTuple

from stemma.changes.gaps import gap_pairs
from stemma.changes.sides import Side
from stemma.records import AlignedPassages, Alignment, PassageKind, Span

__all__ = ["Link", "aligned"]

# A passage between two that are sure to be counterparts is likelier its counterpart's own than the words alone say, as
# what was altered is often its rarest word. So much is added for a neighbour on either side (chosen on own reports).
_NEIGHBOUR = 0.1
# A passage without a counterpart was worked into its neighbour's where that one has, beyond what its own counterpart
# explains, so many telling stems of it, of so much of its weight (as for passages reworded; chosen by eye).
_WORKED_IN = 0.2
_WORKED_IN_STEMS = 2
_TELLING_DIGITS = 3  # a number of so many digits tells as much as two words
# Of passages joined on both sides each is laid beside its own where it shares so much with that one (of the lighter of
# the two, by weight; chosen by eye: a sentence and its rewording) and no other order shares as much in all. More than
# so many are left joined: their orders are too many.
_OWN = 0.3
_MOST_PARTED = 4
# The score of passages known by their place alone, before it is counted (as low as those the collation still joins).
_BETWEEN = 0.3


class Link(NamedTuple):
    """Passages of the first and of the second account that say the same thing."""

    first: tuple[Span, ...]
    second: tuple[Span, ...]
    first_index: tuple[int, ...]
    second_index: tuple[int, ...]
    kind: PassageKind
    score: float

    def turned(self) -> "Link":
        """The same link with its sides exchanged."""
        return Link(self.second, self.first, self.second_index, self.first_index, self.kind, self.score)


def aligned(alignment: Alignment, first: Side, second: Side, kin: bool) -> tuple[Link, ...]:
    """The alignment's pairs with the first account on the first side.

    Of kin, passages joined on both sides are parted where each has its own counterpart, a passage without one is laid
    beside the one that stands in its place, or joined to a neighbour's that it was worked into, and `score` is raised
    for passages whose neighbours are counterparts too.
    """
    links = [_link(pair, alignment.a == first.id) for pair in alignment.pairs]
    if kin:
        links = [part for link in links for part in _parted(link, first, second)]
        links.extend(_between(links, first, second))
        links = _gathered(links, first, second)
        links = [link.turned() for link in _gathered([link.turned() for link in links], second, first)]
        links = _placed(links)
    return tuple(links)


def _link(pair: AlignedPassages, straight: bool) -> Link:
    link = Link(pair.a, pair.b, pair.a_index, pair.b_index, pair.kind, pair.score)
    return link if straight else link.turned()


def _parted(link: Link, first: Side, second: Side) -> list[Link]:
    """One link for each passage, in order, where no other order shares as much; else the link."""
    count = len(link.first_index)
    if not 2 <= count <= _MOST_PARTED or count != len(link.second_index) or link.kind == "quoting":
        return [link]
    shares = [[_share(first, one, second, other) for other in link.second_index] for one in link.first_index]
    straight, *others = (sum(shares[at][to] for at, to in enumerate(order)) for order in permutations(range(count)))
    if straight <= max(others) or min(shares[at][at] for at in range(count)) < _OWN:
        return [link]
    return [
        link._replace(
            first=link.first[at : at + 1],
            second=link.second[at : at + 1],
            first_index=link.first_index[at : at + 1],
            second_index=link.second_index[at : at + 1],
        )
        for at in range(count)
    ]


def _share(first: Side, one: int, second: Side, other: int) -> float:
    """How much of the lighter passage's weight is in both."""
    ours, theirs = first.stems[one], second.stems[other]
    least = min(sum(ours.values()), sum(theirs.values()))
    return sum(ours[stem] for stem in ours if stem in theirs) / least if least else 0.0


def _between(links: Sequence[Link], first: Side, second: Side) -> list[Link]:
    """Links of passages left over that stand in one place between counterparts and share something."""
    places = [
        (min(link.first_index), max(link.first_index), min(link.second_index), max(link.second_index)) for link in links
    ]
    return [
        Link((first.passages[one].span,), (second.passages[other].span,), (one,), (other,), "rewritten", _BETWEEN)
        for one, other in gap_pairs(places, first, second)
    ]


def _gathered(links: Sequence[Link], first: Side, second: Side) -> list[Link]:
    """The links, with the first's passages that were worked into the counterpart of a neighbour."""
    found = list(links)
    known = {place for link in links for place in link.first_index}
    for passage in first.passages:
        if passage.index in known or passage.role != "body":
            continue
        best = max(
            ((_worked_in(passage.index, link, first, second), -at) for at, link in enumerate(links)), default=(0.0, 0)
        )
        if best[0] > 0:
            at = -best[1]
            found[at] = _joined(found[at], passage.index, first)
    return found


def _worked_in(place: int, link: Link, first: Side, second: Side) -> float:
    """The weight of what the counterpart of a neighbour has of the passage alone; 0 where that is too little."""
    if not {place - 1, place + 1} & set(link.first_index) or link.kind == "quoting":
        return 0.0
    own = first.stems[place]
    explained = {stem for index in link.first_index for stem in first.stems[index]}
    there = {stem for index in link.second_index for stem in second.stems[index]} - explained
    shared = [stem for stem in own if stem in there]
    weight = sum(own[stem] for stem in shared)
    told = len(shared) + sum(len(stem) >= _TELLING_DIGITS and stem.isdigit() for stem in shared)
    return weight if told >= _WORKED_IN_STEMS and weight >= _WORKED_IN * sum(own.values()) else 0.0


def _joined(link: Link, place: int, first: Side) -> Link:
    places = tuple(sorted({*link.first_index, place}))
    spans = tuple(first.passages[index].span for index in places)
    return link._replace(first=spans, first_index=places)


def _placed(links: Sequence[Link]) -> list[Link]:
    """The links with their scores raised for each neighbour in its place."""
    ends = {(max(link.first_index), max(link.second_index)) for link in links}
    starts = {(min(link.first_index), min(link.second_index)) for link in links}
    return [link._replace(score=_raised(link, ends, starts)) for link in links]


def _raised(link: Link, ends: Iterable[tuple[int, int]], starts: Iterable[tuple[int, int]]) -> float:
    before = (min(link.first_index) - 1, min(link.second_index) - 1)
    after = (max(link.first_index) + 1, max(link.second_index) + 1)
    return min(1.0, link.score + _NEIGHBOUR * ((before in ends) + (after in starts)))
