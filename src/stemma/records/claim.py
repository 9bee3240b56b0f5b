"""A claim: what several statements and assertions say in common."""

import msgspec

from stemma.records.span import Span

__all__ = ["Claim", "Support"]


class Support(msgspec.Struct, frozen=True):
    """How many independent origins carry a claim: at least `low`, at most `high`."""

    low: int
    high: int


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is said, with every place that says it and every place that denies it.

    `speaker_articles` holds, for each of the speakers in their order, the articles that attribute the words to them.
    """

    id: str
    text: str
    support: tuple[Span, ...]
    denials: tuple[Span, ...]
    speakers: tuple[str, ...]
    articles: tuple[str, ...]
    origins: Support
    why: str
    speaker_articles: tuple[tuple[str, ...], ...] = ()
