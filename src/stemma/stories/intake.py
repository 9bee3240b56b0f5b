"""Articles that come in: read, weighed, and compared with the open window."""

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

import numpy
from numpy import bool_, float64
from numpy.typing import NDArray

from stemma.records import Article
from stemma.stories.boilerplate import Boilerplate
from stemma.stories.index import PAGE, Index
from stemma.stories.pairs import COMPARED, Compared, Comparer, Pairs, candidates, likeliest
from stemma.stories.probability import log_odds, rivalled, weights
from stemma.stories.profile import MOST, Counted, Profiles, counted, profiles
from stemma.stories.reading import Reading, read
from stemma.stories.vocabulary import Terms, Vocabulary
from stemma.stories.window import LIMIT, NO_LINKS, UNDATED, Entry, Links, Rows, Window

__all__ = ["NEGLIGIBLE", "Intake", "Taken"]

# An article is a copy of one that comes before it where so much of the weight of each one's terms is shared, both ways
# (by eye: a headline and a line changed in a dispatch), and they are so near in time.
_COPY, _COPY_DAYS = 0.9, 15
# Links less likely than this are not kept: they would weigh next to nothing (chosen by eye).
NEGLIGIBLE = 0.02
_NEGLIGIBLE = log(NEGLIGIBLE / (1 - NEGLIGIBLE))


class Taken(NamedTuple):
    """An article read and compared: `odds` are the log odds that it reports the event of each of `others`, `likely` the
    probabilities of that, lowered where there are closer relations.

    `number` is its place in the window, `place` that in `kept`, which is of all that came together; `copied` is the
    number of the article that it is a copy of, -1 for none.
    """

    number: int
    reading: Reading
    kept: Profiles
    place: int
    others: Rows
    odds: NDArray[float64]
    likely: NDArray[float64]
    copied: int


_NOBODY = (*NO_LINKS, NO_LINKS.odds, -1)


class _Found(NamedTuple):
    """The pairs of articles that came together with earlier ones: the log odds of one event, and what both share."""

    pairs: Pairs
    odds: NDArray[float64]
    both: NDArray[float64]

    def taken(self, which: NDArray[bool_] | Rows | slice) -> "_Found":
        owners, others, scores = self.pairs
        return _Found(Pairs(owners[which], others[which], scores[which]), self.odds[which], self.both[which])


class Intake:
    """The vocabulary, the window and its index."""

    def __init__(self) -> None:
        self.vocabulary, self.window, self.index = Vocabulary(), Window(), Index()
        self._boilerplate, self._comparer = Boilerplate(), Comparer()
        self._copies: list[Terms] = []

    @property
    def room(self) -> int:
        """How many articles can be taken together."""
        return min(MOST, self.index.room, self.vocabulary.room)

    def take(self, articles: Sequence[Article], entries: Sequence[Entry]) -> Iterator[Taken]:
        """Read the articles, `room` of them at most, and compare each with all before it; `entries` are for the window.

        Each has to be entered (see `enter`) before the next is asked for, and the last before anything else is done.
        It does not matter which articles are taken together.
        """
        readings, found, kept = self._kept(articles)
        numbers = self.window.extend(entries, kept)
        near = self._found(kept, numbers)
        edges = near.pairs.owners.searchsorted(numpy.arange(len(numbers) + 1)).tolist()
        for place, number in enumerate(numbers.tolist()):
            alone = Taken(number, readings[place], kept, place, *_NOBODY)
            taken = self._taken(alone, near.taken(slice(*edges[place : place + 2])))
            if taken.copied >= 0:
                self._copies.append(found.terms[found.owners == place])
            yield taken
        self.index.entered(len(numbers), numbers[self.window.hosts.values[numbers] != numbers])
        self.window.copied(numbers)
        if self.index.room == PAGE:
            self._uncount()

    def _uncount(self) -> None:
        """Copies make no word common: they are taken from the counts when a page is full, whatever came together."""
        for terms in self._copies:
            self.vocabulary.uncount(terms)
        self._copies = []

    def _kept(self, articles: Sequence[Article]) -> tuple[list[Reading], Counted, Profiles]:
        vocabulary, readings, raised = self.vocabulary, [], []
        vocabulary.raised()
        for place, article in enumerate(articles):
            readings.append(read(article, self._boilerplate.repeated(article), vocabulary))
            raised += [(place, *one) for one in vocabulary.raised()]
        found = counted(readings)
        count = vocabulary.count(found.owners, found.terms, found.articles)
        return readings, found, profiles(found, vocabulary.weights_then(found.owners, found.terms, count, raised))

    def _found(self, kept: Profiles, numbers: Rows) -> _Found:
        pairs = candidates(kept, numbers, self.index, self.window)
        compared = self._comparer.compare(kept, self.window.days.values[numbers], pairs, self.window)
        return _Found(pairs, log_odds(compared.rows), compared.both).taken(compared.enough)

    def _taken(self, alone: Taken, found: _Found) -> Taken:
        window, others = self.window, found.pairs.others
        if not len(others):
            return alone
        if others[-1] >= alone.number - MOST:  # what came together with it may have been found to be a copy
            found = found.taken(window.hosts.values[others] == others)
        if len(found.odds) > COMPARED:
            found = found.taken(likeliest(found.pairs))
        others, odds = found.pairs.others, found.odds
        if not len(others):
            return alone
        likely = rivalled(odds, odds.max(), numpy.maximum(window.best.values[others], odds), weights().rivalry)
        copied = self._copied(alone.number, others, found.both)
        return alone._replace(others=others, odds=odds, likely=likely, copied=copied)

    def _copied(self, number: int, others: Rows, both: NDArray[float64]) -> int:
        if both.max() < _COPY:
            return -1
        day, days = self.window.days.values[number], self.window.days.values[others]
        near = (days == UNDATED) | (day == UNDATED) | (numpy.abs(days - day) <= _COPY_DAYS)
        likely = numpy.flatnonzero(near & (both >= _COPY))
        return int(others[likely[both[likely].argmax()]]) if len(likely) else -1

    def enter(self, taken: Taken) -> None:
        """Keep the article's links, or that it is a copy."""
        if taken.copied >= 0:
            self.window.hosts.values[taken.number] = taken.copied
            self.window.link(NO_LINKS)
            return
        likely = taken.odds >= _NEGLIGIBLE
        self.window.link(Links(taken.others[likely], taken.odds[likely]))

    def keep(self, kept: NDArray[bool_]) -> Rows:
        """Forget all other articles; the new number of each old one, -1 if it is forgotten."""
        new = self.window.keep(kept)
        self.index.renumber(new)
        self._uncount()
        self.vocabulary.forget(self.window.kept_terms)
        return new

    def compare_anew(self, numbers: Rows) -> tuple[Pairs, Compared]:
        """Articles, MOST at most, and those that each is linked to, compared by what has been counted since."""
        kept = self.window.profiles(numbers, self.vocabulary)
        self.window.measure(numbers, kept)
        owners, others, odds = self.window.all_links(numbers)
        pairs = Pairs(owners, others, odds)
        return pairs, self._comparer.compare(kept, self.window.days.values[numbers], pairs, self.window)

    def weigh(self, numbers: Rows) -> None:
        """Weigh the links of these articles by what has been counted since."""
        for first in range(0, len(numbers), MOST):
            part = numbers[first : first + MOST]
            _, found = self.compare_anew(part)
            self.window.weigh(part, numpy.where(found.enough, log_odds(found.rows), -LIMIT))

    def shared(self, kept: Profiles, other: int) -> Rows:
        """The places of one article's terms that the other article has."""
        return self._comparer.shared(kept, self.window, other)
