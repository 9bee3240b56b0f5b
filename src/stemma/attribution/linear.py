"""Log-linear models over named columns: patterns of values at places around a word, a weight for each label."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
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
# Places that are weighed at once: what is gathered for them stays in the cache (fastest of 1 << 7 to 1 << 10).
_AT_ONCE = 512


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
    """A pattern while a model is made: rows of weights (hundredths, a column a label).

    `known` are the numbers of the combinations that have a row, in order; where it is None, each combination has one.
    """

    template: Template
    known: Ints | None
    weights: Floats


class Grid(NamedTuple):
    """Where the combinations of a pattern stand among `size` places.

    `steps` has for each part, by its value, how far on it leads; 0 where no combination with a row has the value.
    `places` are those of the combinations with a row, in order.
    """

    steps: tuple[Ints, ...]
    places: Ints
    size: int


class Depth(NamedTuple):
    """The next part of the patterns from `first` on: its place in the model's `looks`, and where its steps begin."""

    first: int
    parts: Ints
    starts: Ints


class Model(NamedTuple):
    """A model ready to weigh.

    `looks` are the parts of all patterns, each once; those of fewer parts come first in `depths`. The steps of the
    values that a pattern finds, summed, are its place in `rows`, where the row of `weights` stands (hundredths, a
    column a label, filled up to a power of two, which numpy gathers in half the time); row 0 weighs nothing.
    `transitions` are the weights of one label after another.
    """

    labels: tuple[str, ...]
    looks: tuple[tuple[str, int], ...]
    depths: tuple[Depth, ...]
    steps: Ints
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
    key = np.zeros(len(seen.at), dtype=np.int32)
    for column, place in template.parts:
        key = key * seen.sizes[column] + _found(column, place, seen)
    return key


def _found(column: str, place: int, seen: Seen) -> Ints:
    """The values of one part."""
    return seen.own[column] if column in seen.own else seen.columns[column].take(seen.at + place)


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
    patterns = tuple(sorted(patterns, key=lambda pattern: len(pattern.template.parts)))
    looks = tuple(sorted({part for pattern in patterns for part in pattern.template.parts}))
    grids = [_grid(pattern, [len(values[column]) for column, _ in pattern.template.parts]) for pattern in patterns]
    depths, steps = _depths([pattern.template for pattern in patterns], looks, grids)
    transitions: Floats = (np.array(list(stored.transitions.values())) / 100).astype(np.float32)
    return Model(tuple(stored.labels), looks, depths, steps, _rows(grids), _stacked(patterns), transitions)


def _pattern(
    template: Template, stored: dict[str, list[int]], numbers: Mapping[str, Mapping[str, int]], labels: int
) -> Pattern:
    size = prod(len(numbers[column]) for column, _ in template.parts)
    known = np.array([_key_of(template, numbers, name) for name in stored], dtype=np.int32)
    weights = np.array(list(stored.values()), dtype=np.float32).reshape(-1, labels)
    if size > _DENSE:
        return Pattern(template, known, weights)
    dense = np.zeros((size, labels), dtype=np.float32)
    dense[known] = weights
    return Pattern(template, None, dense)


def _grid(pattern: Pattern, sizes: Sequence[int]) -> Grid:
    """The grid of the values that occur in combinations with a row: a twentieth of all combinations as a rule."""
    known = np.arange(prod(sizes)) if pattern.known is None else pattern.known
    steps: list[Ints] = []
    places = np.zeros(len(known), dtype=np.int32)
    size = 1
    for values, count in zip(reversed(np.unravel_index(known, sizes)), reversed(sizes), strict=True):
        used = np.unique(values)
        own = np.zeros(count, dtype=np.int32)
        own[used] = np.arange(1, len(used) + 1) * size
        places += own[values]
        size *= len(used) + 1
        steps.insert(0, own)
    return Grid(tuple(steps), places, size)


