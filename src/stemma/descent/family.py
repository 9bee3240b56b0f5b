"""One family: what its articles tell themselves, then the graph of least cost for the rest, and what is sure of it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from stemma.descent.context import Context, Edge, HiddenDraft, Solved
from stemma.descent.costs import ANEW, Costs, costs
from stemma.descent.exemplars import credited_edges, only_later, revision_edges
from stemma.descent.families import UNSURE
from stemma.descent.graph import Graph
from stemma.descent.heads import head, headed, reprints
from stemma.descent.hidden import by_credit, inferred
from stemma.descent.merging import Merge, merges, without_copies
from stemma.descent.operations import same_outlet
from stemma.descent.own_wording import demoted, doubted
from stemma.descent.places import Places, places
from stemma.descent.reasons import (
    Named,
    apart,
    from_elsewhere,
    left_open,
    of_copy,
    of_descent,
    of_merge,
    of_reprints,
    of_rival,
    of_words,
)
from stemma.descent.search import improved, searched
from stemma.descent.support import Resampled, resampled
from stemma.descent.thirds import Thirds
from stemma.records import Evidence, Undecided

__all__ = ["solved"]

# A direction is asserted if it holds in this share of the resamples: one lost name is in 63 % of them, two in 86 %.
_DIRECTION = 0.65
# Which of several exemplars it was is asserted from a smaller share on: among near copies of one text the wrong one
# misleads little, and the confidence says how sure it is. Chosen on traditions made to order from seeds of their own.
_EXEMPLAR = 0.2
# Where a copy tells it anew, and before wording of its own takes its copies from a witness, it must be that one rather
# than another.
_SURELY_ITS = 0.4
# Below this share the nearest of the others is named beside it.
_ALONE = 0.8


# A hidden exemplar that no wording of its own and no credit implies, too; by eye: among rewrites names come and go.
_HIDDEN = 0.3


# There the reverse must also have this against it, two names or numbers that it would have brought, or fail in so many
# resamples.
_TELLING = 2.0
_PLAIN = 0.95
# Of descents asserted that hold in a share s of the resamples this and s of the rest are right: on traditions made to
# order, seeds of their own, .70 at .28, .83 at .5, .91 at .69, .96 at .95.
_RIGHT_AT_LEAST = 0.35
# Of near copies more are right at the same share: .86 at .46, .87 at .6, .88 at .77, .97 at .95.
_NEAR_RIGHT_AT_LEAST = 0.5
# Two texts that tell less than this share of their places alike are as often siblings as exemplar and copy, whatever
# one keeps that the other lacks: of the rewrites by hand (fit half) half of the copies reach it against their original,
# none against a sibling. Below it only a credit or third texts tell; what kin credit as their source needs none behind
# it, and what is put between such copies and an exemplar at hand is no more than their likeness.
_RETOLD = 0.1
# Confidence where the date alone tells the direction, and which of the earlier texts it was is left open by the graph;
# by eye, below what the graph gives where it is sure of both.
_BY_DATE = 0.75
# Nats for one weight of what is spoilt: a misspelt name or a fragment alone may be an editor's, and tells no direction.
_SPOILT = 0.6


class _Told(NamedTuple):
    """What articles tell: edges to exemplars at hand, hidden exemplars that credits name."""

    edges: list[Edge]
    drafts: list[HiddenDraft]


class _Open(NamedTuple):
    """A pair that is left open, and whether the copy was surely made from one of its kin."""

    entry: Undecided
    made: bool


def solved(context: Context, members: Sequence[str]) -> Solved:
    """The edges, hidden exemplars and open pairs of the family."""
    edges = credited_edges(context, members)
    edges += revision_edges(context, members, edges)
    told = _Told(edges, by_credit(context, members, {edge.copy for edge in edges}))
    if len(members) == 1:
        return Solved(told.edges, told.drafts, [])
    at, weighed = _weighed(context, members, told)
    graph, merged = _graph(at, weighed, told)
    support = resampled(graph)
    if demoted(graph, _surely_its(support)):
        improved(graph)
        headed(graph)
        support = resampled(graph)
    _doubtful_out(graph, support)
    return _read_off(context, Named(at, graph), (told, merged), support)


def _doubtful_out(graph: Graph, support: Resampled) -> None:
    """Hidden exemplars that do not hold in enough resamples go; their copies are left kin, and open."""
    for hidden in graph.hidden:
        doubtful = support.hidden[hidden] < _HIDDEN or _is_between(graph, hidden)
        if hidden not in graph.lasting | graph.raised and doubtful:
            graph.take_out(hidden)


def _is_between(graph: Graph, hidden: int) -> bool:
    """Whether it stands between an exemplar at hand and copies that tell it anew: they may all be that one's."""
    above = graph.above[hidden]
    copies = [copy for copy in graph.copies(hidden) if copy < graph.size]
    return 0 <= above < graph.size and any(graph.costs.close[above, copy] < _RETOLD for copy in copies)


