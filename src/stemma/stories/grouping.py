"""Articles into stories."""

from collections.abc import Sequence

from stemma.records import Article, Story
from stemma.stories.boilerplate import boilerplate
from stemma.stories.describe import Collection, stories_of
from stemma.stories.linkage import average_link
from stemma.stories.pairs import candidates, features
from stemma.stories.probability import probabilities, weights
from stemma.stories.space import space
from stemma.stories.terms import terms

__all__ = ["stories"]

# Pairs less likely than this are left out of the means, where they would weigh next to nothing (chosen by eye).
_NEGLIGIBLE = 0.01


def stories(articles: Sequence[Article], one_story: bool) -> tuple[Story, ...]:
    """What `stemma.stories.group` promises."""
    if not articles:
        return ()
    among = _collection(articles)
    clusters = [list(range(len(articles)))] if one_story else _clusters(among)
    return tuple(sorted(stories_of(among, clusters), key=lambda entry: (entry.first or "9999", entry.id)))


def _collection(articles: Sequence[Article]) -> Collection:
    ordered = sorted(articles, key=lambda article: (article.id, article.text))
    repeated = boilerplate(ordered)
    counted = [terms(article, stretches) for article, stretches in zip(ordered, repeated, strict=True)]
    return Collection(ordered, repeated, counted, space(counted))


def _clusters(among: Collection) -> list[list[int]]:
    left, right = candidates(among.where, among.counted)
    likely = probabilities(features(among.where, among.counted, left, right))
    kept = likely >= _NEGLIGIBLE
    pairs = zip(left[kept].tolist(), right[kept].tolist(), likely[kept].tolist(), strict=True)
    return average_link(len(among.articles), pairs, weights().joins_at)
