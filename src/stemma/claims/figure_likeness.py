"""Whether two figures count one thing."""

import re

from stemma.claims.figure_places import Place, is_number_put
from stemma.claims.verdicts import compatible
from stemma.records import FigureValue

__all__ = ["GENERIC", "Verbatim", "one_thing"]

# Article and passage of one, article and passage of the other: those that have nearly the same words.
Verbatim = frozenset[tuple[str, int, str, int]]

# Words for people in general: two counts of "people" are of one thing only if what surrounds them is too.
GENERIC = frozenset(
    "peopl person other man men woman women individu civilian troop soldier offici member citizen resid "
    "life live bodi victim dead death fatal passeng arrest".split()
)
# Both are people, and never the same ones.
_MALE, _FEMALE = frozenset({"man", "men"}), frozenset({"woman", "women"})
# So much of the smaller context must be shared for two counts to be of one thing (chosen by eye on the bundled gold).
_CONTEXT = 0.3
# So much of it for two bare sums of money (chosen by eye on invented stories).
_BARE_CONTEXT = 0.5
# Where the passages are not nearly the same, counts further apart than this are taken for counts of different things.
_FARTHEST = 3.0
# A story seldom gives two places with populations as near as this, and often one place's with different rounding.
_SAME_POPULATION = 1.25
# Shares of one whole, each rounded.
_ROUNDING = 2.0
# Roles that say as much as a noun: "31 hurt" and "about 30 people hurt" are of one thing if they are compatible.
_TELLING_ROLES = frozenset({"killed", "hurt", "missing", "held"})
# What counts what came on top of another number.
_ON_TOP = re.compile(r"\b(?:more|additional|another|further|extra|other)\b")
_ON_TOP_BEFORE = re.compile(r"\b(?:an additional|another|a further|an extra) $", re.IGNORECASE)


def one_thing(a: Place, b: Place, verbatim: Verbatim) -> bool:
    """Whether the figures count one thing; `verbatim`: where the passages are nearly the same, they do."""
    one, other = a.figure, b.figure
    if one.role != other.role or one.value.unit != other.value.unit or a.part != b.part or not _same_counted(a, b):
        return False
    if _is_reckoned_of(a, b) or _is_reckoned_of(b, a):
        return True
    smaller = min(len(a.context), len(b.context))
    shared = len(a.context & b.context) / smaller if smaller else 0.0
    if a.article == b.article:
        same = one.value.low == other.value.low and one.value.high == other.value.high and a.counted == b.counted
        return same and (not a.counted <= GENERIC or one.role in _TELLING_ROLES or shared >= _CONTEXT)
    if a.standing != b.standing and (one.value.low, one.value.high) != (other.value.low, other.value.high):
        return False  # "13 of the 17 districts" says nothing against 17
    if (a.article, a.passage.index, b.article, b.passage.index) in verbatim:
        return True
    if not a.counted:
        return shared >= _BARE_CONTEXT and _apart(one.value, other.value) <= _FARTHEST
    return _may_be_one(a, b) and (
        (one.role == "population" and _apart(one.value, other.value) <= _SAME_POPULATION)
        or (_apart(one.value, other.value) <= _FARTHEST and (shared >= _CONTEXT or _is_told_alike(a, b)))
    )


def _may_be_one(a: Place, b: Place) -> bool:
    """Whether nothing says that two numbers are of different wholes or times.

    What came on top is no total, yet "another 31 hostages" and "more than 30 hostages" may be the same people.
    """
    one, other = a.figure, b.figure
    bounded = one.value.bound != other.value.bound and compatible(one.value, other.value)
    if (_adds(a) != _adds(b) and not bounded) or (one.role in _TELLING_ROLES and a.elsewhen != b.elsewhen):
        return False
    return one.role != "share" or not _make_a_whole(one.value, other.value)


def _is_told_alike(a: Place, b: Place) -> bool:
    """Whether what is counted says enough that it is one thing, whatever stands around."""
    named = a.counted & b.counted
    if a.figure.role in _TELLING_ROLES and a.sole and b.sole:
        return True
    special = bool(named - GENERIC) or a.figure.role in _TELLING_ROLES
    return special and (compatible(a.figure.value, b.figure.value) or len(named) > 1)


def _is_reckoned_of(a: Place, b: Place) -> bool:
    """Whether the first is what another puts the second's number at, a sentence before it or in the same."""
    near = a.article == b.article and 0 <= a.passage.index - b.passage.index <= 1 and a.counted == b.counted
    bare = a.figure.counted not in a.figure.value.span.text.casefold()
    before = b.figure.number.start < a.figure.number.start
    return near and before and bare and is_number_put(a.passage.span.text)


def _make_a_whole(one: FigureValue, other: FigureValue) -> bool:
    """Whether two shares are the two sides of one whole, as those for and those against."""
    ends = one.low, other.low
    return ends[0] != ends[1] and None not in ends and abs(sum(filter(None, ends)) - 100) <= _ROUNDING


def _adds(place: Place) -> bool:
    """Whether the words count what came on top ("two more boats", "a further 11 percent"), which is no total."""
    value = place.figure.value
    before = place.passage.span.text[: max(0, value.span.start - place.passage.span.start)]
    on_top = _ON_TOP.search(value.span.text) or _ON_TOP_BEFORE.search(before)
    return value.bound == "exact" and on_top is not None


def _same_counted(a: Place, b: Place) -> bool:
    """Whether one's counted words are among the other's; two generic words for people also match."""
    if not a.counted or not b.counted:
        return a.figure.role == "money" and not a.counted and not b.counted
    generic = bool(a.counted & GENERIC) and bool(b.counted & GENERIC)
    if any(one.counted & _MALE and other.counted & _FEMALE for one, other in ((a, b), (b, a))):
        return False
    return a.counted <= b.counted or b.counted <= a.counted or generic


def _apart(a: FigureValue, b: FigureValue) -> float:
    """Ratio of the larger to the smaller value, by the end that each has."""
    first = a.low if a.low is not None else a.high
    second = b.low if b.low is not None else b.high
    if not first or not second:
        return 1.0 if first == second else float("inf")
    return max(first, second) / min(first, second)
