"""Drift of meaning: a stronger or weaker word, a negation, an antonym."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from stemma.changes.pairs import Link, Pair
from stemma.changes.scales import Placed, govern_alike, is_adjacent, levels, may_follow, placed, severity, what
from stemma.changes.sides import Side, cut, head, is_quoted, weight, words_in
from stemma.changes.wording import are_contrary, words_of
from stemma.records import Change, Span
from stemma.text.tokens import Token

__all__ = ["antonyms", "drift", "drift_in_head", "negations"]

# Below this, aligned passages may be on two matters that share their names.
_LEAST_SCORE = 0.4
# Headlines of two origins need so many words in common beside the scale's, or they may speak of two matters.
_SURE_OBJECTS = 2
# A negation or an antonym counts only where the rest of the sentence was kept.
_SAME_SENTENCE = 0.55
_KEPT_WORDS = 0.5  # twice the common words over all, in any order
_KEPT_SHORT = 0.7  # the same, where one word more or less in a short sentence has lowered its similarity
# Measured: the share right on edits made to order, by the rule of succession
# (scales 41 of 41, negations and contraries 56 of 56).
_CONFIDENCE_SCALE = 0.97
_CONFIDENCE_NEGATION = 0.98

# These say that what follows was not done; "refuse" and "decline" say more.
_UNDOING = frozenset({"fail", "neglect"})


def drift(pair: Pair) -> list[Change]:
    """Moves along a scale in aligned passages."""
    found: list[Change] = []
    for link in pair.links:
        if link.score >= _LEAST_SCORE:
            moved = _moves(placed(pair.first, link.first), placed(pair.second, link.second))
            found.extend(_drifted(pair, one, other, in_head=False) for one, other in moved)
    return found


def _moves(ours: Sequence[Placed], theirs: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    found = []
    for other in theirs:
        alike = [one for one in ours if govern_alike(one, other)]
        rivals, peers = _rivals(ours, other), _rivals(theirs, other)
        if alike and not levels(rivals) & levels(peers):
            rivals = alike
            found.append((max(rivals, key=lambda one: len(one.objects & other.objects)), other))
    return found


def _rivals(found: Sequence[Placed], other: Placed) -> list[Placed]:
    """Words of the same scale; where the scale's words say nothing of their own, before the same word only."""
    return [one for one in found if one.scale == other.scale and (not is_adjacent(one.scale) or may_follow(one, other))]


def drift_in_head(pair: Pair) -> list[Change]:
    """Moves along a scale between the headlines and leads."""
    ours = placed(pair.first, (passage.span for passage in head(pair.first)))
    return [
        _drifted(pair, one, other, in_head=True)
        for passage in head(pair.second)
        for one, other in _moves(ours, placed(pair.second, [passage.span]))
        if severity(other.scale) == 3 and (pair.kin or len(one.objects & other.objects) >= _SURE_OBJECTS)
    ]


def _drifted(pair: Pair, one: Placed, other: Placed, in_head: bool) -> Change:
    stronger = "further" if other.level > one.level else "less far"
    where = "the other's headline or lead says" if in_head else "the other has"
    return Change(
        kind="meaning",
        severity=severity(other.scale),
        before=one.span,
        after=other.span,
        between=pair.between,
        why=f"“{one.span.text}” stands in one account; {where} “{other.span.text}”, which goes {stronger}: "
        f"{what(other.scale)}.",
        confidence=_CONFIDENCE_SCALE,
    )


def negations(pair: Pair) -> list[Change]:
    """Sentences kept but for a "not" that came or went."""
    found = []
    for link in _kept_sentences(pair):
        ours, theirs = words_in(pair.first, link.first), words_in(pair.second, link.second)
        turned_ours, turned_theirs = _turning(pair.first, ours), _turning(pair.second, theirs)
        if bool(turned_ours) == bool(turned_theirs):
            continue
        if turned_ours and not _carries(theirs, ours):
            found.extend(_flipped(pair, turned_ours, theirs, gone=True))
        elif turned_theirs and not _carries(ours, theirs):
            found.extend(_flipped(pair, turned_theirs, ours, gone=False))
    return found


def _kept_sentences(pair: Pair) -> Iterable[Link]:
    for link in pair.links:
        if link.score < _LEAST_SCORE:
            continue
        left = Counter(word.stem for word in words_in(pair.first, link.first))
        right = Counter(word.stem for word in words_in(pair.second, link.second))
        needed = _KEPT_WORDS if link.score >= _SAME_SENTENCE else _KEPT_SHORT
        if 2 * (left & right).total() >= needed * (left.total() + right.total()):
            yield link


