"""Stories as the articles come."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy
from numpy import bool_
from numpy.typing import NDArray

from stemma.records import Article, Assignment
from stemma.stories.clock import Clock
from stemma.stories.identities import Identities
from stemma.stories.intake import Intake, Taken
from stemma.stories.membership import Membership
from stemma.stories.probability import weights
from stemma.stories.reading import day
from stemma.stories.reasons import Listener, Reasons
from stemma.stories.regrouping import clustered
from stemma.stories.settings import Settings
from stemma.stories.vocabulary import Vocabulary
from stemma.stories.window import UNDATED, Entry, Rows

__all__ = ["Farewell", "Stream"]

Farewell = Callable[[str, tuple[str, ...]], None]

# A story of so many reports takes further ones by the member closest to them, as it takes copies: an article is
# compared with 64 others at most, and these are enough to tell what belongs.
_FULL = 48
# So many reports at most are clustered anew when one comes; more wait for `settle`.
_LOCAL = 150
_PAIR = 2  # two reports can only be joined or not, which is decided when the second comes
# Stories are mended when together they have grown by such a share since they were last (chosen by eye).
_GROWN = 0.1
# The window is looked through for stories to close after so many articles: that takes some ten milliseconds.
_SWEEP = 1024
# Stories are closed when they hold one in so many articles of the window, since every number changes then.
_WORTH = 16
# A story of more than a tenth of all articles is not closed to make room: a million copies of one text are one story.
_LARGE = 10
# A date is told of where it lies so many days after the articles around it (chosen by eye).
_AHEAD = 366


class _Arrival(NamedTuple):
    """An article with what the window has of it; its date is so many days `ahead` of those around it."""

    article: Article
    entry: Entry
    ahead: int


class Stream:
    """Stories of articles that come one after another.

    `add` puts each article into a story at once and mends the stories beside it; `settle` clusters the open window
    anew, by what is known of its words by then: that is where a batch of the same articles ends. Stories that nothing
    has joined for some days are closed and leave the window: `farewell` is given the id of each and its articles' ids.
    Every step is told to `listener`, with its reason.
    """

    def __init__(
        self, settings: Settings | None = None, listener: Listener | None = None, farewell: Farewell | None = None
    ) -> None:
        self._settings, self._farewell = settings or Settings(), farewell
        self._clock, self._identities, self._intake, self._stories = Clock(), Identities(), Intake(), Membership()
        self._reasons = Reasons(self._intake, self._stories, listener)
        self._unswept = 0

    def __len__(self) -> int:
        return len(self._intake.window)

    def add(self, articles: Iterable[Article]) -> list[Assignment]:
        """The story of each article as it came, in the order given; earlier articles may move, which is told.

        An article without an id is named after its text. A second text under one id is told apart by a number, the same
        text under the same id is counted once.
        """
        return list(self._added(articles, explain=True))

    def feed(self, articles: Iterable[Article]) -> None:
        """Put articles into stories as `add` does, and give a reason for each only to the listener."""
        for _ in self._added(articles, explain=False):
            pass

    @property
    def vocabulary(self) -> Vocabulary:
        """What has been counted of the words."""
        return self._intake.vocabulary

    def stories(self) -> dict[str, tuple[str, ...]]:
        """The open stories: the ids of the articles of each, in the order in which they came."""
        found: dict[str, list[str]] = {}
        # A listener may ask while some articles have been read and not yet put into stories.
        for identity, story in zip(self._intake.window.ids, self._stories.all().tolist(), strict=False):
            found.setdefault(self._stories.id(story), []).append(identity)
        return {story: tuple(articles) for story, articles in found.items()}

    def story_of(self, article: str) -> str | None:
        """The story of an article of the window; None if the window does not hold it."""
        number = self._identities.number(article)
        return None if number is None or number >= len(self._stories) else self._stories.id(self._stories.one(number))

    def settle(self) -> None:
        """Cluster the open window anew, by how telling its words are now."""
        self._regroup(self._hosts(), anew=True)

    def _added(self, articles: Iterable[Article], explain: bool) -> Iterator[Assignment]:
        """The assignments in order. Articles are taken together as long as none asks what became of another of them."""
        waiting: list[_Arrival] = []
        for article in articles:
            known, identity, mark = self._identities.known(article)
            latest = self._identities.latest(mark)
            if known >= 0 or latest >= len(self) or self._unswept + 1 >= _SWEEP:
                yield from self._placed(waiting, explain)
            if known >= 0:
                yield self._reasons.repeated(known)
                continue
            self._sweep()
            arrival = self._arrived(article, identity)
            host = self._identities.twin(mark, arrival.entry.day, self._intake.window)
            self._identities.enter(identity, mark)
            if host >= 0:
                yield from self._placed(waiting, explain)
                yield self._copied(arrival, host, explain)
                continue
            waiting.append(arrival)
            if len(waiting) >= self._intake.room:
                yield from self._placed(waiting, explain)
        yield from self._placed(waiting, explain)

    def _arrived(self, article: Article, identity: str) -> "_Arrival":
        ordinal = day(article.published)
        came = UNDATED if ordinal is None else ordinal
        ahead = came - self._clock.today if self._clock.today != UNDATED else 0
        self._clock.see(came)
        return _Arrival(article, Entry(identity, came, self._clock.leaves_by(came, self._settings.window)), ahead)

    def _copied(self, arrival: "_Arrival", host: int, explain: bool) -> Assignment:
        self._intake.window.add_copy(arrival.entry, host)
        self._stories.add(self._stories.one(host), is_host=False)
        return self._told(len(self) - 1, arrival, None, explain)

    def _told(self, number: int, arrival: "_Arrival", taken: Taken | None, explain: bool) -> Assignment:
        if arrival.article.id and arrival.article.id != arrival.entry.identity:
            self._reasons.renamed(number, arrival.article.id)
        if arrival.ahead > _AHEAD:
            self._reasons.dated_ahead(number, arrival.ahead)
        return self._reasons.assigned(number, arrival.article, taken, explain)

    def _placed(self, waiting: list["_Arrival"], explain: bool) -> Iterator[Assignment]:
        """Put the waiting articles into stories; none is left."""
        if not waiting:
            return
        arrivals = [*waiting]
        waiting.clear()
        entries = [arrival.entry for arrival in arrivals]
        come = self._intake.take([arrival.article for arrival in arrivals], entries)
        for arrival, found in zip(arrivals, come, strict=True):
            story, taken = self._likeliest(found)
            self._intake.enter(taken)
            if story < 0:
                self._stories.found(arrival.entry.identity)
            else:
                self._stories.add(story, is_host=taken.copied < 0)
            self._mend(taken)
            yield self._told(taken.number, arrival, taken, explain)

    def _likeliest(self, taken: Taken) -> tuple[int, Taken]:
        """The story that the article belongs to (-1 for none); a report of a full story is taken as a copy."""
        if taken.copied >= 0:
            return self._stories.one(taken.copied), taken
        if not len(taken.others):
            return -1, taken
        stories = self._stories.of(taken.others)
        sums: dict[int, float] = {}
        for story, likely in zip(stories.tolist(), taken.likely.tolist(), strict=True):
            sums[story] = sums.get(story, 0.0) + likely
        sizes = self._stories.sizes.values
        mean, least = max((total / int(sizes[story]), -story) for story, total in sums.items())
        if mean < weights().joins_at:
            return -1, taken
        if sizes[-least] >= _FULL:
            closest = numpy.where(stories == -least, taken.odds, -numpy.inf).argmax()
            taken = taken._replace(copied=int(taken.others[closest]))
        return -least, taken

    def _mend(self, taken: Taken) -> None:
        """Cluster the stories anew that the new article is near to, unless they have hardly grown since."""
        near = taken.others[taken.likely >= weights().joins_at]
        if taken.copied >= 0 or not len(near):
            return
        touched = numpy.unique(self._stories.of(numpy.append(near, taken.number)))
        if not self._stories.grown(touched, _GROWN):
            return
        members = self._stories.members(touched)
        hosts = members[self._intake.window.hosts.values[members] == members]
        if _PAIR < len(hosts) <= _LOCAL:
            self._regroup(hosts, anew=False)

    def _hosts(self) -> Rows:
        hosts = self._intake.window.hosts.values
        return numpy.flatnonzero(hosts == numpy.arange(len(hosts)))

    def _regroup(self, hosts: Rows, anew: bool) -> None:
        clusters = clustered(hosts, self._intake, anew)
        changes = self._stories.rearrange(hosts, clusters, self._intake.window.ids)
        if changes:
            owners = self._intake.window.hosts.values
            copies = numpy.flatnonzero(owners != numpy.arange(len(owners)))
            self._stories.follow(copies, owners[copies])
            self._reasons.changed(changes)

    def _sweep(self) -> None:
        """Now and then, close the stories whose time is over."""
        self._unswept += 1
        if self._unswept < _SWEEP:
            return
        self._unswept = 0
        over = self._over()
        if over.sum() * _WORTH > len(self):
            self._close(over)

    def _over(self) -> NDArray[bool_]:
        """Which articles are in stories whose time is over, or that must leave to make room."""
        stories = self._stories.all()
        last = numpy.full(len(self._stories.sizes), UNDATED)
        numpy.maximum.at(last, stories, self._intake.window.seen.values)
        over: NDArray[bool_] = numpy.zeros(len(self), dtype=bool_)
        if len(self) > self._settings.least:
            over |= last[stories] < self._clock.today - self._settings.window
        if len(self) - over.sum() > self._settings.most:
            small = numpy.flatnonzero(numpy.bincount(stories)[stories] * _LARGE <= self._settings.most)
            order = small[numpy.lexsort((stories[small], last[stories[small]]))]
            over |= numpy.isin(stories, stories[order[: len(self) - self._settings.most]])
        return over

    def _close(self, over: NDArray[bool_]) -> None:
        hosts = self._hosts()
        self._regroup(hosts[over[hosts]], anew=True)
        closing: dict[int, list[str]] = {}
        for number, story in zip(numpy.flatnonzero(over).tolist(), self._stories.all()[over].tolist(), strict=True):
            closing.setdefault(story, []).append(self._intake.window.ids[number])
        for story in sorted(closing):
            articles = tuple(closing[story])
            self._reasons.closed(story, articles)
            if self._farewell is not None:
                self._farewell(self._stories.id(story), articles)
        new = self._intake.keep(~over)
        self._identities.renumber(new)
        self._stories.keep(~over)
