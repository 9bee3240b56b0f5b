"""The closed classes of English words that attribution is read by, and the forms of its verbs."""

from functools import cache
from typing import NamedTuple

from stemma.attribution.units import Word
from stemma.lexicon import table

__all__ = ["Form", "forms", "is_clause_verb", "is_name", "lexicon", "particles", "verbs"]

_VOWELS = "aeiou"


class Form(NamedTuple):
    """A verb's base and which form of it this is: "base", "s", "past", "participle" or "ing"."""

    lemma: str
    form: str


@cache
def lexicon(key: str, name: str = "attribution") -> frozenset[str]:
    """The words of one entry of a lexicon file that is written as a run of words."""
    return frozenset(table(name)[key].split())


@cache
def verbs(key: str) -> frozenset[str]:
    """The base forms in one list of the reporting verbs."""
    return lexicon(key, "reporting_verbs")


@cache
def particles() -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each verb the words that belong to its cue, longest first; an empty tuple where it stands alone too."""
    found = {}
    for lemma, tails in table("reporting_verbs")["particles"].items():
        split = [() if tail == "*" else tuple(tail.split()) for tail in tails]
        found[lemma] = tuple(sorted(split, key=lambda tail: (-len(tail), tail)))
    return found


@cache
def forms() -> dict[str, Form]:
    """Every form of every verb listed; a past that is also a participle is given as "past"."""
    lists = ("speech", "finding", "attitude", "belief", "intent", "urging")
    lemmas = sorted({lemma for key in lists for lemma in verbs(key)} | set(particles()))
    irregular = table("reporting_verbs")["irregular"]
    found: dict[str, Form] = {}
    for lemma in lemmas:
        third, past, participle, ing = irregular.get(lemma) or _regular(lemma)
        for form, written in (("ing", ing), ("participle", participle), ("s", third), ("past", past), ("base", lemma)):
            found[written] = Form(lemma, form)
    found["read"] = Form("read", "past")
    return found


def _regular(lemma: str) -> tuple[str, str, str, str]:
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return third, lemma + "ed", lemma + "ed", lemma + "ing"


def is_name(word: Word) -> bool:
    """Whether the word is written with a capital, as a name is."""
    return word.kind == "word" and word.text[:1].isupper()


def is_clause_verb(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word at this place looks like the finite verb of a clause."""
    word = words[at]
    if word.kind != "word" or is_name(word):
        return False
    if word.low in lexicon("auxiliaries") or word.low in lexicon("finite"):
        return True
    if not word.low.endswith("ed") or at + 1 >= len(words):
        return False
    following = words[at + 1]
    return following.low in lexicon("determiners") or following.low in {"that", "him", "them", "it", "out", "up"}
