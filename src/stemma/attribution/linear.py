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
# A pattern of at most so many combinations has a row of weights for each (fastest of 1 << 10 to 1 << 16).
_DENSE = 1 << 12


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


class Pattern(NamedTuple):
    """A pattern ready to weigh.

    `rows` has for each combination of values the row of `weights` (hundredths, a column a label); where it is None,
    the combinations themselves are the rows.
    """

    template: Template
    rows: Ints | None
    weights: Floats


class Model(NamedTuple):
    """A model ready to weigh: its patterns, and the weights of one label after another."""

    labels: tuple[str, ...]
    patterns: tuple[Pattern, ...]
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
    return _key(template, seen, {})


def _key(template: Template, seen: Seen, looked: dict[tuple[str, int], Ints]) -> Ints:
    """The number of `keys`; `looked` keeps what was looked up for other patterns."""
    key: Ints | None = None
    for part in template.parts:
        column, place = part
        value = looked.get(part)
        if value is None:
            value = seen.own[column] if column in seen.own else seen.columns[column].take(seen.at + place)
            looked[part] = value
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
    patterns = _folded(
        [_pattern(parsed(name), each, numbers, len(stored.labels)) for name, each in stored.weights.items()], values
    )
    transitions: Floats = (np.array(list(stored.transitions.values())) / 100).astype(np.float32)
    return Model(tuple(stored.labels), patterns, transitions)


def _pattern(
    template: Template, stored: dict[str, list[int]], numbers: Mapping[str, Mapping[str, int]], labels: int
) -> Pattern:
    size = prod(len(numbers[column]) for column, _ in template.parts)
    keys = [_key_of(template, numbers, name) for name in stored]
    weights = np.array([[0] * labels, *stored.values()], dtype=np.float32)
    rows = np.zeros(size, dtype=np.int32)
    rows[keys] = np.arange(1, len(weights))
    return Pattern(template, None, weights.take(rows, axis=0)) if size <= _DENSE else Pattern(template, rows, weights)


def _folded(patterns: list[Pattern], values: Mapping[str, tuple[str, ...]]) -> tuple[Pattern, ...]:
    """The patterns without those whose parts another one looks at too, which then carries their weights."""
    wide = sorted((pattern for pattern in patterns if pattern.rows is None), key=lambda each: -len(each.template.parts))
    sums = {pattern.template: pattern.weights for pattern in patterns}
    kept: list[Pattern] = []
    for pattern in patterns:
        parts = set(pattern.template.parts)
        wider = next((each for each in wide if parts < set(each.template.parts)), None)
        if wider is None or pattern.rows is not None:
            kept.append(pattern)
        else:
            spread = _spread(pattern, wider.template, values)
            sums[wider.template] = sums[wider.template] + spread
    return tuple(pattern._replace(weights=sums[pattern.template]) for pattern in kept)


def _spread(pattern: Pattern, wider: Template, values: Mapping[str, tuple[str, ...]]) -> Floats:
    """The weights of the pattern for each combination of values of a wider one."""
    sizes = [len(values[column]) for column, _ in wider.parts]
    order = [wider.parts.index(part) for part in pattern.template.parts]
    shape = [sizes[place] if place in order else 1 for place in range(len(sizes))]
    own = pattern.weights.reshape(*(sizes[place] for place in order), -1)
    turned = own.transpose(*sorted(range(len(order)), key=order.__getitem__), len(order))
    labels = pattern.weights.shape[1]
    spread: Floats = np.broadcast_to(turned.reshape(*shape, labels), (*sizes, labels)).reshape(-1, labels)
    return spread


@cache
def bundled(name: str) -> Stored:
    """The model file of this name that the package brings."""
    path = files("stemma.attribution").joinpath("models", f"{name}.json")
    return msgspec.json.decode(path.read_bytes(), type=Stored)


def scores(model: Model, seen: Seen) -> Floats:
    """Summed weights of each label at each place, a row each.

    The sums are of whole numbers, so that they are the same in whatever order.
    """
    summed = np.zeros((len(seen.at), len(model.labels)), dtype=np.float32)
    looked: dict[tuple[str, int], Ints] = {}
    for pattern in model.patterns:
        key = _key(pattern.template, seen, looked)
        rows = key if pattern.rows is None else pattern.rows.take(key)
        summed += pattern.weights.take(rows, axis=0)
    return summed / np.float32(100)
