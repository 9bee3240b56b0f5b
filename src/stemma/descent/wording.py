"""A witness's words as kinship sees them: its own, its particulars, what it quotes, and the flow of them all."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from stemma.records import Passage, Witness
from stemma.text.extents import touching
from stemma.text.names import names
from stemma.text.normalise import unaccented
from stemma.text.quotations import quotations
from stemma.text.rarity import information
from stemma.text.tokens import tokens

__all__ = ["RUNS", "Wording", "Words", "joined", "wording"]

# Words below this weight are grammar; sharing them is no evidence.
_CONTENT = 1.5
# A number is particular whatever its frequency in the language (as in the collation).
_NUMBER = 4.0
# Lengths of the runs of words that two texts are compared by: two and three survive a rewriting in part; five are a
# copied phrase.
RUNS = (2, 3, 5)

Extents = Sequence[tuple[int, int]]


class Words(NamedTuple):
    """The words of a passage, or of a whole text.

    `own`: content words that are neither part of a name nor a number, with their weight in the language;
    `particulars`: words of names, and numbers, with theirs; `quoted`: what stands inside quotation marks; `flow`: every
    word in order. All as stems.
    """

    own: Mapping[str, float]
    particulars: Mapping[str, float]
    quoted: frozenset[str]
    flow: tuple[str, ...]


class Wording(NamedTuple):
    """What the features of kinship need of a witness, made once.

    `particular_sequence` is the particulars in order, `particulars_mass` their mass; `spread` is in how many passages
    each word stands; `runs` holds the runs of RUNS words outside quotations, one set for each length. `once` has the
    words that stand only once in the whole text, with their passage's place and their weight; `within` those that go
    on a name.
    """

    passages: tuple[Words, ...]
    whole: Words
    particular_sequence: tuple[str, ...]
    spread: Mapping[str, int]
    runs: tuple[frozenset[str], ...]
    particulars_mass: float
    once: Mapping[str, tuple[int, float]]
    within: frozenset[str]


def wording(witness: Witness) -> Wording:
    """The words of the witness, passage by passage and as a whole."""
    article = witness.article
    language = article.language or "en"
    marks = quotations(article.text, [(passage.span.start, passage.span.end) for passage in witness.passages])
    quoted = [(mark.inner_start, mark.inner_end) for mark in marks]
    named = [(name.start, name.end) for name in names(article.text)]
    read = [_words(passage, language, quoted, named) for passage in witness.passages]
    unquoted = [stem for words in read for stem in words.flow if stem not in words.quoted]
    whole = joined(read)
    return Wording(
        passages=tuple(read),
        whole=whole,
        particular_sequence=tuple(stem for words in read for stem in words.flow if stem in words.particulars),
        spread=Counter(chain.from_iterable(kind for words in read for kind in (words.own, words.particulars))),
        runs=tuple(_runs_in(unquoted, n) for n in RUNS),
        particulars_mass=math.fsum(weight**2 for weight in whole.particulars.values()),
        once=_once(read),
        within=frozenset(
            second
            for words in read
            for first, second in pairwise(words.flow)
            if first in words.particulars and second in words.particulars
        ),
    )


def _once(read: Sequence[Words]) -> dict[str, tuple[int, float]]:
    """Content words that stand only once: what the writer chose to say, not what the report is about."""
    count = Counter(chain.from_iterable(words.flow for words in read))
    return {
        stem: (place, weight)
        for place, words in enumerate(read)
        for kind in (words.own, words.particulars)
        for stem, weight in kind.items()
        if count[stem] == 1
    }


def _runs_in(words: Sequence[str], length: int) -> frozenset[str]:
    """The runs of so many words: each as one string, whose hash is found once however many texts it is looked up in."""
    return frozenset(map(" ".join, zip(*(words[k:] for k in range(length)), strict=False)))


def joined(parts: Sequence[Words]) -> Words:
    """Several passages as one."""
    if len(parts) == 1:
        return parts[0]
    return Words(
        own={stem: weight for words in parts for stem, weight in words.own.items()},
        particulars={stem: weight for words in parts for stem, weight in words.particulars.items()},
        quoted=frozenset().union(*(words.quoted for words in parts)),
        flow=tuple(stem for words in parts for stem in words.flow),
    )


def _words(passage: Passage, language: str, quoted: Extents, named: Extents) -> Words:
    start, end = passage.span.start, passage.span.end
    near_quoted, near_named = touching(quoted, start, end), touching(named, start, end)
    own: dict[str, float] = {}
    particulars: dict[str, float] = {}
    inside: list[str] = []
    flow: list[str] = []
    for place, _, written, stem in tokens(passage.span.text, language, start):
        plain = stem if stem.isascii() else unaccented(stem)
        flow.append(plain)
        if near_quoted and _within(place, near_quoted):
            inside.append(plain)
        numeric, weight = _weighed(written, language)
        if weight >= _CONTENT:
            (particulars if numeric or _within(place, near_named) else own)[plain] = weight
    chosen = {stem: weight for stem, weight in own.items() if stem not in particulars}
    return Words(chosen, particulars, frozenset(inside), tuple(flow))


@lru_cache(maxsize=65536)  # a story's vocabulary many times over
def _weighed(written: str, language: str) -> tuple[bool, float]:
    """Whether the word is a number, and its weight."""
    numeric = written[0].isdigit()
    return numeric, _NUMBER if numeric else information(written, language)


def _within(place: int, extents: Extents) -> bool:
    for start, end in extents:  # noqa: SIM110 - asked for every word; `any` takes three times as long
        if start <= place < end:
            return True
    return False
