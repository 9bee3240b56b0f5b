"""How a verb governs what follows it."""

from stemma.statements.cues import Cue
from stemma.statements.grammar import is_clause_verb, lexicon, verbs
from stemma.statements.units import Word

__all__ = ["QUESTION", "frame"]

QUESTION = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which"})


def _to_follows(words: tuple[Word, ...], at: int) -> bool:
    """ "advised the council to wait": somebody, then what he is to do."""
    return any(word.low == "to" for word in words[at + 1 : at + 7])


def frame(words: tuple[Word, ...], cue: Cue, at: int) -> str | None:
    """How the verb governs what follows; None where it governs nothing that is said."""
    following = words[at]
    lemma = cue.lemma
    if following.kind == "quote":
        return "quotation" if lemma in verbs("speech") | verbs("finding") else None
    if following.low == "that":
        return "clause"
    if following.low == "to" and cue.last == cue.verb:
        return "intent" if lemma in verbs("intent") else None
    if lemma in {"say", "add", "tell", "note", "announce", "warn", "insist", "claim", "argue", "write", "explain"}:
        return "clause" if following.low not in {"by", "of", "as", "for"} else None
    if following.low in QUESTION:
        return "question"
    if cue.last > cue.verb:
        return "particle"
    if following.low in lexicon("prepositions") or following.kind != "word":
        return None
    if lemma in verbs("urging") and (lemma not in verbs("speech") or _to_follows(words, at)):
        return "urging"
    if lemma in verbs("finding"):
        return "finding"
    if lemma in verbs("attitude"):
        return "attitude"
    if lemma in verbs("belief"):
        return "belief"
    if lemma in verbs("speech") and any(is_clause_verb(words, place) for place in range(at, min(at + 12, len(words)))):
        return "clause"
    return None
