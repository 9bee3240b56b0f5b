"""A paragraph as the rules of this stage see it."""

from typing import NamedTuple

from stemma.text.normalise import fold, squeeze
from stemma.text.paragraphs import paragraphs

__all__ = ["Paragraph", "paragraphs_of"]

# No rule of this stage looks at a longer paragraph as a whole; its words are not counted or folded.
_LONG = 1200


class Paragraph(NamedTuple):
    """Characters start:end of the text. `folded` and `squeezed` are empty for a long paragraph; `words` is then 999."""

    start: int
    end: int
    text: str
    words: int
    folded: str
    squeezed: str


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs in order."""
    return [_paragraph(text, start, end) for start, end in paragraphs(text)]


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    if end - start > _LONG:
        return Paragraph(start, end, text[start:end], 999, "", "")
    own = text[start:end]
    return Paragraph(start, end, own, len(own.split()), fold(own), squeeze(own))
