"""The words of many texts at once: a hash, a place and a kind for each, without a loop over words."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy
from numpy import bool_, int32, int64, uint8, uint32, uint64
from numpy.typing import NDArray

from stemma.corpus.folding import ALONE_FROM, Characters, Codes, alone, folded
from stemma.corpus.mixing import BASE, Keys, mixed

__all__ = ["CAPITAL", "CHUNK", "DIGIT", "JOINED", "QUOTED", "Words", "words"]

CHUNK = 262_144
"""Characters handled at once: their arrays fit the second-level cache of a core (eight times as many take half as long
again)."""

# Where a long text is cut, a break between words is looked for in the last so many characters; prose has one in ten.
_REACH = 1000
# A word's codes are read four at a time, 16 bits each; of the last four as many bits are kept as the word has. Words
# are 64 characters at most but for garbage, which is hashed one by one.
_BLOCK, _LONGEST = 4, 64
_KEPT = numpy.array([0, 2**16 - 1, 2**32 - 1, 2**48 - 1, 2**64 - 1], dtype=uint64)
_LINE, _BLANK = ord("\n"), ord(" ")
_SIGNS = numpy.array([ord(sign) for sign in '"“”„«»\n'], dtype=uint32)
_DIGITS = (ord("0"), ord("9"))

CAPITAL, DIGIT, JOINED, QUOTED = (uint8(1), uint8(2), uint8(4), uint8(8))
"""Bits of a word's kind: begins with a capital; begins with a digit; stands one blank after the word before it in its
text; stands between quotation marks."""


class Words(NamedTuple):
    """The words of some texts, in order: those of text `i` are `bounds[i]:bounds[i + 1]`.

    `hashes` are of the words in lower case; `starts` and `ends` count the characters of each word's own text;
    `kinds` has the bits above.
    """

    hashes: Keys
    starts: NDArray[int32]
    ends: NDArray[int32]
    kinds: NDArray[uint8]
    bounds: NDArray[int64]


class _Piece(NamedTuple):
    """Characters of a text that begin at `offset` in it."""

    text: int
    offset: int
    characters: str


class _Found(NamedTuple):
    """The words of one chunk; `texts` is the text of each."""

    hashes: Keys
    starts: NDArray[int32]
    ends: NDArray[int32]
    kinds: NDArray[uint8]
    texts: NDArray[int64]


_NONE = _Found(
    numpy.zeros(0, uint64),
    numpy.zeros(0, int32),
    numpy.zeros(0, int32),
    numpy.zeros(0, uint8),
    numpy.zeros(0, int64),
)


def words(texts: Sequence[str]) -> Words:
    """The words of the texts. A text's own words never depend on the texts beside it."""
    found = [_words_of(chunk) for chunk in _chunks(texts)] or [_NONE]
    texts_of = numpy.concatenate([one.texts for one in found])
    return Words(
        numpy.concatenate([one.hashes for one in found]),
        numpy.concatenate([one.starts for one in found]),
        numpy.concatenate([one.ends for one in found]),
        numpy.concatenate([one.kinds for one in found]),
        numpy.searchsorted(texts_of, numpy.arange(len(texts) + 1)),
    )


def _chunks(texts: Sequence[str]) -> Iterator[list[_Piece]]:
    """The texts' pieces, as many at a time as make up a chunk."""
    held: list[_Piece] = []
    size = 0
    for number, text in enumerate(texts):
        for piece in _pieces(number, text):
            if held and size + len(piece.characters) >= CHUNK:
                yield held
                held, size = [], 0
            held.append(piece)
            size += len(piece.characters) + 1
    if held:
        yield held


def _pieces(number: int, text: str) -> Iterator[_Piece]:
    """The text, cut before a chunk is full; a cut depends on nothing but the text."""
    start = 0
    while len(text) - start >= CHUNK:
        end = start + CHUNK - 1
        end = next((place for place in range(end, end - _REACH, -1) if text[place].isspace()), end)
        yield _Piece(number, start, text[start:end])
        start = end
    if start < len(text):
        yield _Piece(number, start, text[start:])


