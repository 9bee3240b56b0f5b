"""Fits the weights of kinship: python -m evals.fit_kinship ../shared/corpora

Reads the fit half of the lineage corpora (evals/splits.py), writes src/stemma/descent/weights.json and prints recall on
the other half. Weights are kept at or above zero: no feature may speak against kinship, so that none can learn the
difference between two collections.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from evals.kinship_cases import Case, cases
from evals.pool import in_order
from stemma.collate import collate
from stemma.descent.features import FEATURES, features, wording
from stemma.engine.witness import witness
from stemma.records import Article

WEIGHTS = Path(__file__).parents[1] / "src" / "stemma" / "descent" / "weights.json"
# Weight of each kind among the positives and among the negatives; a kind that is not named weighs 1. Real independent
# reports of one event are the null that matters.
_SHARE = {"independent": 3.0, "independent, shortened": 3.0, "other story, same machine": 0.5}
# Penalty on the squared weights: chosen on the fit half by its reliability table.
_PENALTY = 0.3
_RATE = 0.005

Vector = NDArray[np.float64]


def values(case: Case) -> list[float]:
    """The features of one case, in the order of FEATURES."""
    a = witness(Article(id="a", text=case.a, language="en"))
    b = witness(Article(id="b", text=case.b, language="en"))
    found = features(a, b, collate(a, b), (wording(a), wording(b)))
    return [found[name] for name in FEATURES]


def fitted(table: Vector, kin: NDArray[np.bool_], weight: Vector) -> Vector:
    """Intercept and weights of a logistic model, weights at or above zero."""
    sign = np.where(kin, 1.0, -1.0)

    def loss(point: Vector) -> tuple[float, Vector]:
        margin = sign * (point[0] + table @ point[1:])
        slope = -weight * sign / (1 + np.exp(margin))
        total = float(np.sum(weight * np.logaddexp(0, -margin)) + _PENALTY / 2 * np.sum(point[1:] ** 2))
        return total, np.concatenate(([slope.sum()], table.T @ slope + _PENALTY * point[1:]))

    bounds = [(None, None)] + [(0, None)] * table.shape[1]
    return np.asarray(minimize(loss, np.zeros(table.shape[1] + 1), jac=True, bounds=bounds, method="L-BFGS-B").x)


def weighted(chosen: Sequence[Case]) -> Vector:
    """Weight of each case: kinds count as _SHARE says, kin and independent one half each."""
    count = Counter(case.kind for case in chosen)
    raw = np.array([_SHARE.get(case.kind, 1.0) / count[case.kind] for case in chosen])
    kin = np.array([case.kin for case in chosen])
    halves = np.where(kin, raw / raw[kin].sum(), raw / raw[~kin].sum())
    return np.asarray(halves * len(chosen) / 2)


def main(folder: str) -> None:
    """Fit, write, and report on the half that was not fitted on."""
    found = cases(Path(folder))
    table = np.array(in_order(values, found))
    fit = np.array([case.half == "fit" for case in found])
    chosen = [case for case in found if case.half == "fit"]
    point = fitted(table[fit], np.array([case.kin for case in chosen]), weighted(chosen))
    forecast = 1 / (1 + np.exp(-(point[0] + table @ point[1:])))
    lines = _lines(found, forecast)
    model = {
        "about": "Logistic model of kinship; weights of features in 0..1 (src/stemma/descent/features.py).",
        "data": "The fit half of the lineage corpora as split by evals/splits.py, with the cases made by "
        "evals/kinship_cases.py; no text is kept.",
        "command": "python -m evals.fit_kinship ../shared/corpora",
        "cases": dict(sorted(Counter(case.kind for case in chosen).items())),
        "reported": lines,
        "intercept": round(float(point[0]), 4),
        "weights": {name: round(float(value), 4) for name, value in zip(FEATURES, point[1:], strict=True)},
    }
    WEIGHTS.write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(model, indent=2))


def _lines(found: Sequence[Case], forecast: Vector) -> dict[str, str]:
    """For each half and kind: the share asserted at the threshold of its half's independent pairs, and at .5 and .7."""
    lines = {}
    for half in ("fit", "report"):
        null = [f for case, f in zip(found, forecast, strict=True) if case.half == half and "independent" in case.kind]
        bound = sorted(null, reverse=True)[int(len(null) * _RATE)]
        for kind in sorted({case.kind for case in found}):
            own = np.array([f for c, f in zip(found, forecast, strict=True) if c.half == half and c.kind == kind])
            at = ", ".join(f"{np.mean(own > level):.3f} at {name}" for level, name in _levels(bound))
            lines[f"{half}: {kind} ({len(own)})"] = at
    return lines


def _levels(bound: float) -> list[tuple[float, str]]:
    return [(bound, f"{_RATE:.1%} false kinship (p > {bound:.2f})"), (0.5, "p > .5"), (0.7, "p > .7")]


if __name__ == "__main__":
    main(sys.argv[1])
