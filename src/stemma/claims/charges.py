"""Accusations that are answered: "denied the accusation" is a denial of what somebody was accused of before."""

import re
from collections.abc import Sequence

from stemma.claims.denials import points_back
from stemma.claims.units import Unit, stems

__all__ = ["accusing", "answers_a_charge"]

_CHARGE = re.compile(r"\b(?:accusation|allegation|charge)s?\b", re.IGNORECASE)
_ACCUSING = re.compile(r"\b(?:accus|alleg|charg|blam|claim)", re.IGNORECASE)


def accusing(denials: Sequence[Unit], found: Sequence[Unit]) -> list[Unit]:
    """What each of the denials answers: of its article the last unit of `found` before it that accuses.

    `found` is in the order of the articles and their places. The units are cut to the words of the accusation, for the
    rest of their sentences is not denied.
    """
    answered: dict[tuple[str, int], Unit] = {}
    for denial in denials:
        told = [unit for unit in found if unit.article == denial.article and unit.place < denial.place]
        charge = next((charge for unit in reversed(told) if (charge := _charge(unit)) is not None), None)
        if charge is not None:
            answered.setdefault((charge.article, charge.place), charge)
    return [answered[key] for key in sorted(answered)]


def _charge(unit: Unit) -> Unit | None:
    for statement in unit.statements:
        if statement.content and any(_ACCUSING.search(piece.text) for piece in statement.cue):
            told = stems(" ".join(piece.text for piece in statement.content), "en")
            return unit._replace(said=statement.content, statements=(statement,), stems=told)
    return None


def answers_a_charge(unit: Unit) -> bool:
    """Whether all that the unit denies is "the accusation", "these charges"."""
    denied = [piece.text for statement in unit.statements if statement.denies for piece in statement.content]
    return points_back(unit) and any(_CHARGE.search(text) for text in denied)
