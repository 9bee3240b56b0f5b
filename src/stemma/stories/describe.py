"""A story's head, and for each article the member that it is closest to."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy

from stemma.records import Article, Joining, Story
from stemma.stories.boilerplate import Boilerplate
from stemma.stories.evidence import shown, telling, why, written
from stemma.stories.pairs import Comparer, Pairs
from stemma.stories.probability import log_odds, probabilities
from stemma.stories.profile import Profiles, counted, profiles
from stemma.stories.reading import Reading, day, read
from stemma.stories.titles import title_of
from stemma.stories.vocabulary import Vocabulary
from stemma.stories.window import UNDATED, Entry, Window
from stemma.text.tokens import tokens

__all__ = ["Describer"]

# Each article is compared with so many of those before it in the story: enough to find one that is close.
_COMPARED = 48


class _Member(NamedTuple):
    article: Article
    reading: Reading
    kept: Profiles
    day: int


class _Closest(NamedTuple):
    """For each member the chance that it and another report one event: the highest, with whom, and the sum of all."""

    chances: list[float]
    members: list[int]
    sums: list[float]


class Describer:
    """Writes stories, by what a stream has counted."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary, self._comparer = vocabulary, Comparer()

    def story(self, identity: str, articles: Sequence[Article]) -> Story:
        """The story of these articles, in the order given."""
        if len(articles) == 1:
            return _story(identity, articles, articles[0], ())
        members, window = self._members(articles)
        closest = self._closest(members, window)
        central = articles[closest.sums.index(max(closest.sums))]
        joinings = [
            Joining(one.article.id, articles[other].id, round(chance, 3), self._why(one, members[other], other, window))
            for one, other, chance in zip(members, closest.members, closest.chances, strict=True)
        ]
        return _story(identity, articles, central, joinings)

    def _members(self, articles: Sequence[Article]) -> tuple[list[_Member], Window]:
        boilerplate, window = Boilerplate(), Window()
        members = []
        for article in articles:
            reading = read(article, boilerplate.repeated(article), self._vocabulary)
            found = counted([reading])
            kept = profiles(found, self._vocabulary.weights(found.terms))
            ordinal = day(article.published)
            members.append(_Member(article, reading, kept, UNDATED if ordinal is None else ordinal))
            window.extend([Entry(article.id, members[-1].day, UNDATED)], kept)
        return members, window

    def _closest(self, members: Sequence[_Member], window: Window) -> _Closest:
        found = _Closest([-1.0] * len(members), [0] * len(members), [0.0] * len(members))
        for later, member in enumerate(members[1:], 1):
            others = numpy.arange(max(0, later - _COMPARED), later)
            pairs = Pairs(numpy.zeros(len(others), dtype=numpy.int64), others, numpy.zeros(len(others)))
            compared = self._comparer.compare(member.kept, numpy.array([member.day]), pairs, window)
            chances = probabilities(log_odds(compared.rows))
            for earlier, chance in zip(others.tolist(), chances.round(6).tolist(), strict=True):
                for one, other in ((later, earlier), (earlier, later)):
                    found.sums[one] += chance
                    if chance > found.chances[one]:
                        found.chances[one], found.members[one] = chance, other
        return found

    def _why(self, one: _Member, other: _Member, number: int, window: Window) -> str:
        shared = self._comparer.shared(one.kept, window, number)
        terms = one.kept.terms[telling(one.kept, shared)].tolist()
        words = shown(written(one.article, one.reading), terms, frozenset(one.kept.terms[shared].tolist()))
        return why(words, one.day, other.day)


def _story(identity: str, articles: Sequence[Article], central: Article, joinings: Sequence[Joining]) -> Story:
    published = sorted((article.published or "")[:10] for article in articles if day(article.published) is not None)
    return Story(
        id=identity,
        title=title_of(_headed(articles, central)),
        first=published[0] if published else None,
        last=published[-1] if published else None,
        articles=tuple(sorted(article.id for article in articles)),
        joinings=tuple(sorted(joinings, key=lambda joining: joining.article)),
    )


def _headed(articles: Sequence[Article], central: Article) -> Article:
    """The central article if it has a title; else the one whose title says most of what the central article says."""
    if central.title or not any(article.title for article in articles):
        return central
    told = {token.stem for token in tokens(central.text, central.language or "en")}

    def borne_out(article: Article) -> float:
        stems = {token.stem for token in tokens(article.title or "", article.language or "en")}
        return len(stems & told) / len(stems) if stems else 0.0

    return min(articles, key=lambda article: (-borne_out(article), article.id))
