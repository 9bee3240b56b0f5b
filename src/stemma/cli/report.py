"""stemma report: everything found, story by story."""

from enum import StrEnum
from pathlib import Path

import typer

from stemma.cli import console
from stemma.records import Article, Unreadable

__all__ = ["HELP", "NAME", "run", "show"]

NAME = "report"
HELP = "Stories, origins, who was made from what, claims and changes."


class Format(StrEnum):
    """What a report can be written as."""

    text = "text"
    json = "json"
    html = "html"


def run(
    inputs: list[str] = console.Inputs,
    format: Format = typer.Option(Format.text, "--format", help="text, json, or one HTML file."),  # noqa: A002 - the option's name
    output: Path | None = console.Out,
    one_story: bool = typer.Option(False, "--one-story", help="Take all articles as reports of one event."),
) -> None:
    """Read the inputs and write the report."""
    articles, unreadable = console.read(inputs)
    show(articles, unreadable, format, output, one_story)
    console.finish(unreadable)


def show(
    articles: tuple[Article, ...],
    unreadable: tuple[Unreadable, ...],
    form: Format,
    output: Path | None,
    one_story: bool,
) -> None:
    """Write the report of these articles."""
    from stemma import __version__
    from stemma.engine import plan
    from stemma.rendering import Report

    with console.progress() as bar:
        stories = plan.analyse(articles, one_story, bar)
    report = Report(articles=articles, stories=stories, unreadable=unreadable, version=__version__)
    if form is Format.json:
        console.write(report.to_json(), output)
    elif form is Format.html:
        console.write(report.to_html(), output)
    else:
        console.write(report.to_text(console.width(), console.color(output)), output)
