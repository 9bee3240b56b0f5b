"""Figures of one thing, gathered across witnesses, with a verdict."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import msgspec

from stemma.claims.people import People, noun_phrase, people
from stemma.claims.sums import sum_of
from stemma.claims.times import is_of_another_time
from stemma.claims.units import stems
from stemma.claims.verdicts import compatible, verdict
from stemma.records import (
    Account,
    Alignment,
    Figure,
    FigureGroup,
    FigureValue,
    Passage,
    Standing,
    is_of_them,
    standings,
)
from stemma.text.tokens import tokens

__all__ = ["figure_groups"]

# Words for people in general: two counts of "people" are of one thing only if what surrounds them is too.
_GENERIC = frozenset(
    "peopl person other man men woman women individu civilian troop soldier offici member citizen resid "
    "life live bodi victim dead death fatal passeng arrest".split()
)
# Both are people, and never the same ones.
_MALE, _FEMALE = frozenset({"man", "men"}), frozenset({"woman", "women"})
# So much of the smaller context must be shared for two counts to be of one thing (chosen by eye on the bundled gold).
_CONTEXT = 0.3
# So much of it for two bare sums of money (chosen by eye on invented stories).
_BARE_CONTEXT = 0.5
# Where the passages are not nearly the same, counts further apart than this are taken for counts of different things.
_FARTHEST = 3.0
# A story seldom gives two places with populations as near as this, and often one place's with different rounding.
_SAME_POPULATION = 1.25
# Shares of one whole, each rounded.
_ROUNDING = 2.0
# Roles that say as much as a noun: "31 hurt" and "about 30 people hurt" are of one thing if they are compatible.
_TELLING_ROLES = frozenset({"killed", "hurt", "missing", "held"})
_NUMBER = re.compile(
    r"\b(?:the|that|its|their) (?:number|figure|total|count|tally) (?:at|as|to|was|is)\b", re.IGNORECASE
)
_ON_TOP = re.compile(r"\b(?:more|additional|another|further|extra|other)\b")


class _Place(NamedTuple):
    article: str
    figure: Figure
    passage: Passage
    counted: frozenset[str]
    context: frozenset[str]
    standing: Standing
    elsewhen: bool
    part: bool
    sole: bool = False


def figure_groups(accounts: Sequence[Account], alignments: Sequence[Alignment]) -> tuple[FigureGroup, ...]:
    """Counts of one thing in two or more articles: agree, compatible or differ; each with who said it, if known."""
    if len(accounts) < 2:
        return ()
    named = people(accounts)
    places = _shared([place for account in accounts for place in _marked(_places(account, named))])
    verbatim = _verbatim(alignments)
    groups: list[list[_Place]] = []
    near: dict[str, list[list[_Place]]] = {}
    for place in places:
        candidates = [group for key in _keys(place) for group in near.get(key, ())]
        home = next((group for group in candidates if any(_one_thing(place, other, verbatim) for other in group)), None)
        if home is None:
            home = []
            groups.append(home)
        home.append(place)
        for key in _keys(place):
            if not any(group is home for group in near.setdefault(key, [])):
                near[key].append(home)
    found = [_group(group, verbatim) for group in groups if len({place.article for place in group}) > 1]
    order = {"differ": 0, "compatible": 1, "agree": 2}
    return tuple(sorted(found, key=lambda group: (order[group.verdict], group.counted, group.values[0].span)))


def _places(account: Account, named: People) -> list[_Place]:
    language = account.witness.article.language or "en"
    found: list[_Place] = []
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
        if at and _NUMBER.search(passage.span.text):  # "put the number at 210": of what the sentence before tells
            context |= stems(passages[at - 1].span.text, language) - counted
        elsewhen = is_of_another_time(passage.span.text)
        value = msgspec.structs.replace(figure.value, speaker=holding.speaker(figure))
        placed = msgspec.structs.replace(figure, value=value, counted=thing)
        part = is_of_them(placed) or _is_bare_after(placed, [p for p in found if p.passage is passage])
        found.append(_Place(account.witness.article.id, placed, passage, counted, context, standing, elsewhen, part))
    return found


def _thing(account: Account, figure: Figure) -> str:
    """What is counted; for a bare sum of money what it is of."""
    if figure.counted or figure.role != "money":
        return figure.counted
    return sum_of(account.witness.article.text, figure.value.span.start)


def _marked(places: Sequence[_Place]) -> list[_Place]:
    """The places of one article; `sole` where it gives the role no other number of the same time as the story's.

    Two articles that each give one number of hurt mean the same people by it, however they put it.
    """
    given: dict[str, set[tuple[float | None, float | None]]] = {}
    for place in places:
        if not place.elsewhen:
            given.setdefault(place.figure.role, set()).add((place.figure.value.low, place.figure.value.high))
    return [place._replace(sole=not place.elsewhen and len(given[place.figure.role]) == 1) for place in places]


def _keys(place: _Place) -> list[str]:
    """What two counts of one thing have in common: the role, the unit, and a counted word (any word for people)."""
    words = sorted({"people" if word in _GENERIC else word for word in place.counted})
    if not words and place.figure.role == "money":  # a bare sum is of what stands around it
        words = [""]
    return [f"{place.figure.role} {place.figure.value.unit} {word}" for word in words]


def _shared(places: Sequence[_Place]) -> list[_Place]:
    """The places whose count another article may also give."""
    articles: dict[str, set[str]] = {}
    for place in places:
        for key in _keys(place):
            articles.setdefault(key, set()).add(place.article)
    return [place for place in places if any(len(articles[key]) > 1 for key in _keys(place))]


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


def _verbatim(alignments: Sequence[Alignment]) -> frozenset[tuple[str, int, str, int]]:
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


def _one_thing(a: _Place, b: _Place, verbatim: frozenset[tuple[str, int, str, int]]) -> bool:
    one, other = a.figure, b.figure
    if one.role != other.role or one.value.unit != other.value.unit or a.part != b.part or not _same_counted(a, b):
        return False
    if _is_reckoned_of(a, b) or _is_reckoned_of(b, a):
        return True
    smaller = min(len(a.context), len(b.context))
    shared = len(a.context & b.context) / smaller if smaller else 0.0
    if a.article == b.article:
        same = one.value.low == other.value.low and one.value.high == other.value.high and a.counted == b.counted
        return same and (not a.counted <= _GENERIC or one.role in _TELLING_ROLES or shared >= _CONTEXT)
    if a.standing != b.standing and (one.value.low, one.value.high) != (other.value.low, other.value.high):
        return False  # "13 of the 17 districts" says nothing against 17
    if (a.article, a.passage.index, b.article, b.passage.index) in verbatim:
        return True
    if not a.counted:
        return shared >= _BARE_CONTEXT and _apart(one.value, other.value) <= _FARTHEST
    return _may_be_one(a, b) and (
        (one.role == "population" and _apart(one.value, other.value) <= _SAME_POPULATION)
        or (_apart(one.value, other.value) <= _FARTHEST and (shared >= _CONTEXT or _is_told_alike(a, b)))
    )


def _may_be_one(a: _Place, b: _Place) -> bool:
    """Whether nothing says that two numbers are of different wholes or times."""
    one, other = a.figure, b.figure
    if _adds(one) != _adds(other) or (one.role in _TELLING_ROLES and a.elsewhen != b.elsewhen):
        return False
    return one.role != "share" or not _make_a_whole(one.value, other.value)


def _is_told_alike(a: _Place, b: _Place) -> bool:
    """Whether what is counted says enough that it is one thing, whatever stands around."""
    named = a.counted & b.counted
    if a.figure.role in _TELLING_ROLES and a.sole and b.sole:
        return True
    special = bool(named - _GENERIC) or a.figure.role in _TELLING_ROLES
    return special and (compatible(a.figure.value, b.figure.value) or len(named) > 1)


def _is_reckoned_of(a: _Place, b: _Place) -> bool:
    """Whether the first is what another puts the second's number at, a sentence before it or in the same."""
    near = a.article == b.article and 0 <= a.passage.index - b.passage.index <= 1 and a.counted == b.counted
    bare = a.figure.counted not in a.figure.value.span.text.casefold()
    before = b.figure.number.start < a.figure.number.start
    return near and before and bare and _NUMBER.search(a.passage.span.text) is not None


