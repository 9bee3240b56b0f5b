"""Networks over named columns: what each value adds to a word's units, then what the words around it hold.

A unit sums weights of single columns and holds what is above zero. A layer lets each word's units see those of a word
so many places before and after it; with places of 1, 2 and 4 a word comes to see seven on either side, and through the
units of those what a clause is made of. All is reckoned in whole numbers (hundredths), so that the sums are the same in
whatever order they are made.
"""

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from stemma.attribution.columns import BY_WORD, Ints, Layout, of_words
from stemma.attribution.linear import Floats, parsed
from stemma.attribution.vocabulary import Vocabulary, written

__all__ = ["MOST", "Net", "StoredLayer", "StoredNet", "added", "answers", "bundled_net", "made_net", "word_units"]

# A unit holds no more than this (hundredths; five times what was seen), so that sums stay below 2 ** 24 and float32 has
# all whole numbers up to them.
MOST = 5000.0
# Words that are weighed at once, about: what is held of them stays in the cache (chosen by eye).
_AT_ONCE = 2048


class StoredLayer(msgspec.Struct, frozen=True):
    """A layer as a file: it sees so many places `away`; what it adds alone; rows of weights for the units of the word
    before, of the word itself and of the word after, one after another (hundredths)."""

    away: int
    alone: list[int]
    weights: list[list[int]]


class StoredNet(msgspec.Struct, frozen=True):
    """A network as a file, in hundredths: what each value of a column adds to each unit, by pattern of one column.

    `units` is what the units hold before anything is added; `output` has a row for each unit, `alone` the score of each
    label without any; `transitions` are the scores of one state after another.
    """

    provenance: str
    labels: list[str]
    units: list[int]
    layers: list[StoredLayer]
    output: list[list[int]]
    alone: list[int]
    weights: dict[str, dict[str, list[int]]]
    transitions: dict[str, list[int]] = {}


class Around(NamedTuple):
    """What a column adds to the units of the words around: a row a value, a run of units for each of the `places`."""

    places: tuple[int, ...]
    rows: Floats


class Layer(NamedTuple):
    """A layer ready to weigh: the weights side by side, so that one product serves all three words."""

    away: int
    alone: Floats
    weights: Floats


class Net(NamedTuple):
    """A network ready to weigh. `words`: what the letters of a word add, remembered; `columns`: what all else adds."""

    labels: tuple[str, ...]
    places: tuple[int, ...]
    words: Vocabulary
    columns: dict[str, Around]
    units: Floats
    layers: tuple[Layer, ...]
    output: Floats
    alone: Floats
    transitions: Floats


def bundled_net(name: str) -> StoredNet:
    """The network file of this name that the package brings."""
    path = files("stemma.attribution").joinpath("models", f"{name}.json")
    return msgspec.json.decode(path.read_bytes(), type=StoredNet)


def made_net(stored: StoredNet, values: Mapping[str, tuple[str, ...]]) -> Net:
    """The network of a file; KeyError where it names a value that its column does not have."""
    tables: dict[str, dict[int, Floats]] = {}
    for name, weights in stored.weights.items():
        ((column, place),) = parsed(name).parts
        tables.setdefault(column, {})[place] = _table(weights, values[column], len(stored.units))
    by_letters = {column: tables.pop(column) for column in BY_WORD if column in tables}
    places = tuple(sorted({place for each in by_letters.values() for place in each}))
    letters = [(BY_WORD.index(column), _beside(each, places).rows) for column, each in by_letters.items()]
    return Net(
        tuple(stored.labels),
        places,
        Vocabulary(lambda words: _of_letters(letters, len(places) * len(stored.units), words)),
        {column: _beside(each, tuple(sorted(each))) for column, each in tables.items()},
        np.array(stored.units, dtype=np.float32),
        tuple(_layer(each) for each in stored.layers),
        np.array(stored.output, dtype=np.float32),
        np.array(stored.alone, dtype=np.float32) * 100,
        (np.array(list(stored.transitions.values())) / 100).astype(np.float32),
    )


