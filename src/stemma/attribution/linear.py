"""Log-linear models over named columns: patterns of values at places around a word, a weight for each label."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import prod
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

__all__ = ["Model", "Seen", "Stored", "Template", "bundled", "keys", "made", "names_of", "parsed", "scores"]

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


class Template(NamedTuple):
    """A pattern: columns, each read so many places to the right (negative: left) of the word."""

    name: str
    parts: tuple[tuple[str, int], ...]


class Stored(msgspec.Struct, frozen=True):
    """A model as a file: labels, weights by pattern and values (hundredths), and those of one label after another."""

    provenance: str
    labels: list[str]
    weights: dict[str, dict[str, list[int]]]
    transitions: dict[str, list[int]] = {}


class Model(NamedTuple):
    """A model ready to weigh: for each pattern the row of each combination of values, and the rows of weights."""

    labels: tuple[str, ...]
    templates: tuple[Template, ...]
    offsets: Ints
    rows: Ints
    weights: Floats
    transitions: Floats


def parsed(written: str) -> Template:
    """The pattern written as "word", "tag[-1]" or "tag[-1] word"; columns have no blanks here but underscores."""
    parts = []
    for part in written.split():
        column, _, place = part.partition("[")
        parts.append((column.replace("_", " "), int(place.rstrip("]")) if place else 0))
    return Template(written, tuple(parts))


class Seen(NamedTuple):
    """What patterns look at: `columns` of all words, `own` of the places `at` alone, and how many values each has."""

    columns: Mapping[str, Ints]
    own: Mapping[str, Ints]
    sizes: Mapping[str, int]
    at: Ints


def keys(template: Template, seen: Seen) -> Ints:
    """One number for the values that the pattern finds at each place."""
    key: Ints | None = None
    for column, place in template.parts:
        value = seen.own[column] if column in seen.own else seen.columns[column].take(seen.at + place)
        key = value if key is None else key * seen.sizes[column] + value
    assert key is not None
    return key


def names_of(template: Template, values: Mapping[str, tuple[str, ...]], key: int) -> str:
    """The values of a number that `keys` gave, joined by a bar."""
    names: list[str] = []
    for column, _ in reversed(template.parts):
        key, value = divmod(key, len(values[column]))
        names.insert(0, values[column][value])
    return "|".join(names)


def _key_of(template: Template, numbers: Mapping[str, Mapping[str, int]], name: str) -> int:
    key = 0
    for (column, _), value in zip(template.parts, name.split("|"), strict=True):
        key = key * len(numbers[column]) + numbers[column][value]
    return key


def made(stored: Stored, values: Mapping[str, tuple[str, ...]]) -> Model:
    """The model of a file; KeyError where it names a value that its column does not have."""
    numbers = {column: {value: n for n, value in enumerate(each)} for column, each in values.items()}
    templates = tuple(parsed(name) for name in stored.weights)
    sizes = [prod(len(values[column]) for column, _ in template.parts) for template in templates]
    offsets = np.cumsum([0, *sizes[:-1]]).astype(np.int32)
    rows = np.zeros(sum(sizes), dtype=np.int32)
    weights: list[list[int]] = [[0] * len(stored.labels)]
    for template, offset in zip(templates, offsets, strict=True):
        for name, each in stored.weights[template.name].items():
            rows[offset + _key_of(template, numbers, name)] = len(weights)
            weights.append(each)
    return Model(
        tuple(stored.labels), templates, offsets, rows, _scaled(weights), _scaled(list(stored.transitions.values()))
    )


def _scaled(hundredths: list[list[int]]) -> Floats:
    scaled: Floats = (np.array(hundredths) / 100).astype(np.float32)
    return scaled


@cache
def bundled(name: str) -> Stored:
    """The model file of this name that the package brings."""
    path = files("stemma.attribution").joinpath("models", f"{name}.json")
    return msgspec.json.decode(path.read_bytes(), type=Stored)


def scores(model: Model, seen: Seen) -> Floats:
    """Summed weights of each label at each place, a row each."""
    summed = np.zeros((len(seen.at), len(model.labels)), dtype=np.float32)
    for template, offset in zip(model.templates, model.offsets.tolist(), strict=True):
        rows = model.rows.take(keys(template, seen) + offset)
        summed += model.weights.take(rows, axis=0)
    return summed
