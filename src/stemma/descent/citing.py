"""Articles that cite a report at hand and are no kin of it: they owe it a part, and the rest is their own."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from stemma.descent.context import Edge, reaches
from stemma.descent.credits import CreditLink
from stemma.lexicon import table
from stemma.records import Descent, Evidence, Passage, Span, Witness
from stemma.text.clock import later
from stemma.text.outlets import outlet_key
from stemma.text.telling import is_owed, telling

__all__ = ["cited"]

# Confidence in such a credit: by eye, below that between kin. Two were found in three hundred stories of the corpora;
# both are right, too few to measure it.
_CITED = 0.9
# A passage of fewer telling words, its credit apart, may be told by any report of the event.
_LEAST_TELLING = 3
# So many passages after its credit an article may still tell from the same report.
_GOING_ON = 2


def cited(witnesses: Mapping[str, Witness], credited: Sequence[CreditLink], edges: Sequence[Edge]) -> list[Descent]:
    """Citations of a report at hand by articles that were not found to be made from anything.

    The citing article's own outlet must be known, for "told the X" may be how X speaks of itself; the report must not
    be later; and it must tell what the article cites it for, for an outlet may have several reports of one event.
    """
    copies = {edge.copy for edge in edges}
    options: dict[tuple[str, str], list[Descent]] = {}
    for link in credited:
        if link.exemplar is not None and link.copy not in copies:
            both = witnesses[link.copy], witnesses[link.exemplar]
            one = _cited(link, both) if _may_cite(link, both) else None
            options.setdefault((link.copy, outlet_key(link.credit.name)), []).extend([one] if one is not None else [])
    best = [min(options[key], key=_rank) for key in sorted(options) if options[key]]
    pairs = {(one.copy, one.exemplar) for one in best}
    found: list[Descent] = []
    for one in best:
        in_turn = (one.exemplar, one.copy) in pairs  # which of the two was first is not known, and both have it in part
        above = [*edges, *(Edge(step.copy, step.exemplar, _CITED, ()) for step in found)]
        if not in_turn and not reaches(above, one.exemplar, one.copy):
            found.append(one)
    return found


def _rank(one: Descent) -> tuple[float, str, tuple[Span, ...]]:
    """Of several reports of one outlet the one that accounts for most, by the first credit of it."""
    return -one.coverage, one.exemplar, one.evidence[0].spans


def _may_cite(link: CreditLink, both: tuple[Witness, Witness]) -> bool:
    copy, exemplar = (witness.article for witness in both)
    return (
        link.credit.kind == "citation"
        and bool(copy.outlet or copy.url)
        and later(exemplar.published, copy.published) is None
    )


def _cited(link: CreditLink, both: tuple[Witness, Witness]) -> Descent | None:
    """The citation, if the report tells what it is credited with."""
    copy, exemplar = both
    credit = link.credit.span
    told = next((passage for passage in _credited_with(credit, copy) if _is_told(passage, credit, both)), None)
    if told is None:
        return None
    a, b = copy.article.id, exemplar.article.id
    length = sum(passage.span.end - passage.span.start for passage in copy.passages)
    return Descent(
        copy=a,
        exemplar=b,
        operation="citation",
        confidence=_CITED,
        coverage=round((told.span.end - told.span.start) / length, 2),
        evidence=(
            Evidence("credit", f"{a} credits {link.credit.name}", (credit,)),
            Evidence("cited_passage", f"{b} tells what {a} cites it for", (told.span,)),
        ),
    )


def _credited_with(credit: Span, copy: Witness) -> list[Passage]:
    """The passage of the credit; where it says little beside, the one before it in its paragraph: "he told the X".

    Then those that go on with it: "The paper quoted the landlady".
    """
    at = next((passage for passage in copy.passages if passage.span.overlaps(credit)), None)
    if at is None:
        return []
    further = copy.passages[at.index + 1 : at.index + 1 + _GOING_ON]
    going_on = [passage for passage in further if _the_outlet().search(passage.span.text)]
    if len(telling(_without(at, credit, copy), copy.article.language or "en")) >= _LEAST_TELLING:
        return [at, *going_on]
    before = [passage for passage in copy.passages[: at.index] if passage.paragraph == at.paragraph]
    return [*before[-1:], *going_on]


@cache
def _the_outlet() -> re.Pattern[str]:
    kinds = "|".join(map(re.escape, table("credits")["at_hand"]["kinds"]))
    return re.compile(rf"\b[Tt]he (?:{kinds})\b(?! [A-ZÀ-Þ])")


def _is_told(passage: Passage, credit: Span, both: tuple[Witness, Witness]) -> bool:
    """Whether most telling words of the passage, its credit apart, stand in one paragraph of the exemplar."""
    copy, exemplar = both
    language = copy.article.language or "en"
    own = _without(passage, credit, copy)
    if len(telling(own, language)) < _LEAST_TELLING:
        return False
    paragraphs: dict[int, list[str]] = {}
    for model in exemplar.passages:
        paragraphs.setdefault(model.paragraph, []).append(model.span.text)
    return any(is_owed(own, telling(" ".join(texts), language), language) for texts in paragraphs.values())


def _without(passage: Passage, credit: Span, copy: Witness) -> str:
    """The passage's words, the credit's left out."""
    start, end, text = passage.span.start, passage.span.end, copy.article.text
    before, after = min(max(credit.start, start), end), max(start, min(credit.end, end))
    return f"{text[start:before]} {text[after:end]}"
