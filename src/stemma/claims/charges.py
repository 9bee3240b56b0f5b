"""Accusations that are answered: "denied the accusation" is a denial of what somebody was accused of before."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from stemma.claims.denials import points_back
from stemma.claims.units import Unit, stems
from stemma.records import Span, Statement

__all__ = ["Charges", "answers_a_charge"]

_CHARGE = re.compile(r"\b(?:accusation|allegation|charge)s?\b", re.IGNORECASE)
_ACCUSING = re.compile(r"\b(?:accus|alleg|charg|blam|claim)", re.IGNORECASE)
# "Said that the plotters were held and accused Ada Orr, who leads them, of arson".
_ACCUSED = re.compile(r"\b(?:accus(?:ed|es|ing)|charg(?:ed|es|ing)) (?P<of>[^.;“”\"]{3,120}? (?:of|with) [^.;]+)")


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
    """The unit cut to the accusation that stands last in it, from its verb on."""
    for statement in unit.statements:
        if statement.content and any(_ACCUSING.search(piece.text) for piece in statement.cue):
            told = stems(" ".join(piece.text for piece in statement.content), "en")
            return unit._replace(said=_with_verb(statement, unit.passage), statements=(statement,), stems=told)
    inside = list(_ACCUSED.finditer(unit.passage.text))
    if not inside:
        return None
    words = _part(unit.passage, inside[-1].start(), inside[-1].end())
    return unit._replace(said=(words,), stems=stems(inside[-1]["of"], "en"))


def _with_verb(statement: Statement, passage: Span) -> tuple[Span, ...]:
    """What is accused with the verb of accusing, where that stands right before it: "charged Orr with arson"."""
    start, end = statement.cue[0].start, statement.content[-1].end
    if len(statement.content) > 1 or not passage.start <= start < statement.content[0].start <= end <= passage.end:
        return statement.content
    return (_part(passage, start - passage.start, end - passage.start),)


def _part(passage: Span, start: int, end: int) -> Span:
    return Span(passage.article, passage.start + start, passage.start + end, passage.text[start:end])


def answers_a_charge(unit: Unit) -> bool:
    """Whether all that the unit denies is "the accusation", "these charges"."""
    denied = [piece.text for statement in unit.statements if statement.denies for piece in statement.content]
    return points_back(unit) and any(_CHARGE.search(text) for text in denied)
