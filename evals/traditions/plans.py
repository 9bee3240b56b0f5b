"""What is to be made: shape, size, operations, credits, dates, and who is withheld; the fixed set that is measured."""

from typing import Literal, NamedTuple

from evals.traditions.prose import bases

__all__ = ["Dates", "Loss", "Plan", "Shape", "fixed_set"]

Shape = Literal["star", "chain", "tree", "contaminated", "two origins"]
Dates = Literal["times", "days", "none"]
Loss = Literal["none", "root", "inner"]


class Plan(NamedTuple):
    """One tradition to be made; `size` counts all its witnesses, those withheld too.

    `bases`: one, or two that report one event independently. `rewriting`: every copy is spun and turned about; without
    it copies are cut, reordered, respelt, corrected, updated or cited. `dates`: to the minute, to the day, or none.
    `loss`: which witnesses are withheld.
    """

    id: str
    bases: tuple[str, ...]
    shape: Shape
    size: int
    rewriting: bool
    credits: bool
    dates: Dates
    loss: Loss


# Sizes by their place in the set: small families are the rule in news, large ones the test of the method.
_SIZES = (4, 6, 5, 8, 4, 12, 7, 5, 10, 6, 20, 9)
_LARGEST = 40
_DATES: tuple[Dates, ...] = ("times", "none", "days")
# How often each kind comes, without rewriting and with it: 60 in all, and the two of the largest size.
_KINDS: tuple[tuple[Shape, Loss, int, int], ...] = (
    ("star", "none", 6, 4),
    ("star", "root", 4, 7),
    ("chain", "none", 5, 3),
    ("tree", "none", 7, 3),
    ("tree", "inner", 3, 3),
    ("contaminated", "none", 3, 2),
    ("two origins", "none", 4, 2),
    ("two origins", "root", 2, 2),
)


def fixed_set(prefix: str = "") -> tuple[Plan, ...]:
    """The plans that `python -m evals --only traditions` makes and measures: always the same ones.

    Chance is seeded from a plan's id: with a `prefix` the same kinds of traditions come out otherwise, for tuning.
    """
    plans = [
        plan
        for rewriting in (False, True)
        for shape, loss, plain, spun in _KINDS
        for plan in _plans(shape, loss, rewriting, spun if rewriting else plain)
    ]
    whole = (*plans, _large(False), _large(True))
    return tuple(plan._replace(id=prefix + plan.id) for plan in whole)


def _plans(shape: Shape, loss: Loss, rewriting: bool, count: int) -> list[Plan]:
    name = f"{shape}, {loss} lost, {'rewritten' if rewriting else 'plain'}"
    return [_plan(f"{name} {place}", (shape, loss, rewriting), place) for place in range(count)]


def _plan(name: str, kind: tuple[Shape, Loss, bool], place: int) -> Plan:
    shape, loss, rewriting = kind
    turn = sum(map(ord, name)) + place  # spreads bases and sizes over the kinds, without chance
    size = _SIZES[turn % len(_SIZES)]
    return Plan(
        id=name,
        bases=_pair(turn) if shape in ("two origins", "contaminated") else (_single(turn),),
        shape=shape,
        size=max(size, 8) if shape in ("two origins", "contaminated") or loss == "inner" else size,
        rewriting=rewriting,
        credits=place % 2 == 1,
        dates=_DATES[turn % len(_DATES)],
        loss=loss,
    )


def _large(rewriting: bool) -> Plan:
    name = f"largest, {'rewritten' if rewriting else 'plain'}"
    return Plan(name, (_single(_LARGEST + rewriting),), "tree", _LARGEST, rewriting, False, "none", "none")


def _pair(turn: int) -> tuple[str, ...]:
    """Two bases on one event."""
    seconds = [name for name in bases() if name.endswith("-second")]
    second = seconds[turn % len(seconds)]
    return second.removesuffix("-second"), second


def _single(turn: int) -> str:
    names = list(bases())
    return names[turn % len(names)]
