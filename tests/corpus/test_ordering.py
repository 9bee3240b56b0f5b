"""Keys in order, whatever they are: as numpy's stable sort has it."""

import numpy
import pytest
from numpy import uint64

from stemma.corpus.mixing import Keys
from stemma.corpus.ordering import ordered

_CHANCE = numpy.random.default_rng(7)
_MANY = 150_000  # several parts, each put in order for itself


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(numpy.zeros(0, dtype=uint64), id="none"),
        pytest.param(numpy.array([2**64 - 1, 0, 5, 0], dtype=uint64), id="a few"),
        pytest.param(_CHANCE.integers(0, 2**64, _MANY, dtype=uint64), id="all different"),
        pytest.param(_CHANCE.integers(0, _MANY // 3, _MANY, dtype=uint64) << uint64(40), id="three of each"),
        pytest.param(numpy.full(_MANY, 9, dtype=uint64), id="one key alone"),
        pytest.param(
            _CHANCE.integers(0, 8, 60_000, dtype=uint64) << uint64(61) | _CHANCE.integers(0, 4, 60_000, dtype=uint64),
            id="alike but for the last bits",
        ),
    ],
)
def test_keys_are_put_in_order_and_equal_ones_stay_as_they_are(keys: Keys) -> None:
    assert ordered(keys).tolist() == numpy.argsort(keys, kind="stable").tolist()
