"""The program under measurement: the one file that calls it, so that the rest is scoring alone."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import stemma
from evals.reported import Reported, decoded
from stemma.engine import plan
from stemma.figures import figures as figures_of
from stemma.records import Article, Figure, Kinship, Lineage, Statement, Story
from stemma.stories import Stream
from stemma.text.dates import dates as dates_in

__all__ = [
    "FoundDate",
    "Stream",
    "dates",
    "figures",
    "group",
    "kinship",
    "lineage",
    "prepared",
    "read",
    "report",
    "statements",
]

FoundDate = tuple[int, int, str | None, str | None]
"""Start and end in the text; ISO date and precision, None where the words name a date that is not known."""


def read(folder: Path) -> list[Article]:
    """The articles of a folder."""
    return list(stemma.read(str(folder)))


def report(articles: Sequence[Article]) -> Reported:
    """The whole report, by way of its JSON: what another program would see."""
    return decoded(stemma.report(articles).to_json())


def group(articles: Sequence[Article]) -> list[Story]:
    """The stories of the articles."""
    return list(stemma.group(articles))


def prepared(articles: Sequence[Article]) -> Sequence[Article]:
    """The articles as the program reads them, with what is no text of the story set aside."""
    return plan.prepared(articles)


def kinship(a: Article, b: Article) -> Kinship:
    """Whether one written text lies behind both."""
    return stemma.kinship(a, b)


def lineage(articles: Sequence[Article]) -> Lineage:
    """The lineage of articles taken as one story."""
    return stemma.lineage(articles)


def statements(article: Article) -> list[Statement]:
    """Who said what in one article."""
    return list(stemma.statements(article))


def figures(article: Article) -> Sequence[Figure]:
    """The figures of one article."""
    return figures_of(article)


def dates(text: str, base: date | None) -> list[FoundDate]:
    """The date expressions of a text, resolved against the day it was published."""
    return [(found.start, found.end, found.date, found.precision) for found in dates_in(text, base)]
