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
_MARKED = re.compile("[’‘“”–—\u00a0\u2011]")
_WORD = re.compile(r"[\w']+")


class Paragraph(NamedTuple):
    """Characters start:end of the text. `folded` and `squeezed` are empty for a long paragraph; `words` is then 999."""

    start: int
    end: int
    text: str
    words: int
    folded: str
    squeezed: str


def paragraphs_of(text: str, begin: int = 0) -> list[Paragraph]:
    """The paragraphs from character `begin` on, in order."""
    rest = paragraphs(text[begin:] if begin else text)
    return [_paragraph(text, begin + start, begin + end) for start, end in rest]


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    if end - start > _LONG:
        return Paragraph(start, end, text[start:end], 999, "", "")
    own = text[start:end]
    folded = plain(own)
    return Paragraph(start, end, own, len(own.split()), folded, _bare(folded))


def plain(text: str) -> str:
    """The text in small letters with one shape for each quotation mark and dash."""
    # Character by character `translate` takes fifty times as long as a look whether there is anything to do.
    return (text if text.isascii() else _MARKED.sub(_plain_mark, text)).lower()


def _plain_mark(mark: re.Match[str]) -> str:
    return mark.group().translate(_MARKS)


def bare_words(text: str) -> str:
    """The plain words alone, one blank between them."""
    return _bare(plain(text))


def _bare(folded: str) -> str:
    return " ".join(_WORD.findall(folded))
