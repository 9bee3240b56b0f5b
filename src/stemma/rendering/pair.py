"""Two articles under comparison, as a cast of two."""

from collections.abc import Sequence

from stemma.records import Article, Comparison
from stemma.rendering.cast import Cast

__all__ = ["pair_cast"]


def pair_cast(comparison: Comparison, articles: Sequence[Article]) -> Cast:
    """A and B, in the order in which they were compared."""
    a, b = comparison.kinship.a, comparison.kinship.b
    known = {article.id: article for article in articles if article.id in (a, b)}
    return Cast(known, {a: "A", b: "B"}, {}, {a: 0, b: 1})
