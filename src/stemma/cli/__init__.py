"""The command `stemma`: one short file a command, all over the public functions."""

import logging
import signal
import sys
from types import FrameType

import typer

from stemma.cli import compare, demo, lineage, pairs, report, run, statements, stories
from stemma.engine.cycles import sought_seldom
from stemma.errors import StemmaError

__all__ = ["app", "main"]

app = typer.Typer(
    name="stemma",
    help="Traces news reports to their independent origins: who copied whom, who said what, what was altered.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (report, run, stories, lineage, statements, compare, pairs, demo):
    app.command(name=command.NAME, help=command.HELP)(command.run)


def _version(asked: bool) -> None:
    if asked:
        from stemma import __version__

        print(f"stemma {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Traces news reports to their independent origins: who copied whom, who said what, what was altered."""


def main() -> None:
    """Run the command line and leave with its exit code (0 done, 1 failed, 2 usage, 3 partly read, 130 interrupted)."""
    signal.signal(signal.SIGINT, _interrupted)
    sought_seldom()
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    logging.getLogger("stemma").setLevel(logging.INFO)
    try:
        app()
    except StemmaError as error:
        print(f"Error: {error}", file=sys.stderr)
        sys.exit(1)


def _interrupted(_signal: int, _frame: FrameType | None) -> None:
    print("Interrupted; nothing more is written.", file=sys.stderr)
    sys.exit(130)
