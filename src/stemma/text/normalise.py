"""Folding for comparison, character by character, so that offsets stay true."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "squeeze", "unaccented"]

_LIKE = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "‐": "-",
        "−": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
    }
)


# Unicode's combining classes from here on: marks attached to a letter, above or below it.
_ACCENT = 200


def fold(text: str) -> str:
    """The text in lower case with one shape for each quotation mark, dash and space; as long as the text."""
    liked = text.translate(_LIKE)
    return liked.lower() if liked.isascii() else liked.translate(_FOLDED)


class _Folding(dict[int, str]):
    """What each character is folded to, found when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


_FOLDED = _Folding()


def _fold_character(character: str) -> str:
    if character.isascii():
        return character.lower()
    parts = unicodedata.normalize("NFD", character)
    # Marks of a lower class, and none, are no accents: voicing in kana, the dot of Indic letters, parts of Hangul.
    base = (parts[0] if all(unicodedata.combining(mark) >= _ACCENT for mark in parts[1:]) else character).lower()
    return base if len(base) == 1 else character


_LETTERS = re.compile(r"(?:[^\W_]|')+")


def squeeze(text: str) -> str:
    """The folded words alone, one blank between them: what two quotations must share to be the same words."""
    return " ".join(_LETTERS.findall(fold(text)))


@lru_cache(maxsize=65536)  # a story's vocabulary many times over
def unaccented(word: str) -> str:
    """The word without accents, as one outlet writes a name and another does not; its case is kept in ASCII."""
    return word if word.isascii() else fold(unicodedata.normalize("NFC", word))
