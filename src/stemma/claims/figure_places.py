"""Each figure of an article with what stands around it: what other figures it may be held against."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

import msgspec

from stemma.claims.people import People, noun_phrase
from stemma.claims.sums import sum_of
from stemma.claims.times import is_of_another_time
from stemma.claims.units import stems
from stemma.records import Account, Figure, Passage, Standing, is_of_them, standings
from stemma.text.tokens import tokens

__all__ = ["Place", "is_number_put", "places"]

_NUMBER = re.compile(
    r"\b(?:the|that|its|their) (?:number|figure|total|count|tally) (?:at|as|to|was|is)\b", re.IGNORECASE
)


class Place(NamedTuple):
    """A figure at its place. `counted` and `context`: stems of what is counted, and of what else its passage says.

    `elsewhen`: of another time than the story's; `part`: of a larger number before it; `sole`: the only number of its
    role in the article.
    """

    article: str
    figure: Figure
    passage: Passage
    counted: frozenset[str]
    context: frozenset[str]
    standing: Standing
    elsewhen: bool
    part: bool
    sole: bool = False


def places(account: Account, named: People) -> list[Place]:
    """The article's figures that stand in a passage, from left to right."""
    return _marked(_at_full_length(_found(account, named)))


def is_number_put(text: str) -> bool:
    """Whether the text says at what something puts "the number", of which the sentence before tells."""
    return _NUMBER.search(text) is not None


def _found(account: Account, named: People) -> list[Place]:
    language = account.witness.article.language or "en"
    found: list[Place] = []
    passages = account.witness.passages
    ends = [passage.span.end for passage in passages]
    holding = _Holding(account, named)
    for figure, standing in zip(account.figures, standings(account.figures), strict=True):
        at = bisect_right(ends, figure.number.start)
        if at == len(passages) or not passages[at].span.overlaps(figure.number):
            continue
        passage = passages[at]
        thing = _thing(account, figure)
        counted = frozenset(token.stem for token in tokens(thing, language))
        numbers = stems(figure.number.text, language)
        context = stems(passage.span.text, language) - counted - numbers
        if at and is_number_put(passage.span.text):  # "put the number at 210": of what the sentence before tells
            context |= stems(passages[at - 1].span.text, language) - counted
        elsewhen = is_of_another_time(passage.span.text)
        value = msgspec.structs.replace(figure.value, speaker=holding.speaker(figure))
        placed = msgspec.structs.replace(figure, value=value, counted=thing)
        part = is_of_them(placed) or _is_bare_after(placed, _of_passage(passage, found))
        found.append(Place(account.witness.article.id, placed, passage, counted, context, standing, elsewhen, part))
    return found


def _of_passage(passage: Passage, found: Sequence[Place]) -> Iterator[Place]:
    """The places at the end of those found that stand in the passage."""
    return takewhile(lambda place: place.passage is passage, reversed(found))


def _thing(account: Account, figure: Figure) -> str:
    """What is counted; for a bare sum of money what it is of."""
    if figure.counted or figure.role != "money":
        return figure.counted
    return sum_of(account.witness.article.text, figure.value.span.start)


def _at_full_length(found: Sequence[Place]) -> list[Place]:
    """The places without short forms: a headline's "14" of the "at least 14 people" in its text."""
    bounded = {
        (place.figure.role, place.figure.value.unit, end)
        for place in found
        if place.figure.value.bound in {"about", "at_least", "more_than", "at_most"}
        for end in (place.figure.value.low, place.figure.value.high)
        if end is not None
    }
    return [place for place in found if not (_is_bare(place.figure) and _number(place.figure) in bounded)]


def _number(figure: Figure) -> tuple[str, str | None, float | None]:
    return figure.role, figure.value.unit, figure.value.low


def _is_bare(figure: Figure) -> bool:
    """Whether the number stands without a bound and without a noun of its own."""
    return figure.value.bound == "exact" and figure.counted.casefold() not in figure.value.span.text.casefold()


def _marked(places: Sequence[Place]) -> list[Place]:
    """The places of one article; `sole` where it gives the role no other number of the same time as the story's.

    Two articles that each give one number of hurt mean the same people by it, however they put it.
    """
    given: dict[str, set[tuple[float | None, float | None]]] = {}
    for place in places:
        if not place.elsewhen:
            given.setdefault(place.figure.role, set()).add((place.figure.value.low, place.figure.value.high))
    return [place._replace(sole=not place.elsewhen and len(given[place.figure.role]) == 1) for place in places]


class _Holding:
    """Which statement's content holds a place of one article's text."""

    def __init__(self, account: Account, named: People) -> None:
        self._named = named
        self._article = account.witness.article.id
        pieces = [(piece.start, piece.end, s) for s in account.statements for piece in s.content]
        self._pieces = sorted(pieces, key=lambda piece: (piece[0], piece[1], piece[2].id))
        self._starts = [start for start, _, _ in self._pieces]
        self._longest = max((end - start for start, end, _ in self._pieces), default=0)

    def speaker(self, figure: Figure) -> str | None:
        """Who is said to have given the figure: the source of the innermost statement whose content holds it."""
        number = figure.number
        first = bisect_left(self._starts, number.start - self._longest)
        last = bisect_right(self._starts, number.start)
        holding = [(end - start, s.id, s) for start, end, s in self._pieces[first:last] if end >= number.end]
        if not holding:
            return figure.value.speaker
        statement = min(holding)[2]
        if statement.speaker:
            return self._named.get((self._article, statement.speaker), statement.speaker)
        return noun_phrase(" ".join(piece.text for piece in statement.source)) or None


def _is_bare_after(figure: Figure, before: Iterable[Place]) -> bool:
    """Whether it has no noun of its own and follows a larger number of the same: "19 people; four stayed overnight"."""
    if figure.counted.casefold() in figure.value.span.text.casefold() or is_number_put(figure.value.span.text):
        return False
    return any(
        place.figure.counted == figure.counted and (place.figure.value.low or 0) > (figure.value.low or 0)
        for place in before
    )
