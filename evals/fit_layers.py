"""Fits the hidden units that find cues and roles beside the log-linear models."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import vstack

from evals.attribution_features import Features, found_keys
from evals.attribution_layers import Shape, layers_fit, stored_layers
from evals.attribution_rows import Prepared, role_labels, true_cues
from stemma.attribution import finding_cues, finding_roles, role_layers
from stemma.attribution.chains import LABELS
from stemma.attribution.layers import StoredLayers
from stemma.attribution.linear import Model

__all__ = ["fit_role_units"]

# Tried on a third held out: 16 to 48 units, none to half of them dropped, 2 to 12 rounds.
_ROLES = Shape(32, 0.4, 10)
_LEAST = 12  # a value is seen so often at least


def fit_role_units(
    rows: Sequence[Prepared], odds: dict[str, np.ndarray], extents: Model, provenance: str
) -> StoredLayers:
    """Source and content of the annotators' cues, among the cues that models not fitted on the article mark."""
    found, labels = [], []
    for one in rows:
        cues = true_cues(one)
        if not cues:
            continue
        marked = finding_cues.read_off(one.plan, odds[one.name], finding_roles.LIKELY, extents)
        frames = finding_roles.framed(one.reads, one.plan, [cue for cue, _ in cues], marked)
        found.append(found_keys(role_layers.TEMPLATES, frames.seen))
        parts = np.split(frames.at, np.cumsum(frames.lengths)[:-1])
        for at, (_, attribution) in zip(parts, cues, strict=True):
            labels.append(role_labels(one, at, [(1, attribution.source), (4, attribution.content)]))
    features = Features(role_layers.TEMPLATES, found, _LEAST)
    matrix = vstack([features.matrix(each) for each in found]).tocsr()
    fitted = layers_fit(matrix, np.concatenate(labels), len(LABELS), _ROLES)
    return stored_layers(features, fitted, finding_roles.role_values(), (provenance, LABELS))
