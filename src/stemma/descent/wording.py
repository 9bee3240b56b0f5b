"""A witness's words as kinship sees them: its own, its particulars, what it quotes, and the flow of them all."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from stemma.records import Passage, Witness
from stemma.text.extents import touching
from stemma.text.names import names
from stemma.text.normalise import unaccented
from stemma.text.numbers import NumberKind, numbers
from stemma.text.quotations import Quotation, quotations
from stemma.text.rarity import information
from stemma.text.tokens import tokens

__all__ = ["RUNS", "Once", "Wording", "Words", "joined", "wording"]

# Words below this weight are grammar; sharing them is no evidence.
_CONTENT = 1.5
# A number is particular whatever its frequency in the language (as in the collation), up to a dozen a little less: two
# counts are alike by chance more often (chosen by eye).
_NUMBER, _COUNT, _DOZEN = 4.0, 3.0, 12
# What is one number however it is written, "fourteen" or "14"; up to two in words it is grammar ("one of the two").
_EXACT: frozenset[NumberKind] = frozenset({"digits", "words"})
_GRAMMAR = 2
# A quotation of fewer words is a phrase that any reporter may set in marks (as in particulars.py, a word less, for
# rewriters cut quotations).
_QUOTATION_WORDS = 5
# Lengths of the runs of words that two texts are compared by: three survive a rewriting in part; five are a copied
# phrase.
RUNS = (3, 5)

Extents = Sequence[tuple[int, int]]


class Words(NamedTuple):
    """The words of a passage, or of a whole text.

    `own`: content words that are neither part of a name nor a number, with their weight in the language;
    `particulars`: words of names, and numbers, with theirs; `quoted`: what stands inside quotation marks; `flow`: every
    word in order. All as stems; a number as "#" and its value, whether in digits or in words.
    """

    own: Mapping[str, float]
    particulars: Mapping[str, float]
    quoted: frozenset[str]
    flow: tuple[str, ...]


class Once(NamedTuple):
    """Where a word stands that a text has only once: its passage, its weight, and how many words stand before it."""

    place: int
    weight: float
    position: int


class Wording(NamedTuple):
    """What the features of kinship need of a witness, made once.

    `particular_sequence` is the particulars in order; `spread` is in how many passages each word stands; `runs` holds
    the runs of RUNS words outside quotations, one set for each length. `once` has the words that stand only once in the
    whole text; `within` those that go on a name; `quotations` the content words of each longer quotation, and `words`
    all words.
    """

    passages: tuple[Words, ...]
    whole: Words
    particular_sequence: tuple[str, ...]
    spread: Mapping[str, int]
    runs: tuple[frozenset[str], ...]
    once: Mapping[str, Once]
    within: frozenset[str]
    quotations: tuple[frozenset[str], ...]
    words: frozenset[str]


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
        once=_once(read),
        within=frozenset(
            second
            for words in read
            for first, second in pairwise(words.flow)
            if first in words.particulars and second in words.particulars
        ),
        quotations=tuple(filter(None, _quotations(article.text, marks, language))),
        words=frozenset(whole.flow),
    )


def _quotations(text: str, marks: Sequence[Quotation], language: str) -> Iterator[frozenset[str]]:
    """The content words of each quotation that is more than a phrase."""
    for mark in marks:
        said = text[mark.inner_start : mark.inner_end]
        if len(said.split()) >= _QUOTATION_WORDS:
            content = {
                stem for _, written, stem in _read(said, language, 0) if _weighed(written, language)[1] >= _CONTENT
            }
            if content:
                yield frozenset(content)


def _once(read: Sequence[Words]) -> dict[str, Once]:
    """Content words that stand only once: what the writer chose to say, not what the report is about."""
    flow = [(place, stem) for place, words in enumerate(read) for stem in words.flow]
    count = Counter(stem for _, stem in flow)
    found = {}
    for position, (place, stem) in enumerate(flow):
        weight = read[place].own.get(stem) or read[place].particulars.get(stem)
        if weight and count[stem] == 1:
            found[stem] = Once(place, weight, position)
    return found


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
    for place, written, plain in _read(passage.span.text, language, start):
        flow.append(plain)
        if near_quoted and _within(place, near_quoted):
            inside.append(plain)
        numeric, weight = _weighed(written, language)
        if weight >= _CONTENT:
            (particulars if numeric or _within(place, near_named) else own)[plain] = weight
    chosen = {stem: weight for stem, weight in own.items() if stem not in particulars}
    return Words(chosen, particulars, frozenset(inside), tuple(flow))


def _read(text: str, language: str, offset: int) -> Iterator[tuple[int, str, str]]:
    """Each word's position, the word as written, and its stem; a number once, written and matched as "#" and its value.

    Numbers in words are read in English alone.
    """
    counted = [number for number in numbers(text) if number.kind in _EXACT] if language == "en" else []
    exact = [one for one in counted if one.value > _GRAMMAR or text[one.start].isdigit()]
    at, last = 0, -1
    for start, _, written, stem in tokens(text, language, offset):
        while at < len(exact) and exact[at].end + offset <= start:
            at += 1
        if at < len(exact) and exact[at].start + offset <= start:
            if last != at:
                yield start, (key := f"#{exact[at].value:.10g}"), key
            last = at
        elif written[0].isdigit():
            yield start, (key := "#" + written.replace(",", "")), key
        else:
            yield start, written, stem if stem.isascii() else unaccented(stem)


@lru_cache(maxsize=65536)  # a story's vocabulary many times over
def _weighed(written: str, language: str) -> tuple[bool, float]:
    """Whether the word is a number, and its weight."""
    if written[0] != "#":
        return False, information(written, language)
    return True, _COUNT if written[1:].isdecimal() and int(written[1:]) <= _DOZEN else _NUMBER


def _within(place: int, extents: Extents) -> bool:
    for start, end in extents:  # noqa: SIM110 - asked for every word; `any` takes three times as long
        if start <= place < end:
            return True
    return False
