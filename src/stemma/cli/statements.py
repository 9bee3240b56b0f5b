"""stemma statements: who is said to have said what."""

import sys
from enum import StrEnum

import typer

from stemma.cli import console

__all__ = ["HELP", "NAME", "run"]

NAME = "statements"
HELP = "Who is said to have said what, article by article."


class Format(StrEnum):
    """What statements can be written as."""

    text = "text"
    jsonl = "jsonl"


def run(
    inputs: list[str] = console.Inputs,
    format: Format = typer.Option(Format.text, "--format", help="text, or a statement a line."),  # noqa: A002 - the option's name
) -> None:
    """Find the statements of the inputs."""
    from stemma.engine import plan
    from stemma.records import Statement
    from stemma.rendering import statements_jsonl, statements_text, unread_line

    articles, unreadable = console.read(inputs)
    found: list[Statement] = []
    with console.progress() as bar:
        for done, article in enumerate(articles):
            bar("articles", done, len(articles))
            found.extend(plan.statements_of(article))
    if format is Format.text:
        console.write(statements_text(found, console.width(), console.color(None)), None)
    elif found:
        console.write(statements_jsonl(found), None)
    if line := unread_line(articles):
        print(line, file=sys.stderr)
    console.finish(unreadable)
