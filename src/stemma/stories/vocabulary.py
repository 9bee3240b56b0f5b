"""Terms: numbers for words, and how telling each is: as rare as in its language first, as in the stream second."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy
from numpy import bool_, float64, int64, uint8, uint16, uint32, uint64
from numpy.typing import NDArray

from stemma.stories.columns import Column
from stemma.stories.frequency import level, shares
from stemma.text.tokens import Token, stem_anew, tokens

__all__ = ["NO_TERM", "Raised", "Terms", "Vocabulary", "term", "written"]

Terms = NDArray[uint32]
Rows = NDArray[int64]
Raised = tuple[int, int, int]

NO_TERM = 0
# Stands for what is between two blanks and is not one term ("said.He", a dash).
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
# What is counted together is put in order as one number: the place of its count (21 bits), then its own.
_ROW, _ROWS = uint64(32), uint64(0xFFFFFFFF)
# What is between two blanks is looked up once and kept: little of an article is new, and to part it at its blanks takes
# a third of the time that to find its words does. Two sets of at most so many pieces are kept (8 MB), the later ones
# and those before, so that what is in use is never forgotten.
_KEPT = 1 << 15
# Most marks behind a word: without them there are fewer pieces.
_MARKS = (", ", ". ", ".\n")
# Marks around a word that are no part of it, whatever it is.
_EDGES = "\"'.,;:!?()[]“”‘’«»–—-"
# A written word with what stands inside it; the point after initials ("U.S.") is taken for the end of a sentence.
_WRITTEN = re.compile(r"\w+(?:['’.,]\w+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")


def term(word: str) -> int:
    """The number of a stem or word: 32 bits; of 300,000 stems some ten share theirs with another."""
    return crc32(word.encode("utf-8", "surrogatepass")) or 1


def written(text: str, language: str) -> list[str]:
    """The words of the text, one for each term that `Vocabulary.identify` gives."""
    words: list[str] = []
    for word in _WRITTEN.findall(text):
        if word.isascii() and word.isalpha():
            words.append(word)
        else:
            parts = [token.text for token in _tokens(word, language)]
            words += parts if len(parts) > 1 else [word]
    return words


def _tokens(word: str, language: str) -> list[Token]:
    return tokens(f"{word}." if _INITIALS.match(word) else word, language)


class Count(NamedTuple):
    """Terms of articles that are counted together: how often each had been `met` when its article had come, and how
    many articles there were then; the places of their counts in order, and which term each is of.
    """

    placed: Rows
    order: Rows
    met: NDArray[float64]
    totals: Rows


class _Known(dict[str, int]):
    """The terms of the latest pieces of text in one language; what is not among them is learnt, or was before."""

    def __init__(self, learn: Callable[[str], int]) -> None:
        super().__init__()
        self._learn = learn
        self._early: dict[str, int] = {}
        self.parts: dict[str, list[int]] = {}

    def __missing__(self, piece: str) -> int:
        number = self._early.get(piece)
        if number is None:
            bare = piece.strip(_EDGES)
            number = self.get(bare, self._early.get(bare)) if bare != piece else None
            if number is None:
                number = self._learn(bare)
        self[piece] = number
        return number

    def age(self) -> None:
        """Forget what has not been met for long."""
        self._early = self.copy()
        self.clear()
        self.parts = {}


class Vocabulary:
    """The terms of the articles so far: how many articles had each, how common it is, and one written form."""

    def __init__(self) -> None:
        self._held = numpy.zeros(_PLACES, dtype=numpy.uint16)
        self._level = bytearray(_PLACES)
        self._levels = numpy.frombuffer(self._level, dtype=numpy.uint8)
        self._raised: list[tuple[int, int]] = []
        self._shares = shares()
        self._total = 0
        self._known: dict[str, _Known] = {}
        self._order: Rows = numpy.zeros(0, dtype=int64)
        self._terms, self._ends, self._letters = Column(numpy.uint32), Column(numpy.uint32), bytearray()

    def identify(self, text: str, language: str) -> list[int]:
        """The term of each word of the text, NO_TERM where it tells nothing in any collection."""
        for mark in _MARKS:
            text = text.replace(mark, " ")
        pieces = text.split()
        if language not in self._known:
            self._known[language] = _Known(lambda piece: self._learnt(piece, language))
        known = self._known[language]
        if len(known) > _KEPT:
            known.age()
        terms = list(map(known.__getitem__, pieces))
        return self._divided(terms, pieces, language) if _SEVERAL in terms else terms

    def _learnt(self, piece: str, language: str) -> int:
        """The term of what is between two blanks, _SEVERAL for any number but one."""
        if piece.isascii() and piece.isalpha():
            return self._entered(stem_anew(piece, language), piece, language)
        terms = self._terms_of(piece, language)
        return terms[0] if len(terms) == 1 else _SEVERAL

    def _terms_of(self, piece: str, language: str) -> list[int]:
        return [term for word in _WRITTEN.findall(piece) for term in self._terms_within(word, language)]

    def _terms_within(self, word: str, language: str) -> list[int]:
        if word.isascii() and word.isalpha():
            return [self._entered(stem_anew(word, language), word, language)]
        return [self._entered(token.stem, token.text, language) for token in _tokens(word, language)] or [NO_TERM]

    def _entered(self, matched: str, form: str, language: str) -> int:
        """The stem's term, with its frequency noted: that of the commonest form so far."""
        commonness = level(form.casefold(), language)
        if commonness >= _COMMON:
            return NO_TERM
        number = term(matched)
        place = number & (_PLACES - 1)
        noted = self._level[place]
        if not noted:
            self._letters += form.encode("utf-8", "surrogatepass")
            self._terms.append(number)
            self._ends.append(len(self._letters))
        if commonness > noted:
            if noted:
                self._raised.append((place, noted))
            self._level[place] = commonness
        return number

    def _divided(self, terms: Sequence[int], pieces: Sequence[str], language: str) -> list[int]:
        """The terms, with those of each piece that is no one term in its place."""
        parts = self._known[language].parts
        found: list[int] = []
        start = 0
        for place in [place for place, number in enumerate(terms) if number == _SEVERAL]:
            piece = pieces[place]
            if piece not in parts:
                parts[piece] = self._terms_of(piece, language)
            found += terms[start:place]
            found += parts[piece]
            start = place + 1
        found += terms[start:]
        return found

    @property
    def room(self) -> int:
        """How many articles can be counted together, one at least."""
        return max(1, _HALVED_AT - 1 - self._total)

    def raised(self) -> list[tuple[int, int]]:
        """The counts' places of the words whose frequency was raised since this was last asked, and what it was."""
        raised, self._raised = self._raised, []
        return raised

    def count(self, owners: Rows, terms: Terms, articles: int) -> "Count":
        """Count the different terms of `room` articles at most, by article; how often each was met up to its article.

        `owners` says whose each term is.
        """
        places = terms & (_PLACES - 1)
        codes = numpy.sort(places.astype(uint64) << _ROW | numpy.arange(len(places), dtype=uint64))
        order, placed = (codes & _ROWS).astype(int64), (codes >> _ROW).astype(int64)
        owned = owners[order]
        new = numpy.concatenate(([True], placed[1:] != placed[:-1]))[: len(placed)]
        turn = numpy.cumsum(new | numpy.concatenate(([True], owned[1:] != owned[:-1]))[: len(owned)])
        group, first = numpy.cumsum(new) - 1, numpy.flatnonzero(new)
        rank = turn - (turn[first] - 1)[group]
        met = numpy.empty(len(places), dtype=float64)
        met[order] = self._held[placed[first]][group] + rank
        self._held[placed[first]] += rank[numpy.append(first[1:], len(placed))[: len(first)] - 1].astype(uint16)
        totals = self._total + 1 + numpy.arange(articles)
        self._total += articles
        if self._total >= _HALVED_AT:
            self._held >>= 1
            self._total >>= 1
            return Count(placed, order, self._held[places].astype(float64), numpy.full(articles, self._total))
        return Count(placed, order, met, totals)

    def uncount(self, terms: Terms) -> None:
        """Take back that an article that has these terms was counted: it was a copy."""
        places = numpy.unique(terms & (_PLACES - 1))
        self._held[places[self._held[places] > 0]] -= 1
        self._total = max(0, self._total - 1)

    def weights_then(self, owners: Rows, terms: Terms, count: "Count", raised: Sequence[Raised]) -> NDArray[float64]:
        """The weights of the terms of articles counted together, each as it was when its article had come.

        `raised` holds, for each word whose frequency was raised, whose article raised it, its place, and what it was.
        """
        levels = self._levels[terms & (_PLACES - 1)]
        places = numpy.array([place for _, place, _ in raised], dtype=int64)
        starts, ends = (count.placed.searchsorted(places, side).tolist() for side in ("left", "right"))
        for (owner, _, before), start, end in zip(reversed(raised), reversed(starts), reversed(ends), strict=True):
            rows = count.order[start:end]
            levels[rows[owners[rows] < owner]] = before
        return self._weights(count.met, levels, count.totals[owners])

    def weights(self, terms: Terms) -> NDArray[float64]:
        """The negative log of the share of articles that have each term; 0 for a term that most have."""
        places = terms & (_PLACES - 1)
        return self._weights(self._held[places].astype(float64), self._levels[places], numpy.array([self._total]))

    def _weights(self, held: NDArray[float64], levels: NDArray[uint8], totals: Rows) -> NDArray[float64]:
        prior = numpy.maximum(_PRIOR_ARTICLES, _LEAST_TOTAL - totals)
        shares = (held + prior * self._shares[levels]) / (totals + prior)
        weights: NDArray[float64] = numpy.maximum(0.0, -numpy.log(shares))
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
        """Forget the forms of all terms but these, and those counted at the same places."""
        counted: NDArray[bool_] = numpy.zeros(_PLACES, dtype=bool_)
        counted[needed & (_PLACES - 1)] = True
        kept = counted[self._terms.values & (_PLACES - 1)]
        lengths = numpy.diff(self._ends.values, prepend=uint32(0))
        letters = numpy.frombuffer(self._letters, dtype=uint8)[kept.repeat(lengths)]
        self._terms.replace(self._terms.values[kept])
        self._ends.replace(numpy.cumsum(lengths[kept], dtype=uint32))
        self._letters = bytearray(letters.tobytes())
        self._order = self._order[:0]
