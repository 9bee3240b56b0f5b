"""Hosts of the window clustered anew."""

from numpy import float64
from numpy.typing import NDArray

from stemma.stories.intake import Intake
from stemma.stories.linkage import average_link
from stemma.stories.probability import rivalled, weights
from stemma.stories.window import LIMIT, Rows, Window

__all__ = ["clustered"]


def clustered(hosts: Rows, intake: Intake, anew: bool) -> list[Rows]:
    """The clusters of these hosts (ascending), each ascending, by first member.

    `anew`: their links are weighed by what has been counted since they were made.
    """
    if anew:
        intake.window.best.values[hosts] = -LIMIT
        intake.weigh(hosts)
    owners, others, likely = _pairs(hosts, intake.window)
    if len(likely) * 2 == len(hosts) * (len(hosts) - 1) and likely.min(initial=1.0) >= weights().joins_at:
        return [hosts]  # all are near to one another, so none can part
    pairs = zip(owners.tolist(), others.tolist(), likely.tolist(), strict=True)
    return [hosts[members] for members in average_link(len(hosts), pairs, weights().joins_at)]


def _pairs(hosts: Rows, window: Window) -> tuple[Rows, Rows, NDArray[float64]]:
    """The links between these hosts, by their places, and how likely each is."""
    owners, others, odds = window.all_links(hosts)
    places = hosts.searchsorted(others)
    inside = hosts.take(places, mode="clip") == others
    owners, others, best = owners[inside], others[inside], window.best.values
    likely = rivalled(odds[inside], best[hosts[owners]], best[others], weights().rivalry)
    return owners, places[inside], likely
