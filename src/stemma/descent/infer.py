"""The stemma of one story: from pairs to one graph."""

from collections.abc import Sequence
from typing import NamedTuple

from stemma.descent.context import Context, Edge, HiddenDraft
from stemma.descent.corruption import odd_spellings
from stemma.descent.credits import links
from stemma.descent.exemplars import credited_edges, derived_edges, revision_edges
from stemma.descent.families import families
from stemma.descent.hidden import adopt, by_credit, by_readings, edges_of
from stemma.descent.operations import operation_from, operation_from_hidden
from stemma.descent.origins import origins
from stemma.descent.pairing import Pairing, pairings
from stemma.descent.particulars import particulars
from stemma.records import Alignment, Descent, Evidence, Hidden, Kinship, Lineage, Operation, Undecided, Witness

__all__ = ["infer"]


class _Family(NamedTuple):
    members: list[str]
    edges: list[Edge]
    hidden: list[HiddenDraft]
    undecided: list[Undecided]


def infer(witnesses: Sequence[Witness], alignments: Sequence[Alignment], kinships: Sequence[Kinship]) -> Lineage:
    """Who was made from what among the witnesses of one story.

    Every pair of witnesses has its alignment and its kinship. Exemplars at hand come from credits, versions of one
    outlet, and lost particulars; hidden ones from credits and from copies that exclude each other; where neither holds
    the pair is undecided.
    """
    ordered = sorted(witnesses, key=lambda witness: witness.article.id)
    by_id = {witness.article.id: witness for witness in ordered}
    known = {article: particulars(witness) for article, witness in by_id.items()}
    credited = links(ordered)
    context = Context(by_id, pairings(by_id, alignments, kinships, known), credited, odd_spellings(known), known)
    found = [_family(context, members) for members in families(by_id, kinships, credited)]
    drafts = sorted((draft for family in found for draft in family.hidden), key=lambda draft: sorted(draft.copies))
    ids = [f"hidden:{place}" for place in range(1, len(drafts) + 1)]
    edges = [edge for family in found for edge in family.edges] + edges_of(drafts, ids)
    descent = tuple(_descent(context, edge, dict(zip(ids, drafts, strict=True))) for edge in sorted(edges))
    hidden = tuple(_hidden(identity, draft) for identity, draft in zip(ids, drafts, strict=True))
    undecided = tuple(sorted((u for family in found for u in family.undecided), key=lambda u: u.articles))
    return Lineage(descent, hidden, undecided, origins(by_id, kinships, credited, (descent, hidden)))


def _family(context: Context, members: list[str]) -> _Family:
    edges = credited_edges(context, members)
    edges += revision_edges(context, members, edges)
    drafts = by_credit(context, members, {edge.copy for edge in edges})
    bound = {edge.copy for edge in edges} | {copy for draft in drafts for copy in draft.copies}
    edges += derived_edges(context, members, edges, bound, hidden=bool(drafts))
    bound |= {edge.copy for edge in edges}
    orphans = [member for member in members if member not in bound]
    undecided: list[Undecided] = []
    if drafts:
        drafts = adopt(context, orphans, drafts)
    elif len(orphans) > 1:
        draft, undecided = by_readings(context, orphans)
        drafts = [draft] if draft is not None else []
    return _Family(members, edges, drafts, undecided)


def _hidden(identity: str, draft: HiddenDraft) -> Hidden:
    evidence = tuple(entry for copy in sorted(draft.copies) for entry in draft.copies[copy][:2])
    return Hidden(identity, draft.name, tuple(sorted(draft.copies)), evidence)


def _descent(context: Context, edge: Edge, hidden: dict[str, HiddenDraft]) -> Descent:
    draft = hidden.get(edge.exemplar)
    if draft is None:
        pairing = context.pairs[edge.exemplar, edge.copy]
        operation = operation_from(pairing, edge.exemplar, edge.copy)
        coverage = pairing.side(edge.copy).coverage
        evidence = (*edge.evidence, *pairing.kinship.evidence)
        return _record(edge, operation, coverage, 1.0 if _is_told(edge) else pairing.kinship.probability, evidence)
    siblings = _siblings(context, edge.copy, draft)
    operation = operation_from_hidden(context.witnesses[edge.copy], draft.name, siblings)
    coverage = max((pairing.side(edge.copy).coverage for pairing in siblings), default=1.0)
    kin = max((pairing.kinship.probability for pairing in siblings), default=1.0)
    return _record(edge, operation, coverage, 1.0 if _is_told(edge) else kin, edge.evidence)


def _is_told(edge: Edge) -> bool:
    """Whether the article itself says so, by credit or outlet: then it needs no likeness."""
    return any(entry.signal in {"credit", "same_outlet"} for entry in edge.evidence)


def _siblings(context: Context, copy: str, draft: HiddenDraft) -> list[Pairing]:
    others = [other for other in sorted(draft.copies) if other != copy]
    return [context.pairs[copy, other] for other in others if (copy, other) in context.pairs]


def _record(
    edge: Edge, operation: Operation, coverage: float, probability: float, evidence: tuple[Evidence, ...]
) -> Descent:
    return Descent(
        copy=edge.copy,
        exemplar=edge.exemplar,
        operation=operation,
        confidence=round(probability * edge.sure, 2),
        coverage=round(coverage, 2),
        evidence=evidence,
    )
