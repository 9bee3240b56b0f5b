"""One code for each character: what a word is matched by, whatever its case."""

from functools import lru_cache
from unicodedata import category

import numpy
from numpy import bool_, uint16, uint32
from numpy.typing import NDArray

__all__ = ["ALONE_FROM", "Characters", "Codes", "alone", "folded"]

Characters = NDArray[uint32]
Codes = NDArray[uint16]

# Characters beyond the first plane are too few to tell articles apart by: letters of rare scripts share 4,096 codes of
# private use, pictographs are no words, and rare Chinese characters, from the last entry on, share one code.
_FIRST_PLANE, _PICTOGRAPHS, _LAST = 0x10000, 0x1F000, 0x20000
_PRIVATE, _SHARED = 0xE000, 0x1000
# Scripts written without blanks between words: Thai to Myanmar, Khmer, kana and Chinese characters, and the last entry.
# Every character of theirs is taken for a word. Hangul, which has blanks, lies outside.
_ALONE = ((0x0E00, 0x0F00), (0x1000, 0x10A0), (0x1780, 0x1800), (0x3040, 0x3100), (0x3400, 0xA000), (_LAST, _LAST + 1))
ALONE_FROM = _ALONE[0][0]
"""No character before this one is a word of its own."""


def folded(characters: Characters) -> Codes:
    """The code of each code point: 0 where it belongs to no word, the lower-case letter or the digit elsewhere."""
    return _table().take(characters, mode="clip")


def alone(characters: Characters) -> NDArray[bool_]:
    """Whether each code point is a word of its own."""
    return _alone().take(characters, mode="clip")


@lru_cache(maxsize=1)
def _table() -> Codes:
    codes = _PRIVATE + numpy.arange(_LAST + 1, dtype=uint32) % _SHARED
    codes[:_FIRST_PLANE] = [_code(chr(place)) for place in range(_FIRST_PLANE)]
    codes[_PICTOGRAPHS:_LAST] = 0
    return codes.astype(uint16)


def _code(character: str) -> int:
    """Marks on letters (category M) belong to words, so that a letter and its accent stay together."""
    if character.isalnum() or category(character).startswith("M"):
        return ord(character.lower()[0])
    return 0


@lru_cache(maxsize=1)
def _alone() -> NDArray[bool_]:
    found = numpy.zeros(_LAST + 1, dtype=bool_)
    for first, end in _ALONE:
        found[first:end] = True
    return found & (_table() > 0)
