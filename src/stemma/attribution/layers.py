"""Models with hidden units: a unit sums weights of single named columns, what is above zero is weighed for each label.

A log-linear model has a weight for each combination that it names; a unit finds combinations of many columns by itself.
"""

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from stemma.attribution.linear import Floats, Model, Stored, made, parsed

__all__ = ["Layers", "StoredLayers", "answers", "bundled_layers", "made_layers"]


class StoredLayers(msgspec.Struct, frozen=True):
    """A model as a file, in hundredths: what each value of a column adds to each unit, and each unit to each label.

    `units[0]` is what the units hold before anything is added, `output` has a row for each unit.
    """

    provenance: str
    labels: list[str]
    units: list[int]
    output: list[list[int]]
    weights: dict[str, dict[str, list[int]]]


class Layers(NamedTuple):
    """A model ready to weigh. `parts` are log-linear models over groups of columns, whose labels are the units."""

    parts: tuple[Model, ...]
    units: Floats
    output: NDArray[np.float64]


def bundled_layers(name: str) -> StoredLayers:
    """The model file of this name that the package brings."""
    path = files("stemma.attribution").joinpath("models", f"{name}.json")
    return msgspec.json.decode(path.read_bytes(), type=StoredLayers)


def made_layers(
    stored: StoredLayers, values: Mapping[str, tuple[str, ...]], groups: Sequence[frozenset[str]] = ()
) -> Layers:
    """The model of a file: a part for the columns of each group, and one for all others."""
    weights: list[dict[str, dict[str, list[int]]]] = [{} for _ in (*groups, None)]
    for name, each in stored.weights.items():
        column = parsed(name).parts[0][0]
        weights[next((at for at, group in enumerate(groups) if column in group), len(groups))][name] = each
    labels = list(map(str, range(len(stored.units))))
    parts = tuple(made(Stored("", labels, each), values) for each in weights)
    return Layers(parts, (np.array(stored.units) / 100).astype(np.float32), np.array(stored.output, dtype=np.float64))


def answers(model: Layers, summed: Floats) -> Floats:
    """The score of each label, a row a place, of what the parts add up to (rows of units).

    Reckoned in whole numbers, so that the sums are the same in whatever order.
    """
    held = np.rint(np.maximum(summed + model.units, 0) * 100).astype(np.float64)
    scored: Floats = (held @ model.output / 10_000).astype(np.float32)
    return scored
