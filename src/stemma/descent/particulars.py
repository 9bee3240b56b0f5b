"""Particulars: the names, numbers and quoted words that a copy can take from its exemplar but not invent."""

from collections.abc import Collection, Iterable, Sequence
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from stemma.records import Passage, Span, Witness
from stemma.text.names import Name, names
from stemma.text.normalise import squeeze
from stemma.text.numbers import numbers
from stemma.text.quotations import quotations

__all__ = ["Particular", "Particulars", "altered", "lacking", "particulars"]

# Two spellings this alike are one name: 100 x matching letters. One letter in five may differ (Marrant, Marant).
_ONE_NAME = 80
# A quoted passage counts as present if this much of it stands in the other text, 0..100 (chosen by eye: a cut or
# lightly reworded quotation stays above, another quotation stays below).
_QUOTED = 75
# From here on it may be the same quotation told anew (by eye: of two utterances fewer letters stand in a row).
_ALTERED = 55
# A quotation of fewer words is a phrase that any reporter may set in marks.
_QUOTATION_WORDS = 6
# Numbers up to this one, in words, are grammar as often as fact ("one of", "two of the officials").
_SMALL_NUMBER = 2


# A number of so many digits is copied, a smaller one may be counted.
_DIGITS = 2
# A quotation may open the sentence.
_OPENING_MARKS = "\"“'‘«„"


class Particular(NamedTuple):
    """One particular: its kind, what it is compared by, and where it stands."""

    kind: Literal["name", "number", "quotation"]
    key: str
    span: Span
    passage: int


class Particulars(NamedTuple):
    """Everything particular in one witness, what others are looked up in, and what no rewording brings by itself.

    `numbers` are the keys of its numbers.
    """

    found: tuple[Particular, ...]
    words: frozenset[str]
    squeezed: str
    hard: frozenset[Particular]
    numbers: frozenset[str]


def particulars(witness: Witness) -> Particulars:
    """The particulars of the witness, by place; each name word, number and quotation once a passage."""
    text = witness.article.text
    known = names(text)
    quoted = quotations(text, [(p.span.start, p.span.end) for p in witness.passages])
    found: list[Particular] = []
    at = 0
    for passage in witness.passages:
        if passage.role != "body":  # a headline's capitals and figures are repeated from the body, or the editor's own
            continue
        while at < len(known) and known[at].start < passage.span.start:
            at += 1
        found.extend(_names(witness, passage, known[at:]))
        found.extend(_numbers(passage, witness))
    for mark in quoted:
        if len(text[mark.inner_start : mark.inner_end].split()) >= _QUOTATION_WORDS:
            span = witness.article.span(mark.inner_start, mark.inner_end)
            found.append(Particular("quotation", squeeze(span.text), span, _passage_at(witness, mark.inner_start)))
    squeezed = squeeze(text)
    words = frozenset(squeezed.split())
    ordered = tuple(sorted(found, key=lambda p: (p.span, p.kind)))
    keys = frozenset(p.key for p in ordered if p.kind == "number")
    return Particulars(ordered, words, squeezed, frozenset(_hard(ordered, witness)), keys)


def _names(witness: Witness, passage: Passage, known: Sequence[Name]) -> Iterable[Particular]:
    seen: set[str] = set()
    for name in known:
        if name.start >= passage.span.end:
            return
        key = squeeze(name.words[-1]) if name.words else ""
        if key and key not in seen and name.end <= passage.span.end:
            seen.add(key)
            yield Particular("name", key, witness.article.span(name.start, name.end), passage.index)


def _numbers(passage: Passage, witness: Witness) -> Iterable[Particular]:
    for number in numbers(passage.span.text):
        if number.value > _SMALL_NUMBER or passage.span.text[number.start].isdigit():
            start, end = passage.span.start + number.start, passage.span.start + number.end
            yield Particular("number", f"{number.value:.10g}", witness.article.span(start, end), passage.index)


def _passage_at(witness: Witness, position: int) -> int:
    return next((p.index for p in witness.passages if p.span.start <= position < p.span.end), 0)


def _hard(found: Sequence[Particular], witness: Witness) -> list[Particular]:
    """Those that no rewording brings by itself.

    Left out are single words that open a sentence or stand in capitals, numbers in words ("six", "a third") and
    magnitudes ("millions"): a rewriter counts, rounds and begins his sentences as he likes.
    """
    opening = {passage.span.start for passage in witness.passages}
    opening |= {start + 1 for start in opening if witness.article.text[start] in _OPENING_MARKS}
    return [p for p in found if _is_hard(p, opening)]


def _is_hard(particular: Particular, opening: Collection[int]) -> bool:
    written = particular.span.text
    if particular.kind == "number":
        return sum(character.isdigit() for character in written) >= _DIGITS
    if particular.kind == "name":
        return " " in written or (particular.span.start not in opening and not written.isupper())
    return True


def altered(particular: Particular, other: Particulars) -> bool:
    """Whether it is a quotation that the other text has in other words."""
    return (
        particular.kind == "quotation" and fuzz.partial_ratio(particular.key, other.squeezed, score_cutoff=_ALTERED) > 0
    )


def lacking(these: Particulars, other: Particulars) -> tuple[Particular, ...]:
    """The particulars of one witness that the other has nowhere, spelling and light rewording aside; each key once."""
    missing: dict[tuple[str, str], Particular] = {}
    for particular in these.found:
        if (particular.kind, particular.key) not in missing and not _present(particular, other):
            missing[particular.kind, particular.key] = particular
    return tuple(missing.values())


def _present(particular: Particular, other: Particulars) -> bool:
    if particular.kind == "quotation":
        return fuzz.partial_ratio(particular.key, other.squeezed, score_cutoff=_QUOTED) > 0
    if particular.kind == "number":
        return particular.key in other.numbers
    return any(word in other.words or _respelt(word, other) for word in particular.key.split())


def _respelt(word: str, other: Particulars) -> bool:
    return any(
        fuzz.ratio(word, p.key, score_cutoff=_ONE_NAME) > 0
        for p in other.found
        if p.kind == "name" and p.key[:1] == word[:1]
    )
