"""The verbs of what is said: two that share their nouns and no verb are of one matter, and not of one fact."""

import re
from functools import cache, lru_cache

from stemma.lexicon import table

__all__ = ["may_say_the_same", "predicates"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Before a noun or an adjective, not a verb.
_BEFORE_NOUNS = frozenset(
    "the a an this that these those his her its their our my your no every each some any of in on at for from by with"
    " into under over near about and".split()
)
_ENDINGS = (("ied", "y"), ("ed", ""), ("ed", "e"))
# After these a verb stands in its base form, or in one that does not show its tense ("were hurt").
_BEFORE_VERBS = frozenset(
    "to will would must can could may might shall should did does do not was were been be had have has is are".split()
)
# Verbs of having, being and doing say nothing by themselves.
_EMPTY = frozenset("be have do get make take go will can may say tell".split())


def may_say_the_same(one: str, other: str) -> bool:
    """Whether some verb of the one is a verb of the other or of one field of meaning with it; English text."""
    mine, theirs = predicates(one), predicates(other)
    return bool(mine & theirs)


@lru_cache(maxsize=4096)  # the units of a story of some hundred articles
def predicates(text: str) -> frozenset[str]:
    """The base forms of the verbs of the text and their fields of meaning, by WordNet."""
    found: set[str] = set()
    before = ""
    for match in _WORD.finditer(text):
        low = match.group().casefold()
        lemma = _lemma(low) or (low if before in _BEFORE_VERBS and low in _fields() else "")
        if lemma and lemma not in _EMPTY and before not in _BEFORE_NOUNS and match.group().islower():
            found |= {lemma, *_fields().get(lemma, ())}
        before = low
    return frozenset(found)


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    """The field in which each verb is mostly used."""
    found: dict[str, tuple[str, ...]] = {}
    for name, lists in sorted(table("word_fields")["verb"].items()):
        for verb in lists.get("first", "").split():
            found[verb] = (f"({name})",)
    return found


@cache
def _irregular() -> dict[str, str]:
    pairs = (pair.split("=") for pair in table("word_fields")["irregular"]["verbs"].split())
    return {pair[0]: pair[1] for pair in pairs}


def _lemma(low: str) -> str:
    """The base of an inflected form; "" for what is no verb, or stands in the base form, which is a noun as often."""
    if low in _irregular():
        return _irregular()[low]
    for ending, put in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 2:
            base = low[: -len(ending)]
            if base + put in _fields():
                return base + put
            if ending == "ed" and base[-1:] == base[-2:-1] and base[:-1] in _fields():
                return base[:-1]
    return ""
