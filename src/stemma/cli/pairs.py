"""stemma pairs: which of very many articles may be kin."""

import sys
from enum import StrEnum

import typer

from stemma.cli import console

__all__ = ["HELP", "NAME", "run"]

NAME = "pairs"
HELP = "Which articles may be kin, among very many, by copied or rare words."


class Format(StrEnum):
    """What pairs can be written as."""

    text = "text"
    jsonl = "jsonl"


def run(
    inputs: list[str] = console.Inputs,
    format: Format = typer.Option(Format.text, "--format", help="text, or a pair a line."),  # noqa: A002 - the option's name
) -> None:
    """List the candidate pairs of the inputs, and say on standard error what was passed over."""
    from stemma.engine import wide
    from stemma.rendering.candidates import pairs_jsonl, pairs_passed_over, pairs_text

    articles, unreadable = console.read(inputs)
    ordered, found = wide.pairs(articles)
    shown = pairs_jsonl if format is Format.jsonl else pairs_text
    if lines := shown(found, ordered):
        console.write(lines, None)
    for line in pairs_passed_over(found, ordered):
        print(line, file=sys.stderr)
    console.finish(unreadable)
