"""How a verb governs what follows it."""

from stemma.attribution.cues import Cue
from stemma.attribution.grammar import is_clause_verb, lexicon, verbs
from stemma.attribution.units import Word

__all__ = ["QUESTION", "frame"]

QUESTION = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which"})


# A clause without "that" follows these as a rule.
_SAYS = frozenset({"say", "add", "tell", "note", "announce", "warn", "insist", "claim", "argue", "write", "explain"})


def _to_follows(words: tuple[Word, ...], at: int) -> bool:
    """ "advised the council to wait": somebody, then what he is to do."""
    return any(word.low == "to" for word in words[at + 1 : at + 7])


def frame(words: tuple[Word, ...], cue: Cue, at: int) -> str | None:
    """The rule by which the verb governs the words at `at`; None where it governs nothing that is said."""
    low, lemma = words[at].low, cue.lemma
    if words[at].kind == "quote":
        return "quotation" if lemma in verbs("speech") | verbs("finding") else None
    if low == "that":
        return "clause"
    if low == "to" and cue.last == cue.verb:
        return "intent" if lemma in verbs("intent") else None
    if lemma in _SAYS:
        return "clause" if low not in {"by", "of", "as", "for"} else None
    if low in QUESTION:
        return "question"
    return "particle" if cue.last > cue.verb else _of_a_thing(words, lemma, at)


def _of_a_thing(words: tuple[Word, ...], lemma: str, at: int) -> str | None:
    """How the verb governs a noun phrase or a clause without "that"."""
    if words[at].low in lexicon("prepositions") or words[at].kind != "word":
        return None
    if lemma in verbs("urging") and (lemma not in verbs("speech") or _to_follows(words, at)):
        return "urging"
    for rule in ("finding", "attitude", "belief"):
        if lemma in verbs(rule):
            return rule
    clause = any(is_clause_verb(words, place) for place in range(at, min(at + 12, len(words))))
    return "clause" if lemma in verbs("speech") - verbs("quotation_only") and clause else None
