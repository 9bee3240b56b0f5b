"""Hidden exemplars that credits imply: the report they name is not at hand."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from stemma.descent.context import Context, Edge, HiddenDraft
from stemma.descent.credits import outlet_key
from stemma.records import Credit, Evidence

__all__ = ["by_credit", "edges_of"]

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


def edges_of(drafts: Sequence[HiddenDraft], ids: Sequence[str]) -> list[Edge]:
    """The copies of the hidden exemplars as edges."""
    return [
        Edge(copy, identity, draft.sure, evidence)
        for draft, identity in zip(drafts, ids, strict=True)
        for copy, evidence in sorted(draft.copies.items())
    ]
