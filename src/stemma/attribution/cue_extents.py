"""Where a cue ends: a log-linear model weighs each extent from its first word on ("said", "said in a statement")."""

from functools import cache
from typing import NamedTuple

import numpy as np

from stemma.attribution.columns import GAP, Ints, Layout, values
from stemma.attribution.linear import Floats, Model, Seen, bundled, made, scores
from stemma.attribution.tagging import TAGS

__all__ = ["LONGEST", "TEMPLATES", "Extents", "best_ends", "extent_values", "extents"]

# Words of the longest extent that is weighed (of 20,600 cues of PolNeAR's train part 1 in 60 is longer).
LONGEST = 9
# Chances that a further word belongs to the cue are told apart up to these bounds.
_CHANCES = (0.002, 0.01, 0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95)
# Words since the main one, and nouns inside, are told apart up to these.
_SINCE = 5
_NOUNS = 3

TEMPLATES = tuple(
    """length
    length first_tag
    length since
    tag
    word
    word[1]
    word[2]
    tag[1]
    tag tag[1]
    word word[1]
    word tag[1]
    tag word[1]
    tag[-1] tag
    tag[-1] tag tag[1]
    tag tag[1] tag[2]
    tag[1] tag[2]
    word[-1] word
    word[1] word[2]
    since
    since tag
    since word
    since tag tag[1]
    since tag word[1]
    head_lemma since
    head_lemma word
    head_lemma tag
    head_lemma tag[1]
    head_lemma word[1]
    head_class since
    head_class word
    head_class word[1]
    head_class tag tag[1]
    head_field word
    head_field tag tag[1]
    head_tag tag
    head_tag word
    head_tag tag tag[1]
    head_tag word word[1]
    head_lemma noun
    noun
    noun tag[1]
    noun word[1]
    noun[-1] word
    noun_field
    noun_field tag[1]
    noun_field[1] tag
    verb_field tag
    verb_field[1] tag
    lemma tag
    lemma tag[1]
    lemma[1] tag
    class tag tag[1]
    kind tag
    kind[1] tag
    rule_cue
    rule_cue rule_cue[1]
    rule_cue tag
    verb verb[1]
    verb[1] tag
    said said[1]
    said[1] word
    said[1] tag tag[1]
    quote_near tag
    shape shape[1]
    shape[1] tag
    place
    go
    stop
    go stop
    go tag
    stop tag[1]
    go since
    stop word[1]
    go length
    nouns
    nouns tag
    nouns since
    nouns tag tag[1]
    nouns word
    nouns length
    first_tag tag
    first_tag nouns tag""".replace("\n    ", "\n").split("\n")
)


class Extents(NamedTuple):
    """The extents of cues in a row, the shorter first: `at` their last words in the layout, `counts` how many a cue."""

    at: Ints
    counts: Ints
    seen: Seen


@cache
def extent_values() -> dict[str, tuple[str, ...]]:
    """The values of each column, those of the layout and those of an extent."""
    known = values()
    chances = ("", *(f"<{bound}" for bound in _CHANCES), "more")
    own = {
        "length": ("", *map(str, range(1, LONGEST + 1))),
        "since": ("none", *map(str, range(_SINCE + 1))),
        "nouns": tuple(map(str, range(_NOUNS + 1))),
        "first tag": known["tag"],
        "head tag": known["tag"],
        "head lemma": known["lemma"],
        "head class": known["class"],
        "head field": known["verb field"],
        "go": chances,
        "stop": chances,
    }
    return {**known, **own}


@cache
def _sizes() -> dict[str, int]:
    return {column: len(each) for column, each in extent_values().items()}


@cache
def _model() -> Model:
    return made(bundled("extents"), extent_values())


def extents(plan: Layout, firsts: Ints, odds: Floats) -> Extents:
    """The extents of the cues that begin at these places of the layout: to an utterance or the end of the unit."""
    columns = plan.columns
    reach = firsts[:, None] + np.arange(LONGEST, dtype=np.int32)
    reach = np.minimum(reach, len(columns["tag"]) - GAP)
    closed = (columns["inside"][reach] == 0) | (columns["shape"][reach] == _QUOTE)
    closed[:, 0] = False
    counts = np.where(closed.any(axis=1), closed.argmax(axis=1), LONGEST).astype(np.int32)
    held = np.arange(LONGEST) < counts[:, None]
    lemma, tag = columns["lemma"][reach], columns["tag"][reach]
    heads = np.maximum.accumulate(np.where((lemma > 0) & _MAIN[tag], np.arange(LONGEST), -1), axis=1)
    head = np.take_along_axis(reach, np.maximum(heads, 0), axis=1)
    some = heads >= 0
    chance = np.searchsorted(np.array(_CHANCES), odds[reach, 2]) + 1
    least = np.minimum.accumulate(chance[:, 1:], axis=1)
    go = np.concatenate([np.zeros_like(chance[:, :1]), least], axis=1)
    after = np.searchsorted(np.array(_CHANCES), odds[reach + 1, 2]) + 1
    own = {
        "length": np.broadcast_to(np.arange(1, LONGEST + 1), reach.shape),
        "since": np.where(some, np.minimum(np.arange(LONGEST) - heads, _SINCE) + 1, 0),
        "nouns": np.minimum(np.cumsum(_NOUN[tag], axis=1), _NOUNS),
        "first tag": np.broadcast_to(tag[:, :1], reach.shape),
        "head tag": np.where(some, columns["tag"][head], 0),
        "head lemma": np.where(some, columns["lemma"][head], 0),
        "head class": np.where(some, columns["class"][head], 0),
        "head field": np.where(some, columns["verb field"][head], 0),
        "go": go,
        "stop": after,
    }
    at = reach[held].astype(np.int32)
    return Extents(at, counts, Seen(columns, {k: v[held].astype(np.int32) for k, v in own.items()}, _sizes(), at))


def best_ends(plan: Layout, firsts: Ints, odds: Floats, model: Model | None = None) -> Ints:
    """The place of the last word of each cue that begins at these places."""
    if not len(firsts):
        return firsts
    found = extents(plan, firsts, odds)
    weighed = scores(model or _model(), found.seen)[:, 0]
    begins = np.cumsum(found.counts) - found.counts
    table = np.full((len(firsts), LONGEST), -np.inf, dtype=np.float32)
    table[np.arange(LONGEST) < found.counts[:, None]] = weighed
    ends: Ints = found.at[begins + table.argmax(axis=1)]
    return ends


_MAIN = np.isin(TAGS, ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "JJ"))
_NOUN = np.isin(TAGS, ("NN", "NNS", "NP", "PR"))
_QUOTE = values()["shape"].index("quote")
