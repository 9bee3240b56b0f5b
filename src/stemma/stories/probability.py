"""From what speaks for and against one event to a probability, with weights fitted once for every collection."""

from functools import cache
from importlib.resources import files

import msgspec
import numpy
from numpy import float64
from numpy.typing import NDArray

from stemma.stories.pairs import FEATURES

__all__ = ["Weights", "probabilities", "weights"]


class Weights(msgspec.Struct, frozen=True):
    """A logistic model: `intercept`, a coefficient for each feature by name, and the mean probability that joins.

    `provenance` says what it was fitted on and how, `command` how to fit it again, `measured` what it reached.
    """

    provenance: str
    command: str
    measured: dict[str, str]
    joins_at: float
    intercept: float
    coefficients: dict[str, float]


@cache
def weights() -> Weights:
    """The weights as shipped in `weights.json`, which is written by `evals/fit_stories.py`."""
    source = files("stemma.stories").joinpath("weights.json").read_bytes()
    return msgspec.json.decode(source, type=Weights)


def probabilities(rows: NDArray[float64]) -> NDArray[float64]:
    """For each row of `pairs.features`, the probability that the two articles report one event."""
    model = weights()
    slopes = numpy.array([model.coefficients[name] for name in FEATURES])
    found: NDArray[float64] = 1.0 / (1.0 + numpy.exp(-(rows @ slopes + model.intercept)))
    return found
