"""Fits the weights of kinship: python -m evals.fit_kinship ../shared/corpora

Reads the fit half of the lineage and story corpora and of the rewrites by hand (evals/splits.py), writes
src/stemma/descent/weights.json and prints recall on the other half. First the log-odds of one pair of passages are
fitted, then the features of whole texts that are made from them: the odds of a copied part and those of a whole told
anew, whose sum are the odds of kinship. No weight is below zero: no feature may speak against kinship by being larger,
so that none can learn the difference between two collections.
"""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from evals.fit_kinship_report import Answer, reported
from evals.kinship_cases import BY_HAND, CONFERENCES, Case, cases
from evals.pool import in_order
from stemma.collate import collate
from stemma.descent.features import FEATURES, PART, WHOLE, features
from stemma.descent.passages import PASSAGE_FEATURES, PassageWeights, passage_features
from stemma.descent.wording import Wording, wording
from stemma.engine.witness import witness
from stemma.records import Alignment, Article, Witness

WEIGHTS = Path(__file__).parents[1] / "src" / "stemma" / "descent" / "weights.json"
# Weight of each kind among the positives and among the negatives; a kind that is not named weighs 1. Real independent
# reports of one event are the null that matters; reprints and round trips are found by anything.
_SHARE = {
    "independent": 3.0,
    "independent, shortened": 2.0,
    "independent, of giveme5w1h": 3.0,
    "independent, of roundup-train": 2.0,
    "other story, same machine": 0.3,
    "partial": 2.0,
    "star, 1 apart": 2.0,
    "chain, 5 apart": 2.0,
    "chain, 8 apart": 2.0,
    "reprint": 0.3,
    "round trip, 1 apart": 0.3,
    "round trip, 2 apart": 0.3,
    "round trip, 3 apart": 0.3,
    "round trip, 4 apart": 0.3,
}
# The same of the rewrites by hand, which have many kinds of few pairs: of each kind of kin, and of independent ones.
_HAND_KIN, _HAND_APART = 0.5, 2.0
# Kinds whose passages teach what a rewritten passage looks like and what an independent one: neither nearly the same
# words, nor texts with both kinds of passage.
_TEACHING = frozenset(
    "independent; independent, shortened; independent, of giveme5w1h; independent, of roundup-train; "
    "chain, 1 apart; chain, 5 apart; chain, 8 apart; star, 0 apart; star, 1 apart".split("; ")
)
# Penalties on the squared weights of passages (of unit deviation) and of texts. The second chosen from 1, 0.3, 0.2,
# 0.15 and 0.1 on both halves: at 1 features of little spread are held down, and at 0.1 short rewrites are lost.
_PASSAGE_PENALTY = 10.0
_PENALTY = 0.2
# The share of kin among pairs for which the probabilities hold. A false finding is worse than none, and most articles
# of a story are not made from one another: so less than one half (chosen by eye: no corpus tells it).
_KIN_SHARE = 0.38

Vector = NDArray[np.float64]
Mask = NDArray[np.bool_]


class Model(NamedTuple):
    """The fits: of passages; intercept and weights of PART and of WHOLE; shift and slope that calibrate their sum."""

    passages: PassageWeights
    part: Vector
    whole: Vector
    shift: float
    slope: float


class Collated(NamedTuple):
    """One case made ready: what `features` asks for, and the values of its pairs of passages."""

    a: Witness
    b: Witness
    alignment: Alignment
    own: tuple[Wording, Wording]
    passages: tuple[tuple[float, ...], ...]


def collated(case: Case) -> Collated:
    """The two texts laid side by side."""
    a = witness(Article(id="a", text=case.a, language="en"))
    b = witness(Article(id="b", text=case.b, language="en"))
    alignment = collate(a, b)
    own = (wording(a), wording(b))
    telling = [passage_features(pair, own) for pair in alignment.pairs if pair.kind != "quoting"]
    rows = tuple(tuple(values[name] for name in PASSAGE_FEATURES) for values in telling)
    return Collated(a, b, alignment, own, rows)


