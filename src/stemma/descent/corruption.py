"""Corruption: what a copyist spoils and nobody downstream can mend."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from stemma.descent.pairing import Pairing
from stemma.descent.particulars import Particulars
from stemma.records import Span, Witness
from stemma.text.normalise import squeeze
from stemma.text.quotations import quotations
from stemma.text.rarity import information
from stemma.text.tokens import tokens

__all__ = ["absorbed_quotations", "odd_spellings", "slips"]

# A fragment: a sentence that begins with a small letter after a closing stop. After a question the narrator may go
# on in one sentence ("Why? they asked").
_FRAGMENT = re.compile(r"[^\W\d_]{3,}[.!]\s+(?=[a-z]{2,})")
# Endings in a point that close no sentence.
_ABBREVIATION = re.compile(
    r"\b(?:mr|mrs|ms|dr|st|gov|sen|rep|gen|col|capt|lt|sgt|jr|sr|inc|ltd|corp|dept|univ|approx|vs|etc|jan|feb|mar|apr|jun"
    r"|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|ave|blvd|rev|hon|prof|com|org|net)[.!?]\s+$",
    re.IGNORECASE,
)
# Two spellings of one name differ in at most a few letters: 100 x matching letters of all.
_ONE_NAME = 80
# A spelling is odd if at least this many other witnesses agree on another one.
_MAJORITY = 2
# Content words only: what is shared by chance inside and outside the marks says nothing.
_CONTENT = 1.5
# So many of a quotation's content words stand outside the marks in the other witness (by eye: two could be chance
# in a long sentence, so they must also be a quarter of the quotation's own words that differ).
_ABSORBED_WORDS = 2
_ABSORBED_SHARE = 0.25
# Two quotations with this many words in a row in common report one utterance (chosen by eye).
_RUN = 4


def slips(witness: Witness) -> tuple[Span, ...]:
    """Fragments a rewriting program leaves behind: a stop, then a sentence that begins with a small letter."""
    found = []
    for paragraph in _paragraph_extents(witness):
        text = witness.article.text[slice(*paragraph)]
        for match in _FRAGMENT.finditer(text):
            if not _ABBREVIATION.search(match.group()):
                start = paragraph[0] + match.start()
                found.append(witness.article.span(start, min(paragraph[1], start + len(match.group()) + 20)))
    return tuple(found)


def _paragraph_extents(witness: Witness) -> list[tuple[int, int]]:
    extents: dict[int, tuple[int, int]] = {}
    for passage in witness.passages:
        start, end = extents.get(passage.paragraph, (passage.span.start, passage.span.end))
        extents[passage.paragraph] = (min(start, passage.span.start), max(end, passage.span.end))
    return [extents[paragraph] for paragraph in sorted(extents)]


def odd_spellings(known: Mapping[str, Particulars]) -> dict[str, list[tuple[Span, str]]]:
    """For each witness, the names it spells unlike at least two others that agree, with their spelling.

    A witness that also uses the others' spelling may name two people, and is left out.
    """
    users = Counter[str]()
    for found in known.values():
        users.update(sorted({p.key for p in found.found if p.kind == "name"}))
    odd: dict[str, list[tuple[Span, str]]] = {}
    for article in sorted(known):
        own = {p.key: p.span for p in known[article].found if p.kind == "name"}
        for key in sorted(own):
            usual = _usual(key, users)
            if usual is not None and usual not in known[article].words:
                odd.setdefault(article, []).append((own[key], usual))
    return odd


def _usual(key: str, users: Counter[str]) -> str | None:
    """The spelling that most others use where this one is nearly alone."""
    if users[key] > 1 or len(key) < 5:
        return None
    likely = [
        other
        for other in users
        if other != key and users[other] >= _MAJORITY and other[0] == key[0] and _alike(key, other)
    ]
    return max(likely, key=lambda other: (users[other], other), default=None)


def _alike(one: str, other: str) -> bool:
    inflected = one.rstrip("s") == other.rstrip("s") or one.startswith(other) or other.startswith(one)
    return not inflected and fuzz.ratio(one, other) >= _ONE_NAME


def absorbed_quotations(pairing: Pairing, article: str) -> tuple[Span, ...]:
    """Quotations of the article that hold words which, in the other witness, the narrator says outside the marks."""
    turned = pairing.alignment.a != article
    other = next(side.witness for name, side in sorted(pairing.sides.items()) if name != article)
    found = []
    for pair in pairing.alignment.pairs:
        if pair.kind == "same":
            continue
        own, others = (pair.b, pair.a) if turned else (pair.a, pair.b)
        found.extend(_absorbed(pairing.side(article).witness, own, other, others))
    return tuple(found)


def _absorbed(one: Witness, own: Sequence[Span], other: Witness, others: Sequence[Span]) -> list[Span]:
    marks = quotations(one.article.text, [(span.start, span.end) for span in own])
    if not marks:
        return []
    inside_other, outside_other = _split(other, others)
    found = []
    for mark in marks:
        words = _content(one, mark.inner_start, mark.inner_end)
        new = words - inside_other
        absorbed = new & outside_other
        enough = len(absorbed) >= max(_ABSORBED_WORDS, _ABSORBED_SHARE * len(new))
        if enough and _has_counterpart(one.article.text[mark.inner_start : mark.inner_end], other, others):
            found.append(one.article.span(mark.start, mark.end))
    return found


def _has_counterpart(quoted: str, other: Witness, others: Sequence[Span]) -> bool:
    """Whether one of the other's quotations there shares a run of words with this one: they are one utterance."""
    words = squeeze(quoted).split()
    for mark in quotations(other.article.text, [(span.start, span.end) for span in others]):
        theirs = f" {squeeze(other.article.text[mark.inner_start : mark.inner_end])} "
        if any(f" {' '.join(words[at : at + _RUN])} " in theirs for at in range(len(words) - _RUN + 1)):
            return True
    return False


def _split(witness: Witness, spans: Sequence[Span]) -> tuple[frozenset[str], frozenset[str]]:
    """Content stems inside and outside quotation marks."""
    inside: set[str] = set()
    everything: set[str] = set()
    for span in spans:
        everything |= _content(witness, span.start, span.end)
        for mark in quotations(witness.article.text, [(span.start, span.end)]):
            inside |= _content(witness, mark.inner_start, mark.inner_end)
    return frozenset(inside), frozenset(everything - inside)


def _content(witness: Witness, start: int, end: int) -> frozenset[str]:
    language = witness.article.language or "en"
    return frozenset(
        token.stem
        for token in tokens(witness.article.text[start:end], language)
        if information(token.text, language) >= _CONTENT
    )
