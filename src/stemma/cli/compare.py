"""stemma compare: two articles side by side."""

from enum import StrEnum
from pathlib import Path

import typer

from stemma.cli import console
from stemma.cli.lacking import tell_misread
from stemma.cli.outputs import spared
from stemma.errors import InputError
from stemma.records import Article, Unreadable

__all__ = ["HELP", "NAME", "run"]

NAME = "compare"
HELP = "Two articles side by side: kinship, aligned passages, changes."


class Format(StrEnum):
    """What a comparison can be written as."""

    text = "text"
    json = "json"
    html = "html"


def run(
    a: str = typer.Argument(..., metavar="A", help="The first article's file."),
    b: str = typer.Argument(..., metavar="B", help="The second article's file."),
    format: Format = typer.Option(Format.text, "--format", help="text, json, or one HTML file."),  # noqa: A002 - the option's name
    output: Path | None = console.Out,
) -> None:
    """Compare two articles."""
    from stemma.engine import plan
    from stemma.rendering import comparison_html, comparison_json, comparison_text

    spared(output, (a, b))
    (first, lost_first), (second, lost_second) = _one(a), _one(b)
    first, second = plan.told_apart(first, second)
    tell_misread((first, second))
    with console.progress() as bar:
        bar("comparing", 0, 0)
        found = plan.compare(first, second)
    if format is Format.json:
        console.write(comparison_json(found), output)
    elif format is Format.html:
        console.write(comparison_html(found, (first, second)), output)
    else:
        console.write(comparison_text(found, (first, second), console.width(), console.color(output)), output)
    console.finish((*lost_first, *lost_second))


def _one(path: str) -> tuple[Article, tuple[Unreadable, ...]]:
    articles, unreadable = console.read([path])
    if len(articles) != 1:
        raise InputError(f"holds {len(articles)} articles, one is needed", path, "put the article in a file of its own")
    return articles[0], unreadable
