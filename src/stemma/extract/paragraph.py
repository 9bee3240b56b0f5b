"""A paragraph as the rules of this stage see it."""

import re
from typing import NamedTuple

from stemma.text.paragraphs import paragraphs

__all__ = ["Paragraph", "bare_words", "paragraphs_of", "plain"]

# No rule of this stage looks at a longer paragraph as a whole; its words are not counted or folded.
_LONG = 1200

# The rules of this stage look for English phrases of the page, so accents need no folding: this is ten times as fast
# as text.normalise, which counts in an article of 5 MB.
_MARKS = str.maketrans("’‘“”–—\u00a0\u2011", "''\"\"-- -")
_WORD = re.compile(r"[\w']+")


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
    return Paragraph(start, end, own, len(own.split()), plain(own), bare_words(own))


def plain(text: str) -> str:
    """The text in small letters with one shape for each quotation mark and dash."""
    return text.translate(_MARKS).lower()


def bare_words(text: str) -> str:
    """The plain words alone, one blank between them."""
    return " ".join(_WORD.findall(plain(text)))
