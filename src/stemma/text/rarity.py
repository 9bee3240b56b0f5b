"""How rare a word is in its language: what two independent writers would both use is weak evidence."""

import math
from functools import lru_cache

import wordfreq

__all__ = ["information", "is_listed", "zipf"]

# A word of the Zipf scale 7 is as common as "the"; 0 is unknown to the list. Source: Van Heuven et al. 2014.
_COMMONEST = 7.0
# An unknown word counts as one in ten million, not as infinitely rare: it may be a slip (chosen by eye).
_RAREST = 2.0


# "US" names a body, as telling as a common name; longer capitals are words set in capitals (chosen by eye).
_ACRONYM = 2.5
_LONGEST_ACRONYM = 4
# The frequency list divides these by a program that is not installed; what it holds can be looked up undivided.
_UNDIVIDED = frozenset({"ja", "ko", "zh"})
# One written standard under several codes, listed under another.
_LISTED_AS = {"no": "nb", "nn": "nb", "sr": "sh", "hr": "sh", "bs": "sh"}
# Where no list tells grammar from matter, or a run of letters is no word: counted as a fairly common word at most, for
# it may be one, and runs overlap (chosen by eye on invented reports in Chinese and Thai).
_UNLISTED = 2.5


@lru_cache(maxsize=65536)  # a story's vocabulary many times over
def zipf(word: str, language: str = "en") -> float:
    """Frequency of the word on the Zipf scale, 0 (unknown) to about 7.8; 0 for a language without a list."""
    listed = _LISTED_AS.get(language, language)
    if listed not in _languages():
        return 0.0
    if listed in _UNDIVIDED:
        share = wordfreq.get_frequency_dict(listed, wordlist="small").get(word, 0.0)
        return round(math.log10(share) + 9, 2) if share else 0.0
    if listed == "en" and word.isascii() and word.isalpha() and word.islower():
        return _of_one_word().get(word, 0.0)
    return float(wordfreq.zipf_frequency(word, listed, wordlist="small"))


@lru_cache(maxsize=1)
def _of_one_word() -> dict[str, float]:
    """The list of English on the Zipf scale as it is given by step: a word of plain letters need not be divided."""
    listed = wordfreq.get_frequency_list("en", "small")
    return {word: round(-step / 100 + 9, 2) for step, words in enumerate(listed) for word in words}


@lru_cache(maxsize=65536)
def information(word: str, language: str = "en") -> float:
    """Weight of sharing the word: 0.2 for "the", 5 for the rarest. An acronym is not the word that it spells."""
    if word.isupper() and 2 <= len(word.replace(".", "")) <= _LONGEST_ACRONYM:
        return _ACRONYM
    frequency = zipf(word.casefold(), language)
    weight = _COMMONEST + 0.2 - min(_COMMONEST, max(_RAREST, frequency))
    return weight if is_listed(language) else min(weight, _UNLISTED)


def is_listed(language: str) -> bool:
    """Whether a list tells how rare each word of the language is."""
    listed = _LISTED_AS.get(language, language)
    return listed in _languages() and listed not in _UNDIVIDED


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    return frozenset(wordfreq.available_languages("small"))
