"""A statement: who is said to have said what."""

from typing import Literal

import msgspec

from stemma.records.span import Span

__all__ = ["Statement", "StatementKind"]

StatementKind = Literal["direct", "indirect", "mixed"]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution in one article. `source`, `cue` and `content` are lists: each may be in pieces.

    `speaker` is the name resolved within the article, or None; `anonymous` the category of an unnamed source
    ("officials", "people familiar", ...), or None, and `anonymous_count` how many they are at least, where the words
    say so ("two officials", "more than a dozen people"). `denies`: the content is denied, not affirmed. `declined`:
    the source is said to have refused to say anything. `asks`: what is reported is a question.
    """

    id: str
    article: str
    kind: StatementKind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None = None
    anonymous: str | None = None
    addressee: tuple[Span, ...] = ()
    denies: bool = False
    declined: bool = False
    asks: bool = False
    anonymous_count: int | None = None
    hedge: tuple[Span, ...] = ()
    confidence: float = 1.0
