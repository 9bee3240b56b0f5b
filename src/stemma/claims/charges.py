"""Accusations that are answered: "denied the accusation" is a denial of what somebody was accused of before."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from stemma.claims.denials import points_back
from stemma.claims.units import Unit, stems

__all__ = ["Charges", "answers_a_charge"]

_CHARGE = re.compile(r"\b(?:accusation|allegation|charge)s?\b", re.IGNORECASE)
_ACCUSING = re.compile(r"\b(?:accus|alleg|charg|blam|claim)", re.IGNORECASE)


class Charges:
    """What is accused in the units, by article and place."""

    def __init__(self, found: Sequence[Unit]) -> None:
        told = (charge for unit in found if (charge := _charge(unit)) is not None)
        self._charges = sorted(told, key=_place)
        self._places = [_place(charge) for charge in self._charges]

    def answered(self, denials: Sequence[Unit]) -> list[Unit]:
        """What each of the denials answers: of its article the last accusation before it.

        The units are cut to the words of the accusation, for the rest of their sentences is not denied.
        """
        before = (bisect_left(self._places, _place(denial)) - 1 for denial in denials)
        found = [
            self._charges[at]
            for at, denial in zip(before, denials, strict=True)
            if at >= 0 and self._charges[at].article == denial.article
        ]
        return list({_place(charge): charge for charge in sorted(found, key=_place)}.values())


def _place(unit: Unit) -> tuple[str, int]:
    return unit.article, unit.place


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
