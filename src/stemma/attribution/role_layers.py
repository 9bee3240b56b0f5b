"""What hidden units say of the words around each cue, beside the chain model (see finding_roles.py)."""

import numpy as np

from stemma.attribution.columns import Ints
from stemma.attribution.columns import values as layout_values
from stemma.attribution.layers import Layers, StoredLayers, answers, made_layers
from stemma.attribution.linear import Floats, Seen, scores

__all__ = ["TEMPLATES", "layered", "role_layers"]

# Columns of a word and so many words on either side of it; those of its cue; those of its place from the cue.
_AROUND = {
    3: ("tag", "word"),
    2: ("shape", "verb", "said", "other"),
    1: ("lemma", "class", "kind", "noun_field", "verb_field"),
}
_WORDS = ("place", "place[1]", "quote_near", "tail", "tail[-1]", "segment", "segment[-1]", "segment_before")
_CUES = (
    *("rule", "next", "before", "second", "opens", "rest", "ahead", "cue_lemma", "cue_noun", "cue_class", "cue_tag"),
    *("cue_shape", "quote_cue"),
)
_PAIRS = ("side", "away", "role", "role_left", "role_right", "commas", "verbs", "cues", "quotes", "unit")
TEMPLATES = (
    *(
        f"{column}[{place}]" if place else column
        for reach, columns in _AROUND.items()
        for column in columns
        for place in range(-reach, reach + 1)
    ),
    *(*_WORDS, *_CUES, *_PAIRS),
)
_OF_CUES = frozenset(name.replace("_", " ") for name in _CUES)
_OF_WORDS = frozenset({*layout_values(), "other", "tail", "segment", "segment before"})
# What the units say counts this much beside the chain model (of .25, .5, .8 and 1.2 the best on held-out articles).
_SHARE = np.float32(0.25)


def role_layers(stored: StoredLayers, values: dict[str, tuple[str, ...]]) -> Layers:
    """The model of a file."""
    return made_layers(stored, values, (_OF_WORDS, _OF_CUES))


def layered(model: Layers, seen: Seen, lengths: Ints) -> Floats:
    """What the units add to the score of each label at each word looked at; `lengths` are the words of each cue.

    What a word gives is summed once for all cues that it is looked at with, what a cue gives once for all its words.
    """
    of_words, of_cues, of_pairs = model.parts
    at = np.flatnonzero(seen.columns["inside"] > 0).astype(np.int32)
    summed = np.zeros((len(seen.columns["inside"]), len(model.units)), dtype=np.float32)
    summed[at] = scores(of_words, seen._replace(own={}, at=at))
    begins = np.cumsum(lengths) - lengths
    own = {name: each[begins] for name, each in seen.own.items() if name in _OF_CUES}
    cues = scores(of_cues, seen._replace(own=own, at=seen.at[begins]))
    return _SHARE * answers(model, summed[seen.at] + np.repeat(cues, lengths, axis=0) + scores(of_pairs, seen))
