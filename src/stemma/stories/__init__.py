"""Which articles report one event: as they come, and for all at once."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from stemma.records import Article, Story, StoryNote

if TYPE_CHECKING:
    from stemma.stories.settings import Settings
    from stemma.stories.stream import Stream

__all__ = ["Settings", "Stream", "group"]


def __getattr__(name: str) -> Any:
    """Load the stream when it is first asked for: numpy takes a quarter of a second to import."""
    if name == "Stream":
        from stemma.stories.stream import Stream

        return Stream
    if name == "Settings":
        from stemma.stories.settings import Settings

        return Settings
    raise AttributeError(f"module 'stemma.stories' has no attribute {name!r}")


def group(
    articles: Sequence[Article],
    one_story: bool = False,
    *,
    settings: "Settings | None" = None,
    listener: Callable[[StoryNote], None] | None = None,
) -> tuple[Story, ...]:
    """The stories that the articles report, by first date and id; every article is in exactly one.

    They are what a `Stream` of the articles by date ends with, once settled. `one_story` takes all articles as one.
    The same articles in any order give the same stories. Ids of articles must differ. An article that reports nothing
    others do is a story of its own, without joinings; so is one of common words only: two articles are joined only if
    they share at least two telling words. `listener` is told every step.
    """
    from stemma.stories.grouping import stories  # here, since numpy takes a quarter of a second to import

    return stories(articles, one_story, settings, listener)
