"""The language of a text."""

import re
from collections.abc import Sequence

from stemma.text.rarity import is_listed, zipf

__all__ = ["language_of"]

# Enough words to tell a language, few enough that an archive costs nothing.
_LOOKED_AT = 4000
_LEAST_WORDS = 20  # below this the model guesses
_WORD = re.compile(r"[^\W\d_]+")
# In English news a third of the words are these; in German, Dutch, French or Spanish under 5%, by words that they
# share ("in", "was", "on"). One in six parts them with room on both sides (chosen by eye).
_ENGLISH = frozenset(
    "the of and to in that for is was with it as on by at from has said he his are were be have had not this who"
    " they".split()
)
_ENGLISH_SHARE = 1 / 6
# Words of this Zipf frequency (one in three thousand) make a sixth of a text and more (a half in French; Arabic joins
# many to others); lists of names and figures have none (by eye).
_COMMON = 5.5
_COMMON_SHARE = 1 / 10


def language_of(text: str) -> str | None:
    """ISO 639-1 code, or None where there are too few words to tell."""
    sample = text[:_LOOKED_AT]
    words = _WORD.findall(sample.casefold())
    if len(words) < _LEAST_WORDS and not _is_unspaced(sample):
        return None
    if sum(map(_ENGLISH.__contains__, words)) > _ENGLISH_SHARE * len(words):
        return "en"
    import py3langid  # imported late: half a second that an English run need not spend

    found = str(py3langid.classify(sample)[0])
    return found if _has_grammar(words, found) else None


def _has_grammar(words: Sequence[str], language: str) -> bool:
    """Whether enough of the words are the commonest of the language: a list of names or figures is in no language.

    True where they cannot be looked up: in a language without a list, or one written without blanks.
    """
    if not is_listed(language):
        return True
    return sum(zipf(word, language) >= _COMMON for word in words) >= _COMMON_SHARE * len(words)


def _is_unspaced(sample: str) -> bool:
    """Whether a script without blanks between words makes few words of a long text."""
    return len(sample) >= 2 * _LEAST_WORDS and sum(not character.isascii() for character in sample) > len(sample) / 2
