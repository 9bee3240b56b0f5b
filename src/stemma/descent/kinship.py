"""Kinship: whether one written text lies behind two articles, as a calibrated probability."""

import json
import math
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from stemma.descent.features import FEATURES, features
from stemma.descent.passages import PASSAGE_FEATURES, PassageWeights
from stemma.descent.wording import Wording
from stemma.records import AlignedPassages, Alignment, Evidence, Kinship, Witness

__all__ = ["coverage", "kinship"]

# Two reports of an event may word one fact alike, as a rule the lead; so one aligned passage in texts of several says
# no more than that they may be kin (below UNSURE of descent/families.py; by eye: invented leads reached .93).
_ONE_PASSAGE = 0.55
_SEVERAL = 4
# So does a text of a sentence or two, in characters, that another tells in other words: both may tell one fact.
_SHORT = 250
# Aligned passages shown as evidence: the closest few; all of them are in the alignment.
_SHOWN = 3
# Below even odds two passages in other words are not said to tell the same: they may have a name in common.
_REWORDED = 0.5


class Model(NamedTuple):
    """Weights of the passages' evidence, and intercept and weights of the features."""

    passages: PassageWeights
    intercept: float
    weights: dict[str, float]


@cache
def _model() -> Model:
    """As fitted by evals/fit_kinship.py; the file tells the data and the figures."""
    read = json.loads(files("stemma.descent").joinpath("weights.json").read_text(encoding="utf-8"))
    passages = read["passages"]
    of_passages = {name: float(passages["weights"][name]) for name in PASSAGE_FEATURES}
    weights = {name: float(read["weights"][name]) for name in FEATURES}
    return Model(PassageWeights(float(passages["intercept"]), of_passages), float(read["intercept"]), weights)


def kinship(a: Witness, b: Witness, alignment: Alignment, own: tuple[Wording, Wording]) -> Kinship:
    """Kinship of A and B against the null of independent reports of one event.

    `own` is the wording of A and of B. The signals are the features of docs/lineage.md, -1..1. `exemplar` is left
    open here: direction needs the whole family.
    """
    model = _model()
    values = features(a, b, alignment, own, model.passages)
    logit = model.intercept + math.fsum(model.weights[name] * values[name] for name in FEATURES)
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


def _most(a: Witness, b: Witness, alignment: Alignment) -> float:
    """The highest probability that so many aligned passages can give: one sentence alike may be one fact told twice."""
    kinds = [pair.kind for pair in alignment.pairs if pair.kind != "quoting"]
    several = min(len(a.passages), len(b.passages)) >= _SEVERAL
    retold = kinds == ["rewritten"] and min(_length(a), _length(b)) < _SHORT
    return _ONE_PASSAGE if len(kinds) <= 1 and (several or retold) else 1.0


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
