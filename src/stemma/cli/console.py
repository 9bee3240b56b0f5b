"""What every command shares: reading inputs, telling what was unreadable, writing results."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from stemma.cli.runners import Engine, runner
from stemma.errors import NothingToRead, StemmaError
from stemma.records import Article, Unreadable

if TYPE_CHECKING:
    from stemma.engine.runner import Runner

__all__ = [
    "Inputs",
    "OneStory",
    "Out",
    "color",
    "finish",
    "progress",
    "read",
    "tell",
    "width",
    "write",
]

# Text results are made for this width when they do not go to a terminal.
_WIDTH = 80
# Wider lines are hard to read, whatever the terminal offers.
_WIDEST = 120
# So many of the articles that share an id are named; the rest are counted.
_SHOWN = 5

Inputs = typer.Argument(..., metavar="INPUT...", help="Files, folders, or - for JSON lines on standard input.")
Out = typer.Option(None, "--output", "-o", metavar="PATH", help="Write the result to this file.")
OneStory = typer.Option(False, "--one-story", help="Take all articles as reports of one event.")


def read(inputs: Sequence[str], on: "Runner | None" = None) -> tuple[tuple[Article, ...], tuple[Unreadable, ...]]:
    """All articles of the inputs; each input that gave none is named on standard error. NothingToRead if none did.

    Without a runner to read `on`, a pool reads: many pages are then extracted on every core.
    """
    from stemma.engine import plan

    with nullcontext(on) if on else runner(Engine.pool) as reader, progress() as show:
        articles, unreadable = plan.read(inputs, show, reader)
    tell(unreadable)
    if not articles:
        raise NothingToRead(
            "no article could be read", ", ".join(inputs), "name files or folders of reports (.txt, .html, .jsonl, ...)"
        )
    _tell_renamed({article.id for article in articles})
    return articles, unreadable


def _tell_renamed(ids: Set[str]) -> None:
    """The articles that were numbered since another has their id, on standard error."""
    split = sorted((identity, identity.rpartition("#")) for identity in ids if "#" in identity)
    renamed = [(now, before) for now, (before, _, turn) in split if turn.isdigit() and before in ids]
    for now, before in renamed[:_SHOWN]:
        print(f"Named {now}: another article has the id {before}, with another text or other fields.", file=sys.stderr)
    if len(renamed) > _SHOWN:
        print(f"{len(renamed):,} articles in all were numbered so.", file=sys.stderr)


def tell(unreadable: Sequence[Unreadable]) -> None:
    """Each input that was set aside, with its reason and remedy, on standard error."""
    for entry in unreadable:
        problem, _, remedy = entry.reason.partition("; try: ")
        print(f"Not read: {StemmaError(problem, entry.input, remedy)}", file=sys.stderr)


def finish(unreadable: Sequence[Unreadable]) -> None:
    """Leave with 3 if some inputs were unreadable."""
    if unreadable:
        print(f"{len(unreadable)} of the inputs could not be read; the rest is done.", file=sys.stderr)
        raise typer.Exit(3)


def write(result: str, path: Path | None) -> None:
    """The result on standard output or in the file, with one line break at its end."""
    text = result if result.endswith("\n") else result + "\n"
    try:
        if path is None:
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
            sys.stdout.buffer.flush()
            return
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except BrokenPipeError:
        raise  # the reader of a pipe has seen enough
    except (OSError, AttributeError) as error:  # AttributeError: standard output is closed
        problem = getattr(error, "strerror", None) or "standard output is closed"
        where = str(path or "standard output")
        raise StemmaError(f"the result cannot be written: {problem}", where, "name another path with -o") from error
    print(f"Written: {path}", file=sys.stderr)


def color(path: Path | None) -> bool:
    """Whether text results carry colour: only on a terminal, and not against NO_COLOR."""
    return path is None and _is_terminal() and "NO_COLOR" not in os.environ


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """Columns for text results."""
    return min(_WIDEST, shutil.get_terminal_size((_WIDTH, 24)).columns) if _is_terminal() else _WIDTH


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on standard error if that is a terminal; else silence. A total of 0 is one not known."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn

    # The clock and the wheel go on where one long article takes all the time.
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total or None)
