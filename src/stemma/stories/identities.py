"""Which article is which: ids told apart, and texts that came before word for word."""

from hashlib import blake2b

import numpy

from stemma.records import Article, digest
from stemma.stories.columns import Column
from stemma.stories.window import UNDATED, Rows, Window

__all__ = ["Identities"]

# The last so many texts are known again at once (less than 1 MB); copies of earlier ones are found by their words.
_PLACES = 1 << 16
# Two equal texts further apart than so many days are two events: a yearly notice (chosen by eye).
_TWIN_DAYS = 15
# Texts of fewer telling terms are compared like others: two equal notices ("Page not found") are no event.
_TERMS = 12


class Identities:
    """The ids of the window, a mark for the text of each, and for a repeated id its further texts by their marks."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._others: dict[str, dict[int, int]] = {}
        self._marks = Column(numpy.uint64)
        self._latest = numpy.full(_PLACES, -1, dtype=numpy.int32)

    def known(self, article: Article) -> tuple[int, str, int]:
        """The number of the same text under the same id (-1 if there is none), an id of its own, the text's mark."""
        mark = _mark(article)
        identity = article.id or digest(article.text)
        first = self._numbers.get(identity)
        if first is None:
            return -1, identity, mark
        if int(self._marks.values[first]) == mark:
            return first, identity, mark
        others = self._others.setdefault(identity, {})
        if mark in others:
            return others[mark], identity, mark
        others[mark] = len(self._marks)  # the number that the article is about to get
        turn = len(others) + 1
        while f"{identity}#{turn}" in self._numbers:
            turn += 1
        return -1, f"{identity}#{turn}", mark

    def number(self, identity: str) -> int | None:
        """The number of the article with this id, if the window holds it."""
        return self._numbers.get(identity)

    def latest(self, mark: int) -> int:
        """The number of the latest article that may have this mark, -1 if there is none."""
        return int(self._latest[mark % _PLACES])

    def twin(self, mark: int, day: int, window: Window) -> int:
        """The host of an earlier article with the same text and near in time; -1 if none is known."""
        number = int(self._latest[mark % _PLACES])
        if number < 0 or int(self._marks.values[number]) != mark:
            return -1
        other = int(window.days.values[number])
        near = UNDATED in (day, other) or abs(day - other) <= _TWIN_DAYS
        host = int(window.hosts.values[number])
        return host if near and window.sizes(numpy.array([host]))[0] >= _TERMS else -1

    def enter(self, identity: str, mark: int) -> None:
        """Note the newest article."""
        self._numbers[identity] = len(self._marks)
        self._latest[mark % _PLACES] = len(self._marks)
        self._marks.append(mark)

    def renumber(self, new: Rows) -> None:
        """Give each article its new number; those with -1 are forgotten."""
        after = new.tolist()
        self._numbers = {name: after[number] for name, number in self._numbers.items() if after[number] >= 0}
        others = {
            identity: {mark: after[number] for mark, number in texts.items() if after[number] >= 0}
            for identity, texts in self._others.items()
        }
        self._others = {identity: texts for identity, texts in others.items() if texts}
        self._latest = numpy.where(self._latest >= 0, new[self._latest], -1).astype(numpy.int32)
        self._marks.replace(self._marks.values[new >= 0])


def _mark(article: Article) -> int:
    """A number for title and text."""
    mark = blake2b((article.title or "").encode("utf-8", "surrogatepass") + b"\n", digest_size=8)
    mark.update(article.text.encode("utf-8", "surrogatepass"))
    return int.from_bytes(mark.digest(), "big")
