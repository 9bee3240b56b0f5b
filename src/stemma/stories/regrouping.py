"""Hosts of the window clustered anew."""

from collections.abc import Iterator

import numpy

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
        for number in hosts.tolist():
            intake.weigh(number)
    places = numpy.full(len(intake.window), -1)
    places[hosts] = numpy.arange(len(hosts))
    found = average_link(len(hosts), _pairs(hosts, places, intake.window), weights().joins_at)
    return [hosts[members] for members in found]


def _pairs(hosts: Rows, places: Rows, window: Window) -> Iterator[tuple[int, int, float]]:
    """The links between these hosts, by their places."""
    owners, others, odds = window.all_links(hosts)
    inside = places[others] >= 0
    owners, others, best = owners[inside], others[inside], window.best.values
    likely = rivalled(odds[inside], best[hosts[owners]], best[others], weights().rivalry)
    yield from zip(owners.tolist(), places[others].tolist(), likely.tolist(), strict=True)
