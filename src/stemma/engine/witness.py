"""From articles to witnesses: sigla, and sentences without the set-aside words."""

import string
from collections.abc import Sequence
from itertools import islice

from stemma.records import Article, Passage, PassageRole, Witness
from stemma.text.extents import outside
from stemma.text.sentences import sentences_by_paragraph

__all__ = ["sigla", "witness", "witnesses"]

# A paragraph of at most this many words without a closing stop is a heading (chosen by eye: headlines run to 14 words).
_HEADING_WORDS = 16
# A piece that is left of a sentence after setting words aside counts from this many letters on; less is punctuation.
_LEAST_LETTERS = 2


def witnesses(articles: Sequence[Article]) -> tuple[Witness, ...]:
    """The articles as witnesses A, B, ..., in the order of their ids."""
    ordered = sorted(articles, key=lambda article: article.id)
    return tuple(witness(article, letters) for article, letters in zip(ordered, sigla(len(ordered)), strict=True))


def sigla(count: int) -> list[str]:
    """A, B, ... Z, AA, AB, ..."""
    return [_siglum(index) for index in range(count)]


def _siglum(index: int) -> str:
    """The letters of one place: 26 letters, then 26 x 26 pairs, and so on."""
    letters = ""
    index += 1
    while index:
        index, place = divmod(index - 1, 26)
        letters = string.ascii_uppercase[place] + letters
    return letters


def witness(article: Article, siglum: str = "A") -> Witness:
    """The article cut into passages; its set-aside words belong to none."""
    aside = sorted((entry.span.start, entry.span.end) for entry in article.set_aside)
    passages: list[Passage] = []
    for number, paragraph in enumerate(sentences_by_paragraph(article.text, article.language or "en")):
        pieces = [piece for start, end in paragraph for piece in _kept(article.text, outside(start, end, aside))]
        role = _role(article, pieces, first=not passages)
        for start, end in pieces:
            passages.append(Passage(article.span(start, end), len(passages), number, role))
    return Witness(article, siglum, tuple(passages))


def _kept(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces trimmed, without those that hold punctuation alone."""
    return [trimmed for piece in pieces if (trimmed := _trimmed(text, *piece)) is not None]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if sum(1 for _ in islice(filter(str.isalnum, piece), _LEAST_LETTERS)) < _LEAST_LETTERS:  # as few as tell
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _role(article: Article, pieces: list[tuple[int, int]], first: bool) -> PassageRole:
    if len(pieces) != 1:
        return "body"
    paragraph = article.text[slice(*pieces[0])]
    if first and article.title and paragraph.strip() == article.title.strip():
        return "title"
    closed = paragraph.rstrip("\"”’')").endswith((".", "!", "?", "…", ":", ";", ","))
    return "heading" if not closed and len(paragraph.split()) <= _HEADING_WORDS else "body"
