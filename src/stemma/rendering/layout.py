"""Where each member of a family stands in its picture: exemplars left, copies to their right."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.rendering.cast import Branch

__all__ = ["BOX", "GAP", "Place", "Plan", "planned"]

# Sizes in SVG user units, by eye: a box holds a name of 19 letters of 13 units, a gap the longest operation's name.
BOX = (200, 46)
GAP = (104, 14)
_MARGIN = 2
_LABEL = 22  # height of the line "Origin 1" above a family


class Place(NamedTuple):
    """A branch at the upper left corner of its box; `label` where a line naming the origin stands above it."""

    branch: Branch
    x: float
    y: float
    label: str


class Plan(NamedTuple):
    """All places, with the size of the whole."""

    places: tuple[Place, ...]
    width: float
    height: float


def planned(roots: Sequence[tuple[str, Branch]]) -> Plan:
    """Lay out families from top to bottom, each root with the label that stands above it ("" for none)."""
    places: list[Place] = []
    bottom = float(_MARGIN)
    for label, root in roots:
        top = bottom + (_LABEL if label else 0)
        family = list(_family(root, 0, top))
        places += [family[0]._replace(label=label), *family[1:]]
        bottom = max(place.y for place in family) + BOX[1] + GAP[1]
    right = max((place.x for place in places), default=0) + BOX[0] + _MARGIN
    return Plan(tuple(places), right, bottom)


def _family(branch: Branch, depth: int, top: float) -> Iterator[Place]:
    """The branch half-way down its copies, then the copies, one below another."""
    below: list[Place] = []
    heights: list[float] = []
    start = top
    for copy in branch.branches:
        family = list(_family(copy, depth + 1, start))
        heights.append(family[0].y)
        below += family
        start = max(place.y for place in family) + BOX[1] + GAP[1]
    middle = (heights[0] + heights[-1]) / 2 if heights else top
    yield Place(branch, _MARGIN + depth * (BOX[0] + GAP[0]), middle, "")
    yield from below
