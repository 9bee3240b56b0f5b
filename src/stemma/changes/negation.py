"""What a sentence negates as a matter of fact."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from stemma.changes.sides import Side, is_quoted, weight
from stemma.changes.wording import words_of
from stemma.lexicon import table
from stemma.text.tokens import Token

__all__ = ["TOTAL", "Negation", "is_negator", "negated", "negators"]

# A negation reaches so many words, up to the next mark.
_REACH = 6
# These say that what follows was not done; "refuse" and "decline" say more.
_UNDOING = frozenset({"fail", "neglect"})
# After these a negation is none of fact: "not only", "not until noon", "not even 70", "no doubt", "not for years".
_PASSING = frozenset(
    "only just least merely simply until till even quite because for since doubt denying question matter wonder longer "
    "necessarily alone less fewer more later".split()
)
# Before these it asks or leaves open: "whether or not", "why not".
_OPEN = frozenset("or why if".split())
# "Not all came" is the contrary of "all came" alone.
TOTAL = frozenset("all every everyone everybody everything each".split())
# What is not so until something else is so then; so many words on, up to the next mark (chosen by eye).
_TURNING = frozenset({"until", "till", "unless"})
_TURNING_REACH = 10
_UNREAL = frozenset({"would", "could", "might", "should"})
# These stand for who did it, and so before the verb that they turn.
_SUBJECTS = frozenset({"neither", "none", "nor"})


class Negation(NamedTuple):
    """A word of negation, the word that it turns, and the first that says something: the same, or one after it.

    `infinitive`: what is negated is something to be done ("decided not to go"). `total`: that it is so of all.
    """

    negator: Token
    head: Token
    telling: Token | None
    infinitive: bool
    total: bool


def negated(of: Side, words: Sequence[Token]) -> list[Negation]:
    """The negations of fact among the words, outside quotation marks, in order."""
    found = []
    for place, word in enumerate(words):
        if is_quoted(of, word.start) or not _turns(words, place):
            continue
        clause = _clause(of, words, place)
        first = _verb_place(clause) if word.text.casefold() in _SUBJECTS else 0
        head = next((at for at, after in enumerate(clause) if at >= first and not _is_filler(after)), None)
        far = _clause(of, words, place, _TURNING_REACH)
        if any(after.text.casefold() in _TURNING for after in far):
            continue
        if head is not None and not any(_is_undone(after) for after in clause):
            telling = next((after for after in clause[head:] if weight(after) > 0), None)
            infinitive = any(after.text.casefold() == "to" for after in clause[:head])
            total = clause[0].text.casefold() in TOTAL
            found.append(Negation(word, clause[head], telling, infinitive, total))
    return found


def _verb_place(clause: Sequence[Token]) -> int:
    """The place after the first auxiliary: what is said of "neither party"; beyond the clause where there is none."""
    auxiliaries = frozenset(str(table("attribution")["auxiliaries"]).split())
    return next((at + 1 for at, word in enumerate(clause) if word.text.casefold() in auxiliaries), len(clause))


def is_negator(word: Token) -> bool:
    """Whether the word says by itself that something is not so."""
    low = word.text.casefold().replace("’", "'")
    return low in words_of("negators") or low.endswith("n't")


def negators(words: Sequence[Token]) -> int:
    """How many of the words say that something is not so or was not done."""
    return sum(is_negator(word) or word.stem in _UNDOING for word in words)


def _turns(words: Sequence[Token], place: int) -> bool:
    following = [word.text.casefold() for word in words[place + 1 : place + 3]]
    if not following:
        return False
    if words[place].stem in _UNDOING:
        return following[0] == "to"
    before = words[place - 1].text.casefold() if place else ""
    if "without" in (words[place].text.casefold(), following[0]) and (before == "not" or following[0] == "without"):
        return False
    if before in _UNREAL and following[0] == "have":  # "would not have lost": nobody says that it was so
        return False
    return is_negator(words[place]) and following[0] not in _PASSING and before not in _OPEN and "than" not in following


def _clause(of: Side, words: Sequence[Token], place: int, reach: int = _REACH) -> list[Token]:
    """The few words after a place, up to the next mark."""
    found: list[Token] = []
    last = words[place]
    for after in words[place + 1 : place + 1 + reach]:
        if of.text[last.end : after.start].strip():
            break
        found.append(after)
        last = after
    return found


def _is_undone(word: Token) -> bool:
    """ "No stone unturned": two negations are none."""
    low = word.text.casefold()
    return low.startswith("un") and low.endswith("ed") and len(low) > len("united")


def _is_filler(word: Token) -> bool:
    low = word.text.casefold()
    return low in _fillers() or (low.endswith("ly") and len(low) > 4)


@cache
def _fillers() -> frozenset[str]:
    lists = (table("polarity")["fillers"], table("polarity")["prepositions"], table("attribution")["auxiliaries"])
    return frozenset(word for words in lists for word in str(words).split())
