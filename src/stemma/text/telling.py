"""Telling words: those by which one text is held against another, without the commonest of the language."""

from functools import lru_cache
from itertools import repeat

from stemma.text.rarity import information
from stemma.text.tokens import WORD, stem

__all__ = ["is_owed", "telling"]

# Words below this weight are grammar (the 300 commonest of a language or so).
_CONTENT = 1.3
# A citing article owes a passage to another text that has most of its telling words; of its own reporting on the same
# event the other has some names, fewer than half (chosen by eye on invented stories).
_MOST = 0.5


def telling(text: str, language: str) -> frozenset[str]:
    """The stems of content words; numbers count."""
    return frozenset(filter(None, map(_telling_stem, WORD.findall(text), repeat(language))))


@lru_cache(maxsize=1 << 16)  # the vocabulary of many articles
def _telling_stem(word: str, language: str) -> str:
    """The stem of a content word or number; "" for grammar."""
    return stem(word, language) if word[0].isdigit() or information(word, language) >= _CONTENT else ""


def is_owed(passage: str, told: frozenset[str], language: str) -> bool:
    """Whether most telling words of the passage are among `told`, those of the text that it may come from."""
    own = telling(passage, language)
    return bool(own) and len(own & told) >= _MOST * len(own)
