"""Which articles report one event."""

from collections.abc import Sequence

from stemma.records import Article, Story

__all__ = ["group"]


def group(articles: Sequence[Article], one_story: bool = False) -> tuple[Story, ...]:
    """The stories that the articles report, by first date and id; every article is in exactly one.

    `one_story` takes all articles as one. The same articles in any order give the same stories. Ids of articles must
    differ. An article that reports nothing others do is a story of its own, without joinings; so is one of common
    words only: two articles are joined only if they share at least two telling words.
    """
    from stemma.stories.grouping import stories  # here, since numpy and scipy take a quarter of a second to import

    return stories(articles, one_story)
