"""The terms of a passage: what the collation matches it by."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from stemma.records import Span, Witness
from stemma.text.extents import touching
from stemma.text.normalise import squeeze, unaccented
from stemma.text.quotations import quotations
from stemma.text.rarity import information
from stemma.text.tokens import tokens

__all__ = ["Terms", "runs_of", "terms_of"]

# Words below this weight (about the 300 commonest of a language) say nothing about what a sentence says.
_LEAST_INFORMATION = 1.3
# The point of an initial: "US" and "U.S." are one word.
_INITIAL = re.compile(r"(?<=\b\w)\.(?=\w\b|\W)")
# Characters in a run: the usual length for matching garbled words (McNamee and Mayfield 2004 find 4 best for English).
_RUN = 4


class Terms(NamedTuple):
    """One passage's terms: its folded words in order, stems with their weights, those of them in quotation marks.

    Weights are those of the language; the commonest words have none.
    """

    words: tuple[str, ...]
    stems: Mapping[str, float]
    quoted: frozenset[str]


def terms_of(witness: Witness) -> tuple[Terms, ...]:
    """The terms of every passage of the witness, by place."""
    language = witness.article.language or "en"
    places = [(passage.span.start, passage.span.end) for passage in witness.passages]
    inside = [(mark.inner_start, mark.inner_end) for mark in quotations(witness.article.text, places)]
    return tuple(_terms(passage.span, language, inside) for passage in witness.passages)


def _terms(passage: Span, language: str, marks: Sequence[tuple[int, int]]) -> Terms:
    inside = touching(marks, passage.start, passage.end)
    stems: dict[str, float] = {}
    quoted: set[str] = set()
    for place, _, written, stem in tokens(passage.text, language, passage.start):
        weight = _weight(written, language)
        if weight < _LEAST_INFORMATION:
            continue
        plain = stem if stem.isascii() else unaccented(stem)
        if weight > stems.get(plain, 0.0):
            stems[plain] = weight
        if inside and any(start <= place < end for start, end in inside):
            quoted.add(plain)
    words = _squeezed(_INITIAL.sub("", passage.text)).split()
    return Terms(tuple(words), stems, frozenset(quoted))


_squeezed = lru_cache(maxsize=512)(squeeze)  # the passages of a text, asked for twice


@lru_cache(maxsize=65536)  # a story's vocabulary many times over
def _weight(word: str, language: str) -> float:
    # A number is particular whatever its frequency in the language.
    return 4.0 if word[0].isdigit() else information(word, language)


def runs_of(text: str) -> Counter[str]:
    """How often each run of characters stands in the words of the text."""
    return Counter(chain.from_iterable(map(_runs, _squeezed(text).replace("'", " ").split())))


@lru_cache(maxsize=65536)  # a story's words many times over
def _runs(word: str) -> tuple[str, ...]:
    if len(word) <= 3:  # these are mostly grammar
        return ()
    padded = f" {word} "
    return tuple(padded[at : at + _RUN] for at in range(len(padded) - _RUN + 1))
