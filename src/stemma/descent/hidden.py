"""Hidden exemplars: implied by a credit to a report that is not at hand, or by copies that agree against each other."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from stemma.descent.context import Context, Edge, HiddenDraft
from stemma.descent.credits import outlet_key
from stemma.descent.direction import BLOCKED
from stemma.descent.exemplars import how_sure
from stemma.records import Credit, Evidence, Undecided

__all__ = ["adopt", "by_credit", "by_readings", "edges_of"]

# A name cited this often in one article, or by two members of a family, stands for the report they go back to; one
# passing mention stands for its own sentence only.
_CITATIONS = 2
# Confidence that a reprint notice names the exemplar (right in every case of the bundled gold), and a citation.
_BY_NOTICE = 0.95
_BY_CITATION = 0.9


class _Named(NamedTuple):
    copy: str
    credit: Credit


def by_credit(context: Context, members: Sequence[str], bound: set[str]) -> list[HiddenDraft]:
    """Exemplars that the members' credits name, or that a feed notice implies, and that are not at hand."""
    loose = [
        _Named(link.copy, link.credit)
        for link in context.credited
        if link.copy in members and link.copy not in bound and link.exemplar is None
    ]
    whole = [named for named in loose if named.credit.kind != "citation"]
    keys = {outlet_key(named.credit.name) for named in whole} | _prominent(loose, members)
    groups = {key: [named for named in loose if outlet_key(named.credit.name) == key] for key in sorted(keys - {""})}
    unnamed = [named for named in whole if not outlet_key(named.credit.name)]
    drafts = [_draft(named) for named in groups.values()]
    if unnamed and len(drafts) == 1:  # one family, one text behind it: the feed carried the report that others name
        drafts = [_draft([*next(iter(groups.values())), *unnamed])]
    elif unnamed:
        drafts.append(_draft(unnamed))
    return drafts


def _prominent(loose: Sequence[_Named], members: Sequence[str]) -> set[str]:
    """Names cited often, or by several members; a lone article's passing citation implies no exemplar of it."""
    if len(members) == 1:
        return set()
    mentions = Counter((outlet_key(named.credit.name), named.copy) for named in loose)
    citing = Counter(key for key, _ in mentions)
    return {key for (key, _), count in mentions.items() if count >= _CITATIONS or citing[key] >= _CITATIONS}


def _draft(named: Sequence[_Named]) -> HiddenDraft:
    names = Counter(entry.credit.name for entry in named if entry.credit.name)
    name = min(names, key=lambda n: (-names[n], n)) if names else None
    copies: dict[str, tuple[Evidence, ...]] = {}
    for entry in sorted(named):
        shown = entry.credit.name or "a feed"
        evidence = Evidence("credit", f"{entry.copy} credits {shown}, which is not at hand", (entry.credit.span,))
        copies[entry.copy] = (*copies.get(entry.copy, ()), evidence)
    by_notice = any(entry.credit.kind != "citation" for entry in named)
    return HiddenDraft(name, copies, _BY_NOTICE if by_notice else _BY_CITATION)


def adopt(context: Context, orphans: Sequence[str], drafts: Sequence[HiddenDraft]) -> list[HiddenDraft]:
    """Give each orphan of a family to the hidden exemplar whose copies it is closest to."""
    grown = [dict(draft.copies) for draft in drafts]
    for orphan in orphans:
        closeness = [max((context.probability(orphan, copy) for copy in draft.copies), default=0.0) for draft in drafts]
        place = max(range(len(drafts)), key=lambda at: (closeness[at], -at))
        sibling = max(sorted(drafts[place].copies), key=lambda copy: context.probability(orphan, copy))
        grown[place][orphan] = _against(context, sibling, orphan)
    return [draft._replace(copies=copies) for draft, copies in zip(drafts, grown, strict=True)]


def _against(context: Context, sibling: str, orphan: str) -> tuple[Evidence, ...]:
    """Why the orphan is not simply made from the sibling, and what the two share."""
    if (sibling, orphan) not in context.pairs:
        return (Evidence("family", f"{orphan} is kin to the copies of this exemplar through others"),)
    reasons = tuple(objection.evidence for objection in context.objections(sibling, orphan))
    return (*reasons, *context.pairs[sibling, orphan].kinship.evidence)


def by_readings(context: Context, orphans: Sequence[str]) -> tuple[HiddenDraft | None, list[Undecided]]:
    """What becomes of two or more kin without any exemplar: a common hidden one if some pair excludes both directions.

    Without such a pair the direction of each kin pair is left undecided.
    """
    kin = [(a, b) for at, a in enumerate(orphans) for b in orphans[at + 1 :] if (a, b) in context.pairs]
    blocked = [pair for pair in kin if _blocked_both_ways(context, *pair)]
    if blocked:
        copies = {orphan: _reasons(context, orphan, blocked) for orphan in orphans}
        gap = max(min(context.objection_weight(a, b), context.objection_weight(b, a)) for a, b in blocked)
        return HiddenDraft(None, copies, how_sure(gap)), []
    return None, [_undecided(context, a, b) for a, b in kin]


def _blocked_both_ways(context: Context, a: str, b: str) -> bool:
    return context.objection_weight(a, b) >= BLOCKED and context.objection_weight(b, a) >= BLOCKED


def _reasons(context: Context, orphan: str, blocked: Sequence[tuple[str, str]]) -> tuple[Evidence, ...]:
    siblings = [a if b == orphan else b for a, b in blocked if orphan in (a, b)]
    if not siblings:
        return (Evidence("family", f"{orphan} is kin to the copies of this exemplar"),)
    sibling = max(siblings, key=lambda other: (context.probability(orphan, other), other))
    return _against(context, sibling, orphan)


def _undecided(context: Context, a: str, b: str) -> Undecided:
    forward, backward = context.objection_weight(a, b), context.objection_weight(b, a)
    if forward < 1 and backward < 1:
        reason = f"{a} and {b} share their wording, and no particular, credit or date tells which came first"
    else:
        reason = f"{a} and {b} share their wording, but too little speaks for one direction"
    return Undecided((a, b), reason)


def edges_of(drafts: Sequence[HiddenDraft], ids: Sequence[str]) -> list[Edge]:
    """The copies of the hidden exemplars as edges."""
    return [
        Edge(copy, identity, draft.sure, evidence)
        for draft, identity in zip(drafts, ids, strict=True)
        for copy, evidence in sorted(draft.copies.items())
    ]
