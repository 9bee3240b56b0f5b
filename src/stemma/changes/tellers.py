"""To whom a sentence is put down in constructions that run against the common order of words."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from stemma.lexicon import table
from stemma.text.tokens import stem

__all__ = ["Teller", "asking_forms", "tellers"]

# A name, or a noun with what goes before it: "the", "two", "his".
_OPENS = (
    r"(?:(?:the|an?|its|his|her|their|one|two|three|four|several|some|many|most|both|another|local|officials)\b|[A-Z])"
)
_TITLE = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Gen|Col|Capt|Lt|Sgt|Rev|St)\. )?"
_WHO = rf"(?P<who>{_TITLE}{_OPENS}[^,;:.!?\"“”()–—]{{1,80}}?)"
# A source ends at a mark, or before a clause or a phrase about it or about the saying.
_ENDS = (
    r"(?=\s*(?:[,;:.!?\"“”()–—]|$)|\s+(?:who|whose|which|that|after|when|while|as|during|before|if|because|adding"
    r"|in (?:an?|the)|at an?|on (?:[A-Z]\w+day|the|an?)|to (?:the|[A-Z]|journalists|reporters)"
    r"|of (?:it|this|that|her|his|such))\b)"
)
_OWN = (
    "view|opinion|judge?ment|estimation|estimate|assessment|words|eyes|reckoning|account|version|telling|calculations?"
    "|belief|reading"
)
_HELD = f"{_OWN}|claim|verdict|impression|conviction|complaint|advice|finding|warning|message|answer|explanation|charge"


_OF = frozenset("of at for from in with on to".split())
_MOST_WORDS = 12  # a longer one has run on into a clause (chosen by eye)
_AT_HAND = 2048  # sentences: an account is laid beside one after another


class Teller(NamedTuple):
    """Where the source and the words that put it down to them stand: `whole` takes in both."""

    who: tuple[int, int]
    whole: tuple[int, int]


@lru_cache(maxsize=_AT_HAND)
def tellers(text: str) -> tuple[Teller, ...]:
    """Sources behind what they say ("..., reports Ada Holm"), in a noun ("in the view of"), in order.

    Only constructions that leave no doubt: a verb of telling behind a mark with its subject after it, a phrase for what
    somebody holds, "as the mayor put it", a passive with "by" ("was demanded by the opposition").
    """
    found: list[Teller] = []
    for pattern in _patterns():
        for match in pattern.finditer(text):
            if _is_somebody(match["who"]) and not any(_overlap(match.span(), other.whole) for other in found):
                found.append(Teller(match.span("who"), match.span()))
    return tuple(sorted(found, key=lambda each: each.whole))


def _is_somebody(who: str) -> bool:
    """Whether a name or a word for a body or a person is its head, and it is no clause ("the city hid them")."""
    words = who.replace("’", "'").removesuffix("'s").split()
    before = next((at for at, word in enumerate(words) if at and word in _OF), len(words))
    if any(word in _auxiliaries() for word in words) or len(words) > _MOST_WORDS:
        return False
    head = words[before - 1]
    return head[0].isupper() or bool({stem(head), stem(head.removesuffix("s"))} & _somebody())


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@cache
def asking_forms() -> frozenset[str]:
    """Forms of verbs that say what somebody asks of others, judges or turns down."""
    return _forms("asked", (0, 1, 2, 3))


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(str(table("attribution")["auxiliaries"]).split())


@cache
def _somebody() -> frozenset[str]:
    """Stems of the nouns for bodies and for people who speak."""
    lists = (str(table("confusable_bodies")[key]) for key in ("heads", "roles", "persons", "agents"))
    own = "group mediator observer ally colleague friend family organisation organization insurer"
    return frozenset(stem(word) for words in (*lists, own) for word in words.split())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    verbs = "|".join(sorted((set(_forms("speech", (1, 2))) | set(_forms("held", (1, 2)))) - {"denies", "denied"}))
    plural = "|".join([*sorted(_forms("held", (0,))), "say", "warn", "report", "claim", "argue", "insist", "complain"])
    passive = "|".join(sorted(set(_forms("asked", (3,))) | set(_forms("speech", (3,)))))
    many = r"(?P<who>(?:[a-z-]+ ){0,2}[a-z-]+s)"
    return (
        re.compile(rf"(?:[,;:–—”\"]|, and) (?:{verbs})(?: too| also| again)? {_WHO}{_ENDS}"),
        re.compile(rf"(?:[,;:–—”\"]|, and) (?:{plural}) {many}(?=[,;:.])"),
        re.compile(rf"\b(?:in|by) the (?:{_OWN}) of {_WHO}{_ENDS}", re.IGNORECASE),
        re.compile(rf"\b(?:in|by) (?P<who>(?!the (?:{_OWN})\b){_OPENS}[^,;:.]{{1,60}}?)['’]s? (?:{_OWN})\b"),
        re.compile(rf"\b(?:is|was|so runs|that is) the (?:{_HELD}) of {_WHO}{_ENDS}"),
        re.compile(rf"\bas {_WHO} (?:had |has )?(?:{verbs}|put it|puts it)(?=[,;:.]|$| in\b| on\b)"),
        re.compile(
            rf"\b(?:was|were|is|are|been|being) (?:\w+ly )?(?:{passive})(?: on| for)? by "
            rf"{_WHO}{_ENDS[:-1]}|\s+(?:of|to|for)\b)"
        ),
    )


# Beyond verbs of speech: what somebody holds or finds, and what is asked of others, judged or turned down.
_HELD_VERBS = "think believe fear suspect hope reckon find expect assume doubt consider charge contend"
_ASKED_VERBS = (
    "demand urge request recommend advise propose criticise criticize condemn reject dismiss deny dispute doubt welcome"
    " praise confirm estimate blame accuse"
)


@cache
def _forms(which: str, places: Iterable[int]) -> frozenset[str]:
    """Forms of the verbs: the base 0, the third person 1, the past 2 and its participle 3."""
    lists = {"speech": str(table("reporting_verbs")["speech"]), "held": _HELD_VERBS, "asked": _ASKED_VERBS}
    return frozenset(_form(verb, place) for verb in lists[which].split() for place in places)


def _form(verb: str, place: int) -> str:
    irregular = table("reporting_verbs")["irregular"].get(verb)
    if place == 0:
        return verb
    if irregular is not None:
        return str(irregular[place - 1])
    if verb.endswith("y") and verb[-2] not in "aeo":
        return f"{verb[:-1]}ies" if place == 1 else f"{verb[:-1]}ied"
    if place == 1:
        return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return f"{verb.removesuffix('e')}ed"
