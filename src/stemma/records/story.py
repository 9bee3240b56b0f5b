"""A story: the articles that report one event."""

import msgspec

__all__ = ["Joining", "Story"]


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
