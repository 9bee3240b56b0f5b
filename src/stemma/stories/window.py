"""The articles of the open window: a few columns of numbers each, so that ten thousands of them take little room."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy
from numpy import float64, int64
from numpy.typing import NDArray

from stemma.stories.columns import Column, spread
from stemma.stories.profile import NO_MEASURES, Profile, profile
from stemma.stories.vocabulary import Terms, Vocabulary

__all__ = ["LIMIT", "UNDATED", "Entry", "Links", "Rows", "Window"]

Rows = NDArray[int64]

UNDATED = -1
LIMIT = 13.8
"""No log odds are farther from 0: a chance of one in a million."""


class Links(NamedTuple):
    """Earlier articles that may report the event of one, ascending, and the log odds that each does."""

    others: Rows
    odds: NDArray[float64]


class Entry(NamedTuple):
    """An article to be added: `day` is an ordinal or UNDATED, `seen` the day by which it leaves the window.

    A copy has a `host`, the number of the article that it is a copy of, and neither profile nor links.
    """

    identity: str
    day: int
    seen: int
    kept: Profile | None = None
    links: Links | None = None
    host: int = -1


class Window:
    """Articles by number, in the order in which they came; a host is its own, only hosts have terms and links.

    `best` are the highest log odds that an article has with any other, `measures` are the lengths of its vectors (a row
    of four, see `Measures`), as they were when it came or when it was last weighed.
    """

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.days, self.seen, self.hosts = Column(numpy.int32), Column(numpy.int32), Column(numpy.int32)
        self.best, self._measures = Column(numpy.float32), Column(numpy.float32)
        self._starts, self._terms, self._uses = Column(numpy.int64), Column(numpy.uint32), Column(numpy.uint8)
        self._links, self._others, self._odds = Column(numpy.int64), Column(numpy.int32), Column(numpy.float32)
        self._starts.append(0)
        self._links.append(0)

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, entry: Entry) -> int:
        """The number of the article, which is the next one."""
        number = len(self.ids)
        self.ids.append(entry.identity)
        self.days.append(entry.day)
        self.seen.append(entry.seen)
        self.hosts.append(number if entry.kept is not None else entry.host)
        if entry.kept is not None:
            self._terms.extend(entry.kept.terms)
            self._uses.extend(entry.kept.uses)
        self.best.append(-LIMIT)
        if entry.links is not None:
            self._others.extend(entry.links.others)
            self._odds.extend(entry.links.odds)
            self.note_best(number, entry.links)
        self._starts.append(len(self._terms))
        self._links.append(len(self._others))
        self._measures.extend(NO_MEASURES if entry.kept is None else entry.kept.measures)
        return number

    @property
    def measures(self) -> NDArray[Any]:
        """The lengths of each article's vectors, a row for each."""
        return self._measures.values.reshape(-1, len(NO_MEASURES))

    def links(self, number: int) -> Links:
        """The links of one article to earlier ones."""
        part = slice(int(self._links.values[number]), int(self._links.values[number + 1]))
        return Links(self._others.values[part], self._odds.values[part])

    def all_links(self, numbers: Rows) -> tuple[Rows, Rows, NDArray[float64]]:
        """The links of these articles: whose each is by its place among them, the other article, and the log odds."""
        starts = self._links.values[numbers]
        counts = self._links.values[numbers + 1] - starts
        places = spread(starts, counts)
        owners = numpy.repeat(numpy.arange(len(numbers)), counts)
        return owners, self._others.values[places].astype(int64), self._odds.values[places].astype(float64)

    def note_best(self, number: int, links: Links) -> None:
        """Raise the highest log odds of both sides of these links of an article."""
        if len(links.others):
            best = self.best.values
            best[number] = max(float(best[number]), float(links.odds.max()))
            best[links.others] = numpy.maximum(best[links.others], links.odds)

    def weigh(self, number: int, odds: NDArray[float64]) -> None:
        """Set the log odds of the links of the article."""
        start = int(self._links.values[number])
        self._odds.values[start : start + len(odds)] = odds

    def terms(self, numbers: Rows) -> tuple[Rows, Rows]:
        """Where the terms of these articles stand (for `term_at`, `use_at`), and whose each is by its place in them."""
        starts = self._starts.values[numbers]
        lengths = self._starts.values[numbers + 1] - starts
        return spread(starts, lengths), numpy.repeat(numpy.arange(len(numbers)), lengths)

    def sizes(self, numbers: Rows) -> Rows:
        """How many terms each of these articles keeps."""
        sizes: Rows = self._starts.values[numbers + 1] - self._starts.values[numbers]
        return sizes

    def term_at(self, places: Rows) -> Terms:
        """The terms at these places."""
        return self._terms.values[places]

    def use_at(self, places: Rows) -> NDArray[Any]:
        """How their articles use the terms at these places."""
        return self._uses.values[places]

    def profile(self, number: int, vocabulary: Vocabulary) -> Profile:
        """The article's kept terms as they weigh now; its measures are set to that."""
        part = slice(int(self._starts.values[number]), int(self._starts.values[number + 1]))
        found = profile(self._terms.values[part], self._uses.values[part], vocabulary)
        self.measures[number] = found.measures
        return found

    def kept_terms(self) -> Terms:
        """Every term that some article keeps, ascending."""
        return numpy.unique(self._terms.values)

    def keep(self, kept: NDArray[numpy.bool_]) -> Rows:
        """Forget all other articles; the new number of each old one, -1 if it is forgotten.

        A copy is kept only with its host. Links to what is forgotten are forgotten.
        """
        new = numpy.where(kept, numpy.cumsum(kept) - 1, -1)
        rows = numpy.flatnonzero(kept)
        self._keep_terms(rows)
        self._keep_links(rows, new)
        self.ids = [self.ids[row] for row in rows]
        self._measures.replace(self.measures[rows].ravel())
        for column in (self.days, self.seen, self.best):
            column.replace(column.values[rows])
        self.hosts.replace(new[self.hosts.values[rows]])
        return new

    def _keep_terms(self, rows: Rows) -> None:
        places, owner = self.terms(rows)
        self._terms.replace(self._terms.values[places])
        self._uses.replace(self._uses.values[places])
        self._starts.replace(_starts(numpy.bincount(owner, minlength=len(rows))))

    def _keep_links(self, rows: Rows, new: Rows) -> None:
        owners, others, odds = self.all_links(rows)
        others = new[others]
        held = others >= 0
        self._others.replace(others[held])
        self._odds.replace(odds[held])
        self._links.replace(_starts(numpy.bincount(owners[held], minlength=len(rows))))


def _starts(counts: Sequence[int] | Rows) -> Rows:
    return numpy.concatenate(([0], numpy.cumsum(counts))).astype(int64)
