"""stemma report: everything found, story by story."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from stemma.cli import console
from stemma.cli.lacking import tell_unknown
from stemma.cli.outputs import spared
from stemma.cli.runners import with_runner

if TYPE_CHECKING:
    from stemma.engine.runner import Runner

__all__ = ["HELP", "NAME", "run", "show"]

NAME = "report"
HELP = "Stories, origins, who was made from what, claims and changes."


class Format(StrEnum):
    """What a report can be written as."""

    text = "text"
    json = "json"
    html = "html"


@with_runner
def run(
    runner: "Runner",
    inputs: list[str] = console.Inputs,
    format: Format = typer.Option(Format.text, "--format", help="text, json, or one HTML file."),  # noqa: A002 - the option's name
    output: Path | None = console.Out,
    one_story: bool = console.OneStory,
) -> None:
    """Read the inputs and write the report."""
    show(runner, inputs, format, output, one_story)


def show(runner: "Runner", inputs: list[str], form: Format, output: Path | None, one_story: bool) -> None:
    """Write the report of these inputs."""
    from stemma import __version__
    from stemma.engine import plan
    from stemma.rendering import Report

    spared(output, inputs)
    articles, unreadable = console.read(inputs, runner)
    tell_unknown(articles)
    with console.progress() as bar:
        found = plan.analysis(articles, one_story, bar, runner)
    console.tell(found.unreadable)
    left_out = (*unreadable, *found.unreadable)
    report = Report(articles=found.articles, stories=found.stories, unreadable=left_out, version=__version__)
    if form is Format.json:
        console.write(report.to_json(), output)
    elif form is Format.html:
        console.write(report.to_html(), output)
    else:
        console.write(report.to_text(console.width(), console.color(output)), output)
    console.finish(left_out)
