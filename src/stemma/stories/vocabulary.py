"""Terms: numbers for words, and how telling each is: as rare as in its language first, as in the stream second."""

import re
from collections.abc import Callable
from zlib import crc32

import numpy
from numpy import float64, int64, uint32
from numpy.typing import NDArray

from stemma.stories.columns import Column
from stemma.stories.frequency import level, shares
from stemma.text.tokens import stem, tokens

__all__ = ["NO_TERM", "Terms", "Vocabulary", "term"]

Terms = NDArray[uint32]

NO_TERM = 0
# Stands for a written word that is several terms ("said.He"), which `_parted` holds.
_SEVERAL = -1
# From this level on (Zipf 6) a word tells nothing in any collection: "after", "people" (chosen by eye).
_COMMON = 151
# The language's own frequencies count as much as this many articles, and as many more as bring the stream up to
# `_LEAST_TOTAL`. So in a small collection, where a story's words are common because the story is large, rarity comes
# from the language, and a word's weight hardly changes with the size of the collection. Best, on the two corpora of
# evals/fit_stories.py, of 0, 3,000, 6,000 and 10,000, and of 50 to 3,000 for the first.
_PRIOR_ARTICLES, _LEAST_TOTAL = 1000.0, 6000.0
# Counts are halved when so many articles have been counted: they fit two bytes, and old news weighs ever less.
_HALVED_AT = 60_000
# Counts stand at the last 21 bits of a term: of 300,000 terms one in seven shares its count with another; 6 MB.
_PLACES = 1 << 21
# Written words are looked up once and kept until there are so many (10 MB): few words of an article are new.
_KEPT = 1 << 16
# A written word with what stands inside it; the point after initials ("U.S.") is taken for the end of a sentence.
_WRITTEN = re.compile(r"\w+(?:['’.,]\w+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")


def term(word: str) -> int:
    """The number of a stem or word: 32 bits; of 300,000 stems some ten share theirs with another."""
    return crc32(word.encode("utf-8", "surrogatepass")) or 1


class _Learning(dict[str, int]):
    """A dictionary that learns what it does not know."""

    def __init__(self, learn: Callable[[str], int]) -> None:
        super().__init__()
        self._learn = learn

    def __missing__(self, word: str) -> int:
        number = self[word] = self._learn(word)
        return number


class Vocabulary:
    """The terms of the articles so far: how many articles had each, how common it is, and one written form."""

    def __init__(self) -> None:
        self._held = numpy.zeros(_PLACES, dtype=numpy.uint16)
        self._level = numpy.zeros(_PLACES, dtype=numpy.uint8)
        self._shares = shares()
        self._total = 0
        self._known: dict[str, _Learning] = {}
        self._parted: dict[str, dict[str, tuple[tuple[str, int], ...]]] = {}
        self._order: NDArray[int64] = numpy.zeros(0, dtype=int64)
        self._terms, self._ends, self._letters = Column(numpy.uint32), Column(numpy.uint32), bytearray()

    def identify(self, text: str, language: str) -> tuple[list[str], list[int]]:
        """The words of the text and the term of each, NO_TERM where it tells nothing in any collection."""
        written: list[str] = _WRITTEN.findall(text)
        if sum(map(len, self._known.values())) > _KEPT:
            self._known, self._parted = {}, {}
        if language not in self._known:
            self._known[language] = _Learning(lambda word: self._learnt(word, language))
        numbers = list(map(self._known[language].__getitem__, written))
        return self._divided(written, numbers, language) if _SEVERAL in numbers else (written, numbers)

    def _learnt(self, word: str, language: str) -> int:
        if word.isascii() and word.isalpha():
            return self._entered(stem(word, language), word, language)
        whole = f"{word}." if _INITIALS.match(word) else word
        parts = tuple(
            (token.text, self._entered(token.stem, token.text, language)) for token in tokens(whole, language)
        )
        if len(parts) > 1:
            self._parted.setdefault(language, {})[word] = parts
            return _SEVERAL
        return parts[0][1] if parts else NO_TERM

    def _entered(self, matched: str, form: str, language: str) -> int:
        """The stem's term, with its frequency noted: that of the commonest form so far."""
        commonness = level(form.casefold(), language)
        if commonness >= _COMMON:
            return NO_TERM
        number = term(matched)
        place = number & (_PLACES - 1)
        if not self._level[place]:
            self._letters += form.encode("utf-8", "surrogatepass")
            self._terms.append(number)
            self._ends.append(len(self._letters))
        self._level[place] = max(commonness, int(self._level[place]))
        return number

    def _divided(self, written: list[str], numbers: list[int], language: str) -> tuple[list[str], list[int]]:
        words: list[str] = []
        terms: list[int] = []
        for word, number in zip(written, numbers, strict=True):
            for part, one in self._parted[language][word] if number == _SEVERAL else ((word, number),):
                words.append(part)
                terms.append(one)
        return words, terms

    def count(self, terms: Terms) -> None:
        """Count one more article that has these terms, each once."""
        self._held[terms & (_PLACES - 1)] += 1
        self._total += 1
        if self._total >= _HALVED_AT:
            self._held >>= 1
            self._total >>= 1

    def weights(self, terms: Terms) -> NDArray[float64]:
        """The negative log of the share of articles that have each term; 0 for a term that most have."""
        places = terms & (_PLACES - 1)
        prior = max(_PRIOR_ARTICLES, _LEAST_TOTAL - self._total)
        held = self._held[places] + prior * self._shares[self._level[places]]
        weights: NDArray[float64] = numpy.maximum(0.0, -numpy.log(held / (self._total + prior)))
        return weights

    def forms(self, terms: Terms) -> list[str]:
        """A written form of each term: the first that was met; "" where it has been forgotten."""
        if len(self._order) != len(self._terms):
            self._order = numpy.argsort(self._terms.values, kind="stable")
        known = self._terms.values[self._order]
        places = numpy.minimum(numpy.searchsorted(known, terms), max(0, len(known) - 1))
        return [
            self._form(int(self._order[at]), number) for at, number in zip(places.tolist(), terms.tolist(), strict=True)
        ]

    def _form(self, place: int, number: int) -> str:
        if int(self._terms.values[place]) != number:
            return ""
        ends = self._ends.values
        start = int(ends[place - 1]) if place else 0
        return self._letters[start : int(ends[place])].decode("utf-8", "surrogatepass")

    def forget(self, needed: Terms) -> None:
        """Forget the forms of all terms but these (sorted)."""
        kept = numpy.flatnonzero(numpy.isin(self._terms.values, needed))
        forms = [
            self._form(place, int(self._terms.values[place])).encode("utf-8", "surrogatepass")
            for place in kept.tolist()
        ]
        self._terms.replace(self._terms.values[kept])
        self._ends.replace(numpy.cumsum([len(form) for form in forms], dtype=numpy.uint32))
        self._letters = bytearray(b"".join(forms))
