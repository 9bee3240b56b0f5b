"""What a run gives, and how it goes on without an article that a stage fails on."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from stemma.engine.rows import failed
from stemma.records import Article, Findings, Story, Unreadable

__all__ = ["Analysed", "Analysis", "apart", "without"]


class Analysis(NamedTuple):
    """The findings of each story, in the stories' order, and what was set aside on the way with its reason.

    `articles` are those analysed, by id, with their credits to one another.
    """

    articles: tuple[Article, ...]
    stories: tuple[Findings, ...]
    unreadable: tuple[Unreadable, ...]


class Analysed(msgspec.Struct, frozen=True):
    """What the analysis of one story gives: its findings, and the articles that it went on without."""

    findings: Findings
    unreadable: tuple[Unreadable, ...] = ()


def apart(
    articles: Sequence[Article], alone: Callable[[Article], None]
) -> tuple[list[Article], tuple[Unreadable, ...]]:
    """The articles that `alone` goes through, and those that it raises on, each with its reason."""
    sound: list[Article] = []
    aside: list[Unreadable] = []
    for article in articles:
        try:
            alone(article)
            sound.append(article)
        except Exception as fault:
            aside.append(Unreadable(article.id, failed(fault)))
    return sound, tuple(aside)


def without(story: Story, aside: Sequence[Unreadable]) -> Story:
    """The story without the articles that were set aside."""
    gone = {entry.input for entry in aside}
    return msgspec.structs.replace(
        story,
        articles=tuple(article for article in story.articles if article not in gone),
        joinings=tuple(joining for joining in story.joinings if joining.article not in gone),
    )
