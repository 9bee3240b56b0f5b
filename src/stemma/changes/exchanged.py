"""Names that changed places in a sentence, or were replaced by other names."""

from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import Literal

from stemma.changes.links import Link
from stemma.changes.names import is_variant
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, cut, is_quoted, words_in
from stemma.records import Change, Span
from stemma.text.names import Name
from stemma.text.tokens import Token

__all__ = ["names_replaced", "names_reversed"]

# Who does it and whom it is done to stand at most this many words from the verb ("beat the visitors from Arden").
_NEAR = 2
_PASSIVE = frozenset("by was were been being is are be".split())
_LEAST_SCORE = 0.5
_CONFIDENCE = 0.75  # measured: the share right on edits made to order, by the rule of succession (2 of 2)


def names_reversed(pair: Pair) -> list[Change]:
    """Sentences in which two names changed sides of one verb."""
    found = []
    for link in pair.links:
        if link.score < _LEAST_SCORE:
            continue
        ours, theirs = _clauses(pair.first, link.first), _clauses(pair.second, link.second)
        for (doer, verb, other), span in sorted(ours.items()):
            turned = theirs.get((other, verb, doer))
            if turned is not None and (doer, verb, other) not in theirs:
                found.append(
                    _change(pair, "meaning", (span, turned), "Who did it and whom it was done to are exchanged.")
                )
    return found


def _clauses(of: Side, spans: Iterable[Span]) -> dict[tuple[str, str, str], Span]:
    """Every "X verb Y" with two names and one word between them that is no name, by their stems."""
    found: dict[tuple[str, str, str], Span] = {}
    for span in spans:
        words = words_in(of, [span])
        named = [name for name in of.names if span.start <= name.start < span.end and not is_quoted(of, name.start)]
        for one, other in permutations(named, 2):
            between = [word for word in words if one.end <= word.start and word.end <= other.start]
            if not 1 <= len(between) <= 1 + _NEAR or of.text[one.end : other.start].strip(" ").count(","):
                continue
            if any(word.text.casefold() in _PASSIVE for word in between) or not between[0].text.islower():
                continue
            if len(between[0].text) > 3:  # a conjunction or a preposition is no deed
                key = (one.words[-1], between[0].stem, other.words[-1])
                found.setdefault(key, cut(of, one.start, other.end))
    return found


def names_replaced(pair: Pair) -> list[Change]:
    """Sentences kept word for word but for one name, where another stands that the first has elsewhere."""
    found = []
    for link in pair.links:
        if link.kind not in {"same", "edited"}:
            continue
        lost = _alone(pair.first, link.first, pair.second, link.second)
        won = _alone(pair.second, link.second, pair.first, link.first)
        if len(lost) == len(won) == 1 and _replaces(pair, link, lost[0], won[0]):
            spans = cut(pair.first, lost[0].start, lost[0].end), cut(pair.second, won[0].start, won[0].end)
            found.append(
                _change(
                    pair, "name", spans, f"One account names “{lost[0].text}” where the other names “{won[0].text}”."
                )
            )
    return found


def _alone(of: Side, spans: Sequence[Span], other: Side, beside: Sequence[Span]) -> list[Name]:
    """Names in the passages that share no word with those beside them."""
    known = {word.stem for word in words_in(other, beside)}
    return [
        name
        for name in of.names
        if any(span.start <= name.start < span.end for span in spans) and not known & _stems(of, name) and name.words
    ]


def _stems(of: Side, name: Name) -> set[str]:
    return {word.stem for word in words_in(of, [cut(of, name.start, name.end)])}


def _replaces(pair: Pair, link: Link, lost: Name, won: Name) -> bool:
    if any(is_variant(one, other) for one in lost.words for other in won.words):
        return False
    if any(name.text.isupper() for name in (lost, won)):  # initials may stand for the other
        return False
    elsewhere = any(set(won.words) <= set(name.words) for name in pair.first.names)
    before, after = _around(words_in(pair.first, link.first), lost), _around(words_in(pair.second, link.second), won)
    return elsewhere and before == after and len(lost.words) == len(won.words)


def _around(words: Sequence[Token], name: Name) -> tuple[str, str]:
    """The stems before and after the name; empty at an end."""
    before = [word.stem for word in words if word.end <= name.start]
    after = [word.stem for word in words if word.start >= name.end]
    return (before[-1] if before else ""), (after[0] if after else "")


def _change(pair: Pair, kind: Literal["meaning", "name"], spans: tuple[Span, Span], why: str) -> Change:
    return Change(
        kind=kind,
        severity=3,
        before=spans[0],
        after=spans[1],
        between=pair.between,
        why=why,
        confidence=_CONFIDENCE,
    )
