"""Sets of reports of one story of which no two share wording: what nobody copied, as far as wording tells."""

import re
from collections.abc import Sequence

import msgspec

from evals.corpora import CorpusArticle, Pair
from stemma.records import digest

__all__ = ["IndependentSet", "independent_sets"]

# The corpus's own rule: less than 1 % of the shorter one's runs of eight words.
_RUN = 8
_SHARED = 0.01
# Larger sets cost more than they tell: the work grows with the square of the set.
_MOST = 6
_WORD = re.compile(r"\w+")
# A second-last label of so few letters is a registry's ("co.uk", "com.au"), not a publisher's.
_REGISTRY = 3


class IndependentSet(msgspec.Struct, frozen=True):
    """Reports of one story, each from another publisher."""

    story: str
    articles: tuple[CorpusArticle, ...]


def independent_sets(pairs: Sequence[Pair]) -> list[IndependentSet]:
    """One set of at least two articles for each story: in digest order, each added if it fits those before it."""
    stories: dict[str, dict[str, CorpusArticle]] = {}
    for pair in pairs:
        stories.setdefault(pair.story, {}).update({pair.a.id: pair.a, pair.b.id: pair.b})
    sets = [IndependentSet(story, _set(list(articles.values()))) for story, articles in sorted(stories.items())]
    return [one for one in sets if len(one.articles) > 1]


def _set(articles: Sequence[CorpusArticle]) -> tuple[CorpusArticle, ...]:
    chosen: list[CorpusArticle] = []
    for article in sorted(articles, key=lambda one: (digest("independent", one.id), one.id)):
        if len(chosen) < _MOST and all(_apart(article, other) for other in chosen):
            chosen.append(article)
    return tuple(chosen)


def _apart(a: CorpusArticle, b: CorpusArticle) -> bool:
    runs_a, runs_b = _runs(a.text), _runs(b.text)
    shorter = min(len(runs_a), len(runs_b))
    return _publisher(a) != _publisher(b) and shorter > 0 and len(runs_a & runs_b) < _SHARED * shorter


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return {tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}


def _publisher(article: CorpusArticle) -> str:
    """The registered domain of an outlet that is a host name."""
    labels = (article.outlet or article.id).split(".")
    registry = len(labels) > 2 and len(labels[-2]) <= _REGISTRY
    return ".".join(labels[-3:] if registry else labels[-2:])
