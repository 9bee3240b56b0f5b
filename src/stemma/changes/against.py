"""A summary held against its whole document: particulars that the document nowhere bears out."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from stemma.changes.sides import Side, cut, side
from stemma.changes.wording import are_contrary
from stemma.records import Account, Change, ChangeKind, Span
from stemma.text.dates import dates
from stemma.text.numbers import numbers
from stemma.text.rarity import information, zipf
from stemma.text.tokens import Token, stem

__all__ = ["against", "is_summary"]

# Constants measured on the fitting halves of two sets of machine summaries and on honest ones of our own.
# A sentence of whose weight two neighbouring passages hold this share says what they say; one of which they hold less
# than the least is about something else, and nothing can be held against it.
_BORNE_OUT = 0.7
_ABOUT_IT = 0.25
# Words that the summary joins stand farther apart than this in the document, in words, wherever they stand there.
_APART = 25
# At most this many places lie between joined words ("of the" between two nouns).
_JOINED = 3
# Words below this weight are grammar or say too little to be joined to anything.
_TELLING = 1.6
# A word rarer than this in the language is taken for a name: letters' case is no guide in summaries.
_RARE = 3.0
# Numbers nearer than this are one, rounded; "two" comes with grammar.
_ROUNDED = 0.06
_LEAST = 3.0
# "Twelve hurt" may be nine and three: counts below this are added up.
_SUMMED = 100.0
# Forms of one word share so many letters ("council", "councillor").
_LETTERS = 6
# A text this short, and so many times shorter than the other, is a summary of it.
_MOST_PASSAGES = 3
_TIMES = 4
_MOST_CHARACTERS = 1500
# Words that are nowhere near each other may still be joined rightly: on honest abstracts of our own every fourth has
# such a pair, on consistent extracts every thirtieth. What stands nowhere at all is surer.
_CONFIDENCE = {"figure": 0.9, "date": 0.9, "name": 0.8, "meaning": 0.5}
_MARK = re.compile(r"[,;:.!?\"“”‘()\[\]–—-]")


class _Words(NamedTuple):
    """A text's words by what they are matched by, with their places, and the words of neighbouring passages."""

    of: Side
    places: dict[str, list[int]]
    windows: tuple[frozenset[str], ...]
    numbers: frozenset[float]
    digits: str


class _Claim(NamedTuple):
    """One sentence of the summary, and the words that say something in it with their places."""

    of: Side
    span: Span
    words: tuple[tuple[int, Token], ...]


def is_summary(document: Account, summary: Account) -> bool:
    """Whether the second is so short beside the first that its sentences have no place to be laid against."""
    count = len(summary.witness.passages)
    short = 0 < count <= _MOST_PASSAGES and len(summary.witness.article.text) <= _MOST_CHARACTERS
    return short and len(document.witness.passages) >= _TIMES * count


def against(document: Account, summary: Account) -> tuple[Change, ...]:
    """What the summary says that the document does not bear out, in the summary's order.

    Each sentence is held against the whole document, not against one aligned place. A sentence that two neighbouring
    passages hold nearly whole is left alone, and so is one about another matter.
    """
    whole, told = _words(side(document)), side(summary)
    found: list[Change] = []
    for claim in _claims(told):
        share = _share(whole, claim)
        if share >= _ABOUT_IT:
            found.extend((*_numbers_elsewhere(whole, claim), *_days_elsewhere(whole, claim)))
        if _ABOUT_IT <= share < _BORNE_OUT:
            for finder in _FINDERS:
                found.extend(finder(whole, claim))
        elif share >= _BORNE_OUT:
            found.extend(_contraries(whole, claim))
    return tuple(found)


def _words(of: Side) -> _Words:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(of.words):
        places.setdefault(_key(word), []).append(place)
    held = [
        frozenset(
            _key(word)
            for word in of.words[bisect_left(of.starts, each.span.start) : bisect_left(of.starts, each.span.end)]
        )
        for each in of.passages
    ]
    windows = tuple(one | other for one, other in pairwise(held)) or tuple(held)
    values = frozenset(number.value for number in numbers(of.text))
    return _Words(of, places, windows, values, re.sub(r"[\s,]", "", of.text))


def _key(word: Token) -> str:
    if word.text[0].isdigit():
        return word.text.replace(",", "")
    return stem(word.text.casefold())[:_LETTERS]


def _weight(word: Token) -> float:
    return 4.0 if word.text[0].isdigit() else information(word.text.casefold())


def _claims(of: Side) -> Iterable[_Claim]:
    for passage in of.passages:
        low, high = bisect_left(of.starts, passage.span.start), bisect_left(of.starts, passage.span.end)
        telling = [(place, of.words[place]) for place in range(low, high) if _weight(of.words[place]) >= _TELLING]
        yield _Claim(of, passage.span, tuple(telling))


