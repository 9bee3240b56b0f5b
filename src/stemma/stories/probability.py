"""From what speaks for and against one event to a probability, with weights fitted once for every collection."""

from functools import cache
from importlib.resources import files

import msgspec
import numpy
from numpy import float64
from numpy.typing import NDArray

from stemma.stories.pairs import FEATURES
from stemma.stories.window import LIMIT

__all__ = ["Weights", "log_odds", "probabilities", "rivalled", "weights"]

Odds = NDArray[float64]


class Weights(msgspec.Struct, frozen=True):
    """A logistic model: `intercept`, a coefficient for each feature by name, and the mean probability that joins.

    `rivalry`: how much closer relations speak against a pair, see `rivalled`.

    `provenance` says what it was fitted on and how, `command` how to fit it again, `measured` what it reached.
    """

    provenance: str
    command: str
    measured: dict[str, str]
    joins_at: float
    rivalry: float
    intercept: float
    coefficients: dict[str, float]


@cache
def weights() -> Weights:
    """The weights as shipped in `weights.json`, which is written by `evals/fit_stories.py`."""
    source = files("stemma.stories").joinpath("weights.json").read_bytes()
    return msgspec.json.decode(source, type=Weights)


@cache
def _slopes() -> tuple[float, ...]:
    return tuple(weights().coefficients[name] for name in FEATURES)


def log_odds(rows: NDArray[float64]) -> Odds:
    """For each row of `Compared.rows`, the log odds that the two articles report one event."""
    found: Odds = numpy.full(len(rows), weights().intercept)
    for column, slope in enumerate(_slopes()):  # by columns: a product of matrices rounds by how many rows there are
        found += rows[:, column] * slope
    numpy.maximum(found, -LIMIT, out=found)
    return numpy.minimum(found, LIMIT, out=found)


def probabilities(odds: Odds) -> NDArray[float64]:
    """The probability of each of these log odds."""
    found: NDArray[float64] = 1.0 / (1.0 + numpy.exp(-odds))
    return found


def rivalled(odds: Odds, ones: Odds, others: Odds, rivalry: float) -> NDArray[float64]:
    """The probabilities of pairs, lowered where each of the two has a closer relation.

    `ones` and `others` are the highest log odds that the one and the other of each pair have with any article. The log
    odds fall by `rivalry` times their distance to the less of the two highest. So what counts as close is closer where
    many events are alike, and no level has to shift with the collection.
    """
    return probabilities(odds - rivalry * (numpy.minimum(ones, others) - odds))
