"""The same function over many inputs, on every core, results in the order of the inputs."""

import os
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from typing import TypeVar

__all__ = ["in_order"]

Given = TypeVar("Given")
Result = TypeVar("Result")

# Below this many inputs, starting processes costs more than they save (a start imports the program, about a second).
_WORTH_A_POOL = 16
# More workers than this only copy texts about.
_MOST_WORKERS = 8


def in_order(function: Callable[[Given], Result], inputs: Sequence[Given]) -> list[Result]:
    """`function` of every input; it must be a module's own function, so that another process can find it."""
    workers = min(_MOST_WORKERS, os.cpu_count() or 1)
    if workers == 1 or len(inputs) < _WORTH_A_POOL:
        return [function(given) for given in inputs]
    # Spawned, not forked: a forked child inherits locks held by threads of the libraries beneath.
    with get_context("spawn").Pool(workers) as pool:
        return pool.map(function, inputs, chunksize=max(1, len(inputs) // (workers * 8)))