def _weighed(context: Context, members: Sequence[str], told: _Told) -> tuple[Places, Costs]:
    """The places of the family and the costs of descent between those of its members that are kin."""
    pairs = {frozenset((edge.copy, edge.exemplar)) for edge in told.edges}
    kin = np.array([[a != b and _are_kin(context, pairs, a, b) for b in members] for a in members])
    spoilt = np.full(kin.shape, np.inf)
    for i, j in zip(*np.nonzero(kin), strict=True):
        spoilt[i, j] = _SPOILT * context.spoilt(members[i], members[j])
    by_id = {member: context.witnesses[member] for member in members}
    found = [
        context.pairs[a, b].alignment
        for i, a in enumerate(members)
        for j, b in enumerate(members)
        if i < j and kin[i, j]
    ]
    at = places(by_id, found)
    return at, costs(by_id, at, context.pairs, spoilt)


def _are_kin(context: Context, told: set[frozenset[str]], a: str, b: str) -> bool:
    return (a, b) in context.pairs and (context.probability(a, b) >= UNSURE or frozenset((a, b)) in told)


def _graph(at: Places, weighed: Costs, told: _Told) -> tuple[Graph, list[Merge]]:
    place = {name: index for index, name in enumerate(at.ids)}
    above = {place[edge.copy]: place[edge.exemplar] for edge in told.edges}
    named = {
        place[copy]: number
        for number, draft in enumerate(told.drafts)
        for copy in sorted(draft.copies)
        if place[copy] not in above
    }
    merged = merges(weighed, set(above) | set(named))
    firsts = {merge.copy: merge.first for merge in merged}
    graph = searched(without_copies(weighed, merged), above | firsts, named)
    at_head = [
        Merge(copy, head(graph, first, copy), head(graph, second, copy), saved) for copy, first, second, saved in merged
    ]
    graph.above |= {merge.copy: merge.first for merge in at_head}
    headed(graph)
    return graph, at_head


def _are_versions(context: Context, edge: Edge) -> bool:
    """Whether both are one outlet's: an update adds what a copy elsewhere would have lost, and only a clock tells."""
    return same_outlet(*(context.witnesses[article].article for article in (edge.copy, edge.exemplar)))


def _confidence(graph: Graph, support: Resampled, pair: tuple[int, int]) -> float:
    """The share of resamples as the share of such descents (exemplar, copy) that are right.

    Of several that the copy does not tell apart each has its part of it.
    """
    least = _RIGHT_AT_LEAST if graph.costs.close[pair] < ANEW else _NEAR_RIGHT_AT_LEAST
    its = support.exemplar[pair[1]] / (1 + len(reprints(graph, *pair)))
    return least + (1 - least) * min(support.direction[pair[1]], its)


def _surely_its(support: Resampled) -> frozenset[int]:
    return frozenset(copy for copy in support.direction if _is_sure(support, copy, _SURELY_ITS))


def _is_sure(support: Resampled, copy: int, least: float) -> bool:
    return support.direction[copy] >= _DIRECTION and support.exemplar[copy] >= least


def _read_off(context: Context, found: Named, known: tuple[_Told, list[Merge]], support: Resampled) -> Solved:
    """The graph in the words of the report: told edges first, then those that were found, with what is left open."""
    told, merged = known
    graph = found.graph
    open_ = {edge: only_later(context, edge) for edge in told.edges}
    edges = [edge for edge in told.edges if open_[edge] is None]
    undecided = [entry for entry in open_.values() if entry is not None]
    for merge in merged:
        edges += [of_merge(context, found, merge.copy, exemplar) for exemplar in (merge.first, merge.second)]
    by_words = Thirds(graph, doubted(graph, _surely_its(support)))
    made: set[str] = set()
    for copy in sorted(set(range(graph.size)) - graph.bound):
        pair = graph.above[copy], copy
        outcome = _found(context, found, pair, support, by_words) if 0 <= pair[0] < graph.size else None
        if not isinstance(outcome, Edge):
            outcome = _by_words(context, found, copy, by_words) or _by_date(context, found, copy, by_words) or outcome
        if isinstance(outcome, Edge):
            edges.append(outcome)
        elif outcome is not None:
            undecided.append(outcome.entry)
            made |= {found.places.ids[copy]} if outcome.made else set()
    open_pairs = [*undecided, *apart(context, found)]
    return Solved(edges, _drafts(context, found, told, support), open_pairs, frozenset(made))


