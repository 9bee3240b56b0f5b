"""Articles as columns, in batches."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import polars

from stemma.corpus.fingerprints import TEXTS
from stemma.records import Article

__all__ = ["batches", "in_time", "table"]

# Characters in a batch: some 3,000 articles. A kernel takes about 60 bytes for each, so half a gigabyte.
_CHARACTERS = 8_000_000
_BROKEN = re.compile("[\ud800-\udfff]")


def in_time(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles by date, then id; those without a date come first. An article's place is its number."""
    return tuple(sorted(articles, key=lambda article: (article.published or "", article.id, article.text)))


def batches(articles: Sequence[Article]) -> Iterator[polars.DataFrame]:
    """The articles in the order given, as batches of TEXTS; one longer than a batch is a batch of its own."""
    first, held = 0, 0
    for place, article in enumerate(articles):
        if place > first and held + len(article.text) > _CHARACTERS:
            yield table(articles[first:place], first)
            first, held = place, 0
        held += len(article.text)
    if first < len(articles):
        yield table(articles[first:], first)


def table(articles: Sequence[Article], first: int = 0) -> polars.DataFrame:
    """The articles as TEXTS, numbered from `first` on; set-aside words are blanks, so that every offset stays true."""
    columns = {
        "number": list(range(first, first + len(articles))),
        "day": [_day(article.published) for article in articles],
        "language": [(article.language or "en").casefold().replace("_", "-").split("-")[0] for article in articles],
        "text": [_own(article) for article in articles],
    }
    return polars.DataFrame(columns, schema=TEXTS)


def _day(published: str | None) -> int | None:
    """The day as a number; None where it is not known or not a date."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _own(article: Article) -> str:
    """The text with blanks for set-aside words, and a replacement for each half of a broken character."""
    text = _BROKEN.sub("\N{REPLACEMENT CHARACTER}", article.text)
    for aside in article.set_aside:
        text = text[: aside.span.start] + " " * (aside.span.end - aside.span.start) + text[aside.span.end :]
    return text
