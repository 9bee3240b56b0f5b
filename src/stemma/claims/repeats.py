"""Units that say one thing in the same words, as a text does that says all of it again."""

from collections.abc import Iterable

from stemma.claims.units import Unit

__all__ = ["first_of_each", "wording"]


def wording(unit: Unit) -> tuple[object, ...]:
    """What is compared of a unit: its article, its passage's words, what of them it says, and who is said to say it."""
    start = unit.passage.start
    said = tuple((piece.start - start, piece.end - start) for piece in unit.said)
    voices = tuple(
        (each.speaker, each.denies, tuple(piece.text for piece in each.source), tuple(p.text for p in each.content))
        for each in unit.statements
    )
    return unit.article, unit.passage.text, said, voices


def first_of_each(units: Iterable[Unit]) -> list[Unit]:
    """The units in their order without those that say again what one before them says.

    What holds of a unit holds of its repetitions, and comparing all of them would cost the square of their number.
    """
    kept: dict[tuple[object, ...], Unit] = {}
    for unit in units:
        kept.setdefault(wording(unit), unit)
    return list(kept.values())
