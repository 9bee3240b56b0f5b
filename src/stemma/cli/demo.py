"""stemma demo: the report on the bundled example corpus."""

from importlib.resources import files
from pathlib import Path

import typer

from stemma.cli import console, report
from stemma.errors import InputError

__all__ = ["HELP", "NAME", "run"]

NAME = "demo"
HELP = "The report on the bundled example corpus (invented reports)."


def run(
    format: report.Format = typer.Option(report.Format.text, "--format", help="text, json, or one HTML file."),  # noqa: A002 - the option's name
    output: Path | None = console.Out,
) -> None:
    """Report on the example corpus."""
    from stemma.engine.local import Local

    report.show(Local(), [str(_examples())], format, output, one_story=False)


def _examples() -> Path:
    """The example corpus: in an installed package beside the code, in a checkout at its top."""
    package = Path(str(files("stemma")))
    for folder in (package / "examples" / "newsdesk", package.parents[1] / "examples" / "newsdesk"):
        if folder.is_dir():
            return folder
    raise InputError("the example corpus is missing", str(package), "reinstall stemma-news")
