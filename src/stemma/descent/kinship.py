"""Kinship: whether one written text lies behind two articles, as a calibrated probability."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from stemma.descent.features import FEATURES, PART, WHOLE, features
from stemma.descent.passages import PASSAGE_FEATURES, PassageWeights
from stemma.descent.wording import Wording
from stemma.records import AlignedPassages, Alignment, Evidence, Kinship, Witness

__all__ = ["coverage", "kinship"]

# Two reports of an event may word one fact alike, as a rule the lead; so one aligned passage in texts of several says
# little: of the fit half 382 of 1,088 independent pairs have no more, of kin 13 of 1,720 (still above _CREDITED of
# descent/families.py, so that a credit decides).
_ONE_PASSAGE = 0.25
_SEVERAL = 4
# A text of a sentence or two, in characters, that another tells in other words may be kin: both may tell one fact
# (below UNSURE of descent/families.py; by eye).
_SHORT, _RETOLD = 250, 0.55
# Aligned passages shown as evidence: the closest few; all of them are in the alignment.
_SHOWN = 3
# Below even odds two passages in other words are not said to tell the same: they may have a name in common.
_REWORDED = 0.5


class Odds(NamedTuple):
    """Log-odds that are linear in some of the features."""

    intercept: float
    weights: dict[str, float]


class Model(NamedTuple):
    """Weights of the passages' evidence; odds of a copied part and of a whole told anew; calibration of their sum."""

    passages: PassageWeights
    part: Odds
    whole: Odds
    shift: float
    slope: float


@cache
def _model() -> Model:
    """As fitted by evals/fit_kinship.py; the file tells the data and the figures."""
    read = json.loads(files("stemma.descent").joinpath("weights.json").read_text(encoding="utf-8"))
    passages = PassageWeights(*_odds(read["passages"], PASSAGE_FEATURES))
    part, whole = Odds(*_odds(read["part"], PART)), Odds(*_odds(read["whole"], WHOLE))
    return Model(passages, part, whole, float(read["shift"]), float(read["slope"]))


def _odds(read: Mapping[str, Any], names: Sequence[str]) -> tuple[float, dict[str, float]]:
    return float(read["intercept"]), {name: float(read["weights"][name]) for name in names}


def kinship(a: Witness, b: Witness, alignment: Alignment, own: tuple[Wording, Wording]) -> Kinship:
    """Kinship of A and B against the null of independent reports of one event.

    `own` is the wording of A and of B. The signals are the features of docs/lineage.md, -1..1. `exemplar` is left
    open here: direction needs the whole family.
    """
    model = _model()
    values = features(a, b, alignment, own, model.passages)
    logit = model.shift + model.slope * _either(_sum(model.part, values), _sum(model.whole, values))
    probability = round(min(1 / (1 + math.exp(-logit)), _most(a, b, alignment)), 4)
    return Kinship(
        a=a.article.id,
        b=b.article.id,
        probability=probability,
        coverage=coverage(a, b, alignment),
        exemplar=None,
        signals={name: round(values[name], 4) for name in FEATURES},
        evidence=_evidence(alignment, probability),
    )


def _sum(odds: Odds, values: Mapping[str, float]) -> float:
    return odds.intercept + math.fsum(weight * values[name] for name, weight in odds.weights.items())


def _either(one: float, other: float) -> float:
    """Log-odds of either, as the sum of their odds: two ways of being kin, of which one is enough."""
    return max(one, other) + math.log1p(math.exp(-abs(one - other)))


def _most(a: Witness, b: Witness, alignment: Alignment) -> float:
    """The highest probability that so many aligned passages can give: one sentence alike may be one fact told twice."""
    kinds = [pair.kind for pair in alignment.pairs if pair.kind != "quoting"]
    if len(kinds) <= 1 and min(len(a.passages), len(b.passages)) >= _SEVERAL:
        return _ONE_PASSAGE
    return _RETOLD if kinds == ["rewritten"] and min(_length(a), _length(b)) < _SHORT else 1.0


def _length(witness: Witness) -> int:
    return sum(passage.span.end - passage.span.start for passage in witness.passages)


def coverage(a: Witness, b: Witness, alignment: Alignment) -> tuple[float, float]:
    """Share of A's passages that B accounts for, and of B's that A does, by length."""
    return (
        _share(a, {i for pair in alignment.pairs for i in pair.a_index}),
        _share(b, {j for pair in alignment.pairs for j in pair.b_index}),
    )


def _share(witness: Witness, places: set[int]) -> float:
    lengths = [passage.span.end - passage.span.start for passage in witness.passages]
    return round(sum(lengths[place] for place in sorted(places)) / max(1, sum(lengths)), 4)


def _evidence(alignment: Alignment, probability: float) -> tuple[Evidence, ...]:
    closest = sorted(
        (pair for pair in alignment.pairs if pair.kind != "quoting"), key=lambda pair: (-pair.score, pair.a_index)
    )
    return tuple(_aligned(pair, probability) for pair in closest[:_SHOWN])


def _aligned(pair: AlignedPassages, probability: float) -> Evidence:
    reworded = "the same matter, reworded" if probability >= _REWORDED else "words in common"
    words = {"same": "the same words", "edited": "nearly the same words", "rewritten": reworded}
    shown = [
        max(side, key=lambda span: (span.end - span.start, -span.start)) for side in (pair.a, pair.b)
    ]  # no headline
    return Evidence("aligned_passages", words[pair.kind], (*shown, *(s for s in (*pair.a, *pair.b) if s not in shown)))
