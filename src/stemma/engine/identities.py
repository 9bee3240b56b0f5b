"""Ids of articles: none is lost where several share one, and the order of the inputs says nothing."""

import logging
from collections import Counter
from collections.abc import Iterable

import msgspec

from stemma.extract import annotate
from stemma.records import Article, digest

__all__ = ["prepared", "renamed"]

_LOG = logging.getLogger(__name__)


def prepared(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles with credits and set-aside passages found and with ids of their own, sorted by id.

    An article without an id gets one from its text. Where several share an id, the first by content keeps it and the
    others are numbered: no article is lost. The same record given twice is one article, which is logged.
    """
    named = [
        article if article.id else msgspec.structs.replace(article, id=digest(article.text)) for article in articles
    ]
    ordered = sorted(named, key=lambda article: (article.id, digest(*map(repr, msgspec.structs.astuple(article)))))
    distinct = [article for at, article in enumerate(ordered) if at == 0 or article != ordered[at - 1]]
    for article in (article for at, article in enumerate(ordered) if at and article == ordered[at - 1]):
        _LOG.info("counted once: the article %s was given twice with the same text and fields", article.id)
    seen: Counter[str] = Counter()
    taken = {article.id for article in ordered}
    unique: list[Article] = []
    for article in distinct:
        seen[article.id] += 1
        identity = article.id if seen[article.id] == 1 else _numbered(article.id, seen, taken)
        unique.append(article if identity == article.id else renamed(article, identity))
    return tuple(sorted((a if a.extracted else annotate(a) for a in unique), key=lambda article: article.id))


def _numbered(identity: str, seen: Counter[str], taken: set[str]) -> str:
    while f"{identity}#{seen[identity]}" in taken:
        seen[identity] += 1
    taken.add(f"{identity}#{seen[identity]}")
    return f"{identity}#{seen[identity]}"


def renamed(article: Article, identity: str) -> Article:
    """The article under another id; what was extracted points at the old one and is found anew."""
    return msgspec.structs.replace(article, id=identity, credits=(), set_aside=(), extracted=False)
