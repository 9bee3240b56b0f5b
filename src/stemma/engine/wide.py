"""The order of the wide tier: very many articles, each looked at once, none compared with every other."""

from collections.abc import Iterable

from stemma.corpus import Candidates, batches, candidates, in_time
from stemma.engine.plan import prepared
from stemma.records import Article

__all__ = ["pairs"]


def pairs(articles: Iterable[Article]) -> tuple[tuple[Article, ...], Candidates]:
    """The articles by date and id, and the pairs of them that may be kin, by their places in that order."""
    ordered = in_time(prepared(articles))
    return ordered, candidates(batches(ordered))
