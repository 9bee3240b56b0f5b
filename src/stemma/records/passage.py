"""A witness: an article within a story, cut into passages."""

from typing import Literal

import msgspec

from stemma.records.article import Article
from stemma.records.span import Span

__all__ = ["Passage", "PassageRole", "Witness"]

PassageRole = Literal["title", "heading", "body"]


class Passage(msgspec.Struct, frozen=True):
    """One sentence of a witness's text (set-aside words never become a passage).

    `index` is its place in the witness (0, 1, ...), `paragraph` the paragraph it stands in. A heading is a short
    paragraph without a closing stop.
    """

    span: Span
    index: int
    paragraph: int
    role: PassageRole


class Witness(msgspec.Struct, frozen=True):
    """One version of the story's text. `siglum` is its short letter in a report (A, B, ... Z, AA, ...)."""

    article: Article
    siglum: str
    passages: tuple[Passage, ...]
