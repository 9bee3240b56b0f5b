"""A story: the articles that report one event; and how it came about."""

from typing import Literal

import msgspec

__all__ = ["Assignment", "Joining", "NoteKind", "Story", "StoryNote"]

NoteKind = Literal["joined", "near_miss", "merged", "split", "closed", "renamed", "repeated", "dated_ahead"]


class Joining(msgspec.Struct, frozen=True):
    """Why an article belongs to a story: the member it is closest to, how close (0..1), and the shared evidence."""

    article: str
    closest: str
    similarity: float
    why: str


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Articles that report one event, sorted by id. `first` and `last` are publication dates (YYYY-MM-DD) or None."""

    id: str
    title: str
    first: str | None = msgspec.field(default=None, name="from")
    last: str | None = msgspec.field(default=None, name="to")
    articles: tuple[str, ...]
    joinings: tuple[Joining, ...] = ()


class Assignment(msgspec.Struct, frozen=True):
    """Where an article of a stream was put when it came.

    `joining` names the member that it joined by; None if the article founded the story. `near_miss` names the closest
    article of another story, where it was close enough to tell why it is not the same.
    """

    article: str
    story: str
    joining: Joining | None = None
    near_miss: Joining | None = None


class StoryNote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the log of a stream of stories, with its reason in words.

    `joined`: the article joined the story by `other`, an article. `near_miss`: it did not join the story of `other`.
    `merged`: the story took over the articles of `other`, a story. `split`: the articles left it for `other`, a story.
    `closed`: the story has left the window with these articles. `renamed`: the article's id, `other`, was taken by
    another text. `repeated`: the article was given twice. `dated_ahead`: its date lies far after those around it.
    """

    kind: NoteKind
    story: str
    why: str
    article: str | None = None
    other: str | None = None
    similarity: float | None = None
    articles: tuple[str, ...] = ()
