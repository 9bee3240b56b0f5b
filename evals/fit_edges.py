"""Fits where a cue ends and where a content ends: of each row of edges the true one is to score highest."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import vstack

from evals.attribution_features import Features, choice_fit, found_keys
from evals.attribution_rows import Prepared, true_cues, words_of
from evals.fit_nets import drawn_cues
from evals.roles import merged
from evals.truth import Piece
from stemma.attribution import content_ends, cue_extents, finding_cues, finding_roles
from stemma.attribution.chains import best_labels
from stemma.attribution.finding_cues import LEAST
from stemma.attribution.finding_roles import Frames
from stemma.attribution.linear import Model, Stored
from stemma.attribution.nets import Net
from stemma.attribution.role_net import weighed

__all__ = ["Choices", "content_choices", "fit_ends", "fit_extents"]

# Rounds of L-BFGS, how often a feature is seen at least, and weights so near to 0 that they are left out.
_ROUNDS, _LEAST, _NEGLIGIBLE = 120, 4, 0.015
# Strengths of the quadratic penalties (tried on a third held out: 2 to 16 for cues, 4 to 80 for contents).
_CUES, _CONTENTS = 12.0, 25.0


class Choices(NamedTuple):
    """Edges in runs: what each pattern finds at each, which is the true one (1), how many edges a run has."""

    keys: np.ndarray
    right: np.ndarray
    counts: np.ndarray


def fit_extents(rows: Sequence[Prepared], odds: dict[str, np.ndarray], provenance: str) -> Stored:
    """Where cues end."""
    choices = [found for one in rows if (found := _cue_choices(one, odds[one.name])) is not None]
    return _fit(choices, cue_extents.TEMPLATES, cue_extents.extent_values(), (provenance, _CUES))


def fit_ends(choices: Sequence[Sequence[Choices]], provenance: str) -> Stored:
    """Where contents end."""
    flat = [each for fold in choices for each in fold]
    return _fit(flat, content_ends.TEMPLATES, content_ends.end_values(), (provenance, _CONTENTS))


def _fit(
    choices: Sequence[Choices], templates: Sequence[str], known: dict[str, tuple[str, ...]], of: tuple[str, float]
) -> Stored:
    """The weights of the patterns; `of` are what the file says of them and the penalty."""
    features = Features(templates, [each.keys for each in choices], _LEAST)
    matrix = vstack([features.matrix(each.keys) for each in choices]).tocsr()
    right, counts = (np.concatenate([each[part] for each in choices]) for part in (1, 2))
    weights = choice_fit(matrix, right.astype(np.float32), counts, of[1], _ROUNDS)
    return Stored(of[0], ["end"], features.stored(weights, known, _NEGLIGIBLE))


def _cue_choices(one: Prepared, odds: np.ndarray) -> Choices | None:
    """The extents of the annotators' cues that begin where one is likely."""
    cues = sorted(
        (one.plan.starts[cue.read] + cue.first, one.plan.starts[cue.read] + cue.last) for cue, _ in true_cues(one)
    )
    likely = {first: last for first, last in cues if odds[first, 1] >= LEAST}
    if not likely:
        return None
    found = cue_extents.extents(one.plan, np.array(list(likely), dtype=np.int32), odds)
    ends = np.repeat(np.array(list(likely.values())), found.counts)
    return Choices(found_keys(cue_extents.TEMPLATES, found.seen), found.at == ends, found.counts)


def content_choices(rows: Sequence[Prepared], odds: dict[str, np.ndarray], extents: Model, net: Net) -> list[Choices]:
    """The ends of contents that the models of roles draw for true attributions."""
    found = []
    for one in rows:
        cues = drawn_cues(one, odds[one.name], extents)
        if not cues:
            continue
        marked = finding_cues.read_off(one.plan, odds[one.name], finding_roles.LIKELY, extents)
        only = [cue for cue, _ in cues]
        frames = finding_roles.framed(one.reads, one.plan, only, marked)
        scored = weighed(net, one.plan, frames.seen, frames.lengths)
        labels = best_labels(scored, frames.lengths, net.transitions)
        ends = content_ends.ends(scored, labels, frames.lengths, net.transitions, frames.seen)
        if ends is not None:
            found.append(_choices(one, frames, ends, [attribution.content for _, attribution in cues]))
    return found


def _choices(one: Prepared, frames: Frames, found: content_ends.Ends, contents: Sequence[tuple[Piece, ...]]) -> Choices:
    """The ends of the last pieces that a chain model drew; `contents` are the true contents, one for each chain."""
    words = words_of(one)
    chains = np.searchsorted(np.cumsum(frames.lengths), found.pieces.firsts, side="right")
    right = []
    for piece, chain in enumerate(chains.tolist()):
        begin = words[int(frames.at[found.pieces.firsts[piece]])].start
        last = contents[chain][-1] if contents[chain] else None
        for row in found.rows[piece][found.held[piece]].tolist():
            drawn = merged(one.text, [(begin, words[int(frames.at[row])].end)])
            right.append(last is not None and bool(drawn) and drawn[-1][1] == last[1] and begin < last[1])
    counts = found.held.sum(axis=1)
    return Choices(found_keys(content_ends.TEMPLATES, found.seen), _last_of_each(np.array(right), counts), counts)


def _last_of_each(right: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """One right edge a run at most, the last: edges that differ by a mark are scored alike."""
    kept = np.zeros(len(right))
    begin = 0
    for count in counts.tolist():
        hits = np.flatnonzero(right[begin : begin + count])
        if len(hits):
            kept[begin + hits[-1]] = 1
        begin += count
    return kept
