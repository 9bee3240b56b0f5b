"""Which words are cues: a network reads each word with what stands around it (see nets.py)."""

from functools import cache
from typing import NamedTuple

import numpy as np

from stemma.attribution.columns import GAP, Ints, Layout, values
from stemma.attribution.cue_extents import best_ends
from stemma.attribution.linear import Floats, Model
from stemma.attribution.nets import Net, answers, bundled_net, made_net, word_units

__all__ = ["TEMPLATES", "Marked", "chances", "marked", "read_off"]

# Columns (see columns.py) of a word and of so many on either side of it, and of the word alone.
_AROUND = {
    2: ("tag", "word"),
    1: ("shape", "verb", "lemma", "class", "kind", "noun_field", "verb_field", "form", "noun", "rule_cue"),
    0: ("said", "frame", "place", "inside", "quote_near"),
}
TEMPLATES = tuple(
    f"{column}[{place}]" if place else column
    for reach, columns in _AROUND.items()
    for column in columns
    for place in range(-reach, reach + 1)
)
_COLUMNS = ("tag", "verb", "rule cue", "said", "place", "inside", "quote near")


class Marked(NamedTuple):
    """A cue: words first..last of unit `read`, and how likely it is one."""

    read: int
    first: int
    last: int
    chance: float


@cache
def _net() -> Net:
    return made_net(bundled_net("cues"), values())


# A word is looked at as the first of a cue from this chance on; `accepting` then decides. Below it one in ten is one.
LEAST = 0.25


def chances(net: Net, plan: Layout) -> Floats:
    """For each place of the plan the chances of no cue, its first word, a further one."""
    columns = plan.columns
    held = columns["inside"] > 0
    starts = np.array(plan.starts, dtype=np.int32)
    lengths = np.diff(np.append(starts, len(held))).astype(np.int32) - GAP
    odds = np.zeros((len(held), 3), dtype=np.float32)
    odds[:, 0] = 1.0
    summed = word_units(net, plan, columns, _COLUMNS)
    odds[held] = _softmax(answers(net, summed[held], lengths))
    return odds


def _softmax(summed: Floats) -> Floats:
    powers = np.exp(summed - summed.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares


# At most so many cues of a unit are looked at, the likeliest (chosen by eye: no sentence of prose has more), so that a
# text of nothing but "said" costs no more than other texts.
_MOST = 12


def marked(plan: Layout) -> list[Marked]:
    """The cues of the units, by place."""
    return read_off(plan, chances(_net(), plan))


def read_off(plan: Layout, odds: Floats, least: float = LEAST, ends: Model | None = None) -> list[Marked]:
    """The cues that begin with this chance at least, each to its best end; `ends` weighs the ends."""
    starts = np.array(plan.starts, dtype=np.int32)
    firsts = _likeliest(np.flatnonzero(odds[:, 1] >= least).astype(np.int32), starts, odds)
    numbers = np.searchsorted(starts, firsts, side="right") - 1
    lasts = best_ends(plan, firsts, odds, ends).tolist()
    found: list[Marked] = []
    taken = -1
    for number, first, last in zip(numbers.tolist(), firsts.tolist(), lasts, strict=True):
        if first > taken:  # none begins inside another
            start = plan.starts[number]
            found.append(Marked(number, first - start, last - start, float(odds[first, 1])))
            taken = last
    return found


def _likeliest(firsts: Ints, starts: Ints, odds: Floats) -> Ints:
    """At most _MOST of the places in each unit, in order."""
    numbers = np.searchsorted(starts, firsts, side="right")
    order = np.lexsort((firsts, -odds[firsts, 1], numbers))
    counts = np.bincount(numbers)
    begins = np.cumsum(counts) - counts
    rank = np.empty(len(firsts), dtype=np.int32)
    rank[order] = np.arange(len(firsts)) - begins[numbers[order]]
    kept: Ints = firsts[rank < _MOST]
    return kept
