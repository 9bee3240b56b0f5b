"""Kinship measured on the rewrites by hand: recall by manner, false kinship among independent reports, calibration."""

from collections.abc import Iterator, Mapping, Sequence

from evals.measure import Measure, Part, data_digest
from evals.metrics import Bin, area_under_curve, calibration_error, mean, recall_at, reliability, threshold_at
from evals.pool import in_order
from evals.program import kinship
from evals.rewrites.families import family_measures
from evals.rewrites.pairs import HARD, Pair, pairs
from evals.rewrites.texts import Collection, events, sources
from evals.splits import Half
from stemma.descent.families import KIN
from stemma.records import Article

__all__ = ["rewrite_measures", "rewrite_parts"]

# False kinship allowed where the threshold is set on the independent pairs.
_RATE = 0.005
# Kinds that are few are measured together, so that one pair cannot break a floor.
_GROUPS = {
    "rewrites in one step": ("rewrite, ",),
    "siblings": ("siblings",),
    "chain, neighbours": ("chain, neighbours",),
    "chain, original and later steps": ("chain, 2", "chain, 3", "chain, 4"),
    "a third copied": ("a third copied",),
    "reordered or halved": ("reordered", "halved", "rewrite, half"),
}

Found = Mapping[str, Sequence[float]]


# What the parts are called, by the collection of events.
_NAMES: Mapping[Collection, str] = {"events": "rewrites", "conferences": "rewrites, conferences"}


def rewrite_parts() -> tuple[Part, ...]:
    """Of each collection the half that weights may be fitted on, and the half that numbers are reported on."""
    halves: tuple[Half, ...] = ("fit", "report")
    return tuple(_part(collection, half) for collection in _NAMES for half in halves)


def _part(collection: Collection, half: Half) -> Part:
    asked_of = [event for event in events(collection) if event.half == half]
    asked = [pair for event in asked_of for pair in pairs(event)]
    answers = in_order(_probability, asked)
    kin: dict[str, list[float]] = {}
    apart: dict[str, list[float]] = {}
    for pair, value in zip(asked, answers, strict=True):
        (kin if pair.kin else apart).setdefault(pair.kind, []).append(value)
    measures, notes = rewrite_measures(kin, apart)
    data = data_digest(sources(collection))
    return Part(f"{_NAMES[collection]}/{half}", data, (*measures, *family_measures(asked_of)), notes)


def _probability(pair: Pair) -> float:
    return kinship(Article(id="a", text=pair.a), Article(id="b", text=pair.b)).probability


def rewrite_measures(kin: Found, apart: Found) -> tuple[tuple[Measure, ...], tuple[str, ...]]:
    """Measures and the reliability table, from the probabilities given to each kind of kin and of independent pairs."""
    negatives = [value for kind in sorted(apart) for value in apart[kind]]
    positives = [value for kind in sorted(kin) if kind not in HARD for value in kin[kind]]
    bound = threshold_at(negatives, _RATE)
    table = reliability(positives, negatives)
    error, total = calibration_error(table), len(positives) + len(negatives)
    measures = (
        *_by_group(kin, negatives),
        Measure(f"independent: left apart at {KIN}", 1 - _share(negatives), len(negatives)),
        Measure("area under the curve", area_under_curve(positives, negatives), total),
        Measure("1 - expected calibration error", 1 - error, total),
        *_by_kind(kin, negatives),
        *(Measure(f"{kind}: asserted", _share(apart[kind]), len(apart[kind]), gated=False) for kind in sorted(apart)),
        Measure(f"probability at {_RATE:.1%} false kinship", bound, len(negatives), gated=False),
    )
    return measures, ("reliability (kin and independent weigh one half each):", *map(_row, table))


def _by_group(kin: Found, negatives: Sequence[float]) -> Iterator[Measure]:
    for name, kinds in _GROUPS.items():
        values = [value for kind in sorted(kin) if kind.startswith(kinds) and kind not in HARD for value in kin[kind]]
        if values:
            yield Measure(f"{name}: recall at {KIN}", _share(values), len(values))
            yield Measure(
                f"{name}: recall at {_RATE:.1%} false kinship", recall_at(values, negatives, _RATE), len(values)
            )


def _by_kind(kin: Found, negatives: Sequence[float]) -> Iterator[Measure]:
    for kind in sorted(kin.keys() - _GROUPS.keys()):
        values = kin[kind]
        count = len(values)
        yield Measure(f"{kind}: recall at {KIN}", _share(values), count, gated=False)
        yield Measure(
            f"{kind}: recall at {_RATE:.1%} false kinship", recall_at(values, negatives, _RATE), count, gated=False
        )


def _share(values: Sequence[float]) -> float:
    return mean([float(value >= KIN) for value in values])


def _row(row: Bin) -> str:
    return f"  {row.low:.1f}-{row.high:.1f}: weight {row.weight:.3f}, forecast {row.forecast:.3f}, held {row.held:.3f}"
