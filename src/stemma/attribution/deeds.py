"""Verbs of saying whose plain object shows that something was done, not said: "questioned two men".

A clause, a quotation or a noun of saying as their object leaves them sayings.
"""

from stemma.attribution.columns import Read
from stemma.attribution.fields import field_of, nouns_of_saying, verb_lemma
from stemma.attribution.finding_cues import Marked
from stemma.attribution.finding_roles import Roles
from stemma.attribution.grammar import lexicon
from stemma.attribution.units import Word

__all__ = ["is_deed"]

_THINGS = frozenset({"artifact", "object", "substance", "food", "animal", "plant", "body", "quantity", "possession"})
_PEOPLE = frozenset({"person", "group"})
# Verb to the fields of the head of an object that it is done to, not said of.
_DONE_TO = {
    "question": _PEOPLE,  # interrogated
    "recall": _THINGS | {"person"},  # withdrew; "its envoy"
}
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself"})
_NOBODY = frozenset({"nobody", "no-one", "none"})
_CLAUSES = frozenset({"that", "how", "why", "whether", "what", "who", "when", "where", "if", "to"})
_QUOTES = '“”"„«»‘’'
# The head of an object is read over at most so many words (by eye).
_LONGEST = 12


def is_deed(text: str, read: Read, cue: Marked, given: Roles) -> bool:
    """Whether the cue's object, or that nobody is its subject, shows that it reports no saying."""
    words = read.unit.words
    said = [text[slice(*piece)] for piece in given.content]
    lows = [word.low for word in words[cue.first : cue.last + 1]]
    if _is_by_nobody(text, lows, given):
        return True
    lemmas = [lemma for low in lows if (lemma := verb_lemma(low))]
    if not lemmas or len(said) != 1 or any(mark in said[0] for mark in _QUOTES):
        return False
    if lemmas[0] == "call" and lows[-1] == "back":
        return True
    if said[0].partition(" ")[0].casefold() in _REFLEXIVES:
        return lemmas[-1] in {"show", "present", "introduce"}
    if lemmas[-1] == "remember":
        return said[0].isdigit()
    return lemmas[-1] in _DONE_TO and _is_done_to(_object(words, given), _DONE_TO[lemmas[-1]])


def _is_by_nobody(text: str, lows: list[str], given: Roles) -> bool:
    """ "Nobody at the inn was surprised to hear": they said nothing."""
    source = text[slice(*given.source[0])].casefold().split() if given.source else []
    return "hear" in lows and bool(_NOBODY & {*source[:1], *source[-1:]} or "no one" in " ".join(source))


def _object(words: tuple[Word, ...], given: Roles) -> list[Word]:
    start, end = given.content[0]
    return [word for word in words if start <= word.start < end]


def _is_done_to(content: list[Word], fields: frozenset[str]) -> bool:
    """Whether the words are a noun phrase without a clause, whose head is of one of the fields."""
    if any(word.low in _CLAUSES or word.low in lexicon("auxiliaries") for word in content):
        return False
    head: Word | None = None
    for word in content[:_LONGEST]:
        if word.kind != "word" or word.low in lexicon("prepositions"):
            break
        head = word
    if head is None or (head.low in nouns_of_saying() and "person" in fields):
        return False
    field = field_of(head.low, "noun").split("+")[0].strip("()")
    counted = content[0].low[:1].isdigit() and "quantity" in fields
    return field in fields or counted
