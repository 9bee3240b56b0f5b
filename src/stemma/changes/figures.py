"""Figures that differ."""

from collections.abc import Sequence

from stemma.changes.counted import figures_within, is_on_top, one_thing
from stemma.changes.links import Link
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side
from stemma.records import Change, Figure, Span, Standing, is_of_them, standings
from stemma.text.numbers import numbers

__all__ = ["compatible", "figures_altered"]

# "About" leaves a figure this much room (chosen by eye: reporters round to one or two places).
_ABOUT = 0.1
# A link below this similarity may join two sentences on different matters.
_LEAST_SCORE = 0.3
# So may one of a citing article, which has other sources beside: there the sentence itself must have been taken over.
# A unit is held against another only where the rest of the sentence was kept.
_SAME_SENTENCE = 0.6
# Below this two numbers of one thing may have been parted otherwise among the sentences.
_NEARLY = 0.75
_DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD"})
_UPPER = frozenset({"at_most", "less_than"})
# Measured: the share right on edits made to order, by the rule of succession (64 of 64).
_CONFIDENCE = 0.98


def figures_altered(pair: Pair) -> list[Change]:
    """Figures of one counted thing in aligned passages whose values cannot both hold."""
    found = []
    for link in pair.links:
        if link.score < (_SAME_SENTENCE if pair.operation == "citation" else _LEAST_SCORE):
            continue
        ours, theirs = _but_the_same(
            figures_within(pair.first, link.first_index), figures_within(pair.second, link.second_index)
        )
        standing = {**_standing(ours), **_standing(theirs)}
        for figure in theirs:
            level = standing[figure.number]
            rivals = _ofone_thing(figure, [one for one in ours if standing[one.number] == level])
            peers = _ofone_thing(figure, [other for other in theirs if standing[other.number] == level])
            if len(rivals) != 1 or len(peers) != 1 or _stands_in(figure, ours) or _stands_in(rivals[0], theirs):
                continue
            if is_on_top(pair.first, rivals[0].number) != is_on_top(pair.second, figure.number):
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
    return _numbers(one) == _numbers(other) and one_thing(one, other) and not _differ(one, other)


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
    return {
        figure.number: "part" if is_of_them(figure) else how
        for figure, how in zip(figures, standings(figures), strict=True)
    }


def _ofone_thing(figure: Figure, others: Sequence[Figure]) -> list[Figure]:
    """Those that count the same thing; where some have its very role, these alone."""
    found = [other for other in others if one_thing(other, figure)]
    return [other for other in found if other.role == figure.role] or found


def _stands_in(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether the same number stands there of something else: then the two may only be counted otherwise."""
    return any(_numbers(figure) == _numbers(other) and not one_thing(figure, other) for other in others)


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