def _depths(
    templates: Sequence[Template], looks: Sequence[tuple[str, int]], grids: Sequence[Grid]
) -> tuple[tuple[Depth, ...], Ints]:
    """The first parts of all patterns, then the second of those that have one, and so on; the steps of all."""
    found: list[Depth] = []
    offsets = list(accumulate((grid.size for grid in grids), initial=0))
    steps = [np.zeros(0, dtype=np.int32)]
    for depth in range(max((len(template.parts) for template in templates), default=0)):
        deep = [place for place, template in enumerate(templates) if len(template.parts) > depth]
        own = [grids[place].steps[depth] + (0 if depth else offsets[place]) for place in deep]
        starts = np.cumsum([sum(map(len, steps)), *map(len, own)], dtype=np.int32)[:-1]
        parts = np.array([looks.index(templates[place].parts[depth]) for place in deep], dtype=np.int32)
        found.append(Depth(deep[0], parts, starts))
        steps.extend(own)
    return tuple(found), np.concatenate(steps).astype(np.int32)


def _rows(grids: Sequence[Grid]) -> Ints:
    """The row of weights at each place of all grids, 0 where there is none."""
    rows = np.zeros(sum(grid.size for grid in grids), dtype=np.int32)
    offset, row = 0, 1
    for grid in grids:
        rows[grid.places + offset] = np.arange(row, row + len(grid.places))
        offset, row = offset + grid.size, row + len(grid.places)
    return rows


def _stacked(patterns: Sequence[Pattern]) -> Floats:
    """The rows of weights of all patterns after one that weighs nothing."""
    labels = max((pattern.weights.shape[1] for pattern in patterns), default=1)
    stacked = np.zeros(
        (1 + sum(len(pattern.weights) for pattern in patterns), 1 << (labels - 1).bit_length()), np.float32
    )
    for row, pattern in zip(accumulate((len(each.weights) for each in patterns), initial=1), patterns, strict=False):
        stacked[row : row + len(pattern.weights), :labels] = pattern.weights
    return stacked


def _folded(patterns: list[Pattern], values: Mapping[str, tuple[str, ...]]) -> tuple[Pattern, ...]:
    """The patterns without those whose parts another one looks at too, which then carries their weights."""
    wide = sorted(
        (pattern for pattern in patterns if pattern.known is None), key=lambda each: -len(each.template.parts)
    )
    sums = {pattern.template: pattern.weights for pattern in patterns}
    kept: list[Pattern] = []
    for pattern in patterns:
        parts = set(pattern.template.parts)
        wider = next((each for each in wide if parts < set(each.template.parts)), None)
        if wider is None or pattern.known is not None:
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
    if not model.looks:
        return np.zeros((len(seen.at), len(model.labels)), dtype=np.float32)
    looked = _looked(model, seen)
    summed = [_summed(model, looked[:, at : at + _AT_ONCE]) for at in range(0, len(seen.at), _AT_ONCE)]
    weighed: Floats = np.concatenate([np.zeros((0, len(model.labels)), dtype=np.float32), *summed])
    return weighed / np.float32(100)


def _looked(model: Model, seen: Seen) -> Ints:
    """What the patterns find at the places, a row for each of the model's looks."""
    return np.array([_found(column, place, seen) for column, place in model.looks], dtype=np.int32)


def _summed(model: Model, looked: Ints) -> Floats:
    """The sums at the places of which `looked` tells."""
    first, *deeper = model.depths
    places = model.steps.take(looked.take(first.parts, axis=0) + first.starts[:, None])
    for depth in deeper:
        places[depth.first :] += model.steps.take(looked.take(depth.parts, axis=0) + depth.starts[:, None])
    rows = model.rows.take(places)
    gathered = model.weights.take(rows.ravel(), axis=0).reshape(*rows.shape, -1)
    summed: Floats = np.add.reduce(gathered, axis=0)[:, : len(model.labels)]
    return summed
