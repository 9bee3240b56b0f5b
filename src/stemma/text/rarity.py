"""How rare a word is in its language: what two independent writers would both use is weak evidence."""

from functools import lru_cache

import wordfreq

__all__ = ["information", "zipf"]

# A word of the Zipf scale 7 is as common as "the"; 0 is unknown to the list. Source: Van Heuven et al. 2014.
_COMMONEST = 7.0
# An unknown word counts as one in ten million, not as infinitely rare: it may be a slip (chosen by eye).
_RAREST = 2.0


# "US" names a body, as telling as a common name; longer capitals are words set in capitals (chosen by eye).
_ACRONYM = 2.5
_LONGEST_ACRONYM = 4
# Written without blanks: the frequency list would need a tokenizer of its own, which is not installed.
_UNDIVIDED = frozenset({"ja", "ko", "zh"})


@lru_cache(maxsize=65536)  # a story's vocabulary many times over
def zipf(word: str, language: str = "en") -> float:
    """Frequency of the word on the Zipf scale, 0 (unknown) to about 7.8; 0 for a language without a list."""
    if language not in _languages():
        return 0.0
    return float(wordfreq.zipf_frequency(word, language, wordlist="small"))


@lru_cache(maxsize=65536)
def information(word: str, language: str = "en") -> float:
    """Weight of sharing the word: 0.2 for "the", 5 for the rarest. An acronym is not the word that it spells."""
    if word.isupper() and 2 <= len(word.replace(".", "")) <= _LONGEST_ACRONYM:
        return _ACRONYM
    return _COMMONEST + 0.2 - min(_COMMONEST, max(_RAREST, zipf(word.casefold(), language)))


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    return frozenset(wordfreq.available_languages("small")) - _UNDIVIDED
