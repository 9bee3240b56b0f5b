"""Models with hidden units."""

import numpy as np

from stemma.attribution.finding_roles import role_values
from stemma.attribution.layers import StoredLayers, answers, bundled_layers, made_layers
from stemma.attribution.linear import Seen, scores
from stemma.attribution.role_layers import TEMPLATES, role_layers

_VALUES = {"tag": ("", "noun", "verb"), "side": ("", "before", "after")}


def _either_but_not_both() -> StoredLayers:
    """A verb before its cue or a noun after it: a label that no sum of single columns can tell."""
    weights = {"tag": {"noun": [100, -100], "verb": [-100, 100]}, "side": {"before": [-100, 100], "after": [100, -100]}}
    return StoredLayers("by hand", ["yes"], [-100, -100], [[100], [100]], weights)


def test_units_tell_a_combination_that_they_were_not_given() -> None:
    model = made_layers(_either_but_not_both(), _VALUES)
    tag, side = np.array([1, 1, 2, 2], np.int32), np.array([1, 2, 1, 2], np.int32)
    seen = Seen({}, {"tag": tag, "side": side}, {"tag": 3, "side": 3}, np.arange(4, dtype=np.int32))
    assert answers(model, scores(model.parts[0], seen)).ravel().tolist() == [0.0, 1.0, 1.0, 0.0]


def test_the_parts_of_a_model_add_up_to_the_whole() -> None:
    whole = made_layers(_either_but_not_both(), _VALUES)
    apart = made_layers(_either_but_not_both(), _VALUES, (frozenset({"tag"}),))
    own = {"tag": np.array([2], np.int32), "side": np.array([1], np.int32)}
    seen = Seen({}, own, {"tag": 3, "side": 3}, np.array([0], np.int32))
    assert len(apart.parts) == 2
    first, second = (scores(part, seen) for part in apart.parts)
    assert (first + second).tolist() == scores(whole.parts[0], seen).tolist()


def test_the_bundled_units_read_the_columns_that_they_are_fitted_on() -> None:
    stored = bundled_layers("role_units")
    assert set(stored.weights) == set(TEMPLATES)
    assert len(stored.output) == len(stored.units)
    assert len(role_layers(stored, role_values()).parts) == 3
