"""Growing columns of numbers: what is known of thousands of articles, without an object for each."""

from typing import Any

import numpy
from numpy.typing import NDArray

__all__ = ["Column", "spread"]

_FIRST = 256  # entries at the start (chosen by eye)
_GROWTH = 16  # a full column grows by a sixteenth: so much is unused at most


class Column:
    """A numpy array that grows at its end. `kind` is its numpy type."""

    def __init__(self, kind: type[Any]) -> None:
        self._room: NDArray[Any] = numpy.zeros(_FIRST, dtype=kind)
        self._used = 0

    def __len__(self) -> int:
        return self._used

    @property
    def values(self) -> NDArray[Any]:
        """A view of what is used; it is stale after the next `extend`."""
        return self._room[: self._used]

    def extend(self, values: Any) -> None:
        """Add numbers at the end."""
        end = self._used + len(values)
        if end > len(self._room):
            room = numpy.zeros(end + end // _GROWTH, dtype=self._room.dtype)
            room[: self._used] = self.values
            self._room = room
        self._room[self._used : end] = values
        self._used = end

    def append(self, value: float) -> None:
        """Add one number at the end."""
        if self._used == len(self._room):
            self.extend((value,))
            return
        self._room[self._used] = value
        self._used += 1

    def cut(self, length: int) -> None:
        """Forget all numbers but the first so many."""
        self._used = length

    def replace(self, values: NDArray[Any]) -> None:
        """Hold these numbers instead."""
        self._room = numpy.array(values, dtype=self._room.dtype)
        self._used = len(values)


def spread(starts: NDArray[Any], lengths: NDArray[Any]) -> NDArray[Any]:
    """The places starts[0], starts[0]+1, ... of each stretch, one after another."""
    ends = numpy.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    places: NDArray[Any] = numpy.arange(total) + numpy.repeat(starts - (ends - lengths), lengths)
    return places
