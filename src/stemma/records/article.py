"""An article: the text of one witness and what is known around it."""

from typing import Literal

import msgspec

from stemma.records.span import Span

__all__ = ["Article", "Credit", "CreditKind", "RawPage", "SetAside", "SetAsideReason", "Unreadable"]

CreditKind = Literal["reprint", "citation", "feed"]
SetAsideReason = Literal["caption", "notice", "navigation", "advertisement", "related", "form", "dateline", "other"]


class Credit(msgspec.Struct, frozen=True, order=True):
    """Words in which an article names where it, or a part of it, came from.

    `name` is the credited outlet or agency as the lexicon or the text spells it ("" where the words name none, as
    "published from a syndicated feed" does). `reprint`: the whole text; `citation`: a part that another report gave;
    `feed`: the whole text, from an automatic feed.
    """

    name: str
    kind: CreditKind
    span: Span


class SetAside(msgspec.Struct, frozen=True, order=True):
    """Words on the page that are not the story's text: kept, shown, never counted as a claim."""

    span: Span
    reason: SetAsideReason


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a story's text. Only `text` is required; every offset anywhere is into it.

    `published` is ISO 8601, a date or a date-time. `extra` holds the input's unknown fields as JSON, passed through
    unread. `extracted` says whether `credits` and `set_aside` have been looked for.
    """

    text: str
    id: str = ""
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    credits: tuple[Credit, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    extra: str = "{}"
    extracted: bool = False

    def span(self, start: int, end: int) -> Span:
        """Characters start:end of this article; ValueError if they hold no text or lie outside it."""
        return Span(self.id, start, end, self.text[start:end])


class RawPage(msgspec.Struct, frozen=True, kw_only=True):
    """What a source yields: one article as it was found, nothing interpreted.

    `input` names where it came from, for errors. Exactly one of `text` and `html` is given.
    """

    input: str
    text: str | None = None
    html: str | None = None
    id: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    extra: str = "{}"


class Unreadable(msgspec.Struct, frozen=True, order=True):
    """An input that gave no article, and why."""

    input: str
    reason: str
