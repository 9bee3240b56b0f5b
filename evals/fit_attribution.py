"""Fits the weights of attribution on the train part of PolNeAR."""

import json
import pickle
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

from evals.corpora import CorpusArticle, read_lines
from evals.corpus_statements import true_attributions
from evals.roles import Attribution, merged
from stemma.attribution.columns import Layout, Read, layout, values
from stemma.attribution.linear import Seen, keys, names_of, parsed
from stemma.attribution.reading import readings

MODELS = Path(__file__).parents[1] / "src/stemma/attribution/models"


class Prepared(NamedTuple):
    """An article read and laid out, with its true attributions (pieces trimmed as they are scored)."""

    name: str
    text: str
    reads: list[Read]
    plan: Layout
    true: list[Attribution]


def prepared(article: CorpusArticle) -> Prepared:
    reads, _ = readings(article.shown())
    true = [
        Attribution(*(merged(article.text, pieces) for pieces in attribution))
        for attribution in true_attributions(article)
    ]
    return Prepared(article.id, article.text, reads, layout(reads), true)


def place_of_cue(one: Prepared, cue: tuple[tuple[int, int], ...]) -> tuple[int, int, int] | None:
    """Unit, first and last word of a cue; None where it is in pieces that no unit holds."""
    if not cue:
        return None
    start, end = cue[0][0], cue[-1][1]
    for number in range(len(one.reads) - 1, -1, -1):  # those inside utterances first
        unit = one.reads[number].unit
        if unit.start <= start and end <= unit.end + 1:
            inside = [
                at for at, word in enumerate(unit.words) if word.start < end and start < word.end and word.kind != "quote"
            ]
            if inside:
                return number, inside[0], inside[-1]
    return None


def cue_labels(one: Prepared) -> np.ndarray:
    labels = np.zeros(len(one.plan.columns["tag"]), dtype=np.int32)
    for attribution in one.true:
        place = place_of_cue(one, attribution.cue)
        if place is not None:
            start = one.plan.starts[place[0]]
            labels[start + place[1] + 1 : start + place[2] + 1] = 2
            labels[start + place[1]] = 1
    return labels


class Features:
    """Patterns and the combinations of values of each that are seen often enough."""

    def __init__(self, templates: Sequence[str], found: Sequence[np.ndarray], least: int) -> None:
        self.templates = [parsed(name) for name in templates]
        self.kept: list[np.ndarray] = []
        self.offsets = []
        total = 0
        for column in range(len(templates)):
            seen, counts = np.unique(np.concatenate([each[column] for each in found]), return_counts=True)
            self.kept.append(seen[counts >= least])
            self.offsets.append(total)
            total += len(self.kept[-1])
        self.total = total

    def matrix(self, found: np.ndarray) -> csr_matrix:
        rows, columns = [], []
        for number, kept in enumerate(self.kept):
            place = np.searchsorted(kept, found[number])
            place[place == len(kept)] = 0
            right = kept[place] == found[number] if len(kept) else np.zeros(len(place), dtype=bool)
            rows.append(np.flatnonzero(right))
            columns.append(place[right] + self.offsets[number])
        row, column = np.concatenate(rows), np.concatenate(columns)
        return csr_matrix((np.ones(len(row), dtype=np.float32), (row, column)), shape=(found.shape[1], self.total))

    def stored(self, weights: np.ndarray, known: dict[str, tuple[str, ...]], negligible: float) -> dict:
        rounded = np.rint(np.where(np.abs(weights) < negligible, 0, weights) * 100).astype(int)
        result = {}
        for template, kept, offset in zip(self.templates, self.kept, self.offsets, strict=True):
            each = {}
            for number, key in enumerate(kept.tolist()):
                row = rounded[offset + number]
                if row.any():
                    each[names_of(template, known, key)] = row.tolist()
            result[template.name] = each
        return result


def found_keys(templates: Sequence[str], seen: Seen) -> np.ndarray:
    return np.array([keys(parsed(name), seen) for name in templates], dtype=np.int32)


def softmax_fit(matrix: csr_matrix, labels: np.ndarray, count: int, penalty: float, rounds: int) -> np.ndarray:
    size = (matrix.shape[1], count)
    truth = np.eye(count, dtype=np.float32)[labels]
    turned = matrix.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ flat.reshape(size).astype(np.float32)
        scores -= scores.max(axis=1, keepdims=True)
        odds = np.exp(scores)
        odds /= odds.sum(axis=1, keepdims=True)
        value = -np.log(odds[truth > 0] + 1e-12).sum() + penalty / 2 * float((flat**2).sum())
        return float(value), (turned @ (odds - truth)).ravel().astype(float) + penalty * flat

    result = minimize(loss, np.zeros(size[0] * size[1]), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    return result.x.reshape(size)


def role_labels(one: Prepared, at: np.ndarray, spans: Sequence[tuple[int, tuple[tuple[int, int], ...]]]) -> np.ndarray:
    """Labels (see finding_roles.LABELS) of the words at the places; `spans` give 1 and 4 with pieces of text."""
    words = _words_of(one)
    labels = np.zeros(len(at), dtype=np.int32)
    for role, pieces in spans:
        for start, end in pieces if role == 4 else pieces[:1]:
            inside = [
                number
                for number, place in enumerate(at.tolist())
                if labels[number] == 0 and _mostly(words[place], start, end)
            ]
            for number in inside:
                labels[number] = role + 1
            if inside:
                labels[inside[-1]] = role + 2
                labels[inside[0]] = role
    return labels


def _mostly(word, start: int, end: int) -> bool:
    return 2 * (min(word.end, end) - max(word.start, start)) > word.end - word.start


def _words_of(one: Prepared) -> dict[int, object]:
    return {
        start + number: word
        for read, start in zip(one.reads, one.plan.starts, strict=True)
        for number, word in enumerate(read.unit.words)
    }
