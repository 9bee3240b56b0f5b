"""Fits the weights of attribution on the train part of PolNeAR.

    python -m evals.fit_attribution CORPORA

writes cues.json, extents.json, roles.json, role_units.json, ends.json and accepting.json of
src/stemma/attribution/models. CORPORA holds attribution/polnear-train.jsonl.gz. Each model sees of those before it
what they say of articles they were not fitted on (three folds). It takes about half an hour on one core and 3 GB.
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

from evals.attribution_chain import chain_fit
from evals.attribution_features import Features, found_keys, softmax_fit
from evals.attribution_rows import Prepared, place_of_cue, prepared, role_labels, true_cues, without
from evals.corpora import CorpusArticle, read_lines
from evals.fit_edges import content_choices, fit_ends, fit_extents
from evals.fit_layers import fit_role_units
from evals.roles import Attribution, Compared, linked, merged
from stemma.attribution import finding_cues, finding_roles
from stemma.attribution.accepting import named_features
from stemma.attribution.chains import ALLOWED, LABELS
from stemma.attribution.columns import Layout, values
from stemma.attribution.content_ends import end_values
from stemma.attribution.cue_extents import extent_values
from stemma.attribution.finding_roles import role_values
from stemma.attribution.layers import Layers, StoredLayers
from stemma.attribution.linear import Model, Stored, made
from stemma.attribution.passives import by_agent
from stemma.attribution.pieces import mended
from stemma.attribution.refining import begun, is_printing, shaped
from stemma.attribution.role_layers import role_layers

# Strengths of the quadratic penalties (tried by cross-validation: 1 to 8 for cues, 1 to 4 for roles), rounds of
# L-BFGS, how often a feature is seen at least, and weights so near to 0 that they are left out.
_CUES = {"penalty": 8.0, "rounds": 80, "least": 8, "negligible": 0.04}
_ROLES = {"penalty": 2.0, "rounds": 160, "least": 8, "negligible": 0.015}
_NOTHING = Stored("", list(LABELS), {})
_PROVENANCE = "Weights of named features fitted on the train part of PolNeAR by evals/fit_attribution.py"
_FOLDS = 3
MODELS = Path(__file__).parents[1] / "src/stemma/attribution/models"


def cue_labels(one: Prepared) -> np.ndarray:
    """For each place of the layout no cue (0), its first word (1) or a further one (2)."""
    labels = np.zeros(len(one.plan.columns["tag"]), dtype=np.int32)
    for attribution in one.true:
        place = place_of_cue(one, attribution.cue)
        if place is not None:
            start = one.plan.starts[place[0]]
            labels[start + place[1] + 1 : start + place[2] + 1] = 2
            labels[start + place[1]] = 1
    return labels


class Drawing(NamedTuple):
    """The models that draw attributions."""

    roles: Model
    units: Layers
    extents: Model
    ends: Model


def main() -> None:
    """Fit and write the six models."""
    path = Path(sys.argv[1]) / "attribution" / "polnear-train.jsonl.gz"
    rows = [prepared(article) for article in read_lines(path, CorpusArticle)]
    odds: dict[str, np.ndarray] = {}
    for fold in range(_FOLDS):
        model = made(fit_cues(without(rows, fold, _FOLDS)), values())
        odds |= {one.name: finding_cues.chances(model, one.plan) for one in rows[fold::_FOLDS]}
    write("cues", fit_cues(rows))
    extents = fit_extents(rows, odds, _PROVENANCE)
    write("extents", extents)
    ends = made(extents, extent_values())
    stored = [fit_roles(without(rows, fold, _FOLDS), odds, ends, _NOTHING) for fold in range(_FOLDS)]
    write("roles", fit_roles(rows, odds, ends, stored[0]))
    write("role_units", fit_role_units(rows, odds, ends, _PROVENANCE))
    held = [(made(each, role_values()), fold_units(rows, fold, odds, ends)) for fold, each in enumerate(stored)]
    choices = [content_choices(rows[fold::_FOLDS], odds, ends, models) for fold, models in enumerate(held)]
    write("ends", fit_ends(choices, _PROVENANCE))
    drawn = [
        weighed_attributions(
            rows[fold::_FOLDS],
            odds,
            Drawing(
                *models,
                made(fit_extents(without(rows, fold, _FOLDS), odds, _PROVENANCE), extent_values()),
                made(fit_ends([*choices[:fold], *choices[fold + 1 :]], _PROVENANCE), end_values()),
            ),
        )
        for fold, models in enumerate(held)
    ]
    (MODELS / "accepting.json").write_text(json.dumps(fit_accepting(drawn), indent=1) + "\n")


def fold_units(rows: Sequence[Prepared], fold: int, odds: dict[str, np.ndarray], extents: Model) -> Layers:
    """The hidden units of roles fitted on the articles but those of one fold."""
    return role_layers(fit_role_units(without(rows, fold, _FOLDS), odds, extents, _PROVENANCE), role_values())


def write(name: str, stored: Stored | StoredLayers) -> None:
    """The model as JSON, a feature a line."""
    lines = msgspec.json.encode(stored).decode().replace("],", "],\n")
    (MODELS / f"{name}.json").write_text(lines + "\n")


def weighed(plan: Layout, further: np.ndarray) -> np.ndarray:
    """Where the model is asked: where a cue may begin, and where it may go on; `further` are further words of cues."""
    begins = finding_cues.candidates(plan)
    at = np.union1d(np.union1d(begins, begins + 1), np.union1d(further, further + 1))
    inside: np.ndarray = at[plan.columns["tag"][at] > 0].astype(np.int32)
    return inside


def fit_cues(rows: Sequence[Prepared]) -> Stored:
    """Which words are cues."""
    found, labels = [], []
    for one in rows:
        each = cue_labels(one)
        at = weighed(one.plan, np.flatnonzero(each == 2))
        found.append(found_keys(finding_cues.TEMPLATES, finding_cues.seen_at(one.plan, at)))
        labels.append(each[at])
    features = Features(finding_cues.TEMPLATES, found, int(_CUES["least"]))
    matrix = vstack([features.matrix(each) for each in found]).tocsr()
    weights = softmax_fit(matrix, np.concatenate(labels), 3, _CUES["penalty"], int(_CUES["rounds"]))
    return Stored(_PROVENANCE, ["O", "B", "I"], features.stored(weights, values(), _CUES["negligible"]))


def fit_roles(rows: Sequence[Prepared], odds: dict[str, np.ndarray], extents: Model, before: Stored) -> Stored:
    """Source and content of the annotators' cues, among the cues that models not fitted on the article mark.

    The fit begins from the weights of `before`. The loss is convex: that changes how long it takes, not where it ends.
    """
    found, labels, lengths = [], [], []
    for one in rows:
        cues = true_cues(one)
        if not cues:
            continue
        marked = finding_cues.read_off(one.plan, odds[one.name], finding_roles.LIKELY, extents)
        only = [cue for cue, _ in cues]
        frames = finding_roles.framed(one.reads, one.plan, only, [*marked, *only])
        found.append(found_keys(finding_roles.TEMPLATES, frames.seen))
        lengths.append(frames.lengths)
        parts = np.split(frames.at, np.cumsum(frames.lengths)[:-1])
        for at, (_, attribution) in zip(parts, cues, strict=True):
            labels.append(role_labels(one, at, [(1, attribution.source), (4, attribution.content)]))
    features = Features(finding_roles.TEMPLATES, found, int(_ROLES["least"]))
    matrix = vstack([features.matrix(each) for each in found]).tocsr()
    known, steps = role_values(), list(before.transitions.values()) or np.zeros(ALLOWED.shape)
    start = features.begun(before, known), np.array(steps) / 100
    weights, transitions = chain_fit(
        matrix, np.concatenate(labels), np.concatenate(lengths), start, (_ROLES["penalty"], int(_ROLES["rounds"]))
    )
    transitions_by_state = {
        str(number): np.rint(np.clip(row, -30, 30) * 100).astype(int).tolist() for number, row in enumerate(transitions)
    }
    return Stored(
        _PROVENANCE, list(LABELS), features.stored(weights, known, _ROLES["negligible"]), transitions_by_state
    )


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
        given = finding_roles.roles(one.reads, one.plan, cues, (models.roles, models.units, models.ends))
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
