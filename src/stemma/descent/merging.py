"""Witnesses made from two that are no kin of one another: their passages stand beside each other in one text."""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemma.descent.costs import GAINED, LOST, Costs

__all__ = ["Merge", "merges", "without_copies"]

# Passages that either exemplar alone accounts for: two may be a paragraph quoted in passing, which a credit would tell.
_LEAST = 3
# Candidates tried as first exemplar, the cheapest first; each with every other as the second.
_TRIED = 8
# What the second exemplar costs: chosen as the constants of costs.py.
_PRICE = 4.0


class Merge(NamedTuple):
    """A copy with its two exemplars, the one that accounts for more first, and what the second saves in nats."""

    copy: int
    first: int
    second: int
    saved: float


def merges(costs: Costs, bound: Collection[int]) -> list[Merge]:
    """The witnesses that are better explained by two exemplars, no kin of one another, than by any one.

    Left out are those that may as well be the common exemplar of two abridgements.
    """
    total = costs.total()
    found = (_merge(costs, total, copy) for copy in range(len(total)) if copy not in bound)
    return [merge for merge in found if merge is not None]


def _merge(costs: Costs, total: NDArray[np.float64], copy: int) -> Merge | None:
    kin = np.isfinite(costs.fixed)
    ranked = [int(row) for row in np.argsort(total[:, copy], kind="stable") if kin[row, copy]]
    single = float(total[ranked[0], copy]) if ranked else 0.0
    options = [
        (_joint(costs, (one, other), copy), one, other)
        for one in ranked[:_TRIED]
        for other in ranked
        if other != one and not kin[one, other] and _both_needed(costs, (one, other), copy)
    ]
    if not options:
        return None
    joint, first, second = min(options)
    split = float(total[copy, first] + total[copy, second])
    saved = min(single, split) - joint - _PRICE
    return Merge(copy, first, second, saved) if saved > 0 else None


def _both_needed(costs: Costs, exemplars: tuple[int, int], copy: int) -> bool:
    """Whether each accounts for enough that the other does not, and the copy is not the exemplar of both.

    It could be if it lacks nothing that they have, unless it is dated after them.
    """
    one, other = costs.present[exemplars[0]], costs.present[exemplars[1]]
    there = costs.present[copy]
    needed = min((there & one & ~other).sum(), (there & other & ~one).sum()) >= _LEAST
    lacking = min((one & ~there).sum(), (other & ~there).sum()) >= 1
    later = min(costs.dates[copy, exemplars[0]], costs.dates[copy, exemplars[1]]) > 0
    return bool(needed and (lacking or later))


def _joint(costs: Costs, exemplars: tuple[int, int], copy: int) -> float:
    """The cost of the copy from both: each place from the nearer one; what only one has may give way to the other's."""
    one, other = exemplars
    has_one, has_other, there = costs.present[one], costs.present[other], costs.present[copy]
    from_one = np.where(has_one & there, costs.shared[one, copy], np.inf)
    from_other = np.where(has_other & there, costs.shared[other, copy], np.inf)
    read = np.minimum(from_one, from_other)[there & (has_one | has_other)].sum()
    gained = GAINED * (there & ~has_one & ~has_other).sum()
    lost = LOST * ((~there & has_one & has_other).sum() + (~there & (has_one ^ has_other)).sum() / 2)
    return float(read + gained + lost + costs.dates[one, copy] + costs.dates[other, copy])


def without_copies(costs: Costs, found: Collection[Merge]) -> Costs:
    """The costs where a merge is nobody's exemplar but another merge's: its halves do not come from it."""
    fixed = costs.fixed.copy()
    merged = sorted(merge.copy for merge in found)
    others = [place for place in range(len(fixed)) if place not in merged]
    fixed[np.ix_(merged, others)] = np.inf
    return costs._replace(fixed=fixed)
