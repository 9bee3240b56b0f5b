"""Passages as weighted vectors of stems, stem pairs and character runs."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemma.records import Witness
from stemma.text.normalise import fold, unaccented
from stemma.text.quotations import quotations
from stemma.text.rarity import information
from stemma.text.tokens import tokens

__all__ = ["Prepared", "Terms", "prepared", "similarities", "weigher"]

# Words below this weight (about the 300 commonest of a language) say nothing about what a sentence says.
_LEAST_INFORMATION = 1.3
# Characters in a run: the usual length for matching garbled words (McNamee and Mayfield 2004 find 4 best for English).
_RUN = 4
# Share of the character runs in the similarity; the words decide, the runs forgive slips (chosen by eye).
_RUN_SHARE = 0.3


class Terms(NamedTuple):
    """One passage's terms: stems with their weights in the language, character runs, stems inside quotations."""

    stems: Mapping[str, float]
    runs: Mapping[str, int]
    quoted: frozenset[str]


class Sheet(NamedTuple):
    """Passages by terms: `values[k]` stands in row `rows[k]` and column `columns[k]`.

    `keys` names each column by a number made from its term, ascending; `spread` is how many passages have it.
    """

    height: int
    keys: NDArray[np.uint64]
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: NDArray[np.float64]
    spread: NDArray[np.int64]


class Prepared(NamedTuple):
    """What the collation needs of a witness, made once: its terms by place, as sheets, and each stem's weight."""

    passages: tuple[Terms, ...]
    stems: Sheet
    runs: Sheet
    spread: Mapping[str, int]
    weight: Mapping[str, float]


def prepared(witness: Witness) -> Prepared:
    """The terms of every passage of the witness, by place."""
    text = witness.article.text
    language = witness.article.language or "en"
    marks = quotations(text, [(passage.span.start, passage.span.end) for passage in witness.passages])
    inside = [(mark.inner_start, mark.inner_end) for mark in marks]
    found = tuple(_terms(passage.span.text, passage.span.start, inside, language) for passage in witness.passages)
    weight: dict[str, float] = {}
    for passage in found:
        for stem, value in passage.stems.items():
            weight[stem] = max(weight.get(stem, 0.0), value)
    return Prepared(
        passages=found,
        stems=_sheet([{stem: weight[stem] for stem in passage.stems} for passage in found]),
        runs=_sheet([{run: 1 + math.log(count) for run, count in passage.runs.items()} for passage in found]),
        spread=Counter(stem for passage in found for stem in passage.stems),
        weight=weight,
    )


def _sheet(rows: Sequence[Mapping[str, float]]) -> Sheet:
    entries = [(_key(term), place, value) for place, row in enumerate(rows) for term, value in row.items()]
    keys, columns = np.unique(np.array([key for key, _, _ in entries], dtype=np.uint64), return_inverse=True)
    return Sheet(
        height=len(rows),
        keys=keys,
        rows=np.array([place for _, place, _ in entries], dtype=np.int64),
        columns=columns.astype(np.int64),
        values=np.array([value for _, _, value in entries], dtype=np.float64),
        spread=np.bincount(columns, minlength=len(keys)).astype(np.int64),
    )


@lru_cache(maxsize=65536)  # a story's vocabulary and character runs many times over
def _key(term: str) -> int:
    """64 bits of the term's digest, the same in every run of the program."""
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "big")


def _terms(text: str, offset: int, inside: Sequence[tuple[int, int]], language: str) -> Terms:
    stems: dict[str, float] = {}
    quoted: set[str] = set()
    for token in tokens(text, language, offset):
        weight = _weight(token.text, language)
        if weight < _LEAST_INFORMATION:
            continue
        stem = unaccented(token.stem)
        stems[stem] = max(stems.get(stem, 0.0), weight)
        if any(start <= token.start < end for start, end in _near(inside, offset, offset + len(text))):
            quoted.add(stem)
    return Terms(stems, Counter(_runs(text)), frozenset(quoted))


def _near(inside: Sequence[tuple[int, int]], start: int, end: int) -> Iterable[tuple[int, int]]:
    return (mark for mark in inside if mark[0] < end and mark[1] > start)


def _weight(word: str, language: str) -> float:
    # A number is particular whatever its frequency in the language.
    return 4.0 if word[0].isdigit() else information(word, language)


def _runs(text: str) -> Iterable[str]:
    words = "".join(character if character.isalnum() else " " for character in fold(text)).split()
    for word in words:
        if len(word) > 3:  # shorter words are mostly grammar
            padded = f" {word} "
            for at in range(len(padded) - _RUN + 1):
                yield padded[at : at + _RUN]


def weigher(a: Prepared, b: Prepared) -> Callable[[str], float]:
    """Weight of a stem for this pair: rare in the language and rare in these two texts."""
    total = len(a.passages) + len(b.passages)

    def weight(stem: str) -> float:
        count = a.spread.get(stem, 0) + b.spread.get(stem, 0)
        return max(a.weight.get(stem, 0.0), b.weight.get(stem, 0.0)) * math.log(1 + total / max(1, count))

    return weight


def similarities(a: Prepared, b: Prepared) -> NDArray[np.float64]:
    """Similarity of every passage of A (rows) to every passage of B (columns), 0..1, zero where no stem is shared."""
    by_stem = _cosines(a.stems, b.stems)
    by_run = _cosines(a.runs, b.runs)
    mixed = by_stem * (1 - _RUN_SHARE) + by_run * _RUN_SHARE
    # Rounded, so that the order in which a library adds up cannot decide between two candidates.
    return np.asarray(np.round(np.where(by_stem > 0, mixed, 0.0), 9), dtype=np.float64)


def _cosines(a: Sheet, b: Sheet) -> NDArray[np.float64]:
    """Cosines of the rows, each value weighed by its term's rarity in both; the whole length of a row counts."""
    _, in_a, in_b = np.intersect1d(a.keys, b.keys, assume_unique=True, return_indices=True)
    total = a.height + b.height
    spread_a, spread_b = a.spread.copy(), b.spread.copy()
    spread_a[in_a] += b.spread[in_b]
    spread_b[in_b] += a.spread[in_a]
    return np.asarray(_rows(a, in_a, np.log(1 + total / spread_a)) @ _rows(b, in_b, np.log(1 + total / spread_b)).T)


def _rows(sheet: Sheet, kept: NDArray[np.int64], rarity: NDArray[np.float64]) -> NDArray[np.float64]:
    """The rows at unit length, their kept columns alone."""
    values = sheet.values * rarity[sheet.columns]
    lengths = np.sqrt(np.bincount(sheet.rows, values * values, minlength=sheet.height))
    place = np.full(len(sheet.keys), -1, dtype=np.int64)
    place[kept] = np.arange(len(kept))
    shown = place[sheet.columns] >= 0
    rows, columns = sheet.rows[shown], place[sheet.columns[shown]]
    table = np.zeros((sheet.height, len(kept)))
    table[rows, columns] = values[shown] / lengths[rows]
    return table
