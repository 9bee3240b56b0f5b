"""An article that comes in: read, weighed, and compared with the open window."""

from math import log
from typing import NamedTuple

import numpy
from numpy import bool_, float64
from numpy.typing import NDArray

from stemma.records import Article
from stemma.stories.boilerplate import Boilerplate
from stemma.stories.index import Index
from stemma.stories.pairs import Compared, Comparer, candidates
from stemma.stories.probability import log_odds, rivalled, weights
from stemma.stories.profile import Profile, counted, profile
from stemma.stories.reading import Reading, read
from stemma.stories.vocabulary import Vocabulary
from stemma.stories.window import LIMIT, UNDATED, Entry, Links, Rows, Window

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

    `copied` is the number of the article that it is a copy of, -1 for none.
    """

    reading: Reading
    kept: Profile
    day: int
    others: Rows
    odds: NDArray[float64]
    likely: NDArray[float64]
    copied: int


class Intake:
    """The vocabulary, the window and its index. `take` an article, then `enter` it."""

    def __init__(self) -> None:
        self.vocabulary, self.window, self.index = Vocabulary(), Window(), Index()
        self._boilerplate, self._comparer = Boilerplate(), Comparer()

    def take(self, article: Article, day: int) -> Taken:
        """Read the article and compare it with the window; `day` is an ordinal or UNDATED."""
        reading = read(article, self._boilerplate.repeated(article), self.vocabulary)
        terms, uses = counted(reading)
        self.vocabulary.count(terms)
        kept = profile(terms, uses, self.vocabulary)
        others = candidates(kept, day, self.index, self.window)
        found = self._comparer.compare(kept, day, self.window, others)
        others, rows, both = others[found.enough], found.rows[found.enough], found.both[found.enough]
        if not len(others):
            return Taken(reading, kept, day, others, both, both, -1)
        odds = log_odds(rows)
        theirs = numpy.maximum(self.window.best.values[others], odds)
        likely = rivalled(odds, odds.max(), theirs, weights().rivalry)
        return Taken(reading, kept, day, others, odds, likely, self._copied(day, others, both))

    def _copied(self, day: int, others: Rows, both: NDArray[float64]) -> int:
        if not len(both) or both.max() < _COPY:
            return -1
        days = self.window.days.values[others]
        near = (days == UNDATED) | (day == UNDATED) | (numpy.abs(days - day) <= _COPY_DAYS)
        likely = numpy.flatnonzero(near & (both >= _COPY))
        return int(others[likely[both[likely].argmax()]]) if len(likely) else -1

    def enter(self, taken: Taken, entry: Entry) -> int:
        """The number under which the article stands in the window from now on."""
        if taken.copied >= 0:
            return self.window.add(entry._replace(host=taken.copied))
        likely = taken.odds >= _NEGLIGIBLE
        links = Links(taken.others[likely], taken.odds[likely])
        number = self.window.add(entry._replace(kept=taken.kept, links=links))
        self.index.add(number, taken.kept.terms[taken.kept.keys])
        return number

    def keep(self, kept: NDArray[bool_]) -> Rows:
        """Forget all other articles; the new number of each old one, -1 if it is forgotten."""
        new = self.window.keep(kept)
        self.index.renumber(new)
        self.vocabulary.forget(self.window.kept_terms())
        return new

    def compare_anew(self, number: int) -> tuple[Rows, Compared]:
        """An article and those that it is linked to, compared by what has been counted since; and those."""
        others = self.window.links(number).others
        kept = self.window.profile(number, self.vocabulary)
        return others, self._comparer.compare(kept, int(self.window.days.values[number]), self.window, others)

    def weigh(self, number: int) -> Links:
        """The links of an article, as likely as they are by what has been counted since."""
        others, found = self.compare_anew(number)
        links = Links(others, numpy.where(found.enough, log_odds(found.rows), -LIMIT))
        self.window.weigh(number, links.odds)
        self.window.note_best(number, links)
        return links

    def shared(self, kept: Profile, other: int) -> Rows:
        """The places of the profile's terms that the other article has."""
        return self._comparer.shared(kept, self.window, other)
