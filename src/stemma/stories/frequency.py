"""How common a word is in its language: what its weight rests on until enough articles have been counted."""

from collections.abc import Mapping
from functools import lru_cache
from math import exp, log10

import numpy
import wordfreq
from numpy import float64
from numpy.typing import NDArray

from stemma.text.rarity import zipf

__all__ = ["LEVELS", "level", "shares"]

# A Zipf frequency is kept in one byte: 1 + 25 times it (steps of .04, a tenth of what one doubling is). 0: never seen.
_STEPS = 25
LEVELS = 256
# Words in an article as far as it is read.
_ARTICLE_WORDS = 500
# A word that the frequency list does not know counts as one in thirty million words (Zipf 1.5).
_RAREST = 1.5
# No frequencies can be had for these: their words are not divided by blanks, and the list needs a divider of its own.
_UNDIVIDED = frozenset({"ja", "ko", "zh"})
# In a language without frequencies, words of up to four letters count as common, longer ones as rare (chosen by eye).
_SHORT, _SHORT_FREQUENCY, _LONG_FREQUENCY = 4, 6.0, 3.0


def level(word: str, language: str) -> int:
    """The word's Zipf frequency as a byte, 1 (unknown) to 201 ("the"); the word is in lower case."""
    return 1 + min(LEVELS - 2, round(_STEPS * _frequency(word, language)))


def shares() -> NDArray[float64]:
    """For each level, the share of articles that have a word of that frequency at least once."""
    frequencies = [max(_RAREST, (number - 1) / _STEPS) for number in range(LEVELS)]
    return numpy.array([1 - exp(-_ARTICLE_WORDS * 10 ** (frequency - 9)) for frequency in frequencies])


def _frequency(word: str, language: str) -> float:
    """Zipf frequency of the word; by its length alone in a language without frequencies."""
    shares = _list(language)
    if shares and word.isascii() and word.isalpha():  # what plainly stands there is found in a tenth of the time
        share = shares.get(word)
        return log10(share) + 9 if share else 0.0
    if language not in _UNDIVIDED and (found := zipf(word, language)):
        return found
    if language not in _UNDIVIDED and _has_frequencies(language):
        return 0.0
    return _SHORT_FREQUENCY if len(word) <= _SHORT else _LONG_FREQUENCY


@lru_cache(maxsize=64)  # one for each language seen
def _list(language: str) -> Mapping[str, float]:
    """The share of each word among all words of the language; empty for one without a list, or without blanks."""
    if language in _UNDIVIDED or language not in wordfreq.available_languages("small"):
        return {}
    shares: Mapping[str, float] = wordfreq.get_frequency_dict(language, "small")
    return shares


@lru_cache(maxsize=64)  # one for each language seen
def _has_frequencies(language: str) -> bool:
    """Whether any digit or letter has one: a list that knows none of these is no list."""
    return any(zipf(sign, language) for sign in "1ae")
