"""Words: where they stand, as written and as matched."""

import re
from functools import lru_cache
from typing import NamedTuple

import Stemmer

__all__ = ["WORD", "Token", "stem", "stem_anew", "tokens", "words"]

# Initials with their points ("U.S."); numbers with inner points and commas; words with inner apostrophes. Hyphens part
# words: "pro-union" is two. The first part is a short way: what it matches, the others would match alike.
WORD = re.compile(r"[A-Za-z]{2,}+(?![\w'’])|(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\w+")
_POSSESSIVE = re.compile(r"['’]s?$")

# Snowball's names for ISO 639-1 codes.
_STEMMERS = {
    "ar": "arabic",
    "hy": "armenian",
    "eu": "basque",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "nl": "dutch",
    "en": "english",
    "eo": "esperanto",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "de": "german",
    "el": "greek",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "ga": "irish",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "no": "norwegian",
    "nb": "norwegian",
    "fa": "persian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "es": "spanish",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
# Longer than a sentence: a whole text, which is asked for less often and would fill the memory.
_PASSAGE = 1000
# A language without a stemmer is matched by the beginnings of its words: five letters (Can et al. 2008 find four to six
# as good as a stemmer for Turkish), or two syllables of Korean, whose particles follow them.
_BEGINNING, _KOREAN = 5, 2


class Token(NamedTuple):
    """One word: `text` as written, `stem` as matched (lower case, stemmed, without a possessive)."""

    start: int
    end: int
    text: str
    stem: str


def tokens(text: str, language: str = "en", offset: int = 0) -> list[Token]:
    """The words of the text in order; `offset` is added to every position.

    A script that sets no blanks between words is read as overlapping runs of a few letters.
    """
    return list(_passage(text, language, offset)) if len(text) <= _PASSAGE else _found(text, language, offset)


@lru_cache(maxsize=4096)  # the sentences of a story of some hundred articles, which every stage asks for: about 20 MB
def _passage(text: str, language: str, offset: int) -> tuple[Token, ...]:
    return tuple(_found(text, language, offset))


def words(text: str) -> list[str]:
    """The words as `tokens` divides them, as written, for who asks neither for places nor for stems."""
    extents = _of_scripts(text)
    return WORD.findall(text) if extents is None else [text[start:end] for start, end in extents]


def _of_scripts(text: str) -> list[tuple[int, int]] | None:
    """The extents of the words where a script needs rules of its own; None where WORD finds them."""
    if text.isascii():
        return None
    from stemma.text.scripts import has_script, spans  # late: its table of marks takes 10 ms, and few texts need it

    return list(spans(text)) if has_script(text) else None


def _found(text: str, language: str, offset: int) -> list[Token]:
    extents = _of_scripts(text)
    if extents is not None:
        found = ((start, end, text[start:end]) for start, end in extents)
        return [Token(start + offset, end + offset, word, stem(word, language)) for start, end, word in found]
    return [
        _new(Token, (start + offset, end + offset, word := text[start:end], _stem(word, language)))
        for start, end in map(_extent, WORD.finditer(text))
    ]


_new = tuple.__new__  # in half the time of the class's own
_extent = re.Match.span


def stem(word: str, language: str = "en") -> str:
    """What the word is matched by: two forms of one word have one stem."""
    return _stem(word, language)


@lru_cache(maxsize=65536)  # a story's vocabulary many times over; about 10 MB when full
def _stem(word: str, language: str) -> str:
    bare = word if word.isalpha() or word[0].isdigit() else _POSSESSIVE.sub("", word).replace(".", "")
    if 2 <= len(bare) <= 4 and bare.isupper():  # "US" is not "us", and "U.S." is "US"
        return bare
    plain = bare.casefold()
    stemmer = _stemmer(language)
    if stemmer is not None:
        return str(stemmer.stemWord(plain))
    return plain[: _KOREAN if language == "ko" else _BEGINNING]


@lru_cache(maxsize=64)  # one for each language seen
def _stemmer(language: str) -> "Stemmer.Stemmer | None":
    name = _STEMMERS.get(language)
    return Stemmer.Stemmer(name, 0) if name in Stemmer.algorithms() else None  # without its memory, which is slower


def stem_anew(word: str, language: str) -> str:
    """What `stem` gives, for a caller who keeps it: nothing is kept here."""
    return _stem.__wrapped__(word, language)
