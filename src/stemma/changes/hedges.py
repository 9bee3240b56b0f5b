"""Hedges that were dropped: what may be so in one account is so in the other."""

from collections.abc import Sequence
from functools import cache

from stemma.changes.pairs import Pair
from stemma.changes.sides import content_stems, cut, words_in
from stemma.lexicon import table
from stemma.records import Change
from stemma.text.tokens import Token

__all__ = ["hedges_lost"]

# A hedge is missed only where the rest of the sentence was kept.
_SAME_PROPOSITION = 0.45
# Telling words after a hedge that it may govern.
_HEDGED = 3
# Measured: the share right on edits made to order, by the rule of succession (24 of 24).
_CONFIDENCE_HEDGE = 0.96


@cache
def _hedges() -> frozenset[str]:
    return frozenset(str(table("hedges")["words"]).split())


# A rewriter may keep the doubt in other words than the list's.
_DOUBT = frozenset(
    "if would should can expect risk fear potenti suggest plan possibl believ think suspect hope chanc prospect".split()
)


def hedges_lost(pair: Pair) -> list[Change]:
    """Hedges of the first that the second leaves out of what is otherwise the same sentence."""
    found = []
    for link in pair.links:
        if link.score < _SAME_PROPOSITION or link.kind not in {"edited", "rewritten"}:
            continue
        ours, theirs = words_in(pair.first, link.first), words_in(pair.second, link.second)
        if any(word.text.casefold() in _hedges() or word.stem in _DOUBT for word in theirs):
            continue
        place = next((place for place in range(len(ours)) if _is_hedge(ours, place)), None)
        kept = _kept(ours[place + 1 :], theirs) if place is not None else None
        if place is not None and kept is not None:
            found.append(_hedge(pair, ours[place], kept))
    return found


# Verbs that hedge only before what they leave in doubt ("appeared to be", not "appeared in court").
_HEDGING_VERBS = frozenset({"appear", "seem", "believ", "thought", "suspect"})


def _is_hedge(words: Sequence[Token], place: int) -> bool:
    word = words[place]
    if word.text.casefold() not in _hedges() or word.text == "May":
        return False
    following = words[place + 1].text.casefold() if place + 1 < len(words) else ""
    return word.stem not in _HEDGING_VERBS or following == "to"


def _kept(following: Sequence[Token], theirs: Sequence[Token]) -> Token | None:
    """What was hedged, as the second has it: one of the few telling words after the hedge; None where all are gone."""
    told = [word.stem for word in following if content_stems([word])][:_HEDGED]
    return next((word for stem in told for word in theirs if word.stem == stem), None)


def _hedge(pair: Pair, hedge: Token, kept: Token) -> Change:
    return Change(
        kind="hedge_lost",
        severity=2,
        before=cut(pair.first, hedge.start, hedge.end),
        after=cut(pair.second, kept.start, kept.end),
        between=pair.between,
        why=f"“{hedge.text}” stands in one account only: the other has “{kept.text}” without a doubt.",
        confidence=_CONFIDENCE_HEDGE,
    )
