"""The stemma of one story: from pairs to one graph."""

from collections.abc import Sequence

from stemma.descent.citing import cited
from stemma.descent.context import Context, Edge, HiddenDraft, Solved
from stemma.descent.corruption import odd_spellings
from stemma.descent.credits import links, signed
from stemma.descent.families import families
from stemma.descent.family import solved
from stemma.descent.hidden import edges_of
from stemma.descent.operations import operation_from, operation_from_hidden, owed_share
from stemma.descent.origins import Stemma, origins
from stemma.descent.pairing import Pairing, pairings
from stemma.descent.particulars import particulars
from stemma.descent.seconds import second_edges
from stemma.records import Alignment, Descent, Evidence, Hidden, Kinship, Lineage, Operation, Witness

__all__ = ["infer"]


def infer(witnesses: Sequence[Witness], alignments: Sequence[Alignment], kinships: Sequence[Kinship]) -> Lineage:
    """Who was made from what among the witnesses of one story.

    Every pair of witnesses has its alignment and its kinship. What credits and outlets tell is taken over; the rest is
    the graph that explains all passages at the least cost, with hidden exemplars where these make it cheaper. What
    does not hold when the passages are resampled is left undecided. Last come citations by what is no kin.
    """
    ordered = sorted(witnesses, key=lambda witness: witness.article.id)
    by_id = {witness.article.id: witness for witness in ordered}
    credited = links(ordered)
    together = families(by_id, kinships, credited)
    related = len(together) < len(ordered)  # of witnesses that stand alone nobody asks what is particular in them
    known = {article: particulars(witness) for article, witness in by_id.items() if related}
    pairs = pairings(by_id, _within(together, alignments), kinships, known)
    context = Context(by_id, pairs, credited, odd_spellings(known), known, signed(ordered))
    found = [solved(context, members) for members in together]
    drafts, ids = _numbered(found)
    edges = [edge for family in found for edge in family.edges] + edges_of(drafts, ids)
    edges += second_edges(context, edges)
    by_draft = dict(zip(ids, drafts, strict=True))
    made = [_descent(context, edge, by_draft) for edge in sorted(edges)]
    citing = cited(by_id, credited, edges)
    hidden = tuple(_hidden(identity, draft) for identity, draft in zip(ids, drafts, strict=True))
    undecided = tuple(sorted((u for family in found for u in family.undecided), key=lambda u: u.articles))
    joined = [(identity, draft.above) for identity, draft in zip(ids, drafts, strict=True) if draft.above is not None]
    open_ = frozenset(copy for family in found for copy in family.made)
    stemma = Stemma(made, hidden, (*joined, *(entry.articles for entry in undecided)), citing, open_)
    descent = tuple(sorted([*made, *citing], key=lambda step: (step.copy, step.exemplar)))
    return Lineage(descent, hidden, undecided, origins(by_id, kinships, credited, stemma))


def _within(together: Sequence[Sequence[str]], alignments: Sequence[Alignment]) -> list[Alignment]:
    """The alignments of witnesses of one family."""
    family = {member: number for number, members in enumerate(together) for member in members}
    return [alignment for alignment in alignments if family[alignment.a] == family[alignment.b]]


def _numbered(found: Sequence[Solved]) -> tuple[list[HiddenDraft], list[str]]:
    """The hidden exemplars of all families by their copies, each with its id, and what they were made from by id."""
    placed = [
        (draft, family, number) for family, solved in enumerate(found) for number, draft in enumerate(solved.hidden)
    ]
    placed.sort(key=lambda entry: (sorted(entry[0].copies), entry[1:]))
    ids = [f"hidden:{place}" for place in range(1, len(placed) + 1)]
    known = {(family, f"hidden {number}"): identity for (_, family, number), identity in zip(placed, ids, strict=True)}
    drafts = [draft._replace(above=known.get((family, draft.above or ""), draft.above)) for draft, family, _ in placed]
    return drafts, ids


def _hidden(identity: str, draft: HiddenDraft) -> Hidden:
    evidence = tuple(entry for copy in sorted(draft.copies) for entry in draft.copies[copy][:2])
    if draft.above is not None:
        evidence += (Evidence("made_from", f"{identity} was itself made from {draft.above}"),)
    return Hidden(identity, draft.name, tuple(sorted(draft.copies)), evidence)


def _descent(context: Context, edge: Edge, hidden: dict[str, HiddenDraft]) -> Descent:
    draft = hidden.get(edge.exemplar)
    if draft is None:
        pairing = context.pairs[edge.exemplar, edge.copy]
        operation = operation_from(pairing, edge.exemplar, edge.copy)
        coverage = pairing.side(edge.copy).coverage
        if operation == "citation":
            coverage = min(coverage, owed_share(pairing, edge.exemplar, edge.copy))
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
