"""Figures of one thing, gathered across witnesses, with a verdict."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from stemma.claims.figure_likeness import GENERIC, Verbatim
from stemma.claims.figure_neighbours import Neighbours
from stemma.claims.figure_places import Place, places
from stemma.claims.people import people
from stemma.claims.verdicts import Told, verdict
from stemma.records import Account, Alignment, FigureGroup, FigureValue

__all__ = ["figure_groups"]


def figure_groups(accounts: Sequence[Account], alignments: Sequence[Alignment]) -> tuple[FigureGroup, ...]:
    """Counts of one thing in two or more articles: agree, compatible or differ; each with who said it, if known."""
    if len(accounts) < 2:
        return ()
    named = people(accounts)
    verbatim = _verbatim(alignments)
    groups = _gathered(_shared([place for account in accounts for place in places(account, named)]), verbatim)
    told = _told(accounts)
    found = [_group(group, verbatim, told) for group in groups if len({place.article for place in group}) > 1]
    order = {"differ": 0, "compatible": 1, "agree": 2}
    return tuple(sorted(found, key=lambda group: (order[group.verdict], group.counted, group.values[0].span)))


def _gathered(found: Sequence[Place], verbatim: Verbatim) -> list[list[Place]]:
    """The places of one thing each, in order. What an article says again in the same words stands where it stood."""
    groups: list[list[Place]] = []
    within = Neighbours()
    told: dict[tuple[object, ...], int] = {}
    for place in found:
        words = _words(place)
        if words not in told:
            keys = _keys(place)
            home = within.home(place, keys, verbatim)
            if home is None:
                home = len(groups)
                groups.append([])
            within.add(place, keys, home)
            told[words] = home
        groups[told[words]].append(place)
    return groups


def _words(place: Place) -> tuple[object, ...]:
    """The article, the number and its passage word for word."""
    figure = place.figure
    at = figure.number.start - place.passage.span.start
    return place.article, at, place.passage.span.text, figure.role, figure.counted, place.part, place.sole


def _keys(place: Place) -> list[str]:
    """What two counts of one thing have in common: the role, the unit, and a counted word (any word for people)."""
    words = sorted({"people" if word in GENERIC else word for word in place.counted})
    if not words and place.figure.role == "money":  # a bare sum is of what stands around it
        words = [""]
    return [f"{place.figure.role} {place.figure.value.unit} {word}" for word in words]


def _shared(found: Sequence[Place]) -> list[Place]:
    """The places whose count another article may also give."""
    articles: dict[str, set[str]] = {}
    for place in found:
        for key in _keys(place):
            articles.setdefault(key, set()).add(place.article)
    return [place for place in found if any(len(articles[key]) > 1 for key in _keys(place))]


def _verbatim(alignments: Sequence[Alignment]) -> Verbatim:
    """Places whose passages are the same or nearly: a figure that differs there was altered."""
    return frozenset(
        quadruple
        for alignment in alignments
        for pair in alignment.pairs
        if pair.kind in {"same", "edited"}
        for i in pair.a_index
        for j in pair.b_index
        for quadruple in ((alignment.a, i, alignment.b, j), (alignment.b, j, alignment.a, i))
    )


def _altered(found: Sequence[Place], verbatim: Verbatim) -> Sequence[FigureValue]:
    """Two values that stand in one sentence of two articles and are not the same, whatever bounds they have."""
    differing = _one_of_each(found)
    for a, b in combinations(differing, 2):
        one, other = a.figure.value, b.figure.value
        same = (one.low, one.high) == (other.low, other.high)
        if (
            not same
            and one.bound == other.bound
            and (a.article, a.passage.index, b.article, b.passage.index) in verbatim
        ):
            return one, other
    return ()


def _one_of_each(found: Sequence[Place]) -> list[Place]:
    """The places by span, the first of each that an article says again in the same words."""
    kept: dict[tuple[object, ...], Place] = {}
    for place in sorted(found, key=lambda place: place.figure.value.span):
        kept.setdefault(_words(place), place)
    return list(kept.values())


def _group(found: Sequence[Place], verbatim: Verbatim, told: Mapping[str, Told]) -> FigureGroup:
    values = tuple(sorted((place.figure.value for place in found), key=lambda value: value.span))
    names = sorted({place.figure.counted for place in found}, key=lambda name: (len(name), name))
    result, reason = verdict(values, _altered(found, verbatim), told)
    return FigureGroup(
        counted=names[-1] or "sum of money", role=found[0].figure.role, values=values, verdict=result, why=reason
    )


def _told(accounts: Sequence[Account]) -> dict[str, Told]:
    articles = (account.witness.article for account in accounts)
    return {each.id: Told(each.outlet, each.published[:10] if each.published else None) for each in articles}
