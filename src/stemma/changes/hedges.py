"""Hedges that were dropped: what may be so in one account is so in the other."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from stemma.changes.deeds import deed
from stemma.changes.doubt import Hedge, hedges_of, is_rumour, open_words
from stemma.changes.links import Link
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, content_stems, cut, is_quoted, statements_in, weight, words_in
from stemma.changes.telling import is_said, tells
from stemma.records import Change
from stemma.text.tokens import Token

__all__ = ["hedges_lost"]

# A hedge is missed only where the rest of the sentence was kept.
_SAME_PROPOSITION = 0.4
# Where what was hedged has other words, so much of the sentence's weight must be kept, in surer counterparts (chosen on
# own reports).
_MOST = 0.6
_SAME_SENTENCE = 0.6
# Telling words after a hedge that it may govern.
_HEDGED = 3
# A word after the first must say so much by itself to be what was hedged (chosen by eye).
_OWN = 2.0
# A word of doubt bears on what stands so near behind it (chosen by eye).
_NEAR = 3
# Measured: the share right on edits made to order, by the rule of succession (97 of 106).
_CONFIDENCE_HEDGE = 0.91
# What was suspected first is sure after these.
_SETTLED = frozenset({"confirm", "prove", "proven"})
# These leave what they govern open, and may as well belong to another clause ("free to", "able to", "would").
_BEING = frozenset("is are was were".split())
_LOOSE = frozenset("would should can abl unabl enabl free allow permit plan due about scheduled".split())


def hedges_lost(pair: Pair) -> list[Change]:
    """Hedges of the first that the second leaves out of what is otherwise the same sentence."""
    return [
        change
        for link in pair.links
        if link.score >= _SAME_PROPOSITION and link.kind in {"edited", "rewritten"}
        for change in _lost_in(pair, link)
    ]


def _lost_in(pair: Pair, link: Link) -> Iterable[Change]:
    ours, theirs = words_in(pair.first, link.first), words_in(pair.second, link.second)
    hedges = [one for one in hedges_of(ours) if _is_at_work(pair.first, ours, one)]
    if not hedges:
        return
    here, there = open_words(ours), open_words(theirs)
    if there - here:  # another word may keep the doubt
        return
    for one in hedges:
        if there[one.key] or _is_put_down(link, ours, one) or _is_settled(ours[one.after :]):
            continue
        kept = _kept(ours, one, theirs) or _kept_elsewhere(link, one, ours, theirs)
        if kept is None or _is_doubted(theirs, kept):
            continue
        if not _is_left_open(pair.second, theirs, kept, _loose(pair, link, ours)):
            yield _change(pair, (ours[one.first], ours[one.after - 1]), kept)


def _is_at_work(of: Side, words: Sequence[Token], one: Hedge) -> bool:
    """Whether it stands outside quotation marks, and an adjective before something (not "where possible,")."""
    if is_quoted(of, words[one.first].start):
        return False
    runs_on = one.after < len(words) and of.text[words[one.first].end : words[one.after].start].isspace()
    return runs_on or not one.adjective


def _is_put_down(link: Link, ours: Sequence[Token], one: Hedge) -> bool:
    """Whether what is hearsay in the first is somebody's word, or hearsay still, in the second."""
    theirs = " ".join(span.text for span in link.second)
    if not one.hearsay:
        return False
    others = " ".join(word.text for place, word in enumerate(ours) if not one.first <= place < one.after)
    return is_rumour(theirs) or (is_said(theirs) and not is_said(others))


def _is_settled(after: Sequence[Token]) -> bool:
    """Whether the first itself says on that what it doubted turned out to be so ("which was confirmed")."""
    words = [word.text.casefold() for word in after]
    return any(
        word.stem in _SETTLED and words[max(0, at - 2) : at] in (["which", "was"], ["which", "were"])
        for at, word in enumerate(after)
    )


def _loose(pair: Pair, link: Link, ours: Sequence[Token]) -> Counter[str]:
    """How often the first has each word that leaves open what it governs; as reported, "will" becomes "would"."""
    found = Counter(word.stem for word in ours)
    if any(tells(statement) for statement in statements_in(pair.second, link.second_index)):
        found["would"] += 1
    return found


def _is_left_open(of: Side, words: Sequence[Token], kept: Token, known: Counter[str]) -> bool:
    """Whether a word that leaves open what follows, and that the first lacks, stands in the clause of the word."""
    place = words.index(kept)
    before = [word.text.casefold() for word in words[max(0, place - 2) : place]]
    if before[-1:] == ["to"] or before == ["to", "be"]:  # "to be trusted" asserts nothing
        return True
    low, high = place, place
    while low > 0 and not of.text[words[low - 1].end : words[low].start].strip():
        low -= 1
    while high + 1 < len(words) and not of.text[words[high].end : words[high + 1].start].strip():
        high += 1
    return bool(Counter(word.stem for word in words[low : high + 1] if word.stem in _LOOSE) - known)


def _is_doubted(words: Sequence[Token], kept: Token) -> bool:
    """Whether the word kept stands right behind a word of doubt."""
    place = words.index(kept)
    return bool(open_words(words[max(0, place - _NEAR) : place]))


def _kept(ours: Sequence[Token], one: Hedge, theirs: Sequence[Token]) -> Token | None:
    """What was hedged, as the second has it: one of the few telling words after the hedge; None where all are gone."""
    after = ours[one.after : one.after + 1] if one.adjective else ours[one.after :]
    told = [word for word in after if content_stems([word])][:_HEDGED]
    return next(
        (
            word
            for place, each in enumerate(told)
            if not each.text[0].isupper()  # nobody doubts a name
            and not _told_twice(ours, theirs, deed(each))
            for word in theirs
            if deed(word) == deed(each) and (place == 0 or weight(each) >= _OWN)
        ),
        None,
    )


def _kept_elsewhere(link: Link, one: Hedge, ours: Sequence[Token], theirs: Sequence[Token]) -> Token | None:
    """The last telling word that both have, where nearly all of a single sentence was kept and nothing is left open."""
    if one.adjective or len(link.first_index) > 1 or link.score < _SAME_SENTENCE or open_words(theirs):
        return None
    if any(each.text.casefold() in _BEING and after.text == "to" for each, after in pairwise(theirs)):  # it lies ahead
        return None
    own, kept = content_stems(ours), content_stems(theirs)
    hedged = content_stems(ours[one.first : one.after])
    whole = sum(told for key, told in own.items() if key not in hedged)
    if sum(told for key, told in own.items() if key in kept and key not in hedged) < _MOST * whole:
        return None
    return next((word for word in reversed(theirs) if word.stem in own and weight(word) > 0), None)


def _told_twice(ours: Sequence[Token], theirs: Sequence[Token], key: str) -> bool:
    """Whether the first has the word also without the hedge, and the second has it less often."""
    return sum(deed(word) == key for word in ours) > max(1, sum(deed(word) == key for word in theirs))


def _change(pair: Pair, hedge: tuple[Token, Token], kept: Token) -> Change:
    before = cut(pair.first, hedge[0].start, hedge[1].end)
    return Change(
        kind="hedge_lost",
        severity=2,
        before=before,
        after=cut(pair.second, kept.start, kept.end),
        between=pair.between,
        why=f"“{before.text}” stands in one account only: the other has “{kept.text}” without a doubt.",
        confidence=_CONFIDENCE_HEDGE,
    )
