"""How an account spells the words of its names."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from stemma.text.names import Name
from stemma.text.normalise import fold, unaccented

__all__ = ["LEAST_LETTERS", "Spelling", "plain", "spellings"]

# Shorter names differ by one letter too easily ("Lee", "Lea").
LEAST_LETTERS = 4
_SUFFIXES = frozenset("jr sr ii iii iv".split())


class Spelling(NamedTuple):
    """One word of a name as one account spells it, and the words of the name beside it."""

    word: str
    others: frozenset[str]
    name: Name


def spellings(names: Sequence[Name]) -> tuple[Spelling, ...]:
    """Each word of the names that is long enough to be told from another, in order."""
    found = []
    for name in names:
        parts = tuple(plain(part) for part in name.words)
        parts = tuple(part for part in parts if len(part) > 1 and part not in _SUFFIXES)
        for place, part in enumerate(parts):
            if len(part) >= LEAST_LETTERS:
                found.append(Spelling(part, frozenset(parts[:place] + parts[place + 1 :]), name))
    return tuple(found)


@lru_cache(maxsize=65536)  # a story's names many times over
def plain(word: str) -> str:
    """The word of a name without typography, accents, possessive and points."""
    return unaccented(fold(word)).replace("'s", "").strip("'.")