def _turning(of: Side, words: Sequence[Token]) -> list[tuple[Token, Token]]:
    """Each negation outside quotation marks with each telling word that it may turn."""
    found: list[tuple[Token, Token]] = []
    for place, word in enumerate(words):
        if is_quoted(of, word.start):
            continue
        if _is_undone(words, place) or (_is_negator(word) and _goes_with(words, place)):
            found.extend((word, after) for after in _clause(of, words, place) if weight(after) > 0)
    return found


def _is_undone(words: Sequence[Token], place: int) -> bool:
    """Whether the word says that what follows was not done ("failed to tell")."""
    following = [word.text.casefold() for word in words[place + 1 : place + 2]]
    return words[place].stem in _UNDOING and following == ["to"]


def _clause(of: Side, words: Sequence[Token], place: int) -> list[Token]:
    """The few words after a place, up to the next mark."""
    found: list[Token] = []
    for before, after in pairwise(words[place : place + 5]):
        if of.text[before.end : after.start].strip():
            break
        found.append(after)
    return found


def _goes_with(words: Sequence[Token], place: int) -> bool:
    """Whether the negation is one of fact: not "not only", "no fewer than"."""
    following = [word.text.casefold() for word in words[place + 1 : place + 3]]
    if following[1:] == ["than"] and words[place].text.casefold() == "no":
        return False
    return following[:1] != [] and following[0] not in {"only", "just", "least", "merely", "simply"}


def _is_negator(word: Token) -> bool:
    low = word.text.casefold().replace("’", "'")
    return low in words_of("negators") or low.endswith("n't")


def _carries(words: Sequence[Token], beside: Sequence[Token]) -> bool:
    """Whether some word denies that has no counterpart beside it: the sentence may deny in another way."""
    known = {word.stem for word in beside}
    return any(_is_negator(word) for word in words) or any(
        word.text.casefold() in words_of("carriers") or _is_contrary_of(word, beside)
        for word in words
        if word.stem not in known
    )


def _is_contrary_of(word: Token, beside: Sequence[Token]) -> bool:
    """Whether the word denies another by its prefix: "unsafe" beside "safe"."""
    plain = {each.text.casefold() for each in beside}
    return any(word.text.casefold().removeprefix(prefix) in plain for prefix in ("un", "in", "im", "non", "dis"))


def _flipped(pair: Pair, turned: Sequence[tuple[Token, Token]], other: Sequence[Token], gone: bool) -> list[Change]:
    """The change at the first word that was turned on the one side and stands flat on the other."""
    for negator, told in turned:
        kept = next((word for word in other if word.stem == told.stem), None)
        if kept is None:
            continue
        with_not, without = (pair.first, pair.second) if gone else (pair.second, pair.first)
        negated, flat = cut(with_not, negator.start, told.end), cut(without, kept.start, kept.end)
        spans = (negated, flat) if gone else (flat, negated)
        which = "first" if gone else "second"
        why = f"“{spans[0].text}” and “{spans[1].text}” say contrary things: the {which} alone negates it."
        return [_change(pair, spans, why)]
    return []


def _change(pair: Pair, spans: tuple[Span, Span], why: str, confidence: float = _CONFIDENCE_NEGATION) -> Change:
    return Change(
        kind="meaning",
        severity=3,
        before=spans[0],
        after=spans[1],
        between=pair.between,
        why=why,
        confidence=confidence,
    )


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
            found.append(_change(pair, spans, f"“{one.text}” and “{other.text}” are contraries."))
    return found


def _has_both(word: Token, words: Sequence[Token]) -> bool:
    """Whether its contrary stands beside the word, as in "one rose, the other lost"."""
    return any(_contrary(word, other) for other in words)


def _denies_otherwise(words: Sequence[Token], beside: Sequence[Token], but: Token) -> bool:
    """Whether another word denies here alone: with a contrary word it may say the same as before."""
    known = {word.stem for word in beside} | {but.stem}
    return any(
        _is_negator(word) or word.text.casefold() in words_of("carriers") for word in words if word.stem not in known
    )


def _plain(of: Side, words: Sequence[Token]) -> list[Token]:
    return [word for word in words if not is_quoted(of, word.start)]


def _contrary(one: Token, other: Token) -> bool:
    return are_contrary(one.text.casefold(), other.text.casefold())


def _is_parted(word: Token, other: Token, words: Sequence[Token]) -> bool:
    """Whether the other is this word with its prefix parted off ("nonfatal", "non-fatal")."""
    place = words.index(word)
    return place > 0 and words[place - 1].text.casefold() + word.text.casefold() == other.text.casefold()


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
