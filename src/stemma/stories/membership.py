"""Which story each article of the window is in; stories keep their ids while articles come, go and move."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy
from numpy import bool_
from numpy.typing import NDArray

from stemma.records import digest
from stemma.stories.columns import Column
from stemma.stories.window import Rows

__all__ = ["Change", "Membership"]


class Change(NamedTuple):
    """Articles (hosts) that went from one story to another; `whole`: nothing is left of the first."""

    before: int
    after: int
    articles: Rows
    whole: bool


class Membership:
    """Stories by number. `sizes` counts the hosts of each.

    Of each article is kept how many stories were ever named after it, so that none takes the name of one that has left.
    """

    def __init__(self) -> None:
        self._stories = Column(numpy.int32)
        self._named = Column(numpy.int32)
        self._names = Column(numpy.int64)
        self.sizes = Column(numpy.int32)
        self._mended = Column(numpy.int32)
        self._first = Column(numpy.int32)  # no article of the story comes before

    def __len__(self) -> int:
        return len(self._stories)

    def found(self, identity: str) -> None:
        """A new story of the newest article of the window, named after it."""
        self.add(self._new(_name(identity, 1), len(self)), is_host=True)
        self._named.values[-1] = 1

    def _new(self, name: int, first: int) -> int:
        self._first.append(first)
        self._names.append(name)
        self.sizes.append(0)
        self._mended.append(0)
        return len(self._names) - 1

    def add(self, story: int, is_host: bool) -> None:
        """Put the newest article of the window into the story."""
        self._stories.append(story)
        self._named.append(0)
        self.sizes.values[story] += is_host

    def grown(self, stories: Rows, share: float) -> bool:
        """Whether these stories are larger by such a share than when they were last rearranged."""
        before, now = int(self._mended.values[stories].sum()), int(self.sizes.values[stories].sum())
        return abs(now - before) > share * before

    def one(self, article: int) -> int:
        """The story of the article."""
        return int(self._stories.values[article])

    def of(self, articles: Rows) -> Rows:
        """The story of each of these articles."""
        stories: Rows = self._stories.values[articles].astype(numpy.int64)
        return stories

    def members(self, stories: Rows) -> Rows:
        """The articles of these few stories, ascending."""
        first = int(self._first.values[stories].min())
        later = self._stories.values[first:]
        inside = later == stories[0]
        for story in stories[1:].tolist():
            inside |= later == story
        return numpy.flatnonzero(inside) + first

    def all(self) -> Rows:
        """The story of every article, in the order of their numbers."""
        return self.of(numpy.arange(len(self._stories)))

    def id(self, story: int) -> str:
        """What the story is called outside."""
        return f"story:{int(self._names.values[story]):012x}"

    def rearrange(self, hosts: Rows, clusters: Sequence[Rows], ids: Sequence[str]) -> list[Change]:
        """Put the clusters of these hosts (all of the stories that they are in) into stories.

        A story's id stays with the largest of its parts, a cluster takes the id of its largest part; what is left
        founds a story. `ids` are the articles' by number.
        """
        before = dict(zip(hosts.tolist(), self.of(hosts).tolist(), strict=True))
        parts = Counter(
            (before[article], place) for place, members in enumerate(clusters) for article in members.tolist()
        )
        kept: dict[int, int] = {}
        given: set[int] = set()
        for (story, place), _ in sorted(parts.items(), key=lambda part: (-part[1], part[0])):
            if place not in kept and story not in given:
                kept[place] = story
                given.add(story)
        changes: list[Change] = []
        for place, members in enumerate(clusters):
            after = kept[place] if place in kept else self._found_among(members, ids)
            changes += self._moved(members, after, before, given)
        stories = numpy.unique(self.of(hosts))
        self._mended.values[stories] = self.sizes.values[stories]
        return changes

    def _moved(self, members: Rows, after: int, before: dict[int, int], alive: set[int]) -> list[Change]:
        moved: dict[int, list[int]] = {}
        for article in members.tolist():
            if before[article] != after:
                moved.setdefault(before[article], []).append(article)
        for story, articles in moved.items():
            self._stories.values[articles] = after
            self._first.values[after] = min(int(self._first.values[after]), articles[0])
            self.sizes.values[story] -= len(articles)
            self.sizes.values[after] += len(articles)
        return [Change(story, after, numpy.array(articles), story not in alive) for story, articles in moved.items()]

    def _found_among(self, members: Rows, ids: Sequence[str]) -> int:
        """A new story named after the member of whom fewest were named, the first of several."""
        first = int(members[self._named.values[members].argmin()])
        self._named.values[first] += 1
        return self._new(_name(ids[first], int(self._named.values[first])), int(members[0]))

    def follow(self, copies: Rows, hosts: Rows) -> None:
        """Put copies where their hosts are."""
        self._stories.values[copies] = self._stories.values[hosts]

    def keep(self, kept: NDArray[bool_]) -> None:
        """Forget all other articles, and the stories that none is left of."""
        stories, first, numbers = numpy.unique(self._stories.values[kept], return_index=True, return_inverse=True)
        self._stories.replace(numbers)
        self._named.replace(self._named.values[kept])
        self._names.replace(self._names.values[stories])
        self.sizes.replace(self.sizes.values[stories])
        self._mended.replace(self._mended.values[stories])
        self._first.replace(first)


def _name(identity: str, turn: int) -> int:
    return int(digest(identity, *([str(turn)] if turn > 1 else [])), 16)