def _found(context: Context, found: Named, pair: tuple[int, int], support: Resampled, by_words: Thirds) -> Edge | _Open:
    """The descent of one pair (exemplar, copy), or why it is left open."""
    exemplar, copy = pair
    graph = found.graph
    made = support.direction[copy] >= _DIRECTION
    edge = of_descent(context, found, pair, _confidence(found.graph, support, pair))
    if _are_versions(context, edge):
        return _Open(left_open(context, found, pair, made), made)
    anew = graph.costs.close[exemplar, copy] < ANEW
    retold = graph.costs.close[exemplar, copy] < _RETOLD or by_words.doubted & {exemplar, copy}
    dated = graph.costs.dates[copy, exemplar] > 0 and by_words.clears(exemplar, copy)
    if retold and not dated and exemplar not in {graph.above[other] for other in graph.bound}:
        return _Open(from_elsewhere(found, pair, by_words.excluding(exemplar, copy)), False)
    telling = not anew or support.direction[copy] >= _PLAIN or graph.costs.against(copy, exemplar) >= _TELLING
    sure = telling and _is_sure(support, copy, _SURELY_ITS if anew else _EXEMPLAR)
    if sure and edge.evidence:
        rivals = () if support.exemplar[copy] >= _ALONE else of_rival(found, pair)
        return _beside(edge, of_reprints(found, pair) or tuple(rivals))
    return _Open(left_open(context, found, pair, made), made)


def _beside(edge: Edge, rivals: tuple[Evidence, ...]) -> Edge:
    """The rivals second: what speaks for the edge is read with what may be said of another as well."""
    return edge._replace(evidence=(*edge.evidence[:1], *rivals, *edge.evidence[1:]))


def _by_words(context: Context, found: Named, copy: int, by_words: Thirds) -> Edge | None:
    """The descent from the text that stands out by what its kin share in twos, if the copy tells it anew."""
    graph, root = found.graph, by_words.root
    if (
        root is None
        or root == copy
        or graph.above[copy] in graph.held
        or not np.isfinite(graph.costs.fixed[root, copy])
    ):
        return None
    if graph.costs.close[root, copy] >= ANEW or graph.costs.dates[root, copy] or graph.costs.excluded(root, copy):
        return None
    edge = of_words(context, found, (root, copy))
    return None if _are_versions(context, edge) else edge


def _by_date(context: Context, found: Named, copy: int, by_words: Thirds) -> Edge | None:
    """The descent of a text told anew from the nearest that is dated before it, where the graph leaves it open."""
    graph = found.graph
    costs = graph.costs
    earlier = [
        (graph.total[other, copy], other)
        for other in np.nonzero(np.isfinite(costs.fixed[:, copy]) & (costs.dates[copy] > 0))[0].tolist()
        if costs.close[other, copy] < ANEW and not costs.excluded(other, copy)
        if costs.close[other, copy] >= _RETOLD or by_words.clears(other, copy)
    ]
    if not earlier or graph.above[copy] in graph.held:
        return None
    pair = head(graph, min(earlier)[1], copy), copy
    edge = of_descent(context, found, pair, _BY_DATE)
    if not edge.evidence or _are_versions(context, edge):
        return None
    return _beside(edge, of_reprints(found, pair))


def _drafts(context: Context, found: Named, told: _Told, support: Resampled) -> list[HiddenDraft]:
    """Hidden exemplars: those that credits name with all their copies, then those that were inferred."""
    graph = found.graph
    drafts = []
    for number, hidden in enumerate(graph.hidden):
        copies = {found.places.ids[copy]: copy for copy in graph.copies(hidden) if copy < graph.size}
        lasting = hidden in graph.lasting
        draft = told.drafts[number] if lasting else inferred(context, sorted(copies), support.hidden[hidden])
        evidence = {
            name: draft.copies[name]
            if lasting and name in draft.copies
            else (*draft.copies.get(name, ()), *of_copy(context, found, copy))
            for name, copy in sorted(copies.items())
        }
        drafts.append(draft._replace(copies=evidence, above=found.name(graph.above[hidden])))
    return drafts
