"""Sentences that were kept and say the contrary: a negation that came or went, an antonym."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from stemma.changes.contrary import contrary
from stemma.changes.deeds import deed
from stemma.changes.links import Link
from stemma.changes.negation import TOTAL, Negation, is_negator, negated, negators
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, cut, is_quoted, weight, words_in
from stemma.changes.wording import are_contrary, words_of
from stemma.records import Change, Span
from stemma.text.tokens import Token

__all__ = ["antonyms", "negations"]

# Below this, aligned passages may be on two matters that share their names.
_LEAST_SCORE = 0.4
# An antonym counts only where the rest of the sentence was kept.
_SAME_SENTENCE = 0.55
_KEPT_WORDS = 0.5  # twice the common words over all, in any order
_KEPT_SHORT = 0.7  # the same, where one word more or less in a short sentence has lowered its similarity
# Measured: the share right on edits made to order, by the rule of succession (56 of 56).
_CONFIDENCE = 0.98
_PREFIXES = ("un", "in", "im", "non", "dis")
# Before "have" these tell of what was not done.
_UNREAL = frozenset("should would could might ought to".split())
# A noun made of a verb may name another matter than what the verb denies ("not selected", "the selection").
# So may who does it ("could not travel", "the travellers").
_NOMINAL = ("ion", "ions", "ment", "ments", "al", "ance", "ing", "er", "ers", "or", "ors")
# What is so said is not so, without a word that denies by itself.
_SAID_OFF = re.compile(
    r"\bout of the question\b|\banything but\b|\bnothing of the (?:sort|kind)\b|\bby no means\b", re.IGNORECASE
)
# These turn a noun, which may stand flat beside another matter ("no peace", "peace talks").
_NOUN_NEGATORS = frozenset({"no", "without"})


def negations(pair: Pair) -> list[Change]:
    """What the one negates and the other tells, in aligned passages of which one alone denies anything."""
    found = []
    for link in pair.links:
        if link.score < _LEAST_SCORE:
            continue
        ours, theirs = words_in(pair.first, link.first), words_in(pair.second, link.second)
        gone, come = _unmatched(negated(pair.first, ours), negated(pair.second, theirs))
        if (gone and come) or _balance(ours, theirs) * (
            len(gone) - len(come)
        ) <= 0:  # each may be the other's, reworded
            continue
        if gone and not _carries(theirs, ours) and not _is_said_off(link.second):
            found.extend(_flipped(pair, gone, (ours, theirs), gone=True))
        elif come and not _carries(ours, theirs) and not _is_said_off(link.first):
            found.extend(_flipped(pair, come, (theirs, ours), gone=False))
    return found


def _is_said_off(spans: Iterable[Span]) -> bool:
    return any(_SAID_OFF.search(span.text) for span in spans)


def _balance(ours: Sequence[Token], theirs: Sequence[Token]) -> int:
    """How many more words of negation the first has."""
    return negators(ours) - negators(theirs)


def _kept_sentences(pair: Pair) -> Iterable[Link]:
    for link in pair.links:
        if link.score < _LEAST_SCORE:
            continue
        left = Counter(word.stem for word in words_in(pair.first, link.first))
        right = Counter(word.stem for word in words_in(pair.second, link.second))
        needed = _KEPT_WORDS if link.score >= _SAME_SENTENCE else _KEPT_SHORT
        if 2 * (left & right).total() >= needed * (left.total() + right.total()):
            yield link


def _unmatched(ours: Sequence[Negation], theirs: Sequence[Negation]) -> tuple[list[Negation], list[Negation]]:
    """The negations of either side whose head the other does not negate."""
    here, there = {deed(one.head) for one in ours}, {deed(one.head) for one in theirs}
    return [one for one in ours if deed(one.head) not in there], [one for one in theirs if deed(one.head) not in here]


def _carries(words: Sequence[Token], beside: Sequence[Token]) -> bool:
    """Whether some word denies that has no counterpart beside it: the sentence may deny in another way."""
    known = Counter(word.stem for word in beside)
    own = Counter(word.stem for word in words)
    return any(_denies(word, beside) for word in words if own[word.stem] > known[word.stem])


def _denies(word: Token, beside: Sequence[Token]) -> bool:
    return is_negator(word) or word.text.casefold() in words_of("carriers") or _is_contrary_of(word, beside)


def _is_contrary_of(word: Token, beside: Sequence[Token]) -> bool:
    """Whether the word denies another by its prefix: "unsafe" beside "safe"."""
    low = word.text.casefold()
    plain = {each.text.casefold() for each in beside}
    return any(low.startswith(prefix) and low[len(prefix) :] in plain for prefix in _PREFIXES)


def _flipped(
    pair: Pair, turned: Sequence[Negation], words: tuple[Sequence[Token], Sequence[Token]], gone: bool
) -> list[Change]:
    """The change at the first word that was turned on the one side and stands flat on the other; `words` of either."""
    with_not, without = (pair.first, pair.second) if gone else (pair.second, pair.first)
    for one in turned:
        kept = _flat(without, one, words[1])
        if kept is None or _is_of_another(one, kept, words):
            continue
        denied, flat = cut(with_not, one.negator.start, one.head.end), cut(without, kept.start, kept.end)
        spans = (denied, flat) if gone else (flat, denied)
        which = "first" if gone else "second"
        why = f"“{spans[0].text}” and “{spans[1].text}” say contrary things: the {which} alone negates it."
        return [contrary(pair, spans, why, _CONFIDENCE)]
    return []


def _is_of_another(one: Negation, kept: Token, words: tuple[Sequence[Token], Sequence[Token]]) -> bool:
    """Whether a noun that the one side negates stands in another company on the other, or under a condition."""
    negator = one.negator.text.casefold()
    if negator not in _NOUN_NEGATORS:
        return False
    denying, flat = words
    if negator == "without" and one.negator is denying[0]:  # "without the port people starve": the port is there
        return True
    place = next(at for at, word in enumerate(flat) if word is kept)
    following = flat[place + 1 : place + 2]
    if not following or weight(following[0]) <= 0:  # else it tells of another noun ("peace talks")
        return False
    (before, after), (before_other, after_other) = _around(one.head, denying), _around(kept, flat)
    return not (before | after) & (before_other | after_other)


def _flat(of: Side, one: Negation, words: Sequence[Token]) -> Token | None:
    """The word that is negated on the other side, as it stands here outside quotation marks."""
    if one.telling is None or deed(one.telling) not in {deed(word) for word in words}:
        return None
    if one.total and not any(word.text.casefold() in TOTAL for word in words):
        return None
    wanted = deed(one.head)
    return next(
        (
            word
            for word in words
            if deed(word) == wanted
            and not is_quoted(of, word.start)
            and not _is_nominal(word, one.head)
            and (one.infinitive or not _is_infinitive(words, word))
            and not _is_unreal(words, word)
        ),
        None,
    )


def _is_infinitive(words: Sequence[Token], word: Token) -> bool:
    """Whether it lies ahead: "was to be discussed"."""
    place = next(at for at, each in enumerate(words) if each is word)
    before = [each.text.casefold() for each in words[max(0, place - 2) : place]]
    return before[-1:] == ["to"] or before == ["to", "be"]


def _is_unreal(words: Sequence[Token], word: Token) -> bool:
    """Whether it was to be and was not: "should have called"."""
    place = next(at for at, each in enumerate(words) if each is word)
    before = [each.text.casefold() for each in words[max(0, place - 2) : place]]
    return before[-1:] == ["have"] and before[0] in _UNREAL


def _is_nominal(word: Token, beside: Token) -> bool:
    low, other = word.text.casefold(), beside.text.casefold()
    return low != other and low.endswith(_NOMINAL) and not other.endswith(_NOMINAL)


def antonyms(pair: Pair) -> list[Change]:
    """Sentences kept but for a word that says the contrary."""
    found = []
    for link in _kept_sentences(pair):
        ours, theirs = words_in(pair.first, link.first), words_in(pair.second, link.second)
        stems_ours, stems_theirs = {word.stem for word in ours}, {word.stem for word in theirs}
        lost = [word for word in _plain(pair.first, ours) if word.stem not in stems_theirs]
        won = [word for word in _plain(pair.second, theirs) if word.stem not in stems_ours]
        for one in lost:
            other = next((word for word in won if _contrary(one, word) and _same_place(one, word, ours, theirs)), None)
            if other is None or (_has_both(one, ours) and _has_both(other, theirs)):
                continue
            if _denies_otherwise(ours, theirs, one) or _denies_otherwise(theirs, ours, other):
                continue
            spans = cut(pair.first, one.start, one.end), cut(pair.second, other.start, other.end)
            found.append(contrary(pair, spans, f"“{one.text}” and “{other.text}” are contraries.", _CONFIDENCE))
    return found


def _has_both(word: Token, words: Sequence[Token]) -> bool:
    """Whether its contrary stands beside the word, as in "one rose, the other lost"."""
    return any(_contrary(word, other) for other in words)


def _denies_otherwise(words: Sequence[Token], beside: Sequence[Token], but: Token) -> bool:
    """Whether another word denies here alone: with a contrary word it may say the same as before."""
    known = {word.stem for word in beside} | {but.stem}
    return any(
        is_negator(word) or word.text.casefold() in words_of("carriers") for word in words if word.stem not in known
    )


def _plain(of: Side, words: Sequence[Token]) -> list[Token]:
    return [word for word in words if not is_quoted(of, word.start)]


def _contrary(one: Token, other: Token) -> bool:
    return are_contrary(one.text.casefold(), other.text.casefold())


def _is_parted(word: Token, other: Token, words: Sequence[Token]) -> bool:
    """Whether the other is this word with its prefix, which may be parted off here ("unusual", "non-usual")."""
    place = words.index(word)
    return (
        place > 0
        and words[place - 1].text.casefold() in _PREFIXES
        and other.text.casefold().endswith(word.text.casefold())
    )


def _same_place(one: Token, other: Token, ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether a neighbour on the same side of each is the same telling word."""
    if _is_parted(one, other, ours) or _is_parted(other, one, theirs):
        return False
    (before, after), (before_other, after_other) = _around(one, ours), _around(other, theirs)
    return bool(before & before_other or after & after_other)


def _around(word: Token, words: Sequence[Token]) -> tuple[set[str], set[str]]:
    """The two telling words before and the two after."""
    place = words.index(word)
    before = [each.stem for each in words[:place] if weight(each) > 0][-2:]
    after = [each.stem for each in words[place + 1 :] if weight(each) > 0][:2]
    return set(before), set(after)
