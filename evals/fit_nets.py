"""Fits the networks that find cues and roles."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import vstack

from evals.attribution_chain import chain_loss
from evals.attribution_features import Features, found_keys
from evals.attribution_nets import Examples, Shape, net_fit, stored_net
from evals.attribution_rows import Prepared, place_of_cue, role_labels, true_cues
from evals.roles import Attribution
from stemma.attribution import finding_cues, finding_roles
from stemma.attribution.chains import LABELS, STATES
from stemma.attribution.columns import values
from stemma.attribution.finding_cues import Marked
from stemma.attribution.linear import Model, Seen
from stemma.attribution.nets import StoredNet
from stemma.attribution.refining import shaped

__all__ = ["drawn_cues", "fit_cues", "fit_roles"]

# Tried on a third held out: 32 to 64 units; layers that see 1, 2, 4 and 8 words away; .2 to .4 of the units and none to
# .15 of the features left out; 6 to 20 rounds.
_CUES = Shape(32, (1, 2, 4), 0.2, 0.15, 12)
_ROLES = Shape(32, (1, 2, 4), 0.2, 0.15, 16)
_LEAST = 12  # a value is seen so often at least
_SIZES = {column: len(each) for column, each in values().items()}


def fit_cues(rows: Sequence[Prepared], provenance: str) -> StoredNet:
    """Which words are cues."""
    found, labels, lengths = [], [], []
    for one in rows:
        at = np.flatnonzero(one.plan.columns["inside"] > 0).astype(np.int32)
        found.append(found_keys(finding_cues.TEMPLATES, Seen(one.plan.columns, {}, _SIZES, at)))
        labels.append(_cue_labels(one)[at])
        lengths.append(np.array([len(read.unit.words) for read in one.reads]))
    examples, features = _examples(found, labels, lengths, finding_cues.TEMPLATES)
    shape, names = _CUES, ("O", "B", "I")
    fitted = net_fit(examples, len(names), shape, _word_loss, np.zeros((0, 0)))
    return stored_net(features, fitted, values(), (provenance, names, shape))


def _cue_labels(one: Prepared) -> np.ndarray:
    """For each place of the layout no cue (0), its first word (1) or a further one (2)."""
    labels = np.zeros(len(one.plan.words.at), dtype=np.int32)
    for attribution in one.true:
        place = place_of_cue(one, attribution.cue)
        if place is not None:
            start = one.plan.starts[place[0]]
            labels[start + place[1] + 1 : start + place[2] + 1] = 2
            labels[start + place[1]] = 1
    return labels


def fit_roles(rows: Sequence[Prepared], odds: dict[str, np.ndarray], extents: Model, provenance: str) -> StoredNet:
    """Source and content of true attributions, drawn for cues as models not fitted on the article mark them."""
    found, labels, lengths = [], [], []
    for one in rows:
        drawn = drawn_cues(one, odds[one.name], extents)
        if not drawn:
            continue
        marked = finding_cues.read_off(one.plan, odds[one.name], finding_roles.LIKELY, extents)
        frames = finding_roles.framed(one.reads, one.plan, [cue for cue, _ in drawn], marked)
        found.append(found_keys(finding_roles.TEMPLATES, frames.seen))
        lengths.append(frames.lengths)
        parts = np.split(frames.at, np.cumsum(frames.lengths)[:-1])
        for at, (_, attribution) in zip(parts, drawn, strict=True):
            labels.append(role_labels(one, at, [(1, attribution.source), (4, attribution.content)]))
    examples, features = _examples(found, labels, lengths, finding_roles.TEMPLATES)
    fitted = net_fit(examples, len(LABELS), _ROLES, chain_loss, np.zeros((len(STATES) + 1, len(STATES) + 1)))
    return stored_net(features, fitted, finding_roles.role_values(), (provenance, LABELS, _ROLES))


def drawn_cues(one: Prepared, odds: np.ndarray, extents: Model) -> list[tuple[Marked, Attribution]]:
    """The true attributions, each with the cue that is marked where its own stands, or its own where none is."""
    marked = [
        shaped(one.reads[cue.read], cue) for cue in finding_cues.read_off(one.plan, odds, finding_cues.LEAST, extents)
    ]
    return [
        (next((cue for cue in marked if _overlap(cue, true)), true), attribution)
        for true, attribution in true_cues(one)
    ]


def _overlap(one: Marked, other: Marked) -> bool:
    return one.read == other.read and one.first <= other.last and other.first <= one.last


def _examples(
    found: Sequence[np.ndarray], labels: Sequence[np.ndarray], lengths: Sequence[np.ndarray], names: Sequence[str]
) -> tuple[Examples, Features]:
    features = Features(names, found, _LEAST)
    matrix = vstack([features.matrix(each) for each in found]).tocsr()
    return Examples(matrix, np.concatenate(labels), np.concatenate(lengths)), features


def _word_loss(
    scores: np.ndarray, labels: np.ndarray, _lengths: np.ndarray, beside: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Each word by itself (softmax)."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    odds /= odds.sum(axis=1, keepdims=True)
    odds[np.arange(len(labels)), labels] -= 1
    return odds / len(labels), beside
