"""Which words are cues: a log-linear model reads each word with what stands around it."""

from functools import cache
from typing import NamedTuple

import numpy as np

from stemma.attribution.columns import GAP, Ints, Layout, values
from stemma.attribution.cue_extents import best_ends
from stemma.attribution.linear import Floats, Model, Seen, bundled, made, scores
from stemma.attribution.tagging import TAGS

__all__ = ["TEMPLATES", "Marked", "candidates", "chances", "marked", "seen_at"]

# Patterns over the columns (see columns.py): what the word is, what stands around it, and what the rules say.
TEMPLATES = tuple(
    """tag
    tag[-1]
    tag[1]
    tag[-1] tag
    tag tag[1]
    tag[-2] tag[-1]
    tag[1] tag[2]
    tag[-1] tag tag[1]
    word
    word[-1]
    word[1]
    word[-2]
    word[2]
    word[-1] word
    word word[1]
    word[1] word[2]
    lemma
    lemma tag
    lemma form
    lemma word[1]
    lemma tag[1]
    lemma tag[-1]
    lemma word[-1]
    lemma quote_near
    lemma verb
    lemma rule_cue
    lemma[-1]
    lemma[-1] word
    lemma[1]
    lemma[2]
    lemma[-1] tag
    lemma[1] tag
    lemma[2] word
    noun
    noun tag[1]
    noun word[1]
    noun word[-1]
    noun[-1] word
    noun[-1] lemma
    noun[1] lemma
    verb_field
    verb_field tag
    verb_field word[1]
    verb_field tag[1]
    verb_field tag[-1]
    verb_field[-1] word
    verb_field[1] word
    verb_field[2] word
    noun_field
    noun_field tag
    noun_field[-1]
    noun_field[1]
    noun_field[-1] tag
    noun_field[-1] lemma
    noun_field[-2] tag[-1] verb_field
    noun_field word[1]
    frame
    frame tag word[1]
    frame verb_field
    frame[-1] word
    class
    class form
    class tag
    class tag[1] tag[2]
    class tag[-2] tag[-1]
    class word[1]
    class word[2]
    class[1] word
    class[2] word
    class[-1] tag
    rule_cue
    rule_cue[-1]
    rule_cue[1]
    rule_cue tag
    rule_cue word[1]
    rule_cue class
    verb
    verb[1]
    verb[-1]
    verb word
    shape
    shape shape[1]
    shape[-1] shape
    shape tag
    kind[-1]
    kind[-1] tag
    kind[1]
    place
    place tag
    place word
    inside
    inside rule_cue
    inside class
    quote_near
    quote_near tag
    said
    said rule_cue
    said tag
    said class""".replace("\n    ", "\n").split("\n")
)


class Marked(NamedTuple):
    """A cue: words first..last of unit `read`, and how likely it is one."""

    read: int
    first: int
    last: int
    chance: float


@cache
def _model() -> Model:
    return made(bundled("cues"), values())


@cache
def _sizes() -> dict[str, int]:
    return {column: len(each) for column, each in values().items()}


# A word is looked at as the first of a cue from this chance on; `accepting` then decides. Below it one in ten is one.
LEAST = 0.25
# So many words after a first one are looked at for the rest of its cue (by eye: no phrase that reads well is longer).
_REST = 6


def seen_at(plan: Layout, at: Ints) -> Seen:
    """What the patterns look at from these places."""
    return Seen(plan.columns, {}, _sizes(), at)


def candidates(plan: Layout) -> Ints:
    """The places where a cue may begin: verbs and what stands before them, words of saying, what the rules took.

    Seven words in ten are none; one in 180 cues that the model would mark is lost with them (PolNeAR, train part).
    """
    columns = plan.columns
    saying = (columns["lemma"] > 0) | (columns["noun"] > 0) | (columns["verb"] > 0)
    verbal, nominal = _VERBAL[columns["tag"]], _NOMINAL[columns["tag"]]
    return np.flatnonzero(verbal | (saying & nominal) | (columns["rule cue"] > 0)).astype(np.int32)


def chances(model: Model, plan: Layout) -> Floats:
    """For each place of the plan the chances of no cue, its first word, a further one."""
    odds = np.zeros((len(plan.columns["tag"]), 3), dtype=np.float32)
    odds[:, 0] = 1.0
    begins = candidates(plan)
    odds[begins] = _softmax(scores(model, seen_at(plan, begins)))
    firsts = begins[odds[begins, 1] >= LEAST]
    further = _beside(firsts, begins, len(odds) - GAP)
    goes_on = _softmax(scores(model, seen_at(plan, further)))[:, 2]
    odds[further, 0], odds[further, 2] = 1 - goes_on, goes_on
    return odds


def _beside(firsts: Ints, begins: Ints, end: int) -> Ints:
    """The places after first words where a cue may go on, without those where one may begin."""
    reach = np.zeros(end + GAP, dtype=bool)
    reach[np.minimum(firsts[:, None] + np.arange(1, _REST + 1), end)] = True
    reach[begins] = False
    return np.flatnonzero(reach[:end]).astype(np.int32)


def _softmax(summed: Floats) -> Floats:
    powers = np.exp(summed - summed.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares


# At most so many cues of a unit are looked at, the likeliest (chosen by eye: no sentence of prose has more), so that a
# text of nothing but "said" costs no more than other texts.
_MOST = 12


def marked(plan: Layout) -> list[Marked]:
    """The cues of the units, by place."""
    return read_off(plan, chances(_model(), plan))


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


_VERBAL = np.isin(TAGS, "VB VBP VBZ VBD VBN VBG AX MD RB TO".split())
_NOMINAL = np.isin(TAGS, "NN NNS NP JJ UH".split())
