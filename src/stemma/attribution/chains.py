"""The best labelling of chains of words under a chain model (Viterbi), many chains at once.

A state is a label and what roles have been seen so far, so that the model knows at the end of a chain whether a source
and a content were found.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["ALLOWED", "LABELS", "STATES", "State", "best_labels", "seen_by"]

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

# Outside; first, inner and last word of a source; first, inner and last word of a content. A role of one word has its
# first word alone.
LABELS = ("O", "SB", "SI", "SE", "CB", "CI", "CE")
_SOURCE, _CONTENT = 1, 2


class State(NamedTuple):
    """A label, and the roles seen up to its word: 1 for a source, 2 for a content, 3 for both."""

    label: int
    seen: int


def seen_by(label: int) -> int:
    """The role that a label shows."""
    return 0 if label == 0 else _SOURCE if label < 4 else _CONTENT


STATES = tuple(
    State(label, seen) for label in range(len(LABELS)) for seen in range(4) if seen & seen_by(label) == seen_by(label)
)


def _allowed() -> NDArray[np.bool_]:
    """Which state may follow which; the last row and column stand for the edges of the chain."""
    found = np.zeros((len(STATES) + 1, len(STATES) + 1), dtype=bool)
    edge = State(0, 0)
    for one, before in enumerate((*STATES, edge)):
        for other, after in enumerate(STATES):
            found[one, other] = _follows(before, after)
        found[one, -1] = one < len(STATES) and LABELS[before.label][1:] != "I"
    return found


def _follows(before: State, after: State) -> bool:
    if after.seen != before.seen | seen_by(after.label):
        return False
    was, goes = LABELS[before.label], LABELS[after.label]
    if goes[1:] in {"I", "E"}:
        return was[:1] == goes[:1] and was[1:] in {"B", "I"}
    if was[1:] == "I":
        return False
    return goes != "SB" or not before.seen & _SOURCE  # a source is in one piece


ALLOWED = _allowed()
_LABEL_OF = np.array([state.label for state in STATES])
# The 44 allowed steps of 256, by the state that they lead to, and where those to each state begin.
_TO, _FROM = np.nonzero(ALLOWED[:-1, :-1].T)
_FIRST = np.searchsorted(_TO, np.arange(len(STATES)))


def best_labels(scores: Floats, lengths: Ints, transitions: Floats) -> Ints:
    """The labels of highest total score, a chain after another as `scores` (words, labels) has them.

    `lengths` are the chains' words; `transitions[a, b]` is the score of state b right after state a,
    the last row that of a chain's first state, the last column that of its last.
    """
    labels = np.zeros(len(scores), dtype=np.int32)
    if not len(scores):
        return labels
    between = np.where(ALLOWED, transitions, np.float32(-1e4))
    step, opening, closing = between[:-1, :-1], between[-1, :-1, None], between[:-1, -1, None]
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    order = np.argsort(-lengths, kind="stable")
    begins, sizes = begins[order], lengths[order]
    # Longest first: the chains that reach place t are the first alive[t].
    alive = np.searchsorted(-sizes, -np.arange(int(sizes[0])), side="left").tolist()
    best, final = _forward(scores.T.take(_LABEL_OF, axis=0), begins, alive, (step, opening))
    current = (final + closing).argmax(axis=0)
    for place in range(len(best) - 1, -1, -1):
        count = alive[place]
        labels[begins[:count] + place] = _LABEL_OF.take(current[:count])
        if place:
            before = step.take(current[:count], axis=1) + best[place - 1][:, :count]
            current[:count] = before.argmax(axis=0)
    return labels


def _forward(
    by_state: Floats, begins: Ints, alive: list[int], between: tuple[Floats, Floats]
) -> tuple[list[Floats], Floats]:
    """The best score of each state (a row) at each place of the chains that reach it, and at the end of each chain."""
    step, opening = between
    stepped = step[_FROM, _TO][:, None]
    best = [by_state.take(begins, axis=1) + opening]
    final = best[0].copy()
    for place in range(1, len(alive)):
        count = alive[place]
        reached = np.maximum.reduceat(best[-1][:, :count].take(_FROM, axis=0) + stepped, _FIRST, axis=0)
        reached += by_state.take(begins[:count] + place, axis=1)
        best.append(reached)
        final[:, :count] = reached
    return best, final
