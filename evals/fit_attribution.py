"""Fits the weights of attribution on the train part of PolNeAR.

    python -m evals.fit_attribution CORPORA

writes cues.json, roles.json and accepting.json of src/stemma/attribution/models. CORPORA holds
attribution/polnear-train.jsonl.gz. Cues and roles are fitted on all of it; the weights that accept an attribution on
what models fitted on two thirds say of the last third. It takes about a quarter of an hour on one core and 3 GB.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from evals.attribution_chain import chain_fit
from evals.attribution_features import Features, found_keys, softmax_fit
from evals.corpora import CorpusArticle, read_lines
from evals.corpus_statements import true_attributions
from evals.roles import Attribution, Compared, linked, merged
from stemma.attribution import finding_cues, finding_roles
from stemma.attribution.accepting import named_features
from stemma.attribution.chains import ALLOWED, LABELS
from stemma.attribution.columns import Layout, Read, layout, values
from stemma.attribution.finding_cues import Marked
from stemma.attribution.linear import Model, Stored, made
from stemma.attribution.reading import readings
from stemma.attribution.refining import begun, shaped

# Strengths of the quadratic penalties (tried by cross-validation: 1 to 8 for cues, 1 to 4 for roles), rounds of
# L-BFGS, how often a feature is seen at least, and weights so near to 0 that they are left out.
_CUES = {"penalty": 8.0, "rounds": 80, "least": 8, "negligible": 0.04}
_ROLES = {"penalty": 2.0, "rounds": 160, "least": 8, "negligible": 0.015}
_NOTHING = Stored("", list(LABELS), {})
_PROVENANCE = "Weights of named features fitted on the train part of PolNeAR by evals/fit_attribution.py"
MODELS = Path(__file__).parents[1] / "src/stemma/attribution/models"


class Prepared(NamedTuple):
    """An article read and laid out, with its true attributions (pieces trimmed as they are scored)."""

    name: str
    text: str
    reads: list[Read]
    plan: Layout
    true: list[Attribution]


def prepared(article: CorpusArticle) -> Prepared:
    """The article read and laid out."""
    reads, _ = readings(article.shown())
    true = [
        Attribution(*(merged(article.text, pieces) for pieces in attribution))
        for attribution in true_attributions(article)
    ]
    return Prepared(article.id, article.text, reads, layout(reads), true)


def place_of_cue(one: Prepared, cue: tuple[tuple[int, int], ...]) -> tuple[int, int, int] | None:
    """Unit, first and last word of a cue; None where it is in pieces that no unit holds."""
    if not cue:
        return None
    start, end = cue[0][0], cue[-1][1]
    for number in range(len(one.reads) - 1, -1, -1):  # those inside utterances first
        unit = one.reads[number].unit
        if unit.start <= start and end <= unit.end + 1:
            inside = [
                at
                for at, word in enumerate(unit.words)
                if word.start < end and start < word.end and word.kind != "quote"
            ]
            if inside:
                return number, inside[0], inside[-1]
    return None


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


def role_labels(one: Prepared, at: np.ndarray, spans: Sequence[tuple[int, tuple[tuple[int, int], ...]]]) -> np.ndarray:
    """Labels (see finding_roles.LABELS) of the words at the places; `spans` give 1 and 4 with pieces of text."""
    words = _words_of(one)
    labels = np.zeros(len(at), dtype=np.int32)
    for role, pieces in spans:
        for start, end in pieces if role == 4 else pieces[:1]:
            inside = [
                number
                for number, place in enumerate(at.tolist())
                if labels[number] == 0 and _mostly(words[place], start, end)
            ]
            for number in inside:
                labels[number] = role + 1
            if inside:
                labels[inside[-1]] = role + 2
                labels[inside[0]] = role
    return labels


def _mostly(word: Any, start: int, end: int) -> bool:
    return bool(2 * (min(word.end, end) - max(word.start, start)) > word.end - word.start)


def _words_of(one: Prepared) -> dict[int, object]:
    return {
        start + number: word
        for read, start in zip(one.reads, one.plan.starts, strict=True)
        for number, word in enumerate(read.unit.words)
    }


def main() -> None:
    """Fit and write the three models."""
    path = Path(sys.argv[1]) / "attribution" / "polnear-train.jsonl.gz"
    rows = [prepared(article) for article in read_lines(path, CorpusArticle)]
    odds: dict[str, np.ndarray] = {}
    for fold in range(3):
        model = made(fit_cues([one for number, one in enumerate(rows) if number % 3 != fold]), values())
        odds |= {one.name: finding_cues.chances(model, one.plan) for one in rows[fold::3]}
    write("cues", fit_cues(rows))
    kept = [one for number, one in enumerate(rows) if number % 3]
    held = fit_roles(kept, odds, _NOTHING)
    accepting = fit_accepting(rows[::3], odds, made(held, finding_roles.role_values()))
    (MODELS / "accepting.json").write_text(json.dumps(accepting, indent=1) + "\n")
    write("roles", fit_roles(rows, odds, held))


def write(name: str, stored: Stored) -> None:
    """The model as JSON, a feature a line."""
    plain = {field: getattr(stored, field) for field in ("provenance", "labels", "weights", "transitions")}
    lines = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).replace("],", "],\n")
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


def true_cues(one: Prepared) -> list[tuple[Marked, Attribution]]:
    """The annotators' cues, each with its attribution."""
    places = [(place_of_cue(one, attribution.cue), attribution) for attribution in one.true]
    return [(Marked(*place, 1.0), attribution) for place, attribution in places if place is not None]


