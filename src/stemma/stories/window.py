"""The articles of the open window: a few columns of numbers each, so that ten thousands of them take little room."""

from collections.abc import Sequence
from itertools import compress
from typing import Any, NamedTuple

import numpy
from numpy import float64, int64
from numpy.typing import NDArray

from stemma.stories.columns import Column, spread
from stemma.stories.profile import KEYS, MEASURES, Counted, Profiles, profiles
from stemma.stories.vocabulary import Terms, Vocabulary

__all__ = ["LIMIT", "NO_LINKS", "UNDATED", "Entry", "Links", "Rows", "Window"]

Rows = NDArray[int64]

UNDATED = -1
LIMIT = 13.8
"""No log odds are farther from 0: a chance of one in a million."""


class Links(NamedTuple):
    """Earlier articles that may report the event of one, ascending, and the log odds that each does."""

    others: Rows
    odds: NDArray[float64]


class Entry(NamedTuple):
    """An article to be added: `day` is an ordinal or UNDATED, `seen` the day by which it leaves the window."""

    identity: str
    day: int
    seen: int


NO_LINKS = Links(numpy.zeros(0, dtype=int64), numpy.zeros(0))


class Window:
    """Articles by number, in the order in which they came; a host is its own, only hosts have terms and links.

    `best` are the highest log odds that an article has with any other, `measures` are the lengths of its vectors (see
    `MEASURES`), as they were when it came or when it was last weighed;
    none by the most telling terms is less than `shortest`.
    """

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.days, self.seen, self.hosts = Column(numpy.int32), Column(numpy.int32), Column(numpy.int32)
        self.best, self._measures = Column(numpy.float32), Column(numpy.float32)
        self._starts, self._terms, self._uses = Column(numpy.int64), Column(numpy.uint32), Column(numpy.uint8)
        self._links, self._others, self._odds = Column(numpy.int64), Column(numpy.int32), Column(numpy.float32)
        self._starts.append(0)
        self._links.append(0)
        self.shortest = 1e9  # longer than any

    def __len__(self) -> int:
        return len(self.ids)

    def add_copy(self, entry: Entry, host: int) -> None:
        """Add a copy of the article that is the host."""
        self.extend([entry], None)
        self.hosts.values[-1] = host
        self.link(NO_LINKS)

    def extend(self, entries: Sequence[Entry], kept: Profiles | None) -> Rows:
        """The numbers of the articles, the next ones; each is a host until it is said to be a copy (see `copied`).

        Its links have to follow, by number (see `link`).
        """
        numbers = numpy.arange(len(self.ids), len(self.ids) + len(entries))
        self.ids += [entry.identity for entry in entries]
        self.days.extend([entry.day for entry in entries])
        self.seen.extend([entry.seen for entry in entries])
        self.hosts.extend(numbers)
        self.best.extend(numpy.full(len(entries), -LIMIT))
        if kept is None:
            self._measures.extend(numpy.zeros(len(entries) * MEASURES))
            self._starts.extend(numpy.full(len(entries), len(self._terms)))
            return numbers
        self._measures.extend(kept.measures.ravel())
        self._note_shortest(kept.measures)
        self._starts.extend(len(self._terms) + numpy.cumsum(numpy.bincount(kept.owners, minlength=len(entries))))
        self._terms.extend(kept.terms)
        self._uses.extend(kept.uses)
        return numbers

    def link(self, links: Links) -> None:
        """Note the links of the first article that has none yet."""
        number = len(self._links) - 1
        self._others.extend(links.others)
        self._odds.extend(links.odds)
        self._links.append(len(self._others))
        self.note_best(number, links)

    def copied(self, numbers: Rows) -> None:
        """Forget the terms of those of these latest articles that are copies."""
        hosts = self.hosts.values[numbers] == numbers
        if hosts.all():
            return
        lengths, first = self.sizes(numbers) * hosts, int(self._starts.values[numbers[0]])
        places = self.terms(numbers[hosts])[0]
        terms, uses = self._terms.values[places], self._uses.values[places]
        for column, values in ((self._terms, terms), (self._uses, uses)):
            column.cut(first)
            column.extend(values)
        self._starts.values[numbers + 1] = first + numpy.cumsum(lengths)
        self.measures[numbers[~hosts]] = 0.0

    @property
    def measures(self) -> NDArray[Any]:
        """The lengths of each article's vectors, a row for each."""
        return self._measures.values.reshape(-1, MEASURES)

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

    def weigh(self, numbers: Rows, odds: NDArray[float64]) -> None:
        """Set the log odds of the links of these articles, in the order of `all_links`."""
        starts = self._links.values[numbers]
        counts = self._links.values[numbers + 1] - starts
        places = spread(starts, counts)
        self._odds.values[places] = odds
        for side in (numbers.repeat(counts), self._others.values[places]):
            numpy.maximum.at(self.best.values, side, odds.astype(numpy.float32))

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

    def profiles(self, numbers: Rows, vocabulary: Vocabulary) -> Profiles:
        """The kept terms of at most MOST articles as they weigh now."""
        places, owners = self.terms(numbers)
        terms = self._terms.values[places]
        counted = Counted(owners, terms, self._uses.values[places], len(numbers))
        return profiles(counted, vocabulary.weights(terms))

    def measure(self, numbers: Rows, kept: Profiles) -> None:
        """Set the measures of these articles."""
        self.measures[numbers] = kept.measures
        self._note_shortest(kept.measures)

    def _note_shortest(self, measures: NDArray[float64]) -> None:
        lengths = measures[:, KEYS]
        self.shortest = min(self.shortest, float(lengths[lengths > 0].min(initial=self.shortest)))

    @property
    def kept_terms(self) -> Terms:
        """The terms that the articles keep, by article."""
        kept: Terms = self._terms.values
        return kept

    def keep(self, kept: NDArray[numpy.bool_]) -> Rows:
        """Forget all other articles; the new number of each old one, -1 if it is forgotten.

        A copy is kept only with its host. Links to what is forgotten are forgotten.
        """
        new = numpy.where(kept, numpy.cumsum(kept) - 1, -1)
        self._keep_terms(kept)
        self._keep_links(kept, new)
        self.ids = list(compress(self.ids, kept.tolist()))
        self._measures.replace(self.measures[kept].ravel())
        for column in (self.days, self.seen, self.best):
            column.replace(column.values[kept])
        self.hosts.replace(new[self.hosts.values[kept]])
        return new

    def _keep_terms(self, kept: NDArray[numpy.bool_]) -> None:
        lengths = numpy.diff(self._starts.values)
        held = kept.repeat(lengths)
        self._terms.replace(self._terms.values[held])
        self._uses.replace(self._uses.values[held])
        self._starts.replace(_starts(lengths[kept]))

    def _keep_links(self, kept: NDArray[numpy.bool_], new: Rows) -> None:
        counts = numpy.diff(self._links.values)
        others = new[self._others.values]
        held = kept.repeat(counts) & (others >= 0)
        owners = numpy.arange(len(kept)).repeat(counts)[held]
        self._others.replace(others[held])
        self._odds.replace(self._odds.values[held])
        self._links.replace(_starts(numpy.bincount(owners, minlength=len(kept))[kept]))


def _starts(counts: Sequence[int] | Rows) -> Rows:
    return numpy.concatenate(([0], numpy.cumsum(counts))).astype(int64)
