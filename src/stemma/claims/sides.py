"""The two sides of each claim: who says that it is so, and who says that it is not."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.claims.affirmed import Claims
from stemma.claims.charges import Charges, answers_a_charge
from stemma.claims.denials import affirms_too, is_denial, one_denial, points_back
from stemma.claims.opposites import Opposites
from stemma.claims.pruning import pruned
from stemma.claims.units import Unit, stems
from stemma.records import Span
from stemma.text.negation import negates

__all__ = ["Sides", "sorted_out"]


# "We will be in court" is no accusation that could be denied.
_LIES_AHEAD = re.compile(r"\b(?:will|shall|won['’]t)\b|['’]ll\b")


# Two accusations of one story with so many words in common are one (chosen by eye on invented stories).
_ONE_CHARGE = 3


class Sides(NamedTuple):
    """The affirming units of each claim, the denials of each by its place, and the denials of what nobody affirms."""

    affirmed: list[list[Unit]]
    denials: dict[int, list[Unit]]
    alone: list[list[Unit]]


def sorted_out(
    grouped: Sequence[Sequence[Unit]], opposites: Opposites, rarity: Mapping[str, float], language: str
) -> Sides:
    """The groups of like units, each with those that deny it."""
    denying = [[unit for unit in group if is_denial(unit)] for group in grouped]
    halves = [
        pruned([unit for unit in group if unit not in denied or affirms_too(unit)])
        for group, denied in zip(grouped, denying, strict=True)
    ]
    sides = Sides([kept for kept, _ in halves] + [apart for _, apart in halves if apart], {}, [])
    _turn(sides, opposites)
    claimed = Claims(list(sides.affirmed), rarity)
    denied = one_denial([group for group in denying if group])
    for group in _answer([group for group in denied if all(map(answers_a_charge, group))], grouped, sides):
        home = claimed.said_before(group)
        ahead = home is not None and any(_LIES_AHEAD.search(unit.passage.text) for unit in sides.affirmed[home])
        _place(group, None if ahead else home, opposites, sides)
    for group in denied:
        if not all(map(answers_a_charge, group)):
            _place(group, _home(group, claimed, opposites, language), opposites, sides)
    _contradict(claimed, opposites, sides)
    return sides


def _turn(sides: Sides, opposites: Opposites) -> None:
    """Take out of each group of like units those that say that it is not so."""
    for place, group in enumerate(list(sides.affirmed)):
        if len(group) < 2:
            continue
        turned = opposites.turned(group)
        apart = [unit for unit in opposites.at_odds(group) if unit not in turned]
        sides.affirmed[place] = [unit for unit in group if unit not in turned and unit not in apart]
        if turned and not _turn_a_part(place, turned, opposites, sides):
            sides.denials[place] = turned
        if apart:
            sides.affirmed.append(apart)


def _turn_a_part(place: int, turned: Sequence[Unit], opposites: Opposites, sides: Sides) -> bool:
    """Where all of the turned say something beside, set only the part that is not so against those that say it is."""
    halves = [(unit, [piece for piece in unit.said if negates(piece.text)]) for unit in turned]
    if any(not parts or len(parts) == len(unit.said) for unit, parts in halves):
        return False
    against = [unit for unit in sides.affirmed[place] if any(opposites.are_opposed(each, unit) for each in turned)]
    denied = frozenset[str]().union(*(stems(part.text, "en") for _, parts in halves for part in parts))
    kept = [unit._replace(said=_nearest(unit.said, denied)) for unit in against]
    rest = [unit._replace(said=tuple(p for p in unit.said if p not in _nearest(unit.said, denied))) for unit in against]
    beside = [unit._replace(said=tuple(p for p in unit.said if p not in parts)) for unit, parts in halves]
    sides.affirmed[place] = [
        *(u for u in sides.affirmed[place] if u not in against),
        *(u for u in rest if u.said),
        *beside,
    ]
    sides.denials[len(sides.affirmed)] = list(turned)
    sides.affirmed.append(kept)
    return True


def _nearest(said: Sequence[Span], denied: frozenset[str]) -> tuple[Span, ...]:
    """The part with most of the denied words, as far as there are several."""
    return (max(said, key=lambda piece: (len(stems(piece.text, "en") & denied), -piece.start)),)


def _home(group: Sequence[Unit], claimed: Claims, opposites: Opposites, language: str) -> int | None:
    """Place of the claim that the denials deny, by the first way that finds one."""
    home = claimed.said_before(group)
    home = claimed.denied_by(group, language) if home is None else home
    home = opposites.denied_by(group, claimed) if home is None else home
    return claimed.answered(group, language) if home is None else home


def _place(group: list[Unit], home: int | None, opposites: Opposites, sides: Sides) -> None:
    if home is None or not sides.affirmed[home] or opposites.is_of_one_voice(group, sides.affirmed[home]):
        sides.alone.append(group)
    elif opposites.are_agreed(group, sides.affirmed[home]):
        sides.alone.append([*sides.affirmed[home], *group])
        sides.affirmed[home] = []
    elif all(map(opposites.is_negative, sides.affirmed[home])) and not all(map(points_back, group)):
        sides.alone.append(group)  # who says that something is not so is not answered by who denies that something is
    else:
        sides.denials.setdefault(home, []).extend(group)


def _answer(denied: Sequence[list[Unit]], grouped: Sequence[Sequence[Unit]], sides: Sides) -> list[list[Unit]]:
    """Set each denial of "the accusation" against the words of that accusation; those for which none was found."""
    known = Charges([unit for group in grouped for unit in group])
    by_charge = [(known.answered(group), list(group)) for group in denied]
    joined: list[tuple[list[Unit], list[Unit]]] = []
    for charges, group in ((charges, group) for charges, group in by_charge if charges):
        home = next((known for known in joined if any(_alike(a, b) for a in known[0] for b in charges)), None)
        if home is None:
            home = ([], [])
            joined.append(home)
        home[0].extend(unit for unit in charges if unit not in home[0])
        home[1].extend(group)
    for charges, group in joined:
        alleged = _alleged_alike(charges, sides)
        sides.denials[len(sides.affirmed)] = group
        sides.affirmed.append([*charges, *alleged])
    return [group for charges, group in by_charge if not charges]


def _alleged_alike(charges: Sequence[Unit], sides: Sides) -> list[Unit]:
    """Take out the claims that say as much as the accusations do: they support them."""
    found: list[Unit] = []
    for place, claim in enumerate(sides.affirmed):
        if place not in sides.denials and claim and all(any(_alike(unit, each) for each in charges) for unit in claim):
            found += [unit for unit in claim if all(unit.passage != each.passage for each in charges)]
            sides.affirmed[place] = []
    return found


def _alike(one: Unit, other: Unit) -> bool:
    return len(one.stems & other.stems) >= _ONE_CHARGE


def _contradict(claimed: Claims, opposites: Opposites, sides: Sides) -> None:
    """Make denials of the claims that say of another claim that it is not so."""
    for place, group in enumerate(sides.affirmed):
        contrary = any(unit.statements for unit in group) and all(opposites.is_negative(unit) for unit in group)
        home = opposites.denied_by(group, claimed) if contrary else None
        if home is not None and sides.affirmed[home] and home != place:
            sides.denials.setdefault(home, []).extend([*group, *sides.denials.pop(place, ())])
            sides.affirmed[place] = []
