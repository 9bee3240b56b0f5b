"""Articles into stories, all at once: a stream of them by date, settled at its end."""

from collections.abc import Sequence

from stemma.records import Article, Story
from stemma.stories.describe import Describer
from stemma.stories.reading import day
from stemma.stories.reasons import Listener
from stemma.stories.settings import Settings
from stemma.stories.stream import Stream

__all__ = ["stories"]


def stories(
    articles: Sequence[Article], one_story: bool, settings: Settings | None = None, listener: Listener | None = None
) -> tuple[Story, ...]:
    """What `stemma.stories.group` promises."""
    if not articles:
        return ()
    ordered = sorted(articles, key=lambda article: (_when(article), article.id, article.text))
    stream, clusters = _streamed(ordered, settings, listener)
    by_id = {article.id: article for article in ordered}
    if one_story:
        first = next(story for story, members in clusters.items() if ordered[0].id in members)
        clusters = {first: tuple(by_id)}
    describer = Describer(stream.vocabulary)
    found = (describer.story(story, [by_id[name] for name in members]) for story, members in clusters.items())
    return tuple(sorted(found, key=lambda entry: (entry.first or "9999", entry.id)))


def _streamed(
    ordered: Sequence[Article], settings: Settings | None, listener: Listener | None
) -> tuple[Stream, dict[str, tuple[str, ...]]]:
    """The stream at its end, and the articles of every story that it had."""
    closed: dict[str, tuple[str, ...]] = {}
    stream = Stream(settings, listener, closed.__setitem__)
    stream.feed(ordered)
    stream.settle()
    return stream, closed | stream.stories()


def _when(article: Article) -> str:
    """Dated articles by date and time; undated ones after them."""
    return (article.published or "") if day(article.published) is not None else "9999"
