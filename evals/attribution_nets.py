"""Fits networks (see stemma.attribution.nets) over sparse features: dropout, Adam, averaged weights."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from evals.attribution_features import Features
from stemma.attribution.nets import StoredLayer, StoredNet

__all__ = ["Examples", "Fitted", "Shape", "net_fit", "stored_net"]

Floats = np.ndarray
# Runs of words a step, the rate of Adam, its two decays; the rate falls to a fiftieth over the last third of the steps.
_BATCH, _RATE, _FIRST, _SECOND, _TINY, _FALL, _LAST = 40, 2e-3, 0.9, 0.999, 1e-8, 3.0, 0.02
# Penalty on the weights of features, and how much of the averaged weights each step keeps.
_PENALTY, _KEPT = 1e-5, 0.998


class Shape(NamedTuple):
    """How many units, how far each layer sees, the shares of units and of features left out at a step, and rounds."""

    units: int
    away: tuple[int, ...]
    dropped: float
    unseen: float
    rounds: int


class Examples(NamedTuple):
    """Features and label of each word, run by run; `lengths` are the words of each run."""

    matrix: csr_matrix
    labels: np.ndarray
    lengths: np.ndarray


# The gradients of the mean loss by the scores, and by weights that stand beside the network, of the words of some runs.
Loss = Callable[[Floats, np.ndarray, np.ndarray, Floats], tuple[Floats, Floats]]


class Fitted(NamedTuple):
    """Weights of features, of units alone, then of each layer and of the labels; and those beside the network."""

    weights: list[Floats]
    beside: Floats


class _Adam:
    """Weights with the moving moments of their gradients, and their average over the last steps."""

    def __init__(self, weights: Sequence[Floats]) -> None:
        self.weights = weights
        self.first = [np.zeros_like(each) for each in weights]
        self.second = [np.zeros_like(each) for each in weights]
        self.average = [each.copy() for each in weights]
        self.steps = 0

    def step(self, gradients: Sequence[Floats], rate: float) -> None:
        self.steps += 1
        whole = 1 - _FIRST**self.steps, 1 - _SECOND**self.steps
        kept = min(_KEPT, (1 + self.steps) / (10 + self.steps))
        for at, gradient in enumerate(gradients):
            self.first[at] += (1 - _FIRST) * (gradient - self.first[at])
            self.second[at] += (1 - _SECOND) * (gradient * gradient - self.second[at])
            moved = np.sqrt(self.second[at] / whole[1]) + _TINY
            self.weights[at][...] -= (rate / whole[0]) * self.first[at] / moved
            self.average[at] += (1 - kept) * (self.weights[at] - self.average[at])


def net_fit(examples: Examples, labels: int, shape: Shape, loss: Loss, beside: Floats) -> Fitted:
    """The averaged weights after all rounds. The same each time: the seed is fixed."""
    chance = np.random.default_rng(0)
    adam = _Adam([*_begun(chance, (examples.matrix.shape[1], labels), shape), beside.astype(np.float32)])
    begins = np.cumsum(examples.lengths) - examples.lengths
    batches = -(-len(begins) // _BATCH)
    for round_ in range(shape.rounds):
        order = chance.permutation(len(begins))
        for number in range(batches):
            runs = order[number * _BATCH : (number + 1) * _BATCH]
            rows = np.concatenate([np.arange(begins[run], begins[run] + examples.lengths[run]) for run in runs])
            part = Examples(_seen(chance, examples.matrix[rows], shape), examples.labels[rows], examples.lengths[runs])
            left = 1 - (round_ * batches + number) / (shape.rounds * batches)
            adam.step(_gradients(adam.weights, part, (chance, shape), loss), _RATE * min(1, _FALL * left + _LAST))
    return Fitted(adam.average[:-1], adam.average[-1])


def _begun(chance: np.random.Generator, size: tuple[int, int], shape: Shape) -> list[Floats]:
    def drawn(rows: int, columns: int, spread: float) -> Floats:
        return (chance.standard_normal((rows, columns)) * spread).astype(np.float32)

    units = shape.units
    weights = [drawn(size[0], units, 0.1), np.zeros(units, np.float32)]
    for _ in shape.away:
        weights += [drawn(3 * units, units, (3 * units) ** -0.5), np.zeros(units, np.float32)]
    return [*weights, drawn(units, size[1], 0.1), np.zeros(size[1], np.float32)]


def _seen(chance: np.random.Generator, rows: csr_matrix, shape: Shape) -> csr_matrix:
    """The features of some words with a share of them left out."""
    rows.data = rows.data * ((chance.random(len(rows.data)) > shape.unseen) / (1 - shape.unseen)).astype(np.float32)
    return rows


class _Step(NamedTuple):
    """What a layer saw (units of the words before, of the word, after), what it let through, and where from."""

    around: Floats
    open: Floats
    places: tuple[np.ndarray, np.ndarray]


def _gradients(
    weights: Sequence[Floats], part: Examples, of: tuple[np.random.Generator, Shape], loss: Loss
) -> list[Floats]:
    """Of the mean loss, by each of the weights."""
    held, first, steps = _forward(weights, part, of)
    by_scores, by_beside = loss(held @ weights[-3] + weights[-2], part.labels, part.lengths, weights[-1])
    found: list[Floats] = [by_beside, by_scores.sum(axis=0), held.T @ by_scores]
    back = by_scores @ weights[-3].T
    for number in range(len(steps) - 1, -1, -1):
        step = steps[number]
        summed = back * step.open
        found += [summed.sum(axis=0), step.around.T @ summed]
        back = back + _sent_back(summed @ weights[2 + 2 * number].T, step.places)
    summed = back * first
    found += [summed.sum(axis=0), np.asarray(part.matrix.T @ summed) + _PENALTY * weights[0]]
    return found[::-1]  # from the last weights to the first


def _forward(
    weights: Sequence[Floats], part: Examples, of: tuple[np.random.Generator, Shape]
) -> tuple[Floats, Floats, list[_Step]]:
    """The units at the end, what was let through at the beginning, and each layer's step."""
    chance, shape = of
    summed = np.asarray(part.matrix @ weights[0]) + weights[1]
    first = (summed > 0) * _kept(chance, summed.shape, shape)
    held, steps = summed * first, []
    for number, places in enumerate(_places(part.lengths, shape.away)):
        padded = np.vstack([held, np.zeros((1, shape.units), np.float32)])
        around = np.concatenate([padded[places[0]], held, padded[places[1]]], axis=1)
        summed = around @ weights[2 + 2 * number] + weights[3 + 2 * number]
        let = (summed > 0) * _kept(chance, summed.shape, shape)
        steps.append(_Step(around, let, places))
        held = held + summed * let
    return held, first, steps


