"""Floors under the measures: each only rises, and stands beside a digest of the data it was measured on."""

from collections.abc import Iterable, Mapping
from math import floor
from pathlib import Path

import msgspec

from evals.measure import Part

__all__ = ["Floors", "Pinned", "check", "holds", "read_floors", "refusals", "rise", "write_floors"]

# Floors keep three decimals, cut off below: a last bit that differs between machines cannot break one.
_STEPS = 1000


class Pinned(msgspec.Struct, frozen=True):
    """The floors of one part: the digest of its data, and the least value of each measure."""

    data: str
    floors: dict[str, float]


Floors = Mapping[str, Pinned]


def read_floors(path: Path) -> dict[str, Pinned]:
    """The floors in a file; none if it is not there."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Pinned]) if path.is_file() else {}


def write_floors(path: Path, floors: Floors) -> None:
    """The floors as JSON, parts in alphabetical order, measures in the order of the report."""
    plain = msgspec.json.encode(dict(sorted(floors.items())))
    path.write_bytes(msgspec.json.format(plain, indent=2) + b"\n")


def check(parts: Iterable[Part], floors: Floors) -> list[str]:
    """What is wrong, a sentence each with its remedy; nothing if every floor of every measured part holds."""
    return [
        wrong for part in parts if part.measures and part.name in floors for wrong in _wrong(part, floors[part.name])
    ]


def _wrong(part: Part, pinned: Pinned) -> list[str]:
    if part.data != pinned.data:
        return [
            f"{part.name}: its data ({part.data}) are not those its floors were measured on ({pinned.data}); "
            "measure on those data, or pin the new ones with: python -m evals --raise (which refuses to lower a floor)"
        ]
    values = {measure.name: measure.value for measure in part.measures if measure.gated}
    return [
        _fallen(part.name, name, values.get(name), least)
        for name, least in pinned.floors.items()
        if not holds(values.get(name), least)
    ]


def holds(value: float | None, least: float) -> bool:
    """Whether a measured value reaches its floor."""
    return value is not None and _cut(value) >= least


def _fallen(part: str, name: str, value: float | None, least: float) -> str:
    if value is None:
        return (
            f"{part}: {name} is no longer measured; measure it again, or take its floor out of floors.json and say why"
        )
    return f"{part}: {name} fell to {value:.4f}, below its floor of {least:.3f}; mend what lowered it"


def refusals(parts: Iterable[Part], floors: Floors) -> list[str]:
    """Floors that measured values would lower: why they cannot be rewritten."""
    wrong = []
    for part in parts:
        values = {measure.name: measure.value for measure in part.measures if measure.gated}
        for name, least in floors[part.name].floors.items() if part.name in floors and part.measures else ():
            if not holds(values.get(name), least):
                wrong.append(_fallen(part.name, name, values.get(name), least))
    return wrong


def rise(parts: Iterable[Part], floors: Floors) -> dict[str, Pinned]:
    """The floors raised to the measured values, with the data they were measured on; no floor ever sinks.

    A part with a refusal keeps its old data and floors whole. A part that was not measured keeps them too.
    """
    raised = dict(floors)
    for part in parts:
        if part.measures and not refusals([part], floors):
            values = {measure.name: _cut(measure.value) for measure in part.measures if measure.gated}
            raised[part.name] = Pinned(part.data, values)
    return raised


def _cut(value: float) -> float:
    return floor(value * _STEPS + 1e-6) / _STEPS  # 1e-6: 0.29 * 100 is 28.999999999999996
