"""The fit of networks, on made-up words."""

import numpy as np
from scipy.sparse import csr_matrix

from evals.attribution_chain import chain_loss
from evals.attribution_features import Features
from evals.attribution_nets import Examples, Fitted, Shape, net_fit, stored_net
from stemma.attribution.chains import LABELS, STATES, best_labels
from stemma.attribution.nets import Net, added, answers, made_net

_VALUES = {"tag": ("", "noun", "verb", "mark")}
_SHAPE = Shape(8, (1, 2), 0.1, 0.0, 40)
_CONTENT = LABELS.index("CB")


def _examples() -> tuple[Examples, Features]:
    """Runs of six words; the content is all from the word after the verb to the last before the mark."""
    chance = np.random.default_rng(1)
    tags, labels = [], []
    for _ in range(200):
        verb, stop = int(chance.integers(0, 2)), int(chance.integers(3, 6))
        tags.append([2 if at == verb else 3 if at == stop else 1 for at in range(6)])
        inner = [_CONTENT + (at > verb + 1) + (at == stop - 1 and at > verb + 1) for at in range(6)]
        labels.append([inner[at] if verb < at < stop else 0 for at in range(6)])
    keys = np.array(tags, np.int32).reshape(1, -1)
    features = Features(("tag",), [keys], 1)
    return Examples(features.matrix(keys), np.array(labels).ravel(), np.full(200, 6)), features


def _fitted(examples: Examples) -> Fitted:
    return net_fit(examples, len(LABELS), _SHAPE, chain_loss, np.zeros((len(STATES) + 1, len(STATES) + 1)))


def _made(examples: Examples, features: Features) -> Net:
    return made_net(stored_net(features, _fitted(examples), _VALUES, ("made up", LABELS, _SHAPE)), _VALUES)


def test_what_is_stored_draws_what_it_was_fitted_on() -> None:
    examples, features = _examples()
    net = _made(examples, features)
    tags = examples.matrix.indices.astype(np.int32) + 1
    scored = answers(net, added(net, {"tag": tags}, ("tag",)), examples.lengths)
    assert best_labels(scored, examples.lengths, net.transitions).tolist() == examples.labels.tolist()


def test_a_fit_is_the_same_each_time() -> None:
    examples, _ = _examples()
    one, other = _fitted(examples), _fitted(examples)
    assert all((a == b).all() for a, b in zip(one.weights, other.weights, strict=True))
    assert (one.beside == other.beside).all()
    assert isinstance(examples.matrix, csr_matrix)
