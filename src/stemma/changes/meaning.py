"""Drift of meaning: a stronger or weaker word."""

from collections.abc import Sequence

from stemma.changes.doubt import open_words
from stemma.changes.links import Link
from stemma.changes.pairs import Pair
from stemma.changes.scales import Placed, govern_alike, is_adjacent, levels, may_follow, placed, severity, what
from stemma.changes.sides import head, words_in
from stemma.records import Change

__all__ = ["drift", "drift_in_head"]

# Below this, aligned passages may be on two matters that share their names.
_LEAST_SCORE = 0.4
# Headlines of two origins need so many words in common beside the scale's, or they may speak of two matters.
_SURE_OBJECTS = 2
_CERTAINTY = "certainty"
# Measured: the share right on edits made to order, by the rule of succession (41 of 41).
_CONFIDENCE_SCALE = 0.97


def drift(pair: Pair) -> list[Change]:
    """Moves along a scale in aligned passages."""
    found: list[Change] = []
    for link in pair.links:
        if link.score >= _LEAST_SCORE:
            moved = _moves(placed(pair.first, link.first), placed(pair.second, link.second))
            found.extend(
                _drifted(pair, one, other, in_head=False)
                for one, other in moved
                if other.scale != _CERTAINTY or not _is_doubted(pair, link, one.level > other.level)
            )
    return found


def _is_doubted(pair: Pair, link: Link, first: bool) -> bool:
    """Whether the surer of the two keeps the doubt in another word: "it is possible that it will"."""
    ours, theirs = open_words(words_in(pair.first, link.first)), open_words(words_in(pair.second, link.second))
    return bool(ours - theirs if first else theirs - ours)


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
