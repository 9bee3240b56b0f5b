"""A story's head, and for each article the member that it is closest to."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy
from scipy.sparse import csr_matrix

from stemma.records import Article, Joining, Story, digest
from stemma.stories.evidence import why
from stemma.stories.pairs import features
from stemma.stories.probability import probabilities
from stemma.stories.space import Space
from stemma.stories.terms import Stretch, Terms, day, language
from stemma.text.sentences import sentences
from stemma.text.tokens import tokens

__all__ = ["Collection", "stories_of"]

_TITLE_LENGTH = 100


class Collection(NamedTuple):
    """The articles in one order, with the boilerplate, the terms and the vectors of each."""

    articles: Sequence[Article]
    boilerplate: Sequence[tuple[Stretch, ...]]
    counted: Sequence[Terms]
    where: Space


def stories_of(among: Collection, clusters: Sequence[Sequence[int]]) -> list[Story]:
    """The story of each cluster of rows (ascending), in the order given."""
    likeness = [_closest(among.where.body, members) for members in clusters]
    pairs = [
        (row, members[place])
        for members, (closest, _) in zip(clusters, likeness, strict=True)
        if len(members) > 1
        for row, place in zip(members, closest, strict=True)
    ]
    joinings = _joinings(among, pairs)
    return [
        _story([among.articles[row] for row in members], central, [joinings[row] for row in members if row in joinings])
        for members, (_, central) in zip(clusters, likeness, strict=True)
    ]


def _story(articles: Sequence[Article], central: int, joinings: Sequence[Joining]) -> Story:
    published = sorted((article.published or "")[:10] for article in articles if day(article.published) is not None)
    ids = tuple(sorted(article.id for article in articles))
    return Story(
        id=f"story:{digest(*ids)}",
        title=_title(_headed(articles, articles[central])),
        first=published[0] if published else None,
        last=published[-1] if published else None,
        articles=ids,
        joinings=tuple(joinings),
    )


def _closest(body: csr_matrix, members: Sequence[int]) -> tuple[list[int], int]:
    """For each member the place of the one most like it, and the place of the one most like all others."""
    if len(members) == 1:
        return [0], 0
    rows = body[list(members)]
    closest: list[int] = []
    sums: list[float] = []
    for place in range(len(members)):
        likeness = numpy.round((rows @ rows[[place]].T).toarray().ravel(), 9)  # so that rounding breaks no tie
        likeness[place] = -1.0
        closest.append(int(likeness.argmax()))
        sums.append(round(float(likeness.sum()), 6))
    return closest, sums.index(max(sums))


def _joinings(among: Collection, pairs: Sequence[tuple[int, int]]) -> dict[int, Joining]:
    """For each pair (an article's row, its closest member's row) the joining, by the first."""
    if not pairs:
        return {}
    left, right = (numpy.array(side) for side in zip(*pairs, strict=True))
    likely = probabilities(features(among.where, among.counted, left, right)).tolist()
    return {
        one: Joining(among.articles[one].id, among.articles[other].id, round(chance, 3), _why(among, one, other))
        for (one, other), chance in zip(pairs, likely, strict=True)
    }


def _why(among: Collection, one: int, other: int) -> str:
    shared = among.where.body[[one]].multiply(among.where.body[[other]]).tocoo()
    ranked = sorted(zip((-shared.data).tolist(), shared.col.tolist(), strict=True))
    stems = [(among.where.stems[column], float(among.where.weights[column])) for _, column in ranked]
    return why(among.articles[one], among.counted[one], among.counted[other], stems)


def _headed(articles: Sequence[Article], central: Article) -> Article:
    """The central article if it has a title; else the one whose title says most of what the central article says."""
    if central.title or not any(article.title for article in articles):
        return central
    told = {token.stem for token in tokens(central.text, central.language or "en")}

    def borne_out(article: Article) -> float:
        stems = {token.stem for token in tokens(article.title or "", article.language or "en")}
        return len(stems & told) / len(stems) if stems else 0.0

    return min(articles, key=lambda article: (-borne_out(article), article.id))


def _title(article: Article) -> str:
    """The title, else the first sentence that is the story's own, else the id; at most 100 characters."""
    title = " ".join((article.title or "").split()) or _first_sentence(article) or article.id
    if len(title) <= _TITLE_LENGTH:
        return title
    cut = title[: _TITLE_LENGTH - 1]
    return (cut.rsplit(" ", 1)[0].rstrip(" ,;:–—-") or cut) + "…"


def _first_sentence(article: Article) -> str:
    """The first sentence in which no words are set aside; "" if there is none."""
    asides = [aside.span for aside in article.set_aside]
    for start, end in sentences(article.text, language(article)):
        if not any(start < aside.end and aside.start < end for aside in asides):
            return " ".join(article.text[start:end].split())
    return ""
