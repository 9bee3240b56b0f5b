"""Folding for comparison, character by character, so that offsets stay true."""

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


def fold(text: str) -> str:
    """The text in lower case with one shape for each quotation mark, dash and space; as long as the text."""
    return "".join(_fold_character(character) for character in text.translate(_LIKE))


def _fold_character(character: str) -> str:
    if character.isascii():
        return character.lower()
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def squeeze(text: str) -> str:
    """The folded words alone, one blank between them: what two quotations must share to be the same words."""
    folded = fold(text)
    return " ".join("".join(c if c.isalnum() or c == "'" else " " for c in folded).split())


@lru_cache(maxsize=65536)  # a story's vocabulary many times over
def unaccented(word: str) -> str:
    """The word without accents, as one outlet writes a name and another does not; its case is kept in ASCII."""
    return word if word.isascii() else fold(word)
