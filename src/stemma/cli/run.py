"""stemma run: the report of many articles into a folder, on processes or a cluster, resumed after a stop."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

from stemma.cli import console
from stemma.cli.lacking import tell_unknown
from stemma.cli.outputs import spared_by_folder
from stemma.cli.runners import with_runner

if TYPE_CHECKING:
    from stemma.engine.runner import Runner

__all__ = ["HELP", "NAME", "run"]

NAME = "run"
HELP = "The report of many articles into a folder; goes on where a stopped run left off."


class Format(StrEnum):
    """What the files of the folder can be written as."""

    jsonl = "jsonl"
    parquet = "parquet"


@with_runner
def run(
    runner: "Runner",
    inputs: list[str] = console.Inputs,
    output: str = typer.Option(..., "--output", "-o", metavar="DIR", help="The folder, or its address for Spark."),
    format: Format = typer.Option(Format.jsonl, "--format", help="JSON lines or Parquet."),  # noqa: A002 - the option's name
) -> None:
    """Read the inputs and write articles, stories, what was set aside, and a manifest."""
    from stemma import __version__
    from stemma.engine import plan
    from stemma.engine.resumed import Resumed
    from stemma.rendering import Report, write_parts
    from stemma.text.nouns import counted

    spared_by_folder(output, inputs)
    folder = runner.write(output)
    on = Resumed(runner, folder)
    articles, unreadable = console.read(inputs, on)
    tell_unknown(articles)
    with console.progress() as bar:
        found = plan.analysis(articles, progress=bar, runner=on)
    console.tell(found.unreadable)
    left_out = (*unreadable, *found.unreadable)
    report = Report(articles=found.articles, stories=found.stories, unreadable=left_out, version=__version__)
    write_parts(report, folder, parquet=format is Format.parquet)
    stories = counted(len(found.stories), "story", "stories")
    print(f"Written: {counted(len(found.articles), 'article')} in {stories}, in {output}", file=sys.stderr)
    console.finish(left_out)
