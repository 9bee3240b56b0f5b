"""What happened in a stream, in records with their reasons."""

from collections.abc import Callable, Iterator, Sequence

import numpy
from numpy import bool_, float64
from numpy.typing import NDArray

from stemma.records import Article, Assignment, Joining, NoteKind, StoryNote
from stemma.stories.evidence import Written, apart, shown, telling, why, written
from stemma.stories.intake import Intake, Taken
from stemma.stories.membership import Change, Membership
from stemma.stories.probability import probabilities, weights
from stemma.stories.window import Rows

__all__ = ["Listener", "Reasons"]

Listener = Callable[[StoryNote], None]

# From this share of the level that joins on, an article of another story is worth a reason (chosen by eye).
_NEAR_MISS = 0.5


class Reasons:
    """Writes the assignment of each article, and tells the listener, if there is one, every step."""

    def __init__(self, intake: Intake, stories: Membership, listener: Listener | None) -> None:
        self._intake, self._stories, self._listener = intake, stories, listener

    def tell(self, note: StoryNote) -> None:
        """Tell the listener."""
        if self._listener is not None:
            self._listener(note)

    def repeated(self, number: int) -> Assignment:
        """The assignment of an article that was given before, under the same id."""
        self._note("repeated", number, None, "the same text was given under this id before")
        return Assignment(self._intake.window.ids[number], self._story(number))

    def renamed(self, number: int, given: str) -> None:
        """Tell that the article's id was taken."""
        told = "another text has this id, so the article goes by one of its own"
        self._note("renamed", number, given, told)

    def dated_ahead(self, number: int, days: int) -> None:
        """Tell that the article's date is so many days after those around it."""
        self._note("dated_ahead", number, None, f"is dated {days} days after the articles around it")

    def _note(self, kind: NoteKind, number: int, other: str | None, told: str) -> None:
        identity = self._intake.window.ids[number]
        self.tell(StoryNote(kind=kind, story=self._story(number), article=identity, other=other, why=told))

    def assigned(self, number: int, article: Article, taken: Taken | None, explain: bool) -> Assignment:
        """The newest article's assignment; `taken` is None for a copy word for word.

        What it joined by and what it nearly joined are only told where `explain` or a listener asks for it.
        """
        if not explain and self._listener is None:
            return Assignment(self._intake.window.ids[number], self._story(number))
        if taken is None:
            return self._told(number, self._twin(number), None)
        inside = self._stories.of(taken.others) == self._stories.one(number)
        near = taken.likely >= _NEAR_MISS * weights().joins_at
        missed = near & ~inside
        if not (inside.any() or missed.any()):
            return self._told(number, None, None)
        text = written(article, taken.reading)
        return self._told(number, self._closest(text, taken, inside), self._closest(text, taken, missed))

    def _twin(self, number: int) -> Joining:
        window = self._intake.window
        host = int(window.hosts.values[number])
        told = (
            f"has the same title and text, and {apart(int(window.days.values[number]), int(window.days.values[host]))}"
        )
        return Joining(window.ids[number], window.ids[host], 1.0, told)

    def _told(self, number: int, joined: Joining | None, missed: Joining | None) -> Assignment:
        identity, story = self._intake.window.ids[number], self._story(number)
        if joined is not None:
            self._near("joined", number, joined)
        if missed is not None:
            self._near("near_miss", number, missed)
        return Assignment(identity, story, joined, missed)

    def _near(self, kind: NoteKind, number: int, found: Joining) -> None:
        self.tell(
            StoryNote(
                kind=kind,
                story=self._story(number),
                article=found.article,
                other=found.closest,
                similarity=found.similarity,
                why=found.why,
            )
        )

    def _closest(self, text: Written, taken: Taken, among: NDArray[bool_]) -> Joining | None:
        """Why the likeliest of these others is near; None if there is none."""
        if not among.any():
            return None
        window = self._intake.window
        at = int(numpy.where(among, taken.odds, -numpy.inf).argmax())
        other = int(taken.others[at])
        kept = taken.kept.one(taken.place)
        shared = self._intake.shared(kept, other)
        words = shown(text, kept.terms[telling(kept, shared)].tolist(), frozenset(kept.terms[shared].tolist()))
        told = why(words, int(window.days.values[taken.number]), int(window.days.values[other]))
        return Joining(
            window.ids[taken.number], window.ids[other], round(float(probabilities(taken.odds[at])), 3), told
        )

    def changed(self, changes: Sequence[Change]) -> None:
        """Tell which stories were merged and split."""
        if self._listener is None:
            return
        for change in changes:
            into, left = self._stories.id(change.after), self._stories.id(change.before)
            ids = tuple(self._intake.window.ids[article] for article in change.articles.tolist())
            if change.whole:
                told = self._between(change.articles, change.after)
                self.tell(StoryNote(kind="merged", story=into, other=left, articles=ids, why=told))
            else:
                told = self._between(change.articles, change.before)
                self.tell(StoryNote(kind="split", story=left, other=into, articles=ids, why=told))

    def _between(self, articles: Rows, story: int) -> str:
        """What the closest of these articles and of the others of the story share, and how likely it is one event."""
        window = self._intake.window
        hosts = numpy.flatnonzero(self._stories.all() == story)
        others = numpy.setdiff1d(hosts[window.hosts.values[hosts] == hosts], articles)
        found = [pair for one, two in ((articles, others), (others, articles)) for pair in self._links(one, two)]
        if not found:
            return "no article of one is near one of the other"
        chance, one, other = max(found)
        kept = window.profiles(numpy.array([one]), self._intake.vocabulary)
        places = telling(kept, self._intake.shared(kept, other))
        words = [form for form in self._intake.vocabulary.forms(kept.terms[places]) if form.isalpha()]
        told = why(words, int(window.days.values[one]), int(window.days.values[other]))
        return f"of the closest, {window.ids[one]} {told} as {window.ids[other]}: {chance:.0%} likely one event"

    def _links(self, articles: Rows, others: Rows) -> Iterator[tuple[float, int, int]]:
        for number in articles.tolist():
            links = self._intake.window.links(number)
            inside = numpy.isin(links.others, others)
            for chance, other in zip(
                probabilities(links.odds[inside].astype(float64)).tolist(), links.others[inside].tolist(), strict=True
            ):
                yield chance, number, other

    def closed(self, story: int, articles: tuple[str, ...]) -> None:
        """Tell that a story has left the window, with its articles."""
        told = "nothing has joined it for as long as the window is, or the window was full"
        self.tell(StoryNote(kind="closed", story=self._stories.id(story), articles=articles, why=told))

    def _story(self, number: int) -> str:
        return self._stories.id(self._stories.one(number))
