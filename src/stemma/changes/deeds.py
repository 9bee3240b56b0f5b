"""What deed or matter a word names: its forms, and words that one writer may have for another's, are one."""

from functools import cache

from stemma.lexicon import table
from stemma.text.tokens import Token, stem

__all__ = ["deed"]


def deed(word: Token) -> str:
    """The key of what the word names: the stem of its base form, or of the first of the words that stand for it."""
    low = word.text.casefold()
    base = _irregular().get(low)
    key = word.stem if base is None else stem(base)
    return _groups().get(key, key)


@cache
def _irregular() -> dict[str, str]:
    """The base form of each irregular form of a verb."""
    pairs = (pair.partition("=") for pair in str(table("word_fields")["irregular"]["verbs"]).split())
    return {form: base for form, _, base in pairs}


@cache
def _groups() -> dict[str, str]:
    """The first stem of the line that each stem stands in; a stem of several lines belongs to the first."""
    found: dict[str, str] = {}
    for line in table("deeds")["groups"]:
        stems = [stem(word) for word in str(line).split()]
        for each in stems:
            found.setdefault(each, stems[0])
    return found
