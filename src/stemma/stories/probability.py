"""From what speaks for and against one event to a probability, with weights fitted once for every collection."""

from functools import cache
from importlib.resources import files

import msgspec
import numpy
from numpy import float64
from numpy.typing import NDArray

from stemma.stories.pairs import FEATURES

__all__ = ["Weights", "probabilities", "rivalled", "weights"]

Chances = NDArray[float64]

_NEVER = 1e-6  # no probability is nearer to 0 or 1 than this


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
def _slopes() -> NDArray[float64]:
    return numpy.array([weights().coefficients[name] for name in FEATURES])


def probabilities(rows: NDArray[float64]) -> NDArray[float64]:
    """For each row of `pairs.features`, the probability that the two articles report one event."""
    found: NDArray[float64] = 1.0 / (1.0 + numpy.exp(-(rows @ _slopes() + weights().intercept)))
    return found


def rivalled(chances: Chances, ones: Chances, others: Chances, rivalry: float) -> Chances:
    """The chances of pairs, lowered where each of the two has a closer relation.

    `ones` and `others` are the highest chances that the one and the other of each pair have with any article. The log
    odds fall by `rivalry` times their distance to the less of the two highest. So what counts as close is closer where
    many events are alike, and no level has to shift with the collection.
    """
    odds = _log_odds(chances)
    found: Chances = 1.0 / (1.0 + numpy.exp(rivalry * (_log_odds(numpy.minimum(ones, others)) - odds) - odds))
    return found


def _log_odds(chances: Chances) -> Chances:
    inside = numpy.clip(chances, _NEVER, 1 - _NEVER)
    odds: Chances = numpy.log(inside / (1 - inside))
    return odds
