"""The network that weighs the words around each cue: source, content or neither (see nets.py, finding_roles.py)."""

from collections.abc import Mapping
from functools import cache

import numpy as np

from stemma.attribution.columns import Ints, Layout
from stemma.attribution.linear import Floats, Seen, parsed
from stemma.attribution.nets import Net, added, answers, word_units

__all__ = ["TEMPLATES", "weighed"]

# Columns of a word and its neighbours, of a word alone, of its cue, and of its place from the cue.
_AROUND = ("tag", "word", "shape", "verb", "said", "other", "lemma", "class", "kind", "noun_field", "verb_field")
_WORDS = ("place", "place[1]", "quote_near", "tail", "tail[-1]", "segment", "segment[-1]", "segment_before")
_CUES = (
    *("rule", "next", "before", "second", "opens", "rest", "ahead", "cue_lemma", "cue_noun", "cue_class", "cue_tag"),
    *("cue_shape", "quote_cue"),
)
_CUE = 2  # the value of "side" of the cue's own words, which are in no role
_NEVER = np.float32(-1e3)  # no sum of what a network gives a label comes near it
_PAIRS = ("side", "away", "role", "role_left", "role_right", "commas", "verbs", "cues", "quotes", "unit")
TEMPLATES = (
    *(f"{column}[{place}]" if place else column for column in _AROUND for place in (-1, 0, 1)),
    *(*_WORDS, *_CUES, *_PAIRS),
)


# The columns of words that more than their letters decide.
_COLUMNS = ("tag", "verb", "said", "other", "place", "quote near", "tail", "segment", "segment before")


@cache
def _names(templates: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of the patterns, each once."""
    return tuple(dict.fromkeys(parsed(name).parts[0][0] for name in templates))


def weighed(net: Net, plan: Layout, seen: Seen, lengths: Ints) -> Floats:
    """The score of each label at each word looked at; `lengths` are the words of each cue.

    What a word gives is summed once for all cues that it is looked at with, what a cue gives once for all its words.
    """
    of_words = word_units(
        net, plan, seen.columns, [name for name in _names((*_AROUND, *_WORDS)) if name in net.columns]
    )
    begins = np.cumsum(lengths) - lengths
    of_cues = added(net, _at(seen.own, begins), _names(_CUES))
    summed = of_words.take(seen.at, axis=0) + np.repeat(of_cues, lengths, axis=0)
    scored = answers(net, summed + added(net, seen.own, _names(_PAIRS)), lengths)
    scored[seen.own["side"] == _CUE, 1:] = _NEVER
    return scored


def _at(own: Mapping[str, Ints], places: Ints) -> dict[str, Ints]:
    return {name: own[name][places] for name in _names(_CUES)}
