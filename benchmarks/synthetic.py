"""Texts made to order: invented words in the frequencies of a language, and copies that keep a known part.

Nothing of any corpus is needed: a word is a few syllables drawn at random, and the n-th commonest word comes 1/n times
as often as the commonest (Zipf's law with exponent 1).
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy
import polars
from numpy import float64, int64, object_
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from stemma.corpus import TEXTS

__all__ = ["BATCH", "Batch", "Planted", "batch", "jaccard", "written"]

BATCH = 2000
"""Texts in a batch; the last tenth are copies of others in it."""

_VOCABULARY = 50_000  # different words in a year of one newspaper, about
_WORDS = 400  # in a text: the length that the anchors of docs/scale.md were measured at
_COPIES = BATCH // 10
# Share of its words that a copy changes, drawn evenly up to this: at .08 about half of all 5-word shingles are left
# in common, counted against those of both (Jaccard).
_MOST_CHANGED = 0.08
_SHINGLE = 5
_TWO_SYLLABLES = 3000  # words of one or two syllables; a text has then about 2,200 characters, as in English
_CONSONANTS = "b d f g h k l m n p r s t v z br dr kl st tr".split()
_VOWELS = "a e i o u ai ou".split()


class Planted(NamedTuple):
    """A text and its copy, by their numbers, and the share of their 5-word shingles that both have."""

    a: int
    b: int
    jaccard: float


class Batch(NamedTuple):
    """Texts as TEXTS, and the copies among them."""

    texts: polars.DataFrame
    planted: tuple[Planted, ...]


def batch(number: int, words: int = _WORDS) -> Batch:
    """The batch of this number: the same in every run."""
    chance = default_rng([20261127, number])
    vocabulary, cumulative = _vocabulary()
    ranks = list(numpy.searchsorted(cumulative, chance.random((BATCH - _COPIES, words))))
    originals = chance.choice(len(ranks), _COPIES, replace=False)
    ranks += [_copy(ranks[original], cumulative, chance) for original in originals]
    first = number * BATCH
    columns = {
        "number": range(first, first + BATCH),
        "day": [number] * BATCH,
        "language": ["en"] * BATCH,
        "text": [" ".join(vocabulary[row]) for row in ranks],
    }
    planted = tuple(
        Planted(first + int(a), first + b, jaccard(ranks[a], ranks[b]))
        for a, b in zip(originals, range(BATCH - _COPIES, BATCH), strict=True)
    )
    return Batch(polars.DataFrame(columns, schema=TEXTS), planted)


def jaccard(one: NDArray[int64], other: NDArray[int64]) -> float:
    """The shingles that both texts have, as a share of those that either has; texts are given as numbers of words."""
    first, second = (
        {tuple(row[at : at + _SHINGLE]) for at in range(len(row) - _SHINGLE + 1)}
        for row in (one.tolist(), other.tolist())
    )
    return len(first & second) / len(first | second)


def _copy(ranks: NDArray[int64], cumulative: NDArray[float64], chance: Generator) -> NDArray[int64]:
    """The text with words exchanged (two changes in three), left out and put in."""
    kind = chance.choice(4, len(ranks), p=_shares(chance.random() * _MOST_CHANGED))
    others = numpy.searchsorted(cumulative, chance.random(len(ranks)))
    copied = numpy.where(kind == 1, others, ranks)
    inserted = numpy.insert(copied, numpy.flatnonzero(kind == 3), others[kind == 3])
    kept = numpy.insert(kind != 2, numpy.flatnonzero(kind == 3), True)
    result: NDArray[int64] = inserted[kept]
    return result


def _shares(changed: float) -> list[float]:
    return [1 - changed, changed * 2 / 3, changed / 6, changed / 6]


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[NDArray[object_], NDArray[float64]]:
    syllables = [consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS]
    chance = default_rng(5)
    words = list(syllables)  # the commonest words are the shortest
    for length, end in ((2, _TWO_SYLLABLES), (3, _VOCABULARY)):
        drawn = chance.integers(0, len(syllables), (2 * (end - len(words)), length)).tolist()
        words += dict.fromkeys("".join(syllables[place] for place in row) for row in drawn)
        del words[end:]
    frequency = 1 / numpy.arange(1, _VOCABULARY + 1)
    return numpy.array(words, dtype=object), numpy.cumsum(frequency / frequency.sum())


def written(folder: Path, texts: int) -> Iterator[Planted]:
    """Write so many texts (rounded up to whole batches) as Parquet files into the folder; the copies among them."""
    for number in range(-(-texts // BATCH)):
        made = batch(number)
        made.texts.write_parquet(folder / f"{number:06}.parquet")
        yield from made.planted