def fit_roles(rows: Sequence[Prepared], odds: dict[str, np.ndarray], before: Stored) -> Stored:
    """Source and content of the annotators' cues, among the cues that a model not fitted on the article marks.

    The fit begins from the weights of `before`. The loss is convex: that changes how long it takes, not where it ends.
    """
    found, labels, lengths = [], [], []
    for one in rows:
        cues = true_cues(one)
        if not cues:
            continue
        marked = finding_cues.read_off(one.reads, one.plan, odds[one.name], finding_roles.LIKELY)
        only = [cue for cue, _ in cues]
        frames = finding_roles.framed(one.reads, one.plan, only, [*marked, *only])
        found.append(found_keys(finding_roles.TEMPLATES, frames.seen))
        lengths.append(frames.lengths)
        parts = np.split(frames.at, np.cumsum(frames.lengths)[:-1])
        for at, (_, attribution) in zip(parts, cues, strict=True):
            labels.append(role_labels(one, at, [(1, attribution.source), (4, attribution.content)]))
    features = Features(finding_roles.TEMPLATES, found, int(_ROLES["least"]))
    matrix = vstack([features.matrix(each) for each in found]).tocsr()
    known, steps = finding_roles.role_values(), list(before.transitions.values()) or np.zeros(ALLOWED.shape)
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


def fit_accepting(rows: Sequence[Prepared], odds: dict[str, np.ndarray], model: Model) -> dict[str, object]:
    """How likely an attribution is one: its cue marked exactly and the whole linked to a true one count half each."""
    seen, labels = [], []
    for one in rows:
        marked = finding_cues.read_off(one.reads, one.plan, odds[one.name], 0.2)
        outer = [cue for cue in marked if not one.reads[cue.read].inside]
        cues = [cue for each in outer if (cue := shaped(one.reads[each.read], each)) is not None]
        given = finding_roles.roles(one.reads, one.plan, cues, model)
        found = []
        for cue, drawn in zip(cues, given, strict=True):
            words = one.reads[cue.read].unit.words
            roles = begun(one.reads[cue.read], cue, drawn)
            found.append(Attribution(roles.source, ((words[cue.first].start, words[cue.last].end),), roles.content))
            seen.append(named_features(one.text, one.reads[cue.read], cue, roles))
        pairs = {place for place, _ in linked(Compared(one.name, one.text, found, one.true))}
        true = {attribution.cue for attribution in one.true}
        labels += [(at in pairs, merged(one.text, each.cue) in true) for at, each in enumerate(found)]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(seen)
    right = np.array(labels)
    fitted = LogisticRegression(C=0.3, max_iter=400)
    fitted.fit(vstack([matrix, matrix]), right.T.ravel(), sample_weight=np.full(2 * len(right), 0.5))
    named = zip(vectors.get_feature_names_out(), fitted.coef_[0], strict=True)
    weights = {name: round(float(weight), 3) for name, weight in sorted(named) if abs(weight) >= 0.03}
    return {"provenance": _PROVENANCE, "weights": {"bias": round(float(fitted.intercept_[0]), 3), **weights}}


if __name__ == "__main__":
    main()
