"""Where the last piece of a content ends: a log-linear model weighs the likeliest ends by the whole piece each makes.

The chain model sees a word and its neighbours; here it is also seen how the piece began ("to vote and to ..."), how
many verbs and commas it holds, and what the next longer piece would add.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemma.attribution.boundaries import FINITE, SEGMENTS, TAILS
from stemma.attribution.chains import LABELS, STATES, State
from stemma.attribution.columns import Ints, values
from stemma.attribution.end_patterns import TEMPLATES
from stemma.attribution.linear import Floats, Model, Seen, bundled, made, scores
from stemma.attribution.role_columns import role_values

__all__ = ["TEMPLATES", "Best", "Ends", "best_ends", "end_values", "ends", "with_ends"]

# So many ends of a piece are weighed, those of the highest chain score (the true one is among them 19 times in 20).
_MOST = 8
# None is weighed whose chain score is this much lower than the highest (chosen by eye).
_FAR = 14.0
# Chain scores below the highest, words and counts are told apart up to these bounds.
_LOWER = np.array([-12, -8, -6, -5, -4, -3, -2.25, -1.5, -1, -0.5, -0.01])
_LENGTHS = np.array([1, 2, 3, 5, 8, 12, 17, 25, 40])
_COUNTED = 4
_AHEAD = 6

Rows = NDArray[np.intp]
_OF_CUES = ("cue lemma", "cue noun", "cue class", "next", "unit")
_CB, _CI, _CE = (LABELS.index(label) for label in ("CB", "CI", "CE"))


class Pieces(NamedTuple):
    """The last pieces of contents: first and last row among the words looked at, and the row that must not be in it."""

    firsts: Rows
    lasts: Rows
    stops: Rows


class Ends(NamedTuple):
    """Ends of pieces. `rows` (pieces, ends): which of the words looked at; `held`: whether there is such an end."""

    pieces: Pieces
    rows: Rows
    held: NDArray[np.bool_]
    seen: Seen


class Best(NamedTuple):
    """For each piece the row of its best end, and the chance that it is the right one of those weighed."""

    rows: Rows
    chances: NDArray[np.float64]


@cache
def end_values() -> dict[str, tuple[str, ...]]:
    """The values of each column, those of the layout and those of an end."""
    known, cued = values(), role_values()
    few = tuple(map(str, range(_COUNTED + 1)))
    lower = (*map(str, _LOWER.tolist()), "highest")
    lengths = (*map(str, _LENGTHS.tolist()), "more")
    own = {
        "delta": lower,
        "second delta": lower,
        "rank": tuple(map(str, range(_MOST))),
        "len": lengths,
        "first": known["word"],
        "second": known["word"],
        "first tag": known["tag"],
        "longest": few[:2],
        "side": ("before", "after"),
        "quoted": ("no", "holds", "ends"),
        "dash": few[:2],
        "paren": few[:2],
        "gap": lengths,
        **dict.fromkeys(("verbs", "commas", "cues", "gap verbs", "cues ahead"), few),
        "tail": TAILS,
        "segment": SEGMENTS,
    }
    return {**known, **own, **{name: cued[name] for name in _OF_CUES}}


@cache
def _sizes() -> dict[str, int]:
    return {column: len(each) for column, each in end_values().items()}


@cache
def _model() -> Model:
    return made(bundled("ends"), end_values())


def best_ends(found: Ends, model: Model | None = None) -> Best:
    """The best end of each piece."""
    table = np.full(found.rows.shape, -np.inf, dtype=np.float32)
    table[found.held] = scores(model or _model(), found.seen)[:, 0]
    best = table.argmax(axis=1)[:, None]
    shares = np.exp(table - np.take_along_axis(table, best, axis=1)).astype(np.float64)
    return Best(np.take_along_axis(found.rows, best, axis=1)[:, 0], 1 / shares.sum(axis=1))


def with_ends(labels: Ints, pieces: Pieces, chosen: Rows) -> Ints:
    """The labels, each of the pieces to its chosen end."""
    changed = labels.copy()
    for first, last, end in zip(pieces.firsts.tolist(), pieces.lasts.tolist(), chosen.tolist(), strict=True):
        if end != last:
            changed[first : max(last, end) + 1] = 0
            changed[first : end + 1] = _CI
            changed[end] = _CE
            changed[first] = _CB
    return changed


def ends(weighed: Floats, labels: Ints, lengths: Ints, transitions: Floats, seen: Seen) -> Ends | None:
    """The likeliest ends of the last piece of each content; None where there is no content.

    `weighed` are the chain model's scores, a row a word looked at, `labels` its best labels, `lengths` the words of
    each chain; `transitions` are those of the chain model, `seen` what was looked at.
    """
    pieces = _pieces(labels, lengths, seen)
    if not len(pieces.firsts):
        return None
    rows, score, held = _likeliest(weighed, pieces, seen, _step(transitions))
    own = _of_ends(rows, score, held, pieces, seen)
    own.update({name: seen.own[name][rows] for name in _OF_CUES})
    flat = {name: np.ascontiguousarray(each[held], dtype=np.int32) for name, each in own.items()}
    return Ends(pieces, rows, held, Seen(seen.columns, flat, _sizes(), seen.at[rows[held]]))


def _pieces(labels: Ints, lengths: Ints, seen: Seen) -> Pieces:
    """The last piece of each content: to a cue, a source or the end of the words looked at."""
    row = np.arange(len(labels))
    stops = np.cumsum(lengths)
    lasts = np.maximum.reduceat(np.where(labels >= _CB, row, -1), stops - lengths)
    some = lasts >= stops - lengths
    lasts, stops = lasts[some], stops[some]
    firsts = np.maximum.accumulate(np.where(labels == _CB, row, -1))[lasts]
    closed = ((labels > 0) & (labels < _CB)) | (seen.own["side"] == _CUE)
    following = np.minimum.accumulate(np.where(closed, row, len(labels))[::-1])[::-1]
    return Pieces(firsts, lasts, np.minimum(following[firsts], stops))


def _step(transitions: Floats) -> float:
    """What going on with a content scores above going on outside, once both roles are seen."""
    inner, outer = STATES.index(State(_CI, 3)), STATES.index(State(0, 3))
    return float(transitions[inner, inner] - transitions[outer, outer])


def _likeliest(
    weighed: Floats, pieces: Pieces, seen: Seen, step: float
) -> tuple[Rows, NDArray[np.float64], NDArray[np.bool_]]:
    """Rows of the ends of highest score, by place, their scores below the highest, and which of them there are."""
    inner = np.cumsum(weighed[:, _CI].astype(np.float64) - weighed[:, 0] + step)
    last = weighed[:, _CE].astype(np.float64) - weighed[:, 0]
    size = int((pieces.stops - pieces.firsts).max())
    reach = pieces.firsts[:, None] + np.arange(max(size, _MOST))
    inside = reach < pieces.stops[:, None]
    reach = np.minimum(reach, len(weighed) - 1)
    score = inner[np.maximum(reach - 1, 0)] - inner[pieces.firsts][:, None] + last[reach]
    score[:, 0] = 0.0
    score[(seen.columns["shape"][seen.at][reach] == _MARK) & (reach != pieces.lasts[:, None]) | ~inside] = -np.inf
    score -= score.max(axis=1, keepdims=True)
    order = np.argsort(-score, axis=1, kind="stable")[:, :_MOST]
    order.sort(axis=1)
    chosen = np.take_along_axis(score, order, axis=1)
    rows = np.take_along_axis(reach, order, axis=1)
    return rows, chosen, chosen > -_FAR


def _of_ends(
    rows: Rows, score: NDArray[np.float64], held: NDArray[np.bool_], pieces: Pieces, seen: Seen
) -> dict[str, NDArray[Any]]:
    """The columns of each end that the chain model does not see."""
    columns = seen.columns
    at, start = seen.at[rows], seen.at[pieces.firsts][:, None]
    last = seen.at[pieces.stops - 1][:, None]
    following = np.where(held, at, last)[:, ::-1]
    following = np.minimum.accumulate(np.minimum(following, last), axis=1)[:, ::-1]
    further = np.concatenate([following[:, 1:], last], axis=1)
    before = score[:, None, :] > score[:, :, None]
    second = np.sort(score, axis=1)[:, -2:-1]
    return {
        "delta": np.searchsorted(_LOWER, score),
        "second delta": np.broadcast_to(np.searchsorted(_LOWER, second), at.shape),
        "rank": before.sum(axis=2),
        "len": np.searchsorted(_LENGTHS, at - start + 1),
        "first": np.broadcast_to(columns["word"][start], at.shape),
        "second": np.broadcast_to(columns["word"][start + 1], at.shape),
        "first tag": np.broadcast_to(columns["tag"][start], at.shape),
        "longest": held[:, ::-1].cumsum(axis=1)[:, ::-1] == 1,
        "side": np.broadcast_to(seen.own["side"][pieces.firsts][:, None] == _AFTER, at.shape),
        "gap": np.searchsorted(_LENGTHS, further - at),
        **_held_inside(columns, at, start, further),
    }


def _held_inside(
    columns: Mapping[str, Ints], at: NDArray[Any], start: NDArray[Any], further: NDArray[Any]
) -> dict[str, NDArray[Any]]:
    """What stands between the start of a piece and each end, and between that and the next end."""
    verbs, cues = _up_to(FINITE[columns["tag"]]), _up_to(columns["other"] == 1)
    commas, dashes = _up_to(columns["word"] == _COMMA), _up_to(_DASHES[columns["word"]])
    nested, quotes = _up_to(_BRACKETS[columns["word"]]), _up_to(columns["shape"] == _QUOTE)
    after, ahead = at + 1, np.minimum(at + 1 + _AHEAD, len(verbs) - 1)
    quoted = np.where(quotes[after] > quotes[at], 2, quotes[at] > quotes[start])
    return {
        "verbs": np.minimum(verbs[after] - verbs[start], _COUNTED),
        "commas": np.minimum(commas[after] - commas[start], _COUNTED),
        "cues": np.minimum(cues[after] - cues[start], _COUNTED),
        "gap verbs": np.clip(verbs[further + 1] - verbs[after], 0, _COUNTED),
        "cues ahead": np.minimum(cues[ahead] - cues[after], _COUNTED),
        "paren": nested[after] != nested[start],
        "dash": (dashes[after] - dashes[start]) % 2,
        "quoted": quoted,
    }


def _up_to(flags: NDArray[Any]) -> Rows:
    """How many of the flags stand before each place."""
    return np.concatenate([[0], np.cumsum(flags)])


_WORDS = values()["word"]
_MARK, _QUOTE = values()["shape"].index("mark"), values()["shape"].index("quote")
_COMMA = _WORDS.index(",")
_DASHES = np.isin(_WORDS, ("—", "–", "--"))
_BRACKETS = np.array([(word == "(") - (word == ")") for word in _WORDS])
_CUE, _AFTER = 2, 3  # values of "side"
