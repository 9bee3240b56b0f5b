"""Articles that cite a report at hand and are no kin of it: they owe it a part, and the rest is their own."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from stemma.descent.context import Edge, reaches
from stemma.descent.credits import CreditLink
from stemma.records import Alignment, Descent, Evidence, Passage, Span, Witness
from stemma.text.clock import later
from stemma.text.outlets import outlet_key
from stemma.text.telling import is_owed, telling

__all__ = ["Cited", "cited"]

# Confidence in such a credit (by eye, below that between kin): the outlet may have reported it twice, once elsewhere.
_CITED = 0.9
# A passage of fewer telling words, its credit apart, may be told by any report of the event.
_LEAST_TELLING = 3
# An article that owes so much of itself to what it cites has no reporting of its own that could count (by eye).
_MOSTLY = 0.5


class Cited(NamedTuple):
    """A citation between articles that are no kin. `mostly`: the citing one owes most of itself to the other."""

    descent: Descent
    mostly: bool

    @property
    def pair(self) -> tuple[str, str]:
        """Copy and exemplar."""
        return self.descent.copy, self.descent.exemplar


def cited(
    witnesses: Mapping[str, Witness],
    alignments: Sequence[Alignment],
    credited: Sequence[CreditLink],
    edges: Sequence[Edge],
) -> list[Cited]:
    """Citations of a report at hand by articles that were not found to be made from anything.

    The citing article's own outlet must be known, for "told the X" may be how X speaks of itself; the report must not
    be later; and it must tell what the article cites it for, for an outlet may have several reports of one event.
    """
    copies = {edge.copy for edge in edges}
    aligned = {frozenset((entry.a, entry.b)): entry for entry in alignments}
    options: dict[tuple[str, str], list[Cited]] = {}
    for link in credited:
        if link.exemplar is not None and link.copy not in copies:
            both = witnesses[link.copy], witnesses[link.exemplar]
            pair = aligned.get(frozenset((link.copy, link.exemplar)))
            one = _cited(link, both, pair) if _may_cite(link, both) else None
            options.setdefault((link.copy, outlet_key(link.credit.name)), []).extend([one] if one is not None else [])
    best = [min(options[key], key=_rank) for key in sorted(options) if options[key]]
    pairs = {one.pair for one in best}
    found: dict[tuple[str, str], Cited] = {}
    for one in best:
        in_turn = one.pair[::-1] in pairs  # which of the two was first is not known, and both have it in part
        above = [*edges, *(Edge(*pair, _CITED, ()) for pair in found)]
        if not in_turn and not reaches(above, one.pair[1], one.pair[0]):
            found[one.pair] = one
    return list(found.values())


def _rank(one: Cited) -> tuple[float, tuple[str, str], tuple[Evidence, ...]]:
    """Of several reports of one outlet the one that accounts for most."""
    return -one.descent.coverage, one.pair, one.descent.evidence


def _may_cite(link: CreditLink, both: tuple[Witness, Witness]) -> bool:
    copy, exemplar = (witness.article for witness in both)
    return (
        link.credit.kind == "citation"
        and bool(copy.outlet or copy.url)
        and later(exemplar.published, copy.published) is None
    )


def _cited(link: CreditLink, both: tuple[Witness, Witness], aligned: Alignment | None) -> Cited | None:
    """The citation, if the report tells a passage of the paragraph that credits it."""
    copy, exemplar = both
    a, b = copy.article.id, exemplar.article.id
    owed = _owed(copy, exemplar, aligned)
    at = next((passage for passage in copy.passages if passage.span.overlaps(link.credit.span)), None)
    near = [p for p in copy.passages if at is not None and p.paragraph == at.paragraph]
    told = [passage for passage in near if passage in owed or _is_told(passage, link.credit.span, copy, exemplar)]
    if not told:
        return None
    share = _length({*owed, *told}) / max(1, _length(copy.passages))
    evidence = (
        Evidence("credit", f"{a} credits {link.credit.name}", (link.credit.span,)),
        Evidence("cited_passage", f"{b} tells what {a} cites it for", (told[0].span,)),
    )
    coverage = round(share, 2)
    descent = Descent(copy=a, exemplar=b, operation="citation", confidence=_CITED, coverage=coverage, evidence=evidence)
    return Cited(descent, share >= _MOSTLY)


def _length(passages: Iterable[Passage]) -> int:
    return sum(passage.span.end - passage.span.start for passage in passages)


def _owed(copy: Witness, exemplar: Witness, aligned: Alignment | None) -> list[Passage]:
    """The copy's passages that were aligned with the exemplar's, most of their telling words among them."""
    if aligned is None:
        return []
    turned = aligned.b == copy.article.id
    places = {place for pair in aligned.pairs for place in (pair.b_index if turned else pair.a_index)}
    language = copy.article.language or "en"
    told = telling(exemplar.article.text, language)
    return [copy.passages[place] for place in sorted(places) if is_owed(copy.passages[place].span.text, told, language)]


def _is_told(passage: Passage, credit: Span, copy: Witness, exemplar: Witness) -> bool:
    """Whether most telling words of the passage, its credit apart, stand in one passage of the exemplar."""
    language = copy.article.language or "en"
    text, start = copy.article.text, passage.span.start
    before = text[start : max(start, min(credit.start, passage.span.end))]
    own = before + " " + text[max(start, min(credit.end, passage.span.end)) : passage.span.end]
    if len(telling(own, language)) < _LEAST_TELLING:
        return False
    return any(is_owed(own, telling(model.span.text, language), language) for model in exemplar.passages)
