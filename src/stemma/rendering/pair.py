"""Two articles under comparison, as a cast of two."""

from collections.abc import Sequence

from stemma.records import Article, Comparison
from stemma.rendering.cast import Cast

__all__ = ["made_in", "pair_cast"]


def pair_cast(comparison: Comparison, articles: Sequence[Article]) -> Cast:
    """A and B, in the order in which they were compared."""
    a, b = comparison.kinship.a, comparison.kinship.b
    known = {article.id: article for article in articles if article.id in (a, b)}
    return Cast(known, {a: "A", b: "B"}, {}, {a: 0, b: 1}, made_in(comparison))


def made_in(comparison: Comparison) -> frozenset[tuple[str, str]]:
    """(exemplar, copy), where one of the two is the other's exemplar."""
    a, b = comparison.kinship.a, comparison.kinship.b
    steps = {"a": (a, b), "b": (b, a)}
    return frozenset(step for side, step in steps.items() if comparison.kinship.exemplar == side)
