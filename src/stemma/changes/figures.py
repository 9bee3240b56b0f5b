"""Figures that differ, and figures of which one account says “many” instead."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from stemma.changes.links import Link
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, cut, words_in
from stemma.lexicon import table
from stemma.records import Change, Figure, Span, Standing, standings
from stemma.text.numbers import numbers
from stemma.text.tokens import stem, tokens

__all__ = ["compatible", "figures_altered", "figures_lost"]

# "About" leaves a figure this much room (chosen by eye: reporters round to one or two places).
_ABOUT = 0.1
# A link below this similarity may join two sentences on different matters.
_LEAST_SCORE = 0.3
# A vague word with the very noun or role of the figure says more, so less likeness is enough (chosen by eye).
_LEAST_SCORE_LOST = 0.25
# Figures below this are seldom what "several" stands for.
_LEAST_LOST = 3
# A unit is held against another only where the rest of the sentence was kept.
_SAME_SENTENCE = 0.6
# Below this two numbers of one thing may have been parted otherwise among the sentences.
_NEARLY = 0.75
_DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD"})
_UPPER = frozenset({"at_most", "less_than"})
_LOOSE = frozenset({"dozens", "hundreds", "thousands", "millions"})
# Measured: the share right on edits made to order, by the rule of succession (64 of 64, 8 of 8).
_CONFIDENCE = 0.98
_CONFIDENCE_LOST = 0.9


def figures_altered(pair: Pair) -> list[Change]:
    """Figures of one counted thing in aligned passages whose values cannot both hold."""
    found = []
    for link in pair.links:
        if link.score < _LEAST_SCORE:
            continue
        ours, theirs = _but_the_same(_within(pair.first, link.first_index), _within(pair.second, link.second_index))
        standing = {**_standing(ours), **_standing(theirs)}
        for figure in theirs:
            level = standing[figure.number]
            rivals = _of_one_thing(figure, [one for one in ours if standing[one.number] == level])
            peers = _of_one_thing(figure, [other for other in theirs if standing[other.number] == level])
            if len(rivals) != 1 or len(peers) != 1 or _stands_in(figure, ours) or _stands_in(rivals[0], theirs):
                continue
            if _differ(rivals[0], figure) and not _told_beside(pair, link, rivals[0], figure):
                found.append(_altered(pair, rivals[0], figure))
        if link.score >= _SAME_SENTENCE:
            found.extend(_altered(pair, one, other) for one, other in _units_exchanged(ours, theirs))
    return found


def _but_the_same(ours: Sequence[Figure], theirs: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """The figures of either side that are not told of the same thing on the other; a part stays with its whole."""
    kept = [each for each in ours if not any(_is_kept(each, other) for other in theirs)]
    new = [other for other in theirs if not any(_is_kept(each, other) for each in ours)]
    parts = {*_parts(ours), *_parts(theirs)}
    return [one for one in ours if one in kept or one in parts], [one for one in theirs if one in new or one in parts]


def _is_kept(one: Figure, other: Figure) -> bool:
    return _numbers(one) == _numbers(other) and _one_thing(one, other) and not _differ(one, other)


def _parts(figures: Sequence[Figure]) -> list[Figure]:
    return [figure for figure, how in zip(figures, standings(figures), strict=True) if how != "alone"]


def _told_beside(pair: Pair, link: Link, one: Figure, other: Figure) -> bool:
    """Whether these passages have the other's number too, or those next to them where they are little alike."""
    if _numbers(one) == _numbers(other):
        return False
    reach = 0 if link.score >= _NEARLY else 1
    return _stands_beside(pair.first, link.first_index, other, reach) or _stands_beside(
        pair.second, link.second_index, one, reach
    )


def _stands_beside(of: Side, places: Sequence[int], figure: Figure, reach: int) -> bool:
    near = range(max(0, min(places) - reach), min(len(of.passages), max(places) + reach + 1))
    return any(number.value in _numbers(figure) for place in near for number in numbers(of.passages[place].span.text))


