"""Exemplars at hand: by credit, by a common outlet, by what a copy lost."""

import math
from collections.abc import Sequence

from stemma.descent.context import Context, Edge, reaches
from stemma.descent.direction import BLOCKED
from stemma.descent.operations import same_outlet
from stemma.records import Evidence, SetAside

__all__ = ["credited_edges", "derived_edges", "how_sure", "revision_edges"]

# A credit that names the exemplar was right in every case of the bundled gold; kept below 1, for credits can be wrong.
_BY_CREDIT = 0.97
# The outlet and the day fix the order of two versions; clocks can be wrong.
_BY_OUTLET = 0.95
# Objections against the best exemplar at hand are weighed to this step before closeness decides between several.
_STEP = 1.0
# Where a credit proves that a fuller report is not at hand, one particular is enough to derive a copy from that report.
_BESIDE_HIDDEN = 1.0


def credited_edges(context: Context, members: Sequence[str]) -> list[Edge]:
    """One edge for each name that a member credits and whose report is at hand; none that would close a circle."""
    edges: list[Edge] = []
    for copy in members:
        options: dict[str, list[tuple[float, str, str, Evidence]]] = {}
        for link in context.credited:
            at_hand = link.exemplar
            if at_hand is not None and link.copy == copy and (copy, at_hand) in context.pairs and at_hand in members:
                published = context.witnesses[at_hand].article.published or "9999"
                objection = context.objection_weight(at_hand, copy)
                evidence = Evidence("credit", f"{copy} credits {link.credit.name}", (link.credit.span,))
                options.setdefault(link.credit.name, []).append((objection, published, at_hand, evidence))
        for name in sorted(options):
            _, _, exemplar, evidence = min(options[name], key=lambda option: option[:3])
            if not reaches(edges, exemplar, copy):
                edges.append(Edge(copy, exemplar, _BY_CREDIT, (evidence,)))
    return edges


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
        exemplar = max(earlier, key=lambda other: (context.witnesses[other].article.published or "", other))
        notices = tuple(entry.span for entry in own.set_aside if _is_correction(entry))
        detail = f"{copy} is a later version from the same outlet"
        if not reaches([*edges, *found], exemplar, copy):
            found.append(Edge(copy, exemplar, _BY_OUTLET, (Evidence("same_outlet", detail, notices),)))
    return found


def _is_earlier(context: Context, other: str, copy: str) -> bool:
    a, b = context.witnesses[other].article, context.witnesses[copy].article
    if not same_outlet(a, b):
        return False
    if a.published is not None and b.published is not None and a.published != b.published:
        return a.published < b.published
    corrected = [any(_is_correction(entry) for entry in article.set_aside) for article in (a, b)]
    return corrected == [False, True]


def _is_correction(entry: SetAside) -> bool:
    return entry.reason == "notice" and "correct" in entry.span.text.casefold()


def derived_edges(
    context: Context, members: Sequence[str], edges: Sequence[Edge], bound: set[str], hidden: bool
) -> list[Edge]:
    """Edges for the members without an exemplar yet, where one text at hand can be it and the reverse cannot.

    Where the family is known to have a `hidden` exemplar, less speaks for that one instead.
    """
    allowed = _BESIDE_HIDDEN if hidden else BLOCKED
    found: list[Edge] = []
    for copy in members:
        if copy not in bound:
            edge = _derived_edge(context, copy, members, [*edges, *found], allowed)
            found += [edge] if edge is not None else []
    return found


def _derived_edge(
    context: Context, copy: str, members: Sequence[str], edges: Sequence[Edge], allowed: float
) -> Edge | None:
    """The closest member that the copy can be made from and that cannot be made from the copy; None if none is."""
    options = []
    for exemplar in members:
        if exemplar == copy or (exemplar, copy) not in context.pairs or reaches(edges, exemplar, copy):
            continue
        forward = context.objection_weight(exemplar, copy)
        backward = context.objection_weight(copy, exemplar)
        if forward < allowed <= BLOCKED <= backward:
            options.append(
                (forward // _STEP, -context.pairs[exemplar, copy].closeness(copy), exemplar, backward - forward)
            )
    if not options:
        return None
    _, _, exemplar, gap = min(options)
    reasons = tuple(objection.evidence for objection in context.objections(copy, exemplar))
    return Edge(copy, exemplar, how_sure(gap), reasons)


def how_sure(gap: float) -> float:
    """Confidence in a direction from the gap between the two sides' objections, in particulars: .5 at none, .9 at 3."""
    return 1 - 0.5 * math.exp(-max(0.0, gap) / 2)
