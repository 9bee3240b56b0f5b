"""The loss of a chain model (conditional random field), by scores of words and of one state after another."""

from typing import NamedTuple

import numpy as np

from stemma.attribution.chains import ALLOWED, LABELS, STATES, State, seen_by

__all__ = ["chain_loss", "state_path"]

_BATCH = 2048
_TO_LABEL = np.eye(len(LABELS), dtype=np.float32)[[state.label for state in STATES]]


class _Group(NamedTuple):
    """Chains of similar length, longest first: `rows[t]` has the rows of their words at place t."""

    rows: list[np.ndarray]


def chain_loss(
    scores: np.ndarray, labels: np.ndarray, lengths: np.ndarray, transitions: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The gradients of the mean loss of the words (negative log-likelihood): by their scores, and by the transitions.

    The last row of the transitions is the state before the first word, the last column that after the last.
    """
    many = len(STATES)
    states = state_path(labels, lengths)
    begins = np.cumsum(lengths) - lengths
    inner = np.ones(len(labels), dtype=bool)
    inner[begins] = False
    after = np.flatnonzero(inner)
    gold = np.zeros((many + 1, many + 1))
    np.add.at(gold, (states[after - 1], states[after]), 1)
    np.add.at(gold, (np.full(len(begins), many), states[begins]), 1)
    np.add.at(gold, (states[begins + lengths - 1], np.full(len(begins), many)), 1)
    odds, pairs = _expected(scores @ _TO_LABEL.T, np.where(ALLOWED, transitions, -1e4), _groups(lengths))
    by_scores = odds @ _TO_LABEL
    by_scores[np.arange(len(labels)), labels] -= 1
    return (by_scores / len(labels)).astype(np.float32), ((pairs - gold) / len(labels)).astype(np.float32)


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


def _expected(scores: np.ndarray, transitions: np.ndarray, groups: list[_Group]) -> tuple[np.ndarray, np.ndarray]:
    """The odds of each state at each word, and the expected counts of pairs of states."""
    highest = scores.max(axis=1, keepdims=True)
    local = np.exp(scores - highest)
    step = np.exp(transitions[:-1, :-1]).astype(np.float32)
    opening = np.exp(transitions[-1, :-1]).astype(np.float32)
    closing = np.exp(transitions[:-1, -1]).astype(np.float32)
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
        back = np.zeros((0, len(step)), dtype=np.float32)
        for place in range(len(group.rows) - 1, -1, -1):
            rows = group.rows[place]
            if len(back) < len(rows):
                ended = forward[place][len(back) :] @ closing
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
    return odds, pairs