def _words_of(pieces: Sequence[_Piece]) -> _Found:
    joined = "\n".join([*(piece.characters for piece in pieces), " " * _BLOCK]).encode("utf-32-le", "surrogatepass")
    characters: Characters = numpy.frombuffer(joined, dtype=uint32)
    codes = folded(characters)
    starts, ends = _places(characters, codes)
    first = numpy.cumsum([0, *(len(piece.characters) + 1 for piece in pieces)])
    counts = numpy.diff(numpy.searchsorted(starts, first))
    shift = numpy.repeat(numpy.array([one.offset for one in pieces]) - first[:-1], counts)
    return _Found(
        _hashes(codes, starts, ends),
        (starts + shift).astype(int32),
        (ends + shift).astype(int32),
        _kinds(characters, codes, starts, ends),
        numpy.repeat(numpy.array([one.text for one in pieces]), counts),
    )


def _places(characters: Characters, codes: Codes) -> tuple[NDArray[int64], NDArray[int64]]:
    """Where words begin and end."""
    inside = numpy.zeros(len(codes) + 2, dtype=bool_)
    numpy.not_equal(codes, 0, out=inside[1:-1])
    changes = numpy.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = changes[::2], changes[1::2]
    if characters.max() < ALONE_FROM:
        return starts, ends
    single = alone(characters)
    begins = inside[1:-1] & (~inside[:-2] | single | numpy.concatenate(([False], single[:-1])))
    starts = numpy.flatnonzero(begins)
    stops = inside[1:-1] & (~inside[2:] | numpy.concatenate((begins[1:], [True])))
    return starts, numpy.flatnonzero(stops) + 1


def _hashes(codes: Codes, starts: NDArray[int64], ends: NDArray[int64]) -> Keys:
    """A polynomial in each word's codes, four at a time; `codes` ends with as many zeros as are read at once."""
    blocks: Keys = numpy.ndarray((len(codes) - _BLOCK + 1,), uint64, codes, strides=(codes.itemsize,))
    hashes = blocks[starts] & _KEPT.take(ends - starts, mode="clip")
    left = numpy.flatnonzero(ends - starts > _BLOCK)
    for done in range(_BLOCK, _LONGEST, _BLOCK):
        block = blocks[starts[left] + done] & _KEPT.take(ends[left] - starts[left] - done, mode="clip")
        hashes[left] = hashes[left] * BASE + block
        left = left[ends[left] - starts[left] > done + _BLOCK]
    for place in left:
        word = codes[starts[place] : ends[place]].astype("<u2").tobytes()
        hashes[place] = int.from_bytes(blake2b(word, digest_size=8).digest(), "little")
    return mixed(hashes)


def _kinds(characters: Characters, codes: Codes, starts: NDArray[int64], ends: NDArray[int64]) -> NDArray[uint8]:
    first = codes[starts]
    kinds: NDArray[uint8] = (first != characters[starts]) * CAPITAL
    kinds |= ((first >= _DIGITS[0]) & (first <= _DIGITS[1])) * DIGIT
    after_blank = (starts[1:] - ends[:-1] == 1) & (characters[ends[:-1]] == _BLANK)
    kinds[1:] |= after_blank * JOINED
    kinds |= _quoted(characters, codes, starts) * QUOTED
    return kinds


def _quoted(characters: Characters, codes: Codes, starts: NDArray[int64]) -> NDArray[bool_]:
    """Whether each word has an odd number of quotation marks before it in its line."""
    signs = numpy.flatnonzero((codes == 0) & (characters != _BLANK))
    signs = signs[numpy.isin(characters[signs], _SIGNS)]
    is_mark = characters[signs] != _LINE
    marks = numpy.concatenate(([0], numpy.cumsum(is_mark)))
    before_line = numpy.maximum.accumulate(numpy.concatenate(([0], numpy.where(is_mark, 0, marks[1:]))))
    odd: NDArray[bool_] = (marks - before_line) % 2 == 1
    return numpy.repeat(odd, numpy.diff([0, *numpy.searchsorted(starts, signs), len(starts)]))
