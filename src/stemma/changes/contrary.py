"""A change of meaning to the contrary: the gravest, made in one place."""

from stemma.changes.pairs import Pair
from stemma.records import Change, Span

__all__ = ["contrary"]


def contrary(pair: Pair, spans: tuple[Span, Span], why: str, confidence: float) -> Change:
    """What the first account says at the one span and the second turns round at the other; `confidence` 0..1."""
    return Change(
        kind="meaning",
        severity=3,
        before=spans[0],
        after=spans[1],
        between=pair.between,
        why=why,
        confidence=confidence,
    )
