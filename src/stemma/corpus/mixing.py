"""Stable 64-bit hashing over arrays: the same numbers on every machine, in every process, for any batch."""

import numpy
from numpy import uint64
from numpy.typing import NDArray

__all__ = ["BASE", "Keys", "mixed", "rolled"]

Keys = NDArray[uint64]

# Knuth's multiplier of the 64-bit linear congruential generator (MMIX).
BASE = uint64(6364136223846793005)
"""The base of polynomials in neighbouring values."""
# The multipliers and shifts of SplitMix64's finaliser (Steele, Lea and Flood 2014, variant 13 of Stafford).
_FIRST, _SECOND = uint64(0xBF58476D1CE4E5B9), uint64(0x94D049BB133111EB)
_SHIFTS = (uint64(30), uint64(27), uint64(31))


def mixed(values: Keys) -> Keys:
    """Each value with its bits spread over all 64 places; different values stay different."""
    found = (values ^ (values >> _SHIFTS[0])) * _FIRST
    found ^= found >> _SHIFTS[1]
    found *= _SECOND
    found ^= found >> _SHIFTS[2]
    return found


def rolled(values: Keys, count: int) -> Keys:
    """The hash of every `count` neighbours in order; there are `count` - 1 fewer of them than values, or none."""
    length = max(0, len(values) - count + 1)
    found = numpy.zeros(length, dtype=uint64)
    for place in range(count):
        found *= BASE
        found += values[place : place + length]
    return mixed(found)
