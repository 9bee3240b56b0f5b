"""How the passages of two accounts lie side by side."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

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

    Of kin, a passage without a counterpart that was worked into a neighbour's is joined to that, and `score` is raised
    for passages whose neighbours are counterparts too.
    """
    links = [_link(pair, alignment.a == first.id) for pair in alignment.pairs]
    if kin:
        links = _gathered(links, first, second)
        links = [link.turned() for link in _gathered([link.turned() for link in links], second, first)]
        links = _placed(links)
    return tuple(links)


def _link(pair: AlignedPassages, straight: bool) -> Link:
    link = Link(pair.a, pair.b, pair.a_index, pair.b_index, pair.kind, pair.score)
    return link if straight else link.turned()


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
