"""What a report runs on: this process, two processes and Spark, on the same articles in one run, and whether all agree.

    python -m benchmarks.engines [--articles N] [--words N] [--corpus FILE]

The articles are made to order unless a file of them is given. Seconds are by the clock, from the start of the command
to its end: what a cluster takes to start is part of what it costs. Engines that this machine lacks are named as such.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from hashlib import blake2b
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

import msgspec
from rich.console import Console
from rich.table import Table

from benchmarks.clock import PROGRAM
from benchmarks.streams import synthetic
from benchmarks.table import table

__all__ = ["ENGINES", "Run", "engines", "main"]

ENGINES: dict[str, tuple[str, ...]] = {
    "one process": ("--engine", "local"),
    "two processes": ("--engine", "pool", "--workers", "2"),
    "Spark, two threads": ("--engine", "spark", "--master", "local[2]"),
    "Spark, a cluster of two workers": ("--engine", "spark", "--master", "local-cluster[2,1,1024]"),
}
"""The options of each engine, by name; the first is what the others stand beside."""

_WIDTH = 100  # columns in a log, where there is no terminal to ask


class Run(NamedTuple):
    """Seconds by the clock, and the digest of the report."""

    seconds: float
    digest: str


def engines(articles: Path) -> Table:
    """A row for each engine: seconds, how many times the first one's, whether the report is the same to the byte."""
    shown = table(f"One report by engine ({articles.name})", "engine", "seconds", "beside the first", "same bytes")
    first: Run | None = None
    for name, options in ENGINES.items():
        if "spark" in options and (missing := _missing()):
            shown.add_row(name, missing, "", "")
            continue
        run = _run(articles, options)
        first = first or run
        same = "yes" if run.digest == first.digest else "NO"
        shown.add_row(name, f"{run.seconds:.1f}", f"{run.seconds / first.seconds:.2f}", same)
    return shown


def _missing() -> str:
    """What of Spark this machine lacks."""
    lacking = [name for name, there in (("pyspark", find_spec("pyspark")), ("java", which("java"))) if there is None]
    return f"not here: {', '.join(lacking)}" if lacking else ""


def _run(articles: Path, options: Sequence[str]) -> Run:
    with TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        words = [str(PROGRAM), "report", str(articles), "--format", "json", "-o", str(report), *options]
        start = perf_counter()
        subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
        return Run(perf_counter() - start, blake2b(report.read_bytes()).hexdigest())


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engines", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="articles made to order (default: 1000)")
    parser.add_argument("--words", type=int, default=400, help="words of each (default: 400)")
    parser.add_argument("--corpus", type=Path, help="a file of articles to take instead")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        made = Path(folder, "made.jsonl")
        if options.corpus is None:
            articles = islice(synthetic(options.words), options.articles)
            made.write_bytes(b"".join(msgspec.json.encode(article) + b"\n" for article in articles))
        console = Console(width=None if sys.stdout.isatty() else _WIDTH)
        console.print(engines(options.corpus or made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
