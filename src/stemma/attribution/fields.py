"""The fields of meaning that a verb or noun belongs to, by WordNet, and the base form of a verb."""

from functools import cache, lru_cache

from stemma.attribution.grammar import forms, lexicon
from stemma.lexicon import table

__all__ = [
    "field_of",
    "fields",
    "frame_of",
    "frames",
    "noun_lemma",
    "nouns_of_saying",
    "saying_lemmas",
    "verb_lemma",
]

# Fields of verbs that may report what somebody says, holds or feels, and of nouns that name such a thing.
_SAYING = ("communication", "cognition", "emotion", "perception", "social")
_SAID = ("communication", "cognition", "feeling")


@cache
def _fields(part: str) -> dict[str, str]:
    """Each word's fields: the one it is mostly used in, then in small print others."""
    found: dict[str, list[str]] = {}
    lists = table("word_fields")[part]
    for key in ("first", "second"):
        for name in sorted(lists):
            for word in lists[name].get(key, "").split():
                found.setdefault(word, []).append(name if key == "first" else f"({name})")
    # Two fields say enough; more would make a value of each word.
    return {word: "+".join(names[:2]) for word, names in found.items()}


@cache
def _frames() -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for name, words in sorted(table("word_fields")["frames"].items()):
        for word in words.split():
            found.setdefault(word, []).append(name)
    return {word: "+".join(names) for word, names in found.items()}


@cache
def saying_lemmas() -> frozenset[str]:
    """Verbs of the reporting lexicon and those that WordNet has in a field of saying, holding or feeling."""
    own = {form.lemma for form in forms().values()}
    more = {word for word, fields in _fields("verb").items() if any(name in fields for name in _SAYING)}
    return frozenset(own | more | set(_frames()) | lexicon("attitudes"))


@cache
def nouns_of_saying() -> frozenset[str]:
    """Nouns of the lexicon and those that WordNet has in a field of what is said, held or felt."""
    more = {word for word, fields in _fields("noun").items() if any(name in fields for name in _SAID)}
    return lexicon("nouns") | more


@cache
def _irregular() -> dict[str, str]:
    pairs = (pair.split("=") for pair in table("word_fields")["irregular"]["verbs"].split())
    return {pair[0]: pair[1] for pair in pairs}


@lru_cache(maxsize=65536)  # a story's vocabulary many times over
def verb_lemma(low: str) -> str:
    """The base of a verb's form; empty where the lexicons do not know the verb."""
    form = forms().get(low)
    if form is not None:
        return form.lemma
    if low in _irregular():
        return _irregular()[low]
    known = _fields("verb")
    return next((base for base in _bases(low) if base in known or base in lexicon("attitudes")), "")


@lru_cache(maxsize=1 << 10)  # asked for by part of speech, one right after the other
def _bases(low: str) -> tuple[str, ...]:
    """What the word may be a form of, the word itself first."""
    found = [low]
    for ending, puts in (
        ("ies", ("y",)),
        ("es", ("", "e")),
        ("s", ("",)),
        ("ied", ("y",)),
        ("ed", ("", "e")),
        ("ing", ("", "e")),
    ):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            stem = low[: -len(ending)]
            found.extend(stem + put for put in puts)
            if ending in {"ed", "ing"} and stem[-1:] == stem[-2:-1]:
                found.append(stem[:-1])
    return tuple(found)


@lru_cache(maxsize=65536)  # a story's vocabulary many times over
def field_of(low: str, part: str) -> str:
    """The fields of a verb's base, or of a noun in singular or plural; empty where it is in none."""
    known = _fields(part)
    if part == "verb":
        return known.get(verb_lemma(low), "")
    return next((known[base] for base in _bases(low)[:4] if base in known), "")


def frame_of(low: str) -> str:
    """The sentence frames of a verb's base; empty where it has none of those that matter here."""
    return _frames().get(verb_lemma(low), "")


def fields(part: str) -> tuple[str, ...]:
    """Every value that `field_of` gives, the empty one first."""
    return ("", *sorted(set(_fields(part).values())))


def frames() -> tuple[str, ...]:
    """Every value that `frame_of` gives, the empty one first."""
    return ("", *sorted(set(_frames().values())))


def noun_lemma(low: str) -> str:
    """The singular of a noun of saying; empty for any other word."""
    return next((base for base in _bases(low)[:4] if base in nouns_of_saying()), "")
