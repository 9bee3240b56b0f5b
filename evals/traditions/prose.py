"""What families are grown from: the base articles, sentence by sentence."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["Base", "Prose", "Sentence", "bases", "keys_of", "sentences_of", "words_of"]

_FOLDER = Path(__file__).parent / "bases"


class Sentence(NamedTuple):
    """One sentence; `key` names the sentence of a base that it goes back to, whatever its wording is now."""

    key: str
    text: str


Prose = tuple[tuple[Sentence, ...], ...]
"""Paragraphs of sentences."""


class Base(NamedTuple):
    """An article written for this purpose about an invented event; bases of one `event` were written independently."""

    id: str
    event: str
    title: str
    day: str
    body: Prose
    background: Prose


@cache
def bases() -> dict[str, Base]:
    """Every base by id, in the order of their ids."""
    return {path.stem: _base(path) for path in sorted(_FOLDER.glob("*.txt"))}


def _base(path: Path) -> Base:
    """A file: `name: value` lines, a blank line, paragraphs of one sentence a line, a line `--`, background."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    body, _, background = rest.partition("\n--\n")
    return Base(
        path.stem,
        fields["event"],
        fields["title"],
        fields["day"],
        _prose(f"{path.stem}/", body),
        _prose(f"{path.stem}/background/", background),
    )


def _prose(prefix: str, text: str) -> Prose:
    return tuple(
        tuple(Sentence(f"{prefix}{place}.{row}", line) for row, line in enumerate(paragraph.splitlines()))
        for place, paragraph in enumerate(text.strip().split("\n\n"))
    )


def sentences_of(prose: Prose) -> list[Sentence]:
    """Every sentence, in order."""
    return [sentence for paragraph in prose for sentence in paragraph]


def keys_of(prose: Prose) -> frozenset[str]:
    """The sentences of bases that are told here, in whatever wording."""
    return frozenset(sentence.key for sentence in sentences_of(prose))


def words_of(prose: Prose) -> int:
    """How many words there are."""
    return sum(len(sentence.text.split()) for sentence in sentences_of(prose))
