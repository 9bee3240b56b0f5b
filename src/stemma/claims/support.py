"""How many origins carry a claim."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.claims.units import Unit
from stemma.records import Account, Alignment, Lineage, Operation, Support
from stemma.text.nouns import counted
from stemma.text.outlets import outlet_key
from stemma.text.telling import is_owed, telling

__all__ = ["ALTERED", "Roots", "origin_of", "roots", "support_of", "why"]


# How far each operation takes a copy's words from its exemplar's: the least altered article speaks for a claim.
ALTERED: dict[Operation, int] = {"reprint": 0, "revision": 0, "abridgement": 0, "citation": 1, "rewrite": 2}


# A citing article owes a passage to its family from this likeness on; below, both may speak of one matter (by eye).
_OWED = 0.3


class Roots(NamedTuple):
    """For each article its origin; for a citing article the passages it owes to its family; the slack of the count.

    `credited`: the origin of a passage, by article and place, that names another article's outlet as its source, or
    that its article, which goes back to several origins, has from this one.
    `altered` ranks the articles by what was done to them. `below` and `above` are how far the story's count of origins
    may be wrong downwards and upwards.
    """

    origin: Mapping[str, str]
    names: Mapping[str, str]
    owed: Mapping[str, frozenset[int]]
    credited: Mapping[tuple[str, int], str]
    altered: Mapping[str, int]
    below: int
    above: int


def roots(lineage: Lineage, accounts: Sequence[Account], alignments: Sequence[Alignment]) -> Roots:
    """The origins of the story's articles and passages."""
    groups = lineage.origins.groups
    origin = {article: group.id for group in groups for article in group.articles}
    names = {group.id: group.name for group in groups}
    citing = {edge.copy for edge in lineage.descent if edge.operation == "citation"}
    known = {account.witness.article.id: account for account in accounts}
    owed = {
        article: _owed(
            known[article], [known[a] for a, root in sorted(origin.items()) if root == origin[article]], alignments
        )
        for article in sorted(citing)
    }
    names |= {
        f"own:{article}": f"{_outlet(article, accounts)}'s own reporting or another source"
        for article in sorted(citing)
    }
    altered = {edge.copy: ALTERED[edge.operation] for edge in lineage.descent}
    below, above = len(groups) - lineage.origins.low, lineage.origins.high - len(groups)
    passages = _divided(lineage, alignments) | _credited(accounts, origin)
    return Roots(origin, names, owed, passages, altered, below, above)


def _divided(lineage: Lineage, alignments: Sequence[Alignment]) -> dict[tuple[str, int], str]:
    """Of each passage of an article that goes back to several origins the one whose articles have it most nearly."""
    of: dict[str, list[str]] = {}
    for group in lineage.origins.groups:
        for article in group.articles:
            of.setdefault(article, []).append(group.id)
    best: dict[tuple[str, int], tuple[float, str]] = {}
    for alignment in alignments:
        one, other = of.get(alignment.a, []), of.get(alignment.b, [])
        if len(one) == len(other) or 1 not in (len(one), len(other)) or not set(one) & set(other):
            continue
        root, turned = (other[0], False) if len(other) == 1 else (one[0], True)
        copy = alignment.b if turned else alignment.a
        for pair in (pair for pair in alignment.pairs if pair.score >= _OWED):
            for key in ((copy, place) for place in (pair.b_index if turned else pair.a_index)):
                best[key] = max((pair.score, root), best.get(key, (0.0, root)))
    return {key: root for key, (_, root) in best.items()}


def _credited(accounts: Sequence[Account], origin: Mapping[str, str]) -> dict[tuple[str, int], str]:
    """Of each passage that cites an outlet whose article is at hand, that article's origin."""
    owners: dict[str, str] = {}
    for account in accounts:
        article = account.witness.article
        if article.outlet:
            owners.setdefault(outlet_key(article.outlet), origin[article.id])
    return {
        (account.witness.article.id, passage.index): owners[outlet_key(credit.name)]
        for account in accounts
        for credit in account.witness.article.credits
        if credit.kind == "citation" and outlet_key(credit.name) in owners
        for passage in account.witness.passages
        if passage.span.overlaps(credit.span)
    }


def _owed(citing: Account, family: Sequence[Account], alignments: Sequence[Alignment]) -> frozenset[int]:
    """Places of the citing article's passages that some relative also has, most of their telling words among them."""
    article = citing.witness.article
    language = article.language or "en"
    told = {one.witness.article.id: telling(one.witness.article.text, language) for one in family}
    places: set[int] = set()
    for alignment in alignments:
        other = alignment.b if alignment.a == article.id else alignment.a
        if article.id in (alignment.a, alignment.b) and other in told:
            close = [pair for pair in alignment.pairs if pair.score >= _OWED]
            near = {place for pair in close for place in (pair.a_index if alignment.b == other else pair.b_index)}
            passages = citing.witness.passages
            places |= {place for place in near if is_owed(passages[place].span.text, told[other], language)}
    return frozenset(places)


def _outlet(article: str, accounts: Sequence[Account]) -> str:
    known = {account.witness.article.id: account.witness.article for account in accounts}
    return known[article].outlet or article


def _origins(found: Sequence[Unit], known: Roots) -> list[str]:
    """The origins of these units; what a citing article does not owe to its family is its own."""
    return sorted({origin_of(unit, known) for unit in found})


def origin_of(unit: Unit, known: Roots) -> str:
    """The origin of the unit: its article's, or the citing article's own."""
    credited = known.credited.get((unit.article, unit.place))
    if credited is not None:
        return credited
    owed = known.owed.get(unit.article)
    if owed is not None and unit.place not in owed:
        return f"own:{unit.article}"
    return known.origin[unit.article]


def support_of(affirming: Sequence[Unit], known: Roots) -> Support:
    """At least and at most how many origins: no fewer than one if anybody affirms, no more than there are articles."""
    count = len(_origins(affirming, known))
    articles = len({unit.article for unit in affirming})
    low = max(min(count, 1), count - known.below)
    return Support(low, max(count, min(articles, count + known.above)))


def why(affirming: Sequence[Unit], denying: Sequence[Unit], known: Roots) -> str:
    """One sentence a reader can follow."""
    by_origin: dict[str, set[str]] = {}
    for unit in affirming:
        by_origin.setdefault(origin_of(unit, known), set()).add(unit.article)
    parts = [f"{_going(len(by_origin[root]))} back to {known.names[root]}" for root in sorted(by_origin)]
    denied = len({unit.article for unit in denying})
    parts += [f"denied in {counted(denied, 'article')}"] if denied else []
    told = "; ".join(parts)
    return f"{told[:1].upper()}{told[1:]}."


def _going(count: int) -> str:
    return f"{counted(count, 'article')} {'goes' if count == 1 else 'go'}"