def _share(whole: _Words, claim: _Claim) -> float:
    """The largest share of the claim's weight that two neighbouring passages hold."""
    weights = {_key(word): _weight(word) for _, word in claim.words}
    total = sum(weights.values())
    if not total:
        return 0.0
    return max((sum(weights[key] for key in weights if key in window) for window in whole.windows), default=0.0) / total


def _numbers_elsewhere(whole: _Words, claim: _Claim) -> list[Change]:
    """Numbers that stand nowhere in the document, nor are the sum of two that do."""
    counts = [value for value in whole.numbers if value < _SUMMED and value == int(value)]
    sums = whole.numbers | {one + other for one in counts for other in counts}
    found = []
    for number in numbers(claim.span.text):
        near = any(abs(number.value - value) <= _ROUNDED * number.value for value in sums)
        written = re.sub(r"[\s,]", "", claim.span.text[number.start : number.end])
        if number.kind not in {"digits", "words"} or number.value < _LEAST or near or written in whole.digits:
            continue
        span = cut(claim.of, claim.span.start + number.start, claim.span.start + number.end)
        found.append(_change(whole, "figure", span, f"The number “{span.text}” stands nowhere in the document."))
    return found


def _names_elsewhere(whole: _Words, claim: _Claim) -> list[Change]:
    """Words as rare as names that stand nowhere in the document."""
    found = []
    for _, word in claim.words:
        if word.text.isalpha() and _key(word) not in whole.places and zipf(word.text.casefold()) < _RARE:
            span = cut(claim.of, word.start, word.end)
            found.append(_change(whole, "name", span, f"“{span.text}” stands nowhere in the document."))
    return found


def _days_elsewhere(whole: _Words, claim: _Claim) -> list[Change]:
    """Days and months that the document does not name, where it names others."""
    named = {text.casefold() for text in re.findall(_DAY, whole.of.text, re.IGNORECASE)}
    found = []
    for date in dates(claim.span.text, None):
        words = {text.casefold() for text in re.findall(_DAY, claim.span.text[date.start : date.end], re.IGNORECASE)}
        if words and named and not words & named:
            span = cut(claim.of, claim.span.start + date.start, claim.span.start + date.end)
            found.append(_change(whole, "date", span, f"The document does not name “{span.text}”, but other days."))
    return found


_DAY = r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"


def _joined_otherwise(whole: _Words, claim: _Claim) -> list[Change]:
    """Two words joined here which the document has, but nowhere near each other."""
    found = []
    for (place, one), (next_place, other) in pairwise(claim.words):
        between = claim.of.text[one.end : other.start]
        if next_place - place > _JOINED or _MARK.search(between) or _key(one) == _key(other):
            continue
        ours, theirs = whole.places.get(_key(one)), whole.places.get(_key(other))
        if ours and theirs and _nearest(ours, theirs) > _APART:
            span = cut(claim.of, one.start, other.end)
            why = f"The document has the words of “{span.text}”, but nowhere near each other."
            found.append(_change(whole, "meaning", span, why))
    return found


def _nearest(ours: Sequence[int], theirs: Sequence[int]) -> int:
    """The least distance between two sorted rows of places."""
    best = abs(ours[0] - theirs[0])
    for place in ours:
        at = bisect_left(theirs, place)
        best = min([best, *(abs(theirs[near] - place) for near in (at - 1, at) if 0 <= near < len(theirs))])
    return best


def _contraries(whole: _Words, claim: _Claim) -> list[Change]:
    """A word that the bearing passages lack, where they have its contrary and nothing else contrary."""
    weights = {_key(word): _weight(word) for _, word in claim.words}
    window = max(whole.windows, key=lambda held: sum(weights[key] for key in weights if key in held))
    found = []
    for _, word in claim.words:
        if _key(word) in window or _key(word) in whole.places:
            continue
        contrary = [other for other in whole.of.words if _key(other) in window and _are_contrary(word, other)]
        if contrary:
            span = cut(claim.of, word.start, word.end)
            why = f"“{span.text}” stands here where the document has its contrary, “{contrary[0].text}”."
            found.append(_change(whole, "meaning", span, why))
    return found


def _are_contrary(one: Token, other: Token) -> bool:
    return are_contrary(one.text.casefold(), other.text.casefold())


def _change(whole: _Words, kind: ChangeKind, after: Span, why: str) -> Change:
    return Change(
        kind=kind,
        severity=3 if kind == "name" else 2,
        before=None,
        after=after,
        between=(whole.of.id, after.article),
        why=why,
        confidence=_CONFIDENCE[kind],
    )


_FINDERS: tuple[Callable[[_Words, _Claim], list[Change]], ...] = (_names_elsewhere, _joined_otherwise)
