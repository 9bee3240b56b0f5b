"""`python -m benchmarks [--seeds DIR] [--runs N]`: how long the program takes, stage by stage, and beside its peers.

`--texts N` measures the wide tier instead, on N synthetic texts; `--reuse FILE` the reused passages of a JSONL file.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.clock import of_process
from benchmarks.peers import peers
from benchmarks.reuse import reuse
from benchmarks.scale import scale
from benchmarks.stages import stages
from benchmarks.table import table

__all__ = ["main"]

_EXAMPLES = Path(__file__).parents[1] / "examples" / "newsdesk"
_HELP_TARGET = 0.3  # seconds: the longest wait that still feels like an answer (the design's bound)
_REPORT_TARGET = 2.0  # seconds: the bound for a report on some twenty articles
_RUNS = 5  # an odd number, so that the median is one of the runs; more change it by a few per cent only
_WIDTH = 100  # columns in a log, where there is no terminal to ask


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--seeds", type=Path, help="another folder of articles to measure")
    parser.add_argument("--runs", type=int, default=_RUNS, help="runs of which the median is shown")
    parser.add_argument("--texts", type=int, help="measure the wide tier on so many synthetic texts")
    parser.add_argument("--reuse", type=Path, metavar="FILE", help="measure the reused passages of a JSONL file")
    parser.add_argument("--passim", type=Path, metavar="DIR", help="a checkout of passim, to run beside --reuse")
    options = parser.parse_args(arguments)
    if options.runs < 1 or (options.seeds is not None and not options.seeds.is_dir()):
        parser.error("--runs takes a number from 1 on, --seeds an existing folder")
    if options.passim is not None and options.reuse is None:
        parser.error("--passim stands beside --reuse FILE: name a JSONL file of articles")
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    folders = [_EXAMPLES, *([options.seeds] if options.seeds is not None else [])]
    if options.texts is not None or options.reuse is not None:
        return _wide(options, console)
    console.print(_processes(folders, options.runs))
    for folder in folders:
        console.print(_stages(_articles(folder), folder.name, options.runs))
        console.print(_peers(_articles(folder), folder.name, options.runs))
    return 0


def _wide(options: argparse.Namespace, console: Console) -> int:
    if options.texts is not None:
        console.print(scale(options.texts))
    if options.reuse is not None:
        console.print(reuse(options.reuse, options.passim))
    return 0


def _articles(folder: Path) -> list[str]:
    """The folder's files of reports; notes in Markdown stay out."""
    return [str(path) for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".html", ".jsonl")]


def _processes(folders: Sequence[Path], runs: int) -> Table:
    shown = table(f"Whole processes (median of {runs})", "command", "seconds", "target", "")
    rows = [("stemma --help", ["--help"], _HELP_TARGET)]
    rows += [(f"stemma report {folder.name}", ["report", *_articles(folder)], _REPORT_TARGET) for folder in folders]
    for name, words, target in rows:
        seconds = of_process(words, runs)
        shown.add_row(name, f"{seconds:.3f}", f"{target:.1f}", "met" if seconds <= target else "missed")
    return shown


def _stages(inputs: Sequence[str], name: str, runs: int) -> Table:
    shown = table(f"Stages on {name}, loaded and warm (median of {runs})", "stage", "seconds", "share", "")
    found = list(stages(inputs, runs))
    total = sum(stage.seconds for stage in found)
    for stage in found:
        shown.add_row(stage.name, f"{stage.seconds:.4f}", f"{stage.seconds / total:.0%}", "")
    return shown


def _peers(inputs: Sequence[str], name: str, runs: int) -> Table:
    shown = table(f"Beside peers on {name} (median of {runs})", "ours and the peer", "ours", "peer", "peer / ours")
    for beside in peers(inputs, runs):
        row = f"{beside.ours} / {beside.peer}"
        shown.add_row(row, f"{beside.ours_seconds:.4f}", f"{beside.peer_seconds:.4f}", f"{beside.ratio:.2f}")
    return shown


if __name__ == "__main__":
    sys.exit(main())
