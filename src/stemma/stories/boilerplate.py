"""Paragraphs that an outlet prints under many articles: they say nothing of any one of them."""

from collections import Counter
from collections.abc import Sequence

from stemma.records import Article
from stemma.text.paragraphs import paragraphs

__all__ = ["boilerplate"]

# An article that shares paragraphs with another of its outlet is judged by the rest if the rest is at least this share
# of it; with less of its own it is a reprint, and all of it counts. Where the outlet is not known the two may be two
# outlets' copies of one dispatch, so more is asked for (both chosen by eye).
_OWN_SHARE, _OWN_SHARE_UNKNOWN = 0.3, 0.4

Stretch = tuple[int, int]


def boilerplate(articles: Sequence[Article]) -> list[tuple[Stretch, ...]]:
    """For each article the stretches (start, end) of it that another article of the same outlet has word for word."""
    cut = [[(bounds, _key(article, bounds)) for bounds in paragraphs(article.text)] for article in articles]
    held = Counter(key for pieces in cut for key in {key for _, key in pieces})
    return [_repeated(article, pieces, held) for article, pieces in zip(articles, cut, strict=True)]


def _key(article: Article, bounds: Stretch) -> tuple[str, str]:
    return (article.outlet or "").casefold(), " ".join(article.text[slice(*bounds)].casefold().split())


def _repeated(
    article: Article, pieces: list[tuple[Stretch, tuple[str, str]]], held: Counter[tuple[str, str]]
) -> tuple[Stretch, ...]:
    own = sum(len(key[1]) for _, key in pieces if held[key] == 1)
    whole = sum(len(key[1]) for _, key in pieces)
    if own < (_OWN_SHARE if article.outlet else _OWN_SHARE_UNKNOWN) * whole:
        return ()
    return tuple(bounds for bounds, key in pieces if held[key] > 1)
