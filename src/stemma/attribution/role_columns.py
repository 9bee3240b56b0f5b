"""What is known of cues, of their units, and of where words stand from them, beside the columns of the layout."""

from functools import cache

import numpy as np

from stemma.attribution.boundaries import FINITE, SEGMENTS, TAILS
from stemma.attribution.columns import RULES, Ints, Layout, Read, values
from stemma.attribution.finding_cues import Marked
from stemma.attribution.tagging import TAGS

__all__ = ["BETWEEN", "DISTANCES", "ROLES", "of_cues", "of_places", "of_units", "role_values"]

# What the rules make of a word: first, inner and last word of a source or a content; a listener.
ROLES = ("", "O", "SB", "SI", "SE", "CB", "CI", "CE", "A")

# Distances from the cue, in words, are told apart up to these bounds.
DISTANCES = (1, 2, 3, 4, 5, 7, 10, 15, 25)
# Counts of what stands between a word and its cue are told apart up to this.
BETWEEN = 3


@cache
def role_values() -> dict[str, tuple[str, ...]]:
    """The values of each column, those of the layout and those of a cue's own."""
    known = values()
    few = ("", *(str(number) for number in range(BETWEEN + 1)))
    own = {
        "side": ("", "<", "=", ">"),
        "away": ("", "=", *(f"{side}{bound}" for side in "<>" for bound in (*DISTANCES, "more"))),
        "role": ROLES,
        "role left": ROLES,
        "role right": ROLES,
        "rule": RULES,
        "next": known["word"],
        "before": known["word"],
        "second": known["tag"],
        "opens": known["word"],
        "rest": ("", *(f"{verbs} verbs" for verbs in range(3))),
        "ahead": ("", *(f"{verbs} verbs" for verbs in range(3))),
        "cue lemma": known["lemma"],
        "cue noun": known["noun"],
        "cue class": known["class"],
        "cue tag": known["tag"],
        "cue shape": ("", "one", "more", "passive"),
        "quote cue": known["quote near"],
        "commas": few,
        "verbs": few,
        "cues": few,
        "quotes": few,
        "unit": ("", "own", "next", "next paragraph", "later", "later paragraph"),
        "other": ("", "B", "I"),
        "tail": TAILS,
        "segment": SEGMENTS,
        "segment before": SEGMENTS,
    }
    return {**known, **own}


def of_cues(columns: dict[str, Ints], firsts: Ints, lasts: Ints) -> dict[str, Ints]:
    """What is known of each cue: its main word, and the words on either side of it."""
    heads = lasts.copy()
    lemma, tag = columns["lemma"], columns["tag"]
    for number, (first, last) in enumerate(zip(firsts.tolist(), lasts.tolist(), strict=True)):
        for place in range(last, first - 1, -1):
            if lemma[place] and tag[place] in _MAIN:
                heads[number] = place
                break
    shape = np.where(heads == firsts, 1, np.where((tag[heads] == _VBN) & (tag[heads - 1] == _AX), 3, 2))
    return {
        "next": columns["word"][lasts + 1],
        "before": columns["word"][firsts - 1],
        "second": columns["tag"][lasts + 2],
        "cue lemma": lemma[heads],
        "cue noun": columns["noun"][heads],
        "cue class": columns["class"][heads],
        "cue tag": tag[heads],
        "cue shape": shape.astype(np.int32),
        "quote cue": columns["quote near"][lasts],
    }


def of_units(columns: dict[str, Ints], plan: Layout, cues: list[Marked], reads: list[Read]) -> dict[str, Ints]:
    """What opens the unit of each cue, and how many finite verbs stand before the cue and after it."""
    up_to = np.concatenate([[0], np.cumsum(FINITE[columns["tag"]])])
    starts = np.array([plan.starts[cue.read] for cue in cues])
    stops = np.array([plan.starts[cue.read] + len(reads[cue.read].unit.words) for cue in cues])
    firsts = starts + np.array([cue.first for cue in cues])
    lasts = starts + np.array([cue.last for cue in cues])
    return {
        "opens": columns["word"][starts],
        "ahead": (np.minimum(up_to[firsts] - up_to[starts], 2) + 1).astype(np.int32),
        "rest": (np.minimum(up_to[stops] - up_to[lasts + 1], 2) + 1).astype(np.int32),
    }


def of_places(columns: dict[str, Ints], at: Ints, firsts: Ints, lasts: Ints) -> dict[str, Ints]:
    """Where each word stands from its cue, and what stands between them."""
    side = np.where(at < firsts, 1, np.where(at > lasts, 3, 2)).astype(np.int32)
    away = np.where(side == 1, firsts - at, at - lasts)
    bounds = np.searchsorted(np.array(DISTANCES), away) + 2 + (side == 3) * (len(DISTANCES) + 1)
    found = {"side": side, "away": np.where(side == 2, 1, bounds).astype(np.int32)}
    low, high = np.where(side == 1, at + 1, lasts + 1), np.where(side == 1, firsts, at)
    counted = {
        "commas": columns["word"] == _COMMA,
        "verbs": FINITE[columns["tag"]],
        "cues": columns["other"] == 1,
        "quotes": columns["shape"] == _QUOTE,
    }
    for name, flags in counted.items():
        up_to = np.concatenate([[0], np.cumsum(flags)])
        count = np.minimum(up_to[high] - up_to[low], BETWEEN)
        found[name] = np.where(side == 2, 0, count + 1).astype(np.int32)
    return found


_MAIN = frozenset(TAGS.index(tag) for tag in ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "JJ"))
_VBN, _AX = TAGS.index("VBN"), TAGS.index("AX")
_COMMA = values()["word"].index(",")
_QUOTE = values()["shape"].index("quote")
