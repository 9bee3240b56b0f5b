"""Measures of agreement with a known answer. Pure functions; each is tested against a case worked by hand."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from math import comb, floor
from typing import NamedTuple

__all__ = [
    "Bin",
    "Edge",
    "Score",
    "adjusted_rand",
    "area_under_curve",
    "b_cubed",
    "calibration_error",
    "edges",
    "mean",
    "pairwise",
    "recall_at",
    "reliability",
    "score",
    "set_score",
    "threshold_at",
    "undirected",
]


Edge = tuple[Hashable, Hashable]
"""Copy and exemplar."""


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, each 0..1."""

    precision: float
    recall: float
    f1: float


class Bin(NamedTuple):
    """One row of a reliability table: forecasts in low..high, their weight, their mean, and how often they held."""

    low: float
    high: float
    weight: float
    forecast: float
    held: float


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def score(right: float, found: float, true: float, recalled: float | None = None) -> Score:
    """The score of `right` among `found` and of `recalled` (by default `right`) among `true`.

    Nothing found where nothing is true is perfect; nothing found where something is true has precision 0.
    """
    if not found and not true:
        return Score(1.0, 1.0, 1.0)
    precision = right / found if found else 0.0
    recall = (right if recalled is None else recalled) / true if true else 0.0
    return _harmonic(precision, recall)


def _harmonic(precision: float, recall: float) -> Score:
    total = precision + recall
    return Score(precision, recall, 2 * precision * recall / total if total else 0.0)


def set_score(found: Collection[Hashable], true: Collection[Hashable]) -> Score:
    """Exact agreement of two collections; a repeated member counts as often as it stands in both."""
    both = Counter(found) & Counter(true)
    return score(both.total(), len(found), len(true))


def b_cubed(found: Mapping[str, str], true: Mapping[str, str]) -> Score:
    """B-cubed (Bagga and Baldwin 1998) over the members of `true`; a member not found stands alone."""
    found = _whole(found, true)
    found_sizes, true_sizes = Counter(found.values()), Counter(true.values())
    cells = Counter((found[member], label) for member, label in true.items())
    precision = sum(size * size / found_sizes[cell] for (cell, _), size in cells.items())
    recall = sum(size * size / true_sizes[label] for (_, label), size in cells.items())
    return _harmonic(precision / len(true), recall / len(true)) if true else Score(1.0, 1.0, 1.0)


def _whole(found: Mapping[str, str], true: Mapping[str, str]) -> dict[str, str]:
    """The found cluster of each member of `true`, and of no other."""
    return {member: f"in {found[member]}" if member in found else f"alone {member}" for member in true}


def pairwise(found: Mapping[str, str], true: Mapping[str, str]) -> Score:
    """Pairs put together that belong together, over the members of `true`."""
    right, together, belong = _pairs(found, true)
    return score(right, together, belong)


def _pairs(found: Mapping[str, str], true: Mapping[str, str]) -> tuple[int, int, int]:
    """Pairs together in both, in `found`, and in `true`."""
    found = _whole(found, true)
    cells = Counter((found[member], label) for member, label in true.items())
    counts = (cells.values(), Counter(found.values()).values(), Counter(true.values()).values())
    right, together, belong = (sum(comb(size, 2) for size in sizes) for sizes in counts)
    return right, together, belong


def adjusted_rand(found: Mapping[str, str], true: Mapping[str, str]) -> float:
    """The adjusted Rand index (Hubert and Arabie 1985): 1 for equal partitions, 0 expected by chance."""
    right, together, belong = _pairs(found, true)
    total = comb(len(true), 2)
    expected = together * belong / total if total else 0.0
    highest = (together + belong) / 2
    return 1.0 if highest == expected else (right - expected) / (highest - expected)


def edges(found: Iterable[Edge], true: Iterable[Edge]) -> Score:
    """Directed edges, each counted once."""
    return set_score(set(found), set(true))


def undirected(found: Iterable[Edge], true: Iterable[Edge]) -> Score:
    """Edges whichever way they point, each counted once."""
    return set_score({frozenset(edge) for edge in found}, {frozenset(edge) for edge in true})


def threshold_at(negatives: Sequence[float], rate: float) -> float:
    """The value above which at most `rate` (0..1) of the negatives lie; minus infinity if all may."""
    allowed = floor(len(negatives) * rate + 1e-9)  # 1e-9: 200 * 0.005 must allow one
    ordered = sorted(negatives, reverse=True)
    return ordered[allowed] if allowed < len(ordered) else float("-inf")


def recall_at(positives: Sequence[float], negatives: Sequence[float], rate: float) -> float:
    """The share of positives above the threshold that at most `rate` of the negatives pass."""
    threshold = threshold_at(negatives, rate)
    return mean([float(value > threshold) for value in positives])


def area_under_curve(positives: Sequence[float], negatives: Sequence[float]) -> float:
    """The chance that a positive outranks a negative, a tie counting half; 0.5 if either is empty."""
    if not positives or not negatives:
        return 0.5
    above, below, at = Counter(positives), Counter(negatives), 0
    won = 0.0
    for value in sorted(above.keys() | below.keys()):
        won += above[value] * (at + below[value] / 2)
        at += below[value]
    return won / (len(positives) * len(negatives))


def reliability(positives: Sequence[float], negatives: Sequence[float], bins: int = 10) -> tuple[Bin, ...]:
    """Bins of equal width over 0..1, empty ones left out; positives and negatives weigh one half each.

    The even weights make the table say the same whatever the corpus's share of positives is.
    """
    weighed = [(value, True, 0.5 / len(positives)) for value in positives]
    weighed += [(value, False, 0.5 / len(negatives)) for value in negatives]
    rows = []
    for index in range(bins):
        inside = [row for row in weighed if min(int(row[0] * bins), bins - 1) == index]
        weight = sum(row[2] for row in inside)
        if inside:
            forecast = sum(row[0] * row[2] for row in inside) / weight
            held = sum(row[2] for row in inside if row[1]) / weight
            rows.append(Bin(index / bins, (index + 1) / bins, weight, forecast, held))
    return tuple(rows)


def calibration_error(table: Sequence[Bin]) -> float:
    """Expected calibration error: the mean distance of forecast and outcome, by weight."""
    total = sum(row.weight for row in table)
    return sum(row.weight * abs(row.forecast - row.held) for row in table) / total if total else 0.0
