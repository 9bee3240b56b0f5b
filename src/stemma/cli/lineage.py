"""stemma lineage: who was made from what, all inputs taken as one story."""

from enum import StrEnum

import typer

from stemma.cli import console
from stemma.cli.lacking import tell_unknown

__all__ = ["HELP", "NAME", "run"]

NAME = "lineage"
HELP = "Who was made from what, all inputs taken as one story."


class Format(StrEnum):
    """What a lineage can be written as."""

    text = "text"
    json = "json"
    graphml = "graphml"


def run(
    inputs: list[str] = console.Inputs,
    format: Format = typer.Option(Format.text, "--format", help="text, json, or GraphML."),  # noqa: A002 - the option's name
) -> None:
    """Infer the stemma of the inputs."""
    from stemma.engine import plan
    from stemma.rendering import lineage_graphml, lineage_json, lineage_text

    articles, unreadable = console.read(inputs)
    tell_unknown(articles)
    with console.progress() as bar:
        bar("lineage", 0, 0)
        (found,) = plan.analyse(articles, one_story=True)
    if format is Format.json:
        console.write(lineage_json(found, articles), None)
    elif format is Format.graphml:
        console.write(lineage_graphml(found, articles), None)
    else:
        console.write(lineage_text(found, articles, console.width(), console.color(None)), None)
    console.finish(unreadable)
