"""What of a group says what the group says: other sentences and other parts of a sentence are left out."""

from collections.abc import Sequence

from stemma.claims.units import Unit, stems
from stemma.records import Span, Statement

__all__ = ["carrying", "pieces", "pruned"]

# Words in common with what the group says: below the first a unit is of another fact where its article has one with
# the second (chosen by eye on invented stories).
_FEW, _ENOUGH = 2, 3
# A part of a sentence says the same if it shares so much of its words.
_PART = 0.34
# Who says so much of a part, in characters, says it (chosen by eye; an aside is shorter).
_MOST = 0.4


def pruned(group: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """The units that say what the group says, and those that stand beside such a one of their article by chance."""
    if len(group) < _ENOUGH:
        return list(group), []
    centre = max(group, key=lambda unit: (_shared_with_all(unit, group), unit.article, -unit.place))
    best: dict[str, int] = {}
    for unit in group:
        best[unit.article] = max(best.get(unit.article, 0), len(unit.stems & centre.stems))
    apart = [u for u in group if len(u.stems & centre.stems) < _FEW and best[u.article] >= _ENOUGH]
    return [unit for unit in group if unit not in apart], apart


def _shared_with_all(unit: Unit, group: Sequence[Unit]) -> int:
    return sum(len(unit.stems & other.stems) for other in group if other.article != unit.article)


def pieces(unit: Unit, told: frozenset[str]) -> tuple[Span, ...]:
    """The parts of what the unit says that hold words of `told`; all where none is nearer than the others."""
    if len(unit.said) < 2:
        return unit.said
    kept = []
    for piece in unit.said:
        own = stems(piece.text, "en")
        shared = len(own & told)
        if shared >= _FEW and shared >= _PART * len(own):
            kept.append(piece)
    return tuple(kept) or unit.said


def carrying(unit: Unit, kept: Sequence[Span]) -> list[Statement]:
    """The statements that say one of the kept parts, or most of it: not those of an aside within it.

    Where the whole passage speaks for them, all do.
    """
    if unit.passage in kept:
        return list(unit.statements)
    return [
        statement
        for statement in unit.statements
        if any(_overlap(piece, part) >= _MOST * len(part.text) for piece in statement.content for part in kept)
    ]


def _overlap(piece: Span, part: Span) -> int:
    return min(piece.end, part.end) - max(piece.start, part.start)
