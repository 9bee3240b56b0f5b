"""Fits a chain model (conditional random field) over sparse features: likelihood, its gradient, weights."""

from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from stemma.attribution.chains import ALLOWED, STATES, State, seen_by

__all__ = ["chain_fit", "state_path"]

_BATCH = 2048


class _Group(NamedTuple):
    """Chains of similar length, longest first: `rows[t]` has the rows of their words at place t."""

    rows: list[np.ndarray]


def chain_fit(
    matrix: csr_matrix,
    labels: np.ndarray,
    lengths: np.ndarray,
    start: tuple[np.ndarray, np.ndarray],
    bounds: tuple[float, int],
) -> tuple[np.ndarray, np.ndarray]:
    """Weights of each feature for each label, and of one label after another (L-BFGS).

    `start` are weights of both kinds to begin from; `bounds` are the quadratic penalty and the most rounds.
    """
    penalty, rounds = bounds
    count = start[0].shape[1]
    groups = _groups(lengths)
    turned = matrix.T.tocsr()
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    states = state_path(labels, lengths)
    inner = np.ones(len(labels), dtype=bool)
    inner[begins] = False
    after = np.flatnonzero(inner)
    many = len(STATES)
    # The last row is the state before the first word, the last column that after the last.
    gold = np.zeros((many + 1, many + 1))
    np.add.at(gold, (states[after - 1], states[after]), 1)
    np.add.at(gold, (np.full(len(begins), many), states[begins]), 1)
    np.add.at(gold, (states[begins + lengths - 1], np.full(len(begins), many)), 1)
    truth = np.eye(count, dtype=np.float32)[labels]
    to_label = np.eye(count, dtype=np.float32)[[state.label for state in STATES]]
    size = matrix.shape[1] * count

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat[:size].reshape(-1, count).astype(np.float32)
        transitions = flat[size:].reshape(many + 1, many + 1)
        scores = matrix @ weights
        value, odds, pairs = _likelihood(scores @ to_label.T, np.where(ALLOWED, transitions, -1e4), groups)
        value -= float(scores[truth > 0].sum()) + float((gold * transitions).sum())
        gradient = np.concatenate([(turned @ (odds @ to_label - truth)).ravel(), (pairs - gold).ravel()]).astype(float)
        return value + penalty / 2 * float((flat**2).sum()), gradient + penalty * flat

    first = np.concatenate([start[0].ravel(), start[1].ravel()])
    result = minimize(loss, first, jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    return result.x[:size].reshape(-1, count), result.x[size:].reshape(many + 1, many + 1)


def state_path(labels: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """The states that the labels pass through."""
    known = {state: number for number, state in enumerate(STATES)}
    path = np.zeros(len(labels), dtype=np.int64)
    begin = 0
    for length in lengths.tolist():
        seen = 0
        for place in range(begin, begin + length):
            seen |= seen_by(int(labels[place]))
            path[place] = known[State(int(labels[place]), seen)]
        begin += length
    return path


def _groups(lengths: np.ndarray) -> list[_Group]:
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    order = np.argsort(-lengths, kind="stable")
    groups = []
    for at in range(0, len(order), _BATCH):
        part = order[at : at + _BATCH]
        rows = [begins[part[lengths[part] > place]] + place for place in range(int(lengths[part[0]]))]
        groups.append(_Group(rows))
    return groups


def _likelihood(
    scores: np.ndarray, transitions: np.ndarray, groups: list[_Group]
) -> tuple[float, np.ndarray, np.ndarray]:
    """Log of the sum over all labellings, the odds of each label at each word, expected counts of label pairs."""
    highest = scores.max(axis=1, keepdims=True)
    local = np.exp(scores - highest)
    step = np.exp(transitions[:-1, :-1]).astype(np.float32)
    opening = np.exp(transitions[-1, :-1]).astype(np.float32)
    closing = np.exp(transitions[:-1, -1]).astype(np.float32)
    total = float(highest.sum())
    odds = np.empty_like(local)
    pairs = np.zeros_like(transitions)
    for group in groups:
        forward: list[np.ndarray] = []
        norms: list[np.ndarray] = []
        for place, rows in enumerate(group.rows):
            each = local[rows] * opening if place == 0 else (forward[-1][: len(rows)] @ step) * local[rows]
            norm = each.sum(axis=1, keepdims=True)
            forward.append(each / norm)
            norms.append(norm)
            total += float(np.log(norm).sum())
        back = np.zeros((0, len(step)), dtype=np.float32)
        for place in range(len(group.rows) - 1, -1, -1):
            rows = group.rows[place]
            if len(back) < len(rows):
                ended = forward[place][len(back) :] @ closing
                total += float(np.log(ended).sum())
                ends = closing / ended[:, None]
                pairs[:-1, -1] += (forward[place][len(back) :] * ends).sum(axis=0)
                back = np.concatenate([back, ends])
            odds[rows] = forward[place] * back
            if place:
                onward = local[rows] * back / norms[place]
                pairs[:-1, :-1] += step * (forward[place - 1][: len(rows)].T @ onward)
                back = onward @ step.T
            else:
                pairs[-1, :-1] += odds[rows].sum(axis=0)
    return total, odds, pairs
