"""Stemma traces news reports to their independent origins.

    articles = stemma.read("reports/")
    report = stemma.report(articles)
    print(report.to_text())

Every function here is deterministic: the same articles, in any order, give the same result, byte for byte.
"""

import warnings
from collections.abc import Iterable
from importlib.metadata import version as _version
from typing import TYPE_CHECKING, Any

from stemma.errors import ContractError, EngineError, InputError, NothingToRead, StemmaError
from stemma.records import Article, Comparison, Kinship, Lineage, Statement, Story

if TYPE_CHECKING:
    from stemma.rendering import Report

__all__ = [
    "Article",
    "Comparison",
    "ContractError",
    "EngineError",
    "InputError",
    "Kinship",
    "Lineage",
    "NothingToRead",
    "Report",
    "Statement",
    "StemmaError",
    "Story",
    "UnreadableWarning",
    "compare",
    "group",
    "kinship",
    "lineage",
    "read",
    "report",
    "statements",
]

__version__ = _version("stemma-news")


def __getattr__(name: str) -> Any:
    """Load `Report` when it is first asked for: the command line answers --help without the whole program."""
    if name == "Report":
        from stemma.rendering import Report

        return Report
    raise AttributeError(f"module 'stemma' has no attribute {name!r}")


class UnreadableWarning(UserWarning):
    """An input gave no article; the message says which and why."""


def read(*inputs: str) -> list[Article]:
    """The articles of files, folders or "-" (JSONL on standard input), with credits and set-aside passages found.

    An input that gives no article is told in an `UnreadableWarning`, and the rest is read. NothingToRead if none does.
    """
    from stemma.engine import plan

    found, unreadable = plan.read([str(entry) for entry in inputs])
    if not found:
        reasons = "; ".join(f"{entry.input}: {entry.reason}" for entry in unreadable)
        raise NothingToRead("no article was read", reasons or "no input", "name a file or folder of reports")
    for entry in unreadable:
        warnings.warn(f"{entry.input}: {entry.reason}", UnreadableWarning, stacklevel=2)
    return list(found)


def report(articles: Iterable[Article], *, one_story: bool = False) -> "Report":
    """Everything found, story by story; with `one_story` all articles are taken as reports of one event."""
    from stemma.engine import plan
    from stemma.rendering import Report

    ready = plan.prepared(articles)
    found = plan.analysis(ready, one_story)
    return Report(articles=found.articles, stories=found.stories, unreadable=found.unreadable, version=__version__)


def group(articles: Iterable[Article]) -> list[Story]:
    """The articles grouped by the event that they report."""
    from stemma.engine import plan

    return list(plan.stories(articles))


def lineage(articles: Iterable[Article]) -> Lineage:
    """Who was made from what, all articles taken as one story."""
    from stemma.engine import plan

    return plan.lineage(articles)


def kinship(a: Article, b: Article) -> Kinship:
    """Whether one written text lies behind both articles, and which was the exemplar."""
    from stemma.engine import plan

    return plan.compare(a, b).kinship


def statements(article: Article) -> list[Statement]:
    """Who is said to have said what, by place in the text."""
    from stemma.engine import plan

    return list(plan.statements_of(article))


def compare(a: Article, b: Article) -> Comparison:
    """Kinship, aligned passages and typed changes of two articles."""
    from stemma.engine import plan

    return plan.compare(a, b)
