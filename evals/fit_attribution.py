"""Fits the weights of attribution on the train part of PolNeAR.

    python -m evals.fit_attribution CORPORA

writes cues.json, extents.json, roles.json, ends.json and accepting.json of
src/stemma/attribution/models. CORPORA holds attribution/polnear-train.jsonl.gz. Each model sees of those before it
what they say of articles they were not fitted on (three folds). It takes about ten minutes on one core and 2 GB.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from scipy.sparse import vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from evals.attribution_rows import Prepared, prepared, without
from evals.corpora import CorpusArticle, read_lines
from evals.fit_edges import content_choices, fit_ends, fit_extents
from evals.fit_nets import fit_cues, fit_roles
from evals.roles import Attribution, Compared, linked, merged
from stemma.attribution import finding_cues, finding_roles
from stemma.attribution.accepting import named_features
from stemma.attribution.columns import values
from stemma.attribution.content_ends import end_values
from stemma.attribution.cue_extents import extent_values
from stemma.attribution.finding_roles import role_values
from stemma.attribution.linear import Model, Stored, made
from stemma.attribution.nets import Net, StoredNet, made_net
from stemma.attribution.passives import by_agent
from stemma.attribution.pieces import mended
from stemma.attribution.refining import begun, is_printing, shaped

_PROVENANCE = "Weights of named features fitted on the train part of PolNeAR by evals/fit_attribution.py"
_FOLDS = 3
MODELS = Path(__file__).parents[1] / "src/stemma/attribution/models"


class Drawing(NamedTuple):
    """The models that draw attributions."""

    roles: Net
    extents: Model
    ends: Model


def main() -> None:
    """Fit and write the five models."""
    path = Path(sys.argv[1]) / "attribution" / "polnear-train.jsonl.gz"
    rows = [prepared(article) for article in read_lines(path, CorpusArticle)]
    odds: dict[str, np.ndarray] = {}
    for fold in range(_FOLDS):
        net = made_net(fit_cues(without(rows, fold, _FOLDS), _PROVENANCE), values())
        odds |= {one.name: finding_cues.chances(net, one.plan) for one in rows[fold::_FOLDS]}
    write("cues", fit_cues(rows, _PROVENANCE))
    extents = fit_extents(rows, odds, _PROVENANCE)
    write("extents", extents)
    ends = made(extents, extent_values())
    write("roles", fit_roles(rows, odds, ends, _PROVENANCE))
    held = [
        made_net(fit_roles(without(rows, fold, _FOLDS), odds, ends, _PROVENANCE), role_values())
        for fold in range(_FOLDS)
    ]
    choices = [content_choices(rows[fold::_FOLDS], odds, ends, net) for fold, net in enumerate(held)]
    write("ends", fit_ends(choices, _PROVENANCE))
    drawn = [
        weighed_attributions(
            rows[fold::_FOLDS],
            odds,
            Drawing(
                net,
                made(fit_extents(without(rows, fold, _FOLDS), odds, _PROVENANCE), extent_values()),
                made(fit_ends([*choices[:fold], *choices[fold + 1 :]], _PROVENANCE), end_values()),
            ),
        )
        for fold, net in enumerate(held)
    ]
    (MODELS / "accepting.json").write_text(json.dumps(fit_accepting(drawn), indent=1) + "\n")


def write(name: str, stored: Stored | StoredNet) -> None:
    """The model as JSON, a feature a line."""
    lines = msgspec.json.encode(stored).decode().replace("],", "],\n")
    (MODELS / f"{name}.json").write_text(lines + "\n")


class Weighed(NamedTuple):
    """Attributions drawn on articles that no model was fitted on: their features, and what was right of each."""

    features: list[dict[str, float]]
    right: list[tuple[bool, bool]]


def weighed_attributions(rows: Sequence[Prepared], odds: dict[str, np.ndarray], models: Drawing) -> Weighed:
    """Whether each attribution is linked to a true one, and whether its cue is one exactly."""
    drawn = Weighed([], [])
    for one in rows:
        marked = finding_cues.read_off(one.plan, odds[one.name], finding_cues.LEAST, models.extents)
        outer = [cue for cue in marked if not one.reads[cue.read].inside]
        cues = [shaped(one.reads[cue.read], cue) for cue in outer if not is_printing(one.reads[cue.read], cue)]
        given = finding_roles.roles(one.reads, one.plan, cues, (models.roles, models.ends))
        found = []
        for cue, role in zip(cues, given, strict=True):
            read, words = one.reads[cue.read], one.reads[cue.read].unit.words
            roles = mended(one.text, read, cue, by_agent(read, cue, begun(read, cue, role)))
            found.append(Attribution(roles.source, ((words[cue.first].start, words[cue.last].end),), roles.content))
            drawn.features.append(named_features(one.text, read, cue, roles))
        pairs = {place for place, _ in linked(Compared(one.name, one.text, found, one.true))}
        true = {attribution.cue for attribution in one.true}
        drawn.right.extend((at in pairs, merged(one.text, each.cue) in true) for at, each in enumerate(found))
    return drawn


def fit_accepting(drawn: Sequence[Weighed]) -> dict[str, object]:
    """How likely an attribution is one: its cue marked exactly and the whole linked to a true one count half each."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([features for each in drawn for features in each.features])
    right = np.array([both for each in drawn for both in each.right])
    fitted = LogisticRegression(C=0.1, max_iter=400)
    fitted.fit(vstack([matrix, matrix]), right.T.ravel(), sample_weight=np.full(2 * len(right), 0.5))
    named = zip(vectors.get_feature_names_out(), fitted.coef_[0], strict=True)
    weights = {name: round(float(weight), 3) for name, weight in sorted(named) if abs(weight) >= 0.03}
    return {"provenance": _PROVENANCE, "weights": {"bias": round(float(fitted.intercept_[0]), 3), **weights}}


if __name__ == "__main__":
    main()
