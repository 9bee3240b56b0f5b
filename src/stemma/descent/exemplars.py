"""Exemplars at hand that articles tell themselves: by credit, by a common outlet."""

import math
from collections.abc import Sequence
from datetime import UTC, datetime

from stemma.descent.cited import is_overruled
from stemma.descent.context import Context, Edge, reaches
from stemma.descent.operations import same_outlet
from stemma.records import Evidence, SetAside
from stemma.text.clock import before, moment

__all__ = ["credited_edges", "revision_edges"]

# A credit that names the exemplar was right in every case of the bundled gold; kept below 1, for credits can be wrong.
_BY_CREDIT = 0.97
# Of two that credit each other either may have been first: the one that is taken is no more likely than the other.
_IN_TURN = 0.5
# The outlet and the day fix the order of two versions; clocks can be wrong.
_BY_OUTLET = 0.95
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def credited_edges(context: Context, members: Sequence[str]) -> list[Edge]:
    """One edge for each name that a member credits and whose report is at hand; none that would close a circle."""
    edges: list[Edge] = []
    for copy in members:
        options: dict[str, list[tuple[float, float, str, Evidence]]] = {}
        for link in context.credited:
            at_hand = link.exemplar
            if at_hand is not None and link.copy == copy and (copy, at_hand) in context.pairs and at_hand in members:
                others = [member for member in members if member not in (copy, at_hand)]
                if is_overruled(context, copy, link.credit, at_hand, others):
                    continue
                published = _since_1970(context, at_hand, unknown=math.inf)
                objection = context.objection_weight(at_hand, copy)
                evidence = Evidence("credit", f"{copy} credits {link.credit.name}", (link.credit.span,))
                options.setdefault(link.credit.name, []).append((objection, published, at_hand, evidence))
        for name in sorted(options):
            _, _, exemplar, evidence = min(options[name], key=lambda option: option[:3])
            if not reaches(edges, exemplar, copy):
                sure = _IN_TURN if _credits(context, exemplar, copy) else _BY_CREDIT
                edges.append(Edge(copy, exemplar, sure, (evidence,)))
    return edges


def _since_1970(context: Context, article: str, unknown: float) -> float:
    """When it was published, in seconds."""
    published = moment(context.witnesses[article].article.published)
    return unknown if published is None else (published - _EPOCH).total_seconds()


def _credits(context: Context, copy: str, exemplar: str) -> bool:
    """Whether the one credits the other's outlet."""
    return any(link.copy == copy and link.exemplar == exemplar for link in context.credited)


def revision_edges(context: Context, members: Sequence[str], edges: Sequence[Edge]) -> list[Edge]:
    """Later versions of one outlet's article, each made from the version before it."""
    found: list[Edge] = []
    for copy in members:
        own = context.witnesses[copy].article
        earlier = [
            other
            for other in members
            if other != copy and (copy, other) in context.pairs and _is_earlier(context, other, copy)
        ]
        if not earlier or any(edge.copy == copy for edge in edges):
            continue
        exemplar = max(earlier, key=lambda other: (_since_1970(context, other, unknown=-math.inf), other))
        notices = tuple(entry.span for entry in own.set_aside if _is_correction(entry))
        detail = f"{copy} is a later version from the same outlet"
        if not reaches([*edges, *found], exemplar, copy):
            found.append(Edge(copy, exemplar, _BY_OUTLET, (Evidence("same_outlet", detail, notices),)))
    return found


def _is_earlier(context: Context, other: str, copy: str) -> bool:
    a, b = context.witnesses[other].article, context.witnesses[copy].article
    if not same_outlet(a, b):
        return False
    by_clock = before(a.published, b.published)
    if by_clock is not None:
        return by_clock
    corrected = [any(_is_correction(entry) for entry in article.set_aside) for article in (a, b)]
    return corrected == [False, True]


def _is_correction(entry: SetAside) -> bool:
    return entry.reason == "notice" and "correct" in entry.span.text.casefold()