def _kept(chance: np.random.Generator, size: tuple[int, ...], shape: Shape) -> Floats:
    """Which units are kept, scaled."""
    return ((chance.random(size) > shape.dropped) / (1 - shape.dropped)).astype(np.float32)


def _places(lengths: np.ndarray, away: Sequence[int]) -> list[tuple[np.ndarray, np.ndarray]]:
    """For each layer the rows of the words before and after; one past the last row where the run has none."""
    row = np.arange(int(lengths.sum()))
    stops = np.repeat(np.cumsum(lengths), lengths)
    starts = stops - np.repeat(lengths, lengths)
    return [
        (np.where(row - far >= starts, row - far, len(row)), np.where(row + far < stops, row + far, len(row)))
        for far in away
    ]


def _sent_back(summed: Floats, places: tuple[np.ndarray, np.ndarray]) -> Floats:
    """What each word's units are told by the words that saw them."""
    before, own, after = np.split(summed, 3, axis=1)
    for part, place in ((before, places[0]), (after, places[1])):
        some = place < len(own)
        own[place[some]] += part[some]
    return own


def stored_net(
    features: Features, fitted: Fitted, known: Mapping[str, tuple[str, ...]], of: tuple[str, Sequence[str], Shape]
) -> StoredNet:
    """The network as a file; `of` are its provenance, its labels and its shape."""
    weights = fitted.weights
    rounded = [np.rint(each * 100).astype(int).tolist() for each in weights[1:]]
    layers = [StoredLayer(far, rounded[2 + 2 * at], rounded[1 + 2 * at]) for at, far in enumerate(of[2].away)]
    steps = {str(row): np.rint(each * 100).astype(int).tolist() for row, each in enumerate(fitted.beside)}
    return StoredNet(
        of[0], list(of[1]), rounded[0], layers, rounded[-2], rounded[-1], features.stored(weights[0], known, 0.0), steps
    )