def _make_a_whole(one: FigureValue, other: FigureValue) -> bool:
    """Whether two shares are the two sides of one whole, as those for and those against."""
    ends = one.low, other.low
    return ends[0] != ends[1] and None not in ends and abs(sum(filter(None, ends)) - 100) <= _ROUNDING


def _adds(figure: Figure) -> bool:
    """Whether the words count what came on top ("two more boats"), which no total is to be held against."""
    return figure.value.bound == "exact" and _ON_TOP.search(figure.value.span.text) is not None


def _is_bare_after(figure: Figure, before: Sequence[_Place]) -> bool:
    """Whether it has no noun of its own and follows a larger number of the same: "19 people; four stayed overnight"."""
    if figure.counted.casefold() in figure.value.span.text.casefold() or _NUMBER.search(figure.value.span.text):
        return False
    return any(
        place.figure.counted == figure.counted and (place.figure.value.low or 0) > (figure.value.low or 0)
        for place in before
    )


def _same_counted(a: _Place, b: _Place) -> bool:
    """Whether one's counted words are among the other's; two generic words for people also match."""
    if not a.counted or not b.counted:
        return a.figure.role == "money" and not a.counted and not b.counted
    generic = bool(a.counted & _GENERIC) and bool(b.counted & _GENERIC)
    if any(one.counted & _MALE and other.counted & _FEMALE for one, other in ((a, b), (b, a))):
        return False
    return a.counted <= b.counted or b.counted <= a.counted or generic


def _apart(a: FigureValue, b: FigureValue) -> float:
    """Ratio of the larger to the smaller value, by the end that each has."""
    first = a.low if a.low is not None else a.high
    second = b.low if b.low is not None else b.high
    if not first or not second:
        return 1.0 if first == second else float("inf")
    return max(first, second) / min(first, second)


def _altered(places: Sequence[_Place], verbatim: frozenset[tuple[str, int, str, int]]) -> Sequence[FigureValue]:
    """Two values that stand in one sentence of two articles and are not the same, whatever bounds they have."""
    for a, b in combinations(sorted(places, key=lambda place: place.figure.value.span), 2):
        one, other = a.figure.value, b.figure.value
        same = (one.low, one.high) == (other.low, other.high)
        if (
            not same
            and one.bound == other.bound
            and (a.article, a.passage.index, b.article, b.passage.index) in verbatim
        ):
            return one, other
    return ()


def _group(places: Sequence[_Place], verbatim: frozenset[tuple[str, int, str, int]]) -> FigureGroup:
    values = tuple(sorted((place.figure.value for place in places), key=lambda value: value.span))
    names = sorted({place.figure.counted for place in places}, key=lambda name: (len(name), name))
    result, reason = verdict(values, _altered(places, verbatim))
    return FigureGroup(
        counted=names[-1] or "sum of money", role=places[0].figure.role, values=values, verdict=result, why=reason
    )
