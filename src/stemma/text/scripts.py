"""Scripts in which a word is no run of letters: without blanks between words, or with signs of their own."""

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["has_script", "spans"]

# Vowel signs and accents that stand as characters of their own belong to the letter before them: those of the accents'
# blocks, of the scripts from Greek to Myanmar, and of Khmer.
_MARK_BLOCKS = ((0x0300, 0x1100), (0x1780, 0x1800), (0x1AB0, 0x1B00), (0x1DC0, 0x1E00), (0x20D0, 0x2100))
_MARKS = "".join(
    chr(code) for block in _MARK_BLOCKS for code in range(*block) if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
# Scripts that set no blanks between words: Han and kana; Thai, Lao, Khmer, Myanmar (whose letters stand for less).
_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
_HAN = _KANA + "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ecd\u0edc-\u0edf\u1000-\u103f\u1050-\u109f\u1780-\u17d3"
# Letters in a run of such a script: two of Han are a word as a rule; three with their vowel signs about a syllable of
# Thai and its neighbour.
_HAN_LETTERS, _THAI_LETTERS = 2, 3
_ANY = re.compile(rf"[{_HAN}{_THAI}{_MARKS}]")
_LETTER = re.compile(rf"[{_HAN}{_THAI}][{_MARKS}]*")
_LETTERS = rf"[^\W\d_{_HAN}{_THAI}]+(?:[{_MARKS}]+[^\W\d_{_HAN}{_THAI}]*)*"
# A stretch of such a script; else a word as `stemma.text.tokens` divides them, with its marks.
_WORD = re.compile(rf"([{_HAN}]+)|([{_THAI}]+)|(?:[^\W\d_]\.){{2,}}|\d+(?:[.,]\d+)*|{_LETTERS}(?:['’]{_LETTERS})*|\w+")


def has_script(text: str) -> bool:
    """Whether a character of such a script stands in the text."""
    return not text.isascii() and _ANY.search(text) is not None


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each word in order.

    A script that sets no blanks between words is read as runs of a few letters, each beginning a letter later than the
    one before, so that they overlap.
    """
    for match in _WORD.finditer(text):
        if match.lastindex is None:
            yield match.span()
        else:
            yield from _overlapping(text, match.span(), _HAN_LETTERS if match.lastindex == 1 else _THAI_LETTERS)


def _overlapping(text: str, stretch: tuple[int, int], length: int) -> Iterator[tuple[int, int]]:
    """The runs of so many letters of the stretch; the whole where it is shorter than one."""
    letters = [letter.span() for letter in _LETTER.finditer(text, *stretch)] or [stretch]
    for (start, _), (_, end) in zip(letters, letters[length - 1 :] or letters[-1:], strict=False):
        yield start, end
