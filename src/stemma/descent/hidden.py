"""Hidden exemplars that credits imply: the report they name is not at hand."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from stemma.descent.cited import is_in_passing
from stemma.descent.context import Context, Edge, HiddenDraft
from stemma.records import Credit, Evidence, Span
from stemma.text.outlets import outlet_key

__all__ = ["by_credit", "edges_of", "inferred"]

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
    telling = [named for named in loose if not _is_in_passing(context, named, members)]
    keys = {outlet_key(named.credit.name) for named in whole} | _prominent(telling, members)
    groups = {key: [named for named in loose if outlet_key(named.credit.name) == key] for key in sorted(keys - {""})}
    unnamed = [named for named in whole if not outlet_key(named.credit.name)]
    drafts = [_draft(named) for named in groups.values()]
    if unnamed and len(drafts) == 1:  # one family, one text behind it: the feed carried the report that others name
        drafts = [_draft([*next(iter(groups.values())), *unnamed])]
    elif unnamed:
        drafts.append(_draft(unnamed))
    return drafts


def _is_in_passing(context: Context, named: _Named, members: Sequence[str]) -> bool:
    return is_in_passing(context, named.copy, named.credit, [member for member in members if member != named.copy])


def inferred(context: Context, copies: Sequence[str], sure: float) -> HiddenDraft:
    """An exemplar that no credit implies, for these copies.

    Where some of them credit one outlet that is not at hand, and no other, for a passage that others have as well, it
    was that one's report: the draft has its name, and those copies with their credits.
    """
    shared = [
        _Named(link.copy, link.credit)
        for link in context.credited
        if link.copy in copies and link.exemplar is None and _is_shared(context, link.credit.span, copies)
    ]
    shared = [named for named in shared if not _is_in_passing(context, named, copies)]
    keys = {outlet_key(entry.credit.name) for entry in shared}
    return _draft(shared)._replace(sure=sure) if len(keys) == 1 and "" not in keys else HiddenDraft(None, {}, sure)


def _is_shared(context: Context, credit: Span, copies: Sequence[str]) -> bool:
    """Whether the passage of the credit stands in another copy."""
    pairings = [context.pairs[credit.article, other] for other in copies if (credit.article, other) in context.pairs]
    aligned = [pair for pairing in pairings for pair in pairing.alignment.pairs if pair.kind != "quoting"]
    return any(span.overlaps(credit) for pair in aligned for span in (*pair.a, *pair.b))


def _credit(named: _Named) -> Evidence:
    shown = named.credit.name or "a feed"
    return Evidence("credit", f"{named.copy} credits {shown}, which is not at hand", (named.credit.span,))


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
        copies[entry.copy] = (*copies.get(entry.copy, ()), _credit(entry))
    by_notice = any(entry.credit.kind != "citation" for entry in named)
    return HiddenDraft(name, copies, _BY_NOTICE if by_notice else _BY_CITATION)


def edges_of(drafts: Sequence[HiddenDraft], ids: Sequence[str]) -> list[Edge]:
    """The copies of the hidden exemplars as edges."""
    return [
        Edge(copy, identity, draft.sure, evidence)
        for draft, identity in zip(drafts, ids, strict=True)
        for copy, evidence in sorted(draft.copies.items())
    ]