def _units_exchanged(ours: Sequence[Figure], theirs: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Figures of one number in another unit: "three weeks", "three months"; each number once on each side."""
    found = []
    for other in theirs:
        left = [one for one in ours if _numbers(one) == _numbers(other)]
        right = [one for one in theirs if _numbers(one) == _numbers(other)]
        if len(left) == len(right) == 1 and _are_two_units(left[0].value.unit, other.value.unit):
            found.append((left[0], other))
    return found


def _are_two_units(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return False
    return not ("dollars" in (one, other) and _DOLLARS & {one, other}) and "or" not in f"{one} {other}".split()


def _standing(figures: Sequence[Figure]) -> dict[Span, Standing]:
    """Whether each figure is a part or the whole of "13 of the 17 districts": a part is not held against a whole."""
    return {figure.number: how for figure, how in zip(figures, standings(figures), strict=True)}


def _of_one_thing(figure: Figure, others: Sequence[Figure]) -> list[Figure]:
    """Those that count the same thing; where some have its very role, these alone."""
    found = [other for other in others if _one_thing(other, figure)]
    return [other for other in found if other.role == figure.role] or found


def _stands_in(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether the same number stands there of something else: then the two may only be counted otherwise."""
    return any(_numbers(figure) == _numbers(other) and not _one_thing(figure, other) for other in others)


def _differ(one: Figure, other: Figure) -> bool:
    """Whether they cannot both hold, or give two numbers to one open bound ("more than 30", "more than 80")."""
    if _numbers(one) == _numbers(other):
        return {one.value.bound in _UPPER, other.value.bound in _UPPER} == {True, False} and _is_open(one, other)
    if not compatible(one, other):
        return True
    left, right = _open_end(one), _open_end(other)
    if one.value.bound != other.value.bound or left is None or right is None:
        return False
    return abs(left - right) > _ABOUT * max(abs(left), abs(right))


def _numbers(figure: Figure) -> frozenset[float]:
    """The numbers as written, whatever their bound."""
    return frozenset(value for value in (figure.value.low, figure.value.high) if value is not None)


def _is_open(one: Figure, other: Figure) -> bool:
    """Whether both bounds leave one side open: "at most 30" against "more than 30"."""
    return _open_end(one) is not None and _open_end(other) is not None


def _open_end(figure: Figure) -> float | None:
    """The number of a bound that leaves one side open."""
    low, high = figure.value.low, figure.value.high
    if (low is None) == (high is None):
        return None
    return low if low is not None else high


def _within(of: Side, places: Iterable[int]) -> list[Figure]:
    return [figure for place in places for figure in of.counted.get(place, ()) if not _is_torn(of.text, figure)]


def _is_torn(text: str, figure: Figure) -> bool:
    """Whether blanks were put inside the number ("1, 600"), so that only a part of it was read."""
    before, after = text[max(0, figure.number.start - 3) : figure.number.start], text[figure.number.end :][:3]
    return bool(re.search(r"\d[.,]\s?$", before) or re.match(r"\s?[.,]\s?\d", after))


def _one_thing(one: Figure, other: Figure) -> bool:
    """Whether both count the same thing in the same role."""
    if one.value.unit != other.value.unit:
        return False
    if one.role != other.role and "other" not in (one.role, other.role):
        return False
    left, right = _heads(one.counted), _heads(other.counted)
    if one.role == other.role and one.role in {"killed", "hurt"} and (left & _anybody() or right & _anybody()):
        return True
    if (not left or not right) and one.value.unit is not None:
        return True
    if not left or not right:
        return one.role == other.role and one.role != "other" and (left == right or one.role in {"killed", "hurt"})
    return bool(left & right)


def _heads(counted: str) -> frozenset[str]:
    """The head noun of what is counted, and the words that may stand for it."""
    found = tokens(counted)
    if not found:
        return frozenset()
    last = found[-1].stem
    return frozenset({last}).union(*(group for group in _groups() if last in group))


@cache
def _anybody() -> frozenset[str]:
    """Stems of words for people that say no more of them."""
    return frozenset(stem(word) for word in "people person man men victim life lives other others dead".split())


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stem(word) for word in str(line).split()) for line in table("scales")["counted"]["groups"])


