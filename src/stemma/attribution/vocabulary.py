"""What depends on a word's letters alone, worked out once for each way of writing one."""

from collections.abc import Callable
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Vocabulary", "Written", "written"]

Table = NDArray[Any]
Ints = NDArray[np.int32]
# Words that are remembered; then the memory starts anew. The words of some thousand articles, 20 MB for the widest row.
_MOST = 1 << 16
# Words that are described at once: a long article's.
_AT_ONCE = 1 << 12


class Written(NamedTuple):
    """Words in a row: each way of writing one, once, and for each word its place among these.

    Several vocabularies are asked for the words of a text, and a third of them are written apart.
    """

    distinct: tuple[str, ...]
    at: Ints


def written(words: list[str]) -> Written:
    """The words, each way of writing one once."""
    number = {word: place for place, word in enumerate(dict.fromkeys(words))}
    return Written(tuple(number), np.fromiter(map(number.__getitem__, words), dtype=np.int32, count=len(words)))


class Vocabulary:
    """A table with a row for each word seen so far, filled by `describe`, which gives rows for words in order.

    A memory and nothing more: what comes out depends on the words alone. Threads may share it.
    """

    def __init__(self, describe: Callable[[list[str]], Table]) -> None:
        self._describe = describe
        self._lock = Lock()
        self._known: dict[str, int] = {}
        self._table: Table = describe([])

    def rows(self, words: Written) -> Table:
        """The row of each word."""
        with self._lock:
            if len(self._known) > _MOST:
                self._known, self._table = {}, self._describe([])
            new = [word for word in words.distinct if word not in self._known]
            if new:
                self._add(new)
            known, table = self._known, self._table
        places = np.fromiter(map(known.__getitem__, words.distinct), np.int32, len(words.distinct))
        return table.take(places.take(words.at), axis=0)

    def _add(self, new: list[str]) -> None:
        """The array is doubled, not lengthened each time, so that the work stays linear in the words."""
        first, last = len(self._known), len(self._known) + len(new)
        if last > len(self._table):
            grown = np.zeros((2 * last, *self._table.shape[1:]), dtype=self._table.dtype)
            grown[:first] = self._table[:first]
            self._table = grown
        for at in range(0, len(new), _AT_ONCE):  # or a text of a million words would be described as a whole
            described = self._describe(new[at : at + _AT_ONCE])
            self._table[first + at : first + at + len(described)] = described
        self._known.update(zip(new, range(first, last), strict=True))
