"""How long something takes: the median of several runs."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

__all__ = ["PROGRAM", "of_call", "of_process"]

PROGRAM = Path(sys.executable).parent / "stemma"


def of_call(task: Callable[[], object], runs: int) -> float:
    """Median seconds of `runs` calls, after one that is not counted: it loads what is loaded once."""
    task()
    return median(_timed(task) for _ in range(runs))


def of_process(arguments: Sequence[str], runs: int) -> float:
    """Median seconds of `stemma` with these arguments, from start to exit. CalledProcessError if a run fails."""

    def run() -> None:
        subprocess.run([PROGRAM, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)

    return of_call(run, runs)


def _timed(task: Callable[[], object]) -> float:
    start = perf_counter()
    task()
    return perf_counter() - start