def compatible(one: Figure, other: Figure) -> bool:
    """Whether some number satisfies both, with room for "about" and for rounding."""
    low_one, high_one = _room(one)
    low_other, high_other = _room(other)
    if low_one < high_other and low_other < high_one:
        return True
    exclusive = {"more_than", "less_than"} & {one.value.bound, other.value.bound}
    if not exclusive and low_one <= high_other and low_other <= high_one:
        return True
    return _rounds(one, other) or _rounds(other, one)


def _room(figure: Figure) -> tuple[float, float]:
    low = figure.value.low if figure.value.low is not None else float("-inf")
    high = figure.value.high if figure.value.high is not None else float("inf")
    if figure.value.bound == "about":
        return low * (1 - _ABOUT), high * (1 + _ABOUT)
    return low, high


def _rounds(one: Figure, other: Figure) -> bool:
    """Whether the second is the first rounded to its own few places ("5,087", "5,000")."""
    exact, rounded = one.value.low, other.value.low
    if exact is None or rounded is None or one.value.high != exact or other.value.high != rounded:
        return False
    if rounded < 100 or rounded != int(rounded):  # below a hundred nobody rounds without saying so
        return False
    digits = str(int(rounded))
    step: int = 10 ** (len(digits) - len(digits.rstrip("0")))
    return step >= 100 and abs(exact - rounded) < step / 2


def _altered(pair: Pair, one: Figure, other: Figure) -> Change:
    return Change(
        kind="figure",
        severity=2,
        before=one.value.span,
        after=other.value.span,
        between=pair.between,
        why=f"One account has “{one.value.span.text}”, the other “{other.value.span.text}”; both cannot hold.",
        confidence=_CONFIDENCE,
    )


def figures_lost(pair: Pair) -> list[Change]:
    """Figures of the first where the aligned passages of the second say "many" instead."""
    found = []
    for link in pair.links:
        if link.score < _LEAST_SCORE_LOST:
            continue
        theirs = _within(pair.second, link.second_index)
        for figure in _within(pair.first, link.first_index):
            if not _is_precise(figure) or any(_one_thing(figure, other) for other in theirs):
                continue
            if any(_one_thing(figure, other) and compatible(figure, other) for other in pair.second.account.figures):
                continue
            vague = _vague(pair.second, link, figure)
            if vague is not None:
                found.append(_lost(pair, figure, vague))
    return found


def _is_precise(figure: Figure) -> bool:
    low = figure.value.low
    return low is not None and low >= _LEAST_LOST and figure.value.bound not in _LOOSE


@cache
def _vague_words() -> re.Pattern[str]:
    phrases = sorted((str(word) for word in table("scales")["vague"]["words"]), key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b", re.IGNORECASE)


def _vague(second: Side, link: Link, figure: Figure) -> Span | None:
    """A vague quantity of what the figure counts, with its noun."""
    wanted = _heads(figure.counted) | _role_words(figure.role)
    for span in link.second:
        for match in _vague_words().finditer(second.text, span.start, span.end):
            following = words_in(second, [span])
            nouns = [word for word in following if word.start >= match.end()][:3]
            noun = next((word for word in nouns if word.stem in wanted), None)
            if noun is not None:
                return cut(second, match.start(), noun.end)
    return None


@cache
def _role_words(role: str) -> frozenset[str]:
    return frozenset(stem(word) for word in str(table("scales")["roles"].get(role, "")).split())


def _lost(pair: Pair, figure: Figure, vague: Span) -> Change:
    return Change(
        kind="figure",
        severity=2,
        before=figure.value.span,
        after=vague,
        between=pair.between,
        why=f"One account has “{figure.value.span.text}”, the other “{vague.text}” and no number.",
        confidence=_CONFIDENCE_LOST,
    )