def fitted(table: Vector, kin: Mask, weight: Vector, penalty: float) -> Vector:
    """Intercept and weights of a logistic model, weights at or above zero."""
    sign = np.where(kin, 1.0, -1.0)

    def loss(point: Vector) -> tuple[float, Vector]:
        margin = sign * (point[0] + table @ point[1:])
        slope = -weight * sign / (1 + np.exp(margin))
        total = float(np.sum(weight * np.logaddexp(0, -margin)) + penalty / 2 * np.sum(point[1:] ** 2))
        return total, np.concatenate(([slope.sum()], table.T @ slope + penalty * point[1:]))

    bounds = [(None, None)] + [(0, None)] * table.shape[1]
    return np.asarray(minimize(loss, np.zeros(table.shape[1] + 1), jac=True, bounds=bounds, method="L-BFGS-B").x)


def fitted_either(table: Vector, kin: Mask, weight: Vector) -> tuple[Vector, Vector]:
    """Intercept and weights of PART and of WHOLE, at or above zero, the odds of kinship being the sum of both odds.

    The search begins where each alone would explain all: far from there one of the two may be lost for good.
    """
    sign = np.where(kin, 1.0, -1.0)
    sides = [table[:, [FEATURES.index(name) for name in names]] for names in (PART, WHOLE)]
    sizes = [side.shape[1] + 1 for side in sides]

    def loss(point: Vector) -> tuple[float, Vector]:
        points = np.split(point, [sizes[0]])
        odds = [one[0] + side @ one[1:] for one, side in zip(points, sides, strict=True)]
        either = np.logaddexp(*odds)
        slope = -weight * sign / (1 + np.exp(np.clip(sign * either, -500, 500)))  # beyond, the exponential overflows
        total = float(np.sum(weight * np.logaddexp(0, -sign * either)))
        steps = []
        for one, side, own in zip(points, sides, odds, strict=True):
            total += float(_PENALTY / 2 * np.sum(one[1:] ** 2))
            held = slope * np.exp(own - either)
            steps += [[held.sum()], side.T @ held + _PENALTY * one[1:]]
        return total, np.concatenate(steps)

    alone = [fitted(side, kin, weight, _PENALTY) for side in sides]
    bounds = [bound for size in sizes for bound in [(None, None), *[(0, None)] * (size - 1)]]
    found = minimize(loss, np.concatenate(alone), jac=True, bounds=bounds, method="L-BFGS-B")
    part, whole = np.split(np.asarray(found.x), [sizes[0]])
    return part.round(4), whole.round(4)


def balanced(kin: Mask, raw: Vector) -> Vector:
    """Weights scaled so that kin and independent count one half each, and all as many as there are."""
    return np.asarray(np.where(kin, raw / raw[kin].sum(), raw / raw[~kin].sum()) * len(raw) / 2)


def fit_passages(chosen: Sequence[Case], made: Sequence[Collated]) -> PassageWeights:
    """The log-odds of one pair of passages, every case of a kind counting the same."""
    count = Counter(case.kind for case in chosen)
    taught = [(case, one) for case, one in zip(chosen, made, strict=True) if case.kind in _TEACHING and one.passages]
    table = np.array([row for _, one in taught for row in one.passages])
    kin = np.array([case.kin for case, one in taught for _ in one.passages])
    raw = np.array([1 / count[case.kind] for case, one in taught for _ in one.passages])
    scale = table.std(axis=0) + 1e-9
    point = fitted(table / scale, kin, balanced(kin, raw), _PASSAGE_PENALTY)
    weights = dict(zip(PASSAGE_FEATURES, (point[1:] / scale).round(4).tolist(), strict=True))
    return PassageWeights(round(float(point[0]), 4), weights)


def table_of(made: Sequence[Collated], passages: PassageWeights) -> Vector:
    """The features of every case, a row each in the order of FEATURES."""
    found = [features(one.a, one.b, one.alignment, one.own, passages) for one in made]
    return np.array([[values[name] for name in FEATURES] for values in found])


def fit(chosen: Sequence[Case], made: Sequence[Collated]) -> Model:
    """All fits on the cases given. Nothing is calibrated on the conferences: they are no sample of a story."""
    passages = fit_passages(chosen, made)
    count = Counter(case.kind for case in chosen)
    kin = np.array([case.kin for case in chosen])
    raw = np.array([_share(case) / count[case.kind] for case in chosen])
    table = table_of(made, passages)
    part, whole = fitted_either(table, kin, balanced(kin, raw))
    usual = np.array([case.method != CONFERENCES for case in chosen])
    shift, slope = calibrated(either(table[usual], part, whole), kin[usual])
    return Model(passages, part, whole, shift, slope)


