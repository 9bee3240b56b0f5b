"""Words that leave open whether a thing is so."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from stemma.lexicon import table
from stemma.text.tokens import Token

__all__ = ["Hedge", "hedges_of", "is_rumour", "open_words"]

# "Could not" and "could see" tell what somebody was able to do.
_ABILITY = frozenset("not see hear feel read tell afford smell".split())
# "May" before a choice is a permission.
_CHOICE = frozenset("allow permit grant apply choose enter bring use keep".split())
# "Anyone who may have seen it", "before they could act": what is left open is who or when, not whether.
_WHOEVER = frozenset("who anyone anybody whoever before until".split())
_BEFORE = 3
# Verbs that hedge only before what they leave in doubt ("appeared to be", not "appeared in court").
_HEDGING_VERBS = frozenset({"appear", "seem", "believ", "thought", "suspect"})
_BEING = frozenset("is are was were be been being".split())
# "Reported to the police" tells whom, not what is held.
_WHOM = frozenset("the a an his her their its him them police".split())
_RUMOUR = re.compile(
    r"\b(?:word|rumou?r) (?:is|was|has it)\b|\b(?:reports?|rumou?rs) (?:have|has|had) it\b|\bby all accounts\b"
    r"|\b(?:it|there) (?:is|are|was|were) (?:\w+ )?"
    r"(?:said|talk|reports?|rumou?rs?|word|thought|believed|understood|alleged)\b",
    re.IGNORECASE,
)


class Hedge(NamedTuple):
    """A hedge: the places of its first word and of the first after it, the stem that tells it from other hedges.

    `hearsay`: it says that people say so. `adjective`: it bears on the next word alone, if on any.
    """

    first: int
    after: int
    key: str
    hearsay: bool
    adjective: bool


def hedges_of(words: Sequence[Token]) -> list[Hedge]:
    """The hedges among the words, in order."""
    return [found for place in range(len(words)) if (found := _hedge(words, place)) is not None]


def open_words(words: Sequence[Token]) -> Counter[str]:
    """How often each stem stands there that leaves something open, be it a hedge or another word of doubt."""
    found = Counter(word.stem for word in words if _is_listed(word) or word.stem in _lexicon("doubt"))
    for hedge in hedges_of(words):
        found[hedge.key] = max(found[hedge.key], 1)
    return found


def is_rumour(text: str) -> bool:
    """Whether the text says that people say so, nobody in particular ("word is that")."""
    return _RUMOUR.search(text) is not None


def _hedge(words: Sequence[Token], place: int) -> Hedge | None:
    low, word = words[place].text.casefold(), words[place]
    following = [each.text.casefold() for each in words[place + 1 : place + 3]]
    if following[:1] == ["to"] and low in _lexicon("reported") | _lexicon("held"):
        return _held(words, place, following)
    if low in _lexicon("adjectives"):
        return Hedge(place, place + 1, word.stem, hearsay=False, adjective=following[:1] != ["that"])
    excludes = word.stem == "exclud" or (word.stem == "rule" and following[:1] == ["out"])
    if excludes and _is_denied(words, place):
        after = place + 1 + (following[:1] == ["out"])
        return Hedge(place, after, "exclud", hearsay=False, adjective=False)
    if not _is_listed(word) or {each.text.casefold() for each in words[max(0, place - _BEFORE) : place]} & _WHOEVER:
        return None
    if following[:1] and following[0] in {"could": _ABILITY, "may": _CHOICE}.get(low, ()):
        return None
    if word.stem in _HEDGING_VERBS and following[:1] != ["to"]:
        return None
    return Hedge(place, place + 1, word.stem, hearsay=low.endswith("edly"), adjective=False)


def _is_denied(words: Sequence[Token], place: int) -> bool:
    """Whether a negation stands right before it: what "cannot be ruled out" may be so."""
    before = (word.text.casefold().replace("’", "'") for word in words[max(0, place - _BEFORE) : place])
    return any(low in {"not", "cannot", "nobody"} or low.endswith("n't") for low in before)


def _held(words: Sequence[Token], place: int, following: Sequence[str]) -> Hedge | None:
    """ "Is said to", "are widely believed to", "a man thought to": from the form of "be" on."""
    low = words[place].text.casefold()
    be = next((at for at in (place - 1, place - 2) if at >= 0 and words[at].text.casefold() in _BEING), None)
    adverb = be is None or be == place - 1 or words[place - 1].text.casefold().endswith("ly")
    if not adverb or following[-1] in _WHOM or (be is None and low in _lexicon("reported")):
        return None
    return Hedge(place if be is None else be, place + 2, words[place].stem, hearsay=True, adjective=False)


def _is_listed(word: Token) -> bool:
    return word.text.casefold() in _lexicon("words") and word.text != "May"


@cache
def _lexicon(key: str) -> frozenset[str]:
    return frozenset(str(table("hedges")[key]).split())
