"""Exemplars at hand that articles tell themselves: by credit, by a common outlet."""

import math
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from stemma.descent.cited import is_overruled
from stemma.descent.context import Context, Edge, reaches
from stemma.descent.credits import CreditLink
from stemma.descent.operations import same_outlet
from stemma.descent.seconds import taken
from stemma.records import Evidence, SetAside, Span, Undecided
from stemma.text.clock import before, moment
from stemma.text.outlets import outlet_key

__all__ = ["credited_edges", "only_later", "revision_edges"]

# A credit that names the exemplar was right in every case of the bundled gold; kept below 1, for credits can be wrong.
_BY_CREDIT = 0.97
# Of two that credit each other either may have been first: the one that is taken is no more likely than the other.
_IN_TURN = 0.5
# The outlet and the day fix the order of two versions; clocks can be wrong.
_BY_OUTLET = 0.95
# Where much of it was written anew the later may be a report of its own beside; by eye.
_BY_OUTLET_ALTERED = 0.85
# A later version keeps this share of the earlier text, by length, but for a few words: most of it.
_KEPT = 0.5
# Where so much of either text has a counterpart in the other, by length, this share is enough (by eye, on invented
# updates: one of several days later kept .38 and had a counterpart for .89, one that kept .14 says what it revises).
_THROUGHOUT, _KEPT_THROUGHOUT = 0.6, 0.25
_COUNTS = "counts?|figures?|numbers?|totals?|tolls?|estimates?|versions?"
_EARLIER = re.compile(
    rf"\b(?:[Rr]evis|[Cc]orrect|[Uu]pdat)(?:es|ed|ing) (?:an |the |its |our )?(?:earlier|previous) (?:{_COUNTS})\b"
    rf"|\b[Aa]n (?:earlier|previous) (?:{_COUNTS})\b(?! by\b)"
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class _Named(NamedTuple):
    """A report at hand that a member names as its source."""

    name: str
    exemplar: str
    evidence: Evidence


def credited_edges(context: Context, members: Sequence[str]) -> list[Edge]:
    """One edge for each name that a member credits and whose report is at hand; none that would close a circle."""
    edges: list[Edge] = []
    for copy in members:
        options: dict[str, list[tuple[float, float, str, Evidence]]] = {}
        for named in _named(context, copy, members):
            published = _since_1970(context, named.exemplar, unknown=math.inf)
            objection = context.objection_weight(named.exemplar, copy)
            option = objection, published, named.exemplar, named.evidence
            options.setdefault(outlet_key(named.name), []).append(option)
        nearest = [min(options[name], key=lambda option: option[:3])[2:] for name in sorted(options)]
        own = [named for named in nearest if not any(_came_with(context, copy, named, other) for other in nearest)]
        for exemplar, evidence in own or nearest:
            if not reaches(edges, exemplar, copy):
                sure = _IN_TURN if _credits(context, exemplar, copy) else _BY_CREDIT
                edges.append(Edge(copy, exemplar, sure, (evidence,)))
    return edges


def _came_with(context: Context, copy: str, named: tuple[str, Evidence], other: tuple[str, Evidence]) -> bool:
    """Whether the credit stands in a passage that the copy has word for word from another exemplar, its source here."""
    (exemplar, evidence), (model, _) = named, other
    if model == exemplar or not _credits(context, model, exemplar):
        return False
    return any(_stands_in(context, credit, copy, model) for credit in evidence.spans)


def _stands_in(context: Context, credit: Span, copy: str, model: str) -> bool:
    """Whether the passage of the credit stands in the model as well, with the same credit."""
    alignment = context.pairs[copy, model].alignment
    made, source = ("a", "b") if alignment.a == copy else ("b", "a")
    return any(
        credit.overlaps(span)
        and any(credit.text.casefold() in there.text.casefold() for there in getattr(pair, source))
        for pair in alignment.pairs
        if taken(pair)
        for span in getattr(pair, made)
    )


def _named(context: Context, copy: str, members: Sequence[str]) -> Iterator[_Named]:
    """The members that the copy credits, or is signed with."""
    at_hand = [member for member in members if (copy, member) in context.pairs]
    for link in context.credited:
        if link.copy == copy and link.exemplar in at_hand and not _speaks_of_itself(context, link):
            others = [member for member in members if member not in (copy, link.exemplar)]
            if not is_overruled(context, copy, link.credit, link.exemplar, others):
                detail = f"{copy} credits {link.credit.name}"
                yield _Named(link.credit.name, link.exemplar, Evidence("credit", detail, (link.credit.span,)))
    for entry in context.signed:
        if entry.copy == copy and entry.exemplar in at_hand:
            detail = f"{copy} is signed {entry.name}"
            yield _Named(entry.name, entry.exemplar, Evidence("credit", detail, entry.spans))


def _speaks_of_itself(context: Context, link: CreditLink) -> bool:
    """Whether the credit is the exemplar's own word for itself, "told the Post", in a sentence that was copied."""
    if link.exemplar is None or link.credit.kind != "citation":
        return False
    return _stands_in(context, link.credit.span, link.copy, link.exemplar)


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
        notices = tuple(entry.span for entry in own.set_aside if _is_correction(entry)) + _revising(context, copy)
        detail = f"{copy} is a later version from the same outlet"
        if not reaches([*edges, *found], exemplar, copy):
            sure = _BY_OUTLET if _kept(context, exemplar, copy) >= _KEPT else _BY_OUTLET_ALTERED
            found.append(Edge(copy, exemplar, sure, (Evidence("same_outlet", detail, notices),)))
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


def only_later(context: Context, edge: Edge) -> Undecided | None:
    """What is left open where the later of two reports of one outlet keeps too little to be told a version."""
    by_outlet = any(entry.signal == "same_outlet" for entry in edge.evidence)
    if not by_outlet or _is_version(context, edge.exemplar, edge.copy):
        return None
    reason = f"{edge.copy} is a later report of the outlet of {edge.exemplar} and keeps less than half of its words"
    a, b = sorted((edge.copy, edge.exemplar))
    return Undecided((a, b), f"{reason}; it may be a report of its own")


def _is_version(context: Context, earlier: str, copy: str) -> bool:
    """Whether both are versions of one report: of one address or headline, or most of the earlier text is kept.

    Where each has a counterpart for most of the other, less of the words is enough, and of a text that revises an
    earlier count none.
    """
    a, b = context.witnesses[earlier].article, context.witnesses[copy].article
    if (a.url and a.url == b.url) or (a.title and a.title == b.title):
        return True
    kept = _kept(context, earlier, copy)
    throughout = min(context.pairs[earlier, copy].kinship.coverage) >= _THROUGHOUT
    return kept >= _KEPT or (throughout and (kept >= _KEPT_THROUGHOUT or bool(_revising(context, copy))))


def _kept(context: Context, earlier: str, copy: str) -> float:
    """The share of the earlier text, by length, that the copy has but for a few words of a passage."""
    alignment = context.pairs[earlier, copy].alignment
    spans = {span for pair in alignment.pairs if taken(pair) for span in (pair.a if alignment.a == earlier else pair.b)}
    lengths = [passage.span.end - passage.span.start for passage in context.witnesses[earlier].passages]
    return sum(span.end - span.start for span in spans) / max(1, sum(lengths))


def _revising(context: Context, copy: str) -> tuple[Span, ...]:
    """The words in which the article takes back or corrects a count of its own outlet."""
    article = context.witnesses[copy].article
    found = _EARLIER.search(article.text)
    return (article.span(*found.span()),) if found else ()


def _is_correction(entry: SetAside) -> bool:
    return entry.reason == "notice" and "correct" in entry.span.text.casefold()
