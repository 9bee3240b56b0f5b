"""stemma stories: which articles report one event."""

from enum import StrEnum

import typer

from stemma.cli import console

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
) -> None:
    """Group the inputs by event."""
    from stemma.engine import plan
    from stemma.rendering import stories_jsonl, stories_text

    articles, unreadable = console.read(inputs)
    found = plan.stories(articles)
    if format is Format.jsonl:
        console.write(stories_jsonl(found), None)
    else:
        console.write(stories_text(found, articles, console.width(), console.color(None)), None)
    console.finish(unreadable)
