"""Fits models with one layer of hidden units over sparse features: softmax, dropout, Adam."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from evals.attribution_features import Features
from stemma.attribution.layers import StoredLayers

__all__ = ["Shape", "layers_fit", "stored_layers"]

Floats = np.ndarray
# Rows a step, the rate of Adam, its two decays, and the rate's fall in each of the last two rounds.
_BATCH, _RATE, _FIRST, _SECOND, _FALL, _TINY = 1024, 2e-3, 0.9, 0.999, 0.5, 1e-8
_PENALTY = 1e-5


class Shape(NamedTuple):
    """How many units, the share of them that is left out at each step, and rounds over all rows."""

    units: int
    dropped: float
    rounds: int


class _Adam:
    """Weights with the moving moments of their gradients."""

    def __init__(self, weights: Sequence[Floats]) -> None:
        self.weights = weights
        self.first = [np.zeros_like(each) for each in weights]
        self.second = [np.zeros_like(each) for each in weights]
        self.steps = 0

    def step(self, gradients: Sequence[Floats], rate: float) -> None:
        self.steps += 1
        whole = 1 - _FIRST**self.steps, 1 - _SECOND**self.steps
        for at, gradient in enumerate(gradients):
            self.first[at] += (1 - _FIRST) * (gradient - self.first[at])
            self.second[at] += (1 - _SECOND) * (gradient * gradient - self.second[at])
            moved = np.sqrt(self.second[at] / whole[1]) + _TINY
            self.weights[at][...] -= (rate / whole[0]) * self.first[at] / moved


def layers_fit(matrix: csr_matrix, labels: np.ndarray, count: int, shape: Shape) -> tuple[Floats, ...]:
    """Weights of features for units, of units alone, of units for labels. The same each time: the seed is fixed."""
    chance = np.random.default_rng(0)
    first = (chance.standard_normal((matrix.shape[1], shape.units)) * 0.1).astype(np.float32)
    alone = np.zeros(shape.units, np.float32)
    output = (chance.standard_normal((shape.units, count)) * 0.1).astype(np.float32)
    adam = _Adam((first, alone, output))
    for round_ in range(shape.rounds):
        rate = _RATE * _FALL ** max(0, round_ - shape.rounds + 3)
        order = chance.permutation(len(labels))
        for begin in range(0, len(order), _BATCH):
            rows = order[begin : begin + _BATCH]
            kept = (chance.random((len(rows), shape.units)) > shape.dropped).astype(np.float32) / (1 - shape.dropped)
            adam.step(_gradients(adam.weights, matrix[rows], labels[rows], kept), rate)
    return first, alone, output


def _gradients(weights: Sequence[Floats], rows: csr_matrix, labels: np.ndarray, kept: Floats) -> tuple[Floats, ...]:
    """Of the mean loss of the rows; `kept` are the units kept, scaled."""
    first, alone, output = weights
    summed = rows @ first + alone
    held = np.maximum(summed, 0) * kept
    scores = held @ output
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    odds /= odds.sum(axis=1, keepdims=True)
    odds[np.arange(len(labels)), labels] -= 1
    odds /= len(labels)
    back = (odds @ output.T) * kept * (summed > 0)
    return np.asarray(rows.T @ back) + _PENALTY * first, back.sum(axis=0), held.T @ odds


def stored_layers(
    features: Features, fitted: tuple[Floats, ...], known: Mapping[str, tuple[str, ...]], of: tuple[str, Sequence[str]]
) -> StoredLayers:
    """The model as a file; `of` are its provenance and its labels."""
    first, alone, output = fitted
    return StoredLayers(
        of[0],
        list(of[1]),
        np.rint(alone * 100).astype(int).tolist(),
        np.rint(output * 100).astype(int).tolist(),
        features.stored(first, known, 0.0),
    )