def _table(weights: Mapping[str, list[int]], values: tuple[str, ...], units: int) -> Floats:
    table = np.zeros((len(values), units), dtype=np.float32)
    number = {value: at for at, value in enumerate(values)}
    for value, row in weights.items():
        table[number[value]] = row
    return table


def _beside(tables: Mapping[int, Floats], places: tuple[int, ...]) -> Around:
    """The tables of these places side by side, nothing where there is none."""
    nothing = np.zeros_like(next(iter(tables.values())))
    return Around(places, np.concatenate([tables.get(place, nothing) for place in places], axis=1))


def _layer(stored: StoredLayer) -> Layer:
    before, own, after = np.split(np.array(stored.weights, dtype=np.float32), 3)
    return Layer(
        stored.away, np.array(stored.alone, dtype=np.float32) * 100, np.concatenate([before, own, after], axis=1)
    )


def _of_letters(tables: Sequence[tuple[int, Floats]], size: int, words: list[str]) -> Floats:
    """What each word adds by its letters to the units of the words around it."""
    found = of_words(written(words))
    summed = np.zeros((len(words), size), dtype=np.float32)
    for column, rows in tables:
        summed += rows.take(found[:, column], axis=0)
    return summed


def word_units(net: Net, plan: Layout, columns: Mapping[str, Ints], names: Iterable[str]) -> Floats:
    """What the units of each word of the plan hold by its letters, the columns of these names, and those around it."""
    summed = np.zeros((len(plan.words.at), len(net.units)), dtype=np.float32)
    _spread(summed, net.words.rows(plan.words), net.places)
    for name in names:
        around = net.columns[name]
        _spread(summed, around.rows.take(columns[name], axis=0), around.places)
    return summed


def _spread(summed: Floats, rows: Floats, places: tuple[int, ...]) -> None:
    """Adds to each word what the words at these places from it give. Nothing stands at the edges of a plan."""
    count, size = summed.shape
    for number, place in enumerate(places):
        part = rows[:, number * size : (number + 1) * size]
        first, last = max(0, -place), count - max(0, place)
        summed[first:last] += part[first + place : last + place]


def added(net: Net, columns: Mapping[str, Ints], names: Iterable[str]) -> Floats:
    """What the columns of these names add to the units, each by its own value alone."""
    first, *others = names
    summed: Floats = net.columns[first].rows.take(columns[first], axis=0)
    for name in others:
        summed += net.columns[name].rows.take(columns[name], axis=0)
    return summed


def answers(net: Net, summed: Floats, lengths: Ints) -> Floats:
    """The score of each label at each word, a row a word, of what was added up to its units.

    `lengths` are the words of each run: a word sees none beyond its own.
    """
    stops = np.cumsum(lengths)
    cuts = np.flatnonzero(np.diff(stops // _AT_ONCE)) + 1
    parts = zip(np.split(summed, stops[cuts - 1]), np.split(lengths, cuts), strict=True)
    return np.concatenate([_answers(net, *part) for part in parts])


def _answers(net: Net, summed: Floats, lengths: Ints) -> Floats:
    held = np.clip(summed + net.units, 0, MOST)
    place = np.arange(len(held)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    left = np.repeat(lengths, lengths) - place - 1
    for layer in net.layers:
        held += _seen(layer, held, place < layer.away, left < layer.away)
        np.minimum(held, MOST, out=held)
    scored: Floats = (held @ net.output + net.alone) / np.float32(10_000)
    return scored


def _seen(layer: Layer, held: Floats, none_before: NDArray[np.bool_], none_after: NDArray[np.bool_]) -> Floats:
    """What a layer adds to the units: of all words so far away, less those of other runs."""
    away = layer.away
    before, own, after = np.split(held @ layer.weights, 3, axis=1)
    summed = own + layer.alone
    summed[away:] += before[:-away]
    summed[:-away] += after[away:]
    rows = np.flatnonzero(none_before[away:])
    summed[rows + away] -= before.take(rows, axis=0)
    rows = np.flatnonzero(none_after[:-away])
    summed[rows] -= after.take(rows + away, axis=0)
    np.maximum(summed, 0, out=summed)
    summed /= np.float32(100)
    seen: Floats = np.rint(summed)
    return seen
