"""Passages as weighted vectors of stems, stem pairs and character runs."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from stemma.records import Witness
from stemma.text.normalise import fold
from stemma.text.quotations import quotations
from stemma.text.rarity import information
from stemma.text.tokens import tokens

__all__ = ["Terms", "similarities", "terms", "weights"]

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


def terms(witness: Witness) -> list[Terms]:
    """The terms of every passage of the witness, by place."""
    text = witness.article.text
    language = witness.article.language or "en"
    marks = quotations(text, [(passage.span.start, passage.span.end) for passage in witness.passages])
    inside = [(mark.inner_start, mark.inner_end) for mark in marks]
    return [_terms(passage.span.text, passage.span.start, inside, language) for passage in witness.passages]


def _terms(text: str, offset: int, inside: Sequence[tuple[int, int]], language: str) -> Terms:
    stems: dict[str, float] = {}
    quoted: set[str] = set()
    for token in tokens(text, language, offset):
        weight = _weight(token.text, language)
        if weight < _LEAST_INFORMATION:
            continue
        stems[token.stem] = max(stems.get(token.stem, 0.0), weight)
        if any(start <= token.start < end for start, end in _near(inside, offset, offset + len(text))):
            quoted.add(token.stem)
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


def weights(a: Sequence[Terms], b: Sequence[Terms]) -> dict[str, float]:
    """Weight of each stem for this pair: rare in the language and rare in these two texts."""
    passages = Counter(stem for passage in (*a, *b) for stem in passage.stems)
    total = len(a) + len(b)
    background: dict[str, float] = {}
    for passage in (*a, *b):
        for stem, weight in passage.stems.items():
            background[stem] = max(background.get(stem, 0.0), weight)
    return {stem: background[stem] * math.log(1 + total / count) for stem, count in sorted(passages.items())}


def similarities(a: Sequence[Terms], b: Sequence[Terms], weight: Mapping[str, float]) -> csr_matrix:
    """Similarity of every passage of A (rows) to every passage of B (columns), 0..1, zero where no stem is shared."""
    by_stem = _cosines([_weighed(t, weight) for t in a], [_weighed(t, weight) for t in b])
    runs = Counter(run for passage in (*a, *b) for run in passage.runs)
    total = len(a) + len(b)
    rarity = {run: math.log(1 + total / count) for run, count in runs.items()}
    by_run = _cosines([_run_weights(t, rarity) for t in a], [_run_weights(t, rarity) for t in b])
    shared = by_stem.copy()
    shared.data = np.ones_like(shared.data)
    return csr_matrix(by_stem * (1 - _RUN_SHARE) + by_run.multiply(shared) * _RUN_SHARE)


def _weighed(passage: Terms, weight: Mapping[str, float]) -> dict[str, float]:
    return {stem: weight[stem] for stem in passage.stems}


def _run_weights(passage: Terms, rarity: Mapping[str, float]) -> dict[str, float]:
    return {run: rarity[run] * (1 + math.log(count)) for run, count in passage.runs.items()}


def _cosines(a: Sequence[Mapping[str, float]], b: Sequence[Mapping[str, float]]) -> csr_matrix:
    columns = {
        term: place for place, term in enumerate(sorted({t for row in a for t in row} & {t for row in b for t in row}))
    }
    return csr_matrix(_matrix(a, columns) @ _matrix(b, columns).T)


def _matrix(rows: Sequence[Mapping[str, float]], columns: Mapping[str, int]) -> csr_matrix:
    """Rows of unit length (their whole length counts, also in terms that no column has)."""
    data: list[float] = []
    indices: list[int] = []
    pointers = [0]
    for row in rows:
        length = math.sqrt(math.fsum(value * value for value in row.values())) or 1.0
        kept = sorted((columns[term], value / length) for term, value in row.items() if term in columns)
        indices.extend(place for place, _ in kept)
        data.extend(value for _, value in kept)
        pointers.append(len(indices))
    shape = (len(rows), max(1, len(columns)))
    values: NDArray[np.float64] = np.asarray(data, dtype=np.float64)
    return csr_matrix((values, np.asarray(indices, dtype=np.int32), np.asarray(pointers, dtype=np.int64)), shape=shape)
