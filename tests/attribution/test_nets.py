"""Networks over named columns."""

import numpy as np
import pytest

from stemma.attribution import finding_cues, finding_roles
from stemma.attribution.columns import Layout, layout, values
from stemma.attribution.finding_roles import role_values
from stemma.attribution.nets import MOST, StoredLayer, StoredNet, added, answers, bundled_net, made_net, word_units
from stemma.attribution.reading import readings
from stemma.records import Article

_VALUES = {"tag": ("", "noun", "verb"), "side": ("", "before", "after")}


def _either_but_not_both() -> StoredNet:
    """A verb before its cue or a noun after it: a label that no sum of single columns can tell."""
    weights = {"tag": {"noun": [100, -100], "verb": [-100, 100]}, "side": {"before": [-100, 100], "after": [100, -100]}}
    return StoredNet("by hand", ["yes"], [-100, -100], [], [[100], [100]], [0], weights)


def _two_after() -> StoredNet:
    """The word two places after a verb."""
    layer = StoredLayer(2, [0, 0], [[0, 100], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]])
    return StoredNet("by hand", ["yes"], [0, 0], [layer], [[0], [100]], [0], {"tag": {"verb": [100, 0]}})


def _tags(*tags: int) -> dict[str, np.ndarray]:
    return {"tag": np.array(tags, np.int32)}


def test_units_tell_a_combination_that_they_were_not_given() -> None:
    net = made_net(_either_but_not_both(), _VALUES)
    own = {"tag": np.array([1, 1, 2, 2], np.int32), "side": np.array([1, 2, 1, 2], np.int32)}
    scored = answers(net, added(net, own, ("tag", "side")), np.array([4], np.int32))
    assert scored.ravel().tolist() == [0.0, 1.0, 1.0, 0.0]


@pytest.mark.parametrize(
    ("lengths", "scored"), [([5], [0.0, 0.0, 1.0, 0.0, 0.0]), ([2, 3], [0.0] * 5), ([1, 4], [0.0] * 5)]
)
def test_a_layer_sees_words_so_many_places_away_but_none_of_another_run(
    lengths: list[int], scored: list[float]
) -> None:
    net = made_net(_two_after(), _VALUES)
    summed = added(net, _tags(2, 0, 0, 0, 0), ("tag",))
    assert answers(net, summed, np.array(lengths, np.int32)).ravel().tolist() == scored


def test_words_give_what_their_letters_and_their_neighbours_say() -> None:
    weights = {"word[-1]": {"the": [300]}, "tag": {"NN": [20]}, "tag[1]": {"NN": [5]}}
    net = made_net(StoredNet("by hand", ["yes"], [0], [], [[100]], [0], weights), values())
    plan = _plan("The quay burned.")
    start = plan.starts[0]
    units = word_units(net, plan, plan.columns, ("tag",))[start : start + 3]
    assert units.ravel().tolist() == [5.0, 320.0, 0.0]


@pytest.mark.parametrize(
    ("name", "templates", "columns"),
    [
        ("cues", finding_cues.TEMPLATES, values()),
        ("roles", finding_roles.TEMPLATES, role_values()),
    ],
)
def test_the_bundled_networks_read_the_columns_that_they_are_fitted_on(
    name: str, templates: tuple[str, ...], columns: dict[str, tuple[str, ...]]
) -> None:
    stored = bundled_net(name)
    assert set(stored.weights) == set(templates)
    assert made_net(stored, columns).labels == tuple(stored.labels)


@pytest.mark.parametrize("name", ["cues", "roles"])
def test_the_sums_of_a_network_are_whole_numbers_that_a_single_holds(name: str) -> None:
    stored = bundled_net(name)
    sums = [np.abs(np.array(layer.weights)).sum(axis=0) * MOST + np.abs(layer.alone) * 100 for layer in stored.layers]
    sums.append(np.abs(np.array(stored.output)).sum(axis=0) * MOST)
    assert max(float(each.max()) for each in sums) < 2**24


def test_a_sentence_has_the_same_cues_whatever_stands_around_it() -> None:
    net = made_net(bundled_net("cues"), values())
    sentence = "Officials said the ferry would not sail."
    alone, beside = _plan(sentence), _plan(f"The storm passed.\n\n{sentence}\n\nThe quay is dry, Ada Orr said.")
    first, second = alone.starts[0], beside.starts[1]
    chances = [finding_cues.chances(net, plan) for plan in (alone, beside)]
    assert chances[0][first : first + 8].tolist() == chances[1][second : second + 8].tolist()


def _plan(text: str) -> Layout:
    return layout(readings(Article(text=text, id="a"))[0])
