"""stemma stories: which articles report one event."""

from enum import StrEnum
from pathlib import Path

import typer

from stemma.cli import console
from stemma.cli.lacking import tell_unknown
from stemma.cli.outputs import spared

__all__ = ["HELP", "NAME", "run"]

NAME = "stories"
HELP = "Which articles report one event, and why."


class Format(StrEnum):
    """What the stories can be written as."""

    text = "text"
    jsonl = "jsonl"


def run(
    inputs: list[str] = console.Inputs,
    format: Format = typer.Option(Format.text, "--format", help="text, or an article and its story a line."),  # noqa: A002 - the option's name
    log: Path | None = typer.Option(
        None,
        "--log",
        metavar="PATH",
        help="Write each joining, near miss, merge and split with its reason, as JSON lines.",
    ),
    window: int = typer.Option(
        30, "--window", min=1, metavar="DAYS", help="Close a story that nothing joins for so long."
    ),
) -> None:
    """Group the inputs by event."""
    from stemma.engine import plan
    from stemma.records import StoryNote
    from stemma.rendering import notes_jsonl, stories_jsonl, stories_text
    from stemma.stories import Settings

    spared(log, inputs)
    articles, unreadable = console.read(inputs)
    tell_unknown(articles)
    notes: list[StoryNote] = []
    found = plan.stories(articles, Settings(window=window), notes.append if log is not None else None)
    if log is not None:
        console.write(notes_jsonl(notes), log)
    if format is Format.jsonl:
        console.write(stories_jsonl(found), None)
    else:
        console.write(stories_text(found, articles, console.width(), console.color(None)), None)
    console.finish(unreadable)
