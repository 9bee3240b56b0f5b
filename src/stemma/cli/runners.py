"""The options that say what a command works on: this process, several, or a Spark cluster."""

import inspect
import os
from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from stemma.engine.runner import Runner

__all__ = ["Engine", "runner", "with_runner"]


class Engine(StrEnum):
    """What a command can work on."""

    local = "local"
    pool = "pool"
    spark = "spark"


_OPTIONS: dict[str, tuple[type, Any]] = {
    "engine": (Engine, typer.Option(Engine.pool, "--engine", help="This process, several, or a Spark cluster.")),
    "workers": (int, typer.Option(0, "--workers", min=0, help="Processes of a pool; 0 is one for each core.")),
    "master": (str, typer.Option("local[*]", "--master", metavar="URL", help="The Spark cluster's address.")),
}


def with_runner(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options of a runner; it is given the runner itself, as `runner`."""

    @wraps(command)
    def on_runner(*, engine: Engine, workers: int, master: str, **given: Any) -> None:
        with runner(engine, workers, master) as on:
            command(on, **given)

    _, *own = inspect.signature(command, eval_str=True, globals=_names(command)).parameters.values()
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=option, annotation=kind)
        for name, (kind, option) in _OPTIONS.items()
    ]
    parameters = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own] + added
    vars(on_runner)["__signature__"] = inspect.Signature(parameters)  # where typer looks for options
    on_runner.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return on_runner


def _names(command: Callable[..., None]) -> dict[str, Any]:
    """The command's own names, and the runner's type, which is imported late."""
    return getattr(command, "__globals__", {}) | {"Runner": object}


def runner(engine: Engine, workers: int = 0, master: str = "") -> "Runner":
    """What the work runs on."""
    from stemma.engine.local import Local
    from stemma.engine.pool import Pool

    if engine is Engine.spark:
        from stemma.engine.spark import Spark

        return Spark(master)
    count = workers or _cores()
    return Pool(count) if engine is Engine.pool and count > 1 else Local()


def _cores() -> int:
    """The cores that this process may use, which in a container can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