def _share(case: Case) -> float:
    if case.method in {BY_HAND, CONFERENCES}:
        return _HAND_KIN if case.kin else _HAND_APART
    return _SHARE.get(case.kind, 1.0)


def either(table: Vector, part: Vector, whole: Vector) -> Vector:
    """The log-odds of each row, before they are calibrated."""
    sides = [table[:, [FEATURES.index(name) for name in names]] for names in (PART, WHOLE)]
    return np.asarray(np.logaddexp(part[0] + sides[0] @ part[1:], whole[0] + sides[1] @ whole[1:]))


def calibrated(odds: Vector, kin: Mask) -> tuple[float, float]:
    """Shift and slope by which the probabilities hold where every pair counts the same, not every kind, and _KIN_SHARE
    of them are kin."""
    shift, slope = fitted(odds[:, None], kin, balanced(kin, np.ones(len(odds))), 0.0)
    prior = np.log(_KIN_SHARE / (1 - _KIN_SHARE))
    return round(float(shift + prior), 4), round(float(slope), 4)


def forecast(model: Model, found: Sequence[Case], made: Sequence[Collated]) -> list[Answer]:
    """The probability of each case."""
    odds = either(table_of(made, model.passages), model.part, model.whole)
    values = 1 / (1 + np.exp(-(model.shift + model.slope * odds)))
    return [
        Answer(case.kind, case.kin, case.half, case.method, float(p)) for case, p in zip(found, values, strict=True)
    ]


def left_out(found: Sequence[Case], made: Sequence[Collated]) -> dict[str, list[Answer]]:
    """For each collection of rewrites: its cases, and the null, by a fit without it."""
    answers = {}
    for name in sorted({_collection(case) for case in found} - {""}):
        kept = [(c, m) for c, m in zip(found, made, strict=True) if c.half == "fit" and _collection(c) != name]
        asked = [
            (c, m) for c, m in zip(found, made, strict=True) if c.half == "report" and _collection(c) in {"", name}
        ]
        model = fit([case for case, _ in kept], [one for _, one in kept])
        answers[name] = forecast(model, [case for case, _ in asked], [one for _, one in asked])
    return answers


def _collection(case: Case) -> str:
    """Rewrites of one origin: the method without its set-up; pairs of two set-ups are chains of rephrasings."""
    return "rephrase" if case.method == "several" else case.method.partition("-")[0]


def main(folder: str) -> None:
    """Fit, write, and report on the half that was not fitted on."""
    found = cases(Path(folder))
    made = in_order(collated, found)
    chosen = [(case, one) for case, one in zip(found, made, strict=True) if case.half == "fit"]
    model = fit([case for case, _ in chosen], [one for _, one in chosen])
    lines = reported(forecast(model, found, made), left_out(found, made))
    written = json.dumps(_file(model, Counter(case.kind for case, _ in chosen), lines), indent=2)
    WEIGHTS.write_text(written + "\n", encoding="utf-8")
    print(written)


def _file(model: Model, counted: Mapping[str, int], lines: Mapping[str, object]) -> dict[str, object]:
    return {
        "about": "Logistic models of kinship: of one pair of passages (src/stemma/descent/passages.py), and of two "
        "texts (src/stemma/descent/features.py): of a copied part and of a whole told anew. The odds are added; "
        "shift and slope calibrate the logarithm of the sum.",
        "data": "The fit half of the lineage and story corpora and of evals/rewrites as split by evals/splits.py, with "
        "the cases made by evals/kinship_cases.py; no text of the corpora is kept.",
        "command": "python -m evals.fit_kinship ../shared/corpora",
        "cases": dict(sorted(counted.items())),
        "reported": dict(lines),
        "passages": {"intercept": model.passages.intercept, "weights": dict(model.passages.weights)},
        "part": _side(model.part, PART),
        "whole": _side(model.whole, WHOLE),
        "shift": model.shift,
        "slope": model.slope,
    }


def _side(point: Vector, names: Sequence[str]) -> dict[str, object]:
    return {"intercept": float(point[0]), "weights": dict(zip(names, point[1:].tolist(), strict=True))}


if __name__ == "__main__":
    main(sys.argv[1])
