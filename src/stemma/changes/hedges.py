"""Hedges that were dropped: what may be so in one account is so in the other."""

from collections.abc import Sequence
from functools import cache

from stemma.changes.deeds import deed
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, content_stems, cut, is_quoted, weight, words_in
from stemma.lexicon import table
from stemma.records import Change
from stemma.text.tokens import Token

__all__ = ["hedges_lost"]

# A hedge is missed only where the rest of the sentence was kept.
_SAME_PROPOSITION = 0.45
# Telling words after a hedge that it may govern.
_HEDGED = 3
# A word after the first must say so much by itself to be what was hedged (chosen by eye).
_OWN = 2.0
# Measured: the share right on edits made to order, by the rule of succession (24 of 24).
_CONFIDENCE_HEDGE = 0.96


@cache
def _hedges() -> frozenset[str]:
    return frozenset(str(table("hedges")["words"]).split())


# A rewriter may keep the doubt in other words than the list's.
_DOUBT = frozenset(
    "if expect risk fear potenti suggest possibl believ think suspect hope chanc prospect likelihood improb resembl "
    "rule claim alleg accus purport suppos doubt whether reckon guess assum predict forecast depend unless".split()
)
# These leave what they govern open, and may as well belong to another clause ("free to", "able to", "would").
_LOOSE = frozenset("would should can abl unabl enabl free allow permit plan due about scheduled".split())
# "Could not" and "could see" tell what somebody was able to do.
_ABILITY = frozenset("not see hear feel read tell afford smell".split())
# "Anyone who may have seen it", "before they could act": what is left open is who or when, not whether.
_WHOEVER = frozenset("who anyone anybody whoever before until".split())
_BEFORE = 3
# "May" before a choice is a permission.
_CHOICE = frozenset("allow permit grant apply choose enter bring use keep".split())
# Verbs that hedge only before what they leave in doubt ("appeared to be", not "appeared in court").
_HEDGING_VERBS = frozenset({"appear", "seem", "believ", "thought", "suspect"})


def hedges_lost(pair: Pair) -> list[Change]:
    """Hedges of the first that the second leaves out of what is otherwise the same sentence."""
    found = []
    for link in pair.links:
        if link.score < _SAME_PROPOSITION or link.kind not in {"edited", "rewritten"}:
            continue
        ours, theirs = words_in(pair.first, link.first), words_in(pair.second, link.second)
        if any(_is_listed(word) or word.stem in _DOUBT for word in theirs):
            continue
        unquoted = (place for place, word in enumerate(ours) if not is_quoted(pair.first, word.start))
        place = next((place for place in unquoted if _is_hedge(ours, place)), None)
        kept = _kept(ours[place + 1 :], theirs) if place is not None else None
        if place is not None and kept is not None and not _is_left_open(pair.second, theirs, kept):
            found.append(_hedge(pair, ours[place], kept))
    return found


def _is_listed(word: Token) -> bool:
    return word.text.casefold() in _hedges() and word.text != "May"


def _is_hedge(words: Sequence[Token], place: int) -> bool:
    word = words[place]
    if not _is_listed(word):
        return False
    following = words[place + 1].text.casefold() if place + 1 < len(words) else ""
    before = {each.text.casefold() for each in words[max(0, place - _BEFORE) : place]}
    if before & _WHOEVER:
        return False
    if following in {"could": _ABILITY, "may": _CHOICE}.get(word.text.casefold(), ()):
        return False
    return word.stem not in _HEDGING_VERBS or following == "to"


def _is_left_open(of: Side, words: Sequence[Token], kept: Token) -> bool:
    """Whether a word that leaves open what follows stands in the same clause as the word kept."""
    place = words.index(kept)
    before = [word.text.casefold() for word in words[max(0, place - 2) : place]]
    if before[-1:] == ["to"] or before == ["to", "be"]:  # "to be trusted" asserts nothing
        return True
    low, high = place, place
    while low > 0 and not of.text[words[low - 1].end : words[low].start].strip():
        low -= 1
    while high + 1 < len(words) and not of.text[words[high].end : words[high + 1].start].strip():
        high += 1
    return any(word.stem in _LOOSE for word in words[low : high + 1])


def _kept(following: Sequence[Token], theirs: Sequence[Token]) -> Token | None:
    """What was hedged, as the second has it: one of the few telling words after the hedge; None where all are gone."""
    told = [word for word in following if content_stems([word])][:_HEDGED]
    return next(
        (
            word
            for place, each in enumerate(told)
            if not each.text[0].isupper()  # nobody doubts a name
            for word in theirs
            if deed(word) == deed(each) and (place == 0 or weight(each) >= _OWN)
        ),
        None,
    )


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
