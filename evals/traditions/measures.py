"""The made traditions measured: what `python -m evals --only traditions` prints."""

from collections import Counter
from collections.abc import Sequence

from evals.measure import Measure, Part, data_digest, measures_of
from evals.metrics import Bin, Score, calibration_error, mean, score
from evals.pool import in_order
from evals.program import lineage
from evals.traditions.families import grow
from evals.traditions.plans import fixed_set
from evals.traditions.scoring import Scored, scored

__all__ = ["measures_for", "tradition_parts"]

_BINS = 5  # so that each bin of some hundred edges holds enough to be read


def tradition_parts(prefix: str = "") -> tuple[Part, ...]:
    """The part without rewriting and the part with it; with a `prefix` other traditions of the same kinds.

    A tradition in which a correction found no figure to correct is left out: two of its articles are one.
    """
    mades = [made for made in map(grow, fixed_set(prefix)) if len({a.id for a in made.given}) == len(made.given)]
    # Large ones first: each costs as many comparisons as dozens of small ones, and none may be left for the end.
    mades.sort(key=lambda made: (-len(made.given), made.plan.id))
    lineages = in_order(lineage, [made.given for made in mades])
    rows = [scored(*row) for row in zip(mades, lineages, strict=True)]
    plain = [row for row in rows if not row.made.plan.rewriting]
    spun = [row for row in rows if row.made.plan.rewriting]
    return (_part("traditions/plain", plain), _part("traditions/rewritten", spun))


def _part(name: str, rows: Sequence[Scored]) -> Part:
    texts = [f"{article.id}\n{article.text}" for row in rows for article in row.made.given]
    return Part(name, data_digest(texts), measures_for(rows), _notes(rows))


def measures_for(rows: Sequence[Scored]) -> tuple[Measure, ...]:
    """Edges, hidden exemplars, origins, wrong edges and the calibration of confidences."""
    asserted = [entry for row in rows for entry in row.asserted]
    wrong = mean([float(not right) for _, right in asserted])
    error = calibration_error(_bins(asserted))
    apart = [float(entry) for row in rows for entry in row.apart]
    true = sum(len(row.true) for row in rows)
    hidden = sum(len(row.hidden_true) for row in rows)
    return (
        *measures_of("edges", _edges(rows), true),
        Measure("1 - wrong edges among the asserted", 1 - wrong, len(asserted)),
        *measures_of("hidden exemplar", _hidden(rows), hidden),
        *measures_of("hidden exemplar, most copies right", _mostly_hidden(rows), hidden),
        Measure("adjusted Rand index of origins", mean([row.rand for row in rows]), len(rows)),
        Measure("strangers not under one origin", mean(apart), len(apart)),
        Measure("1 - calibration error of edges", 1 - error, len(asserted)),
    )


def _edges(rows: Sequence[Scored]) -> Score:
    found, true = (
        sum(len(edges) for edges in column) for column in zip(*((r.found, r.true) for r in rows), strict=True)
    )
    return score(sum(row.right for row in rows), found, true)


def _hidden(rows: Sequence[Scored]) -> Score:
    """Exemplars with exactly the true copies."""
    right = sum(len(set(row.hidden_found) & set(row.hidden_true)) for row in rows)
    return score(right, sum(len(row.hidden_found) for row in rows), sum(len(row.hidden_true) for row in rows))


def _mostly_hidden(rows: Sequence[Scored]) -> Score:
    """Exemplars of which more than half the copies, found and true together, are in both: at most one fits."""
    right = sum(
        any(2 * len(found & true) > len(found | true) for true in row.hidden_true)
        for row in rows
        for found in row.hidden_found
    )
    return score(right, sum(len(row.hidden_found) for row in rows), sum(len(row.hidden_true) for row in rows))


def _bins(asserted: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Edges by their confidence; each weighs the same."""
    rows = []
    for at in range(_BINS):
        inside = [entry for entry in asserted if min(int(entry[0] * _BINS), _BINS - 1) == at]
        if inside:
            held = mean([float(right) for _, right in inside])
            rows.append(Bin(at / _BINS, (at + 1) / _BINS, len(inside), mean([entry[0] for entry in inside]), held))
    return tuple(rows)


def _notes(rows: Sequence[Scored]) -> tuple[str, ...]:
    """Edges by confidence; causes of faults, the frequent first, with the smallest tradition that shows each."""
    asserted = [entry for row in rows for entry in row.asserted]
    table = (
        f"confidence {row.low:.1f}-{row.high:.1f}: {row.weight:.0f} edges, mean {row.forecast:.2f}, true {row.held:.2f}"
        for row in _bins(asserted)
    )
    causes = Counter(fault for row in rows for fault in row.faults)
    return (
        *table,
        *(_cause(fault, count, rows) for fault, count in sorted(causes.items(), key=lambda c: (-c[1], c[0]))),
    )


def _cause(fault: str, count: int, rows: Sequence[Scored]) -> str:
    smallest = min((row.made.plan for row in rows if fault in row.faults), key=lambda plan: (plan.size, plan.id))
    return f"{count} x {fault} (smallest: {smallest.id}, {smallest.size} witnesses)"
