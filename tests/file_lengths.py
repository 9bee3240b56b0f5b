"""The bounds of the design on files and functions: `python -m tests.file_lengths` names whatever is beyond them."""

import ast
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

__all__ = ["Function", "functions", "long_file", "long_functions", "main", "tracked", "wide_functions"]

ROOT = Path(__file__).parents[1]
# Bounds of the design: what a reader takes in at one sitting.
FILE_LINES = 300
FUNCTION_LINES = 40
PARAMETERS = 5
_FOLDERS = ("src", "tests", "evals", "benchmarks")


class Function(NamedTuple):
    """A function by its name and first line: `lines` from its `def` on, `parameters` without `self` and `cls`."""

    name: str
    line: int
    lines: int
    parameters: int


def functions(source: str) -> list[Function]:
    """Every function and method of the source, nested ones too, by line."""
    nodes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return sorted((_function(node) for node in nodes), key=lambda function: function.line)


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Function:
    named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    counted = [argument for place, argument in enumerate(named) if place or argument.arg not in {"self", "cls"}]
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    return Function(node.name, node.lineno, lines, len(counted))


def long_file(name: str, source: str) -> list[str]:
    """One complaint if the source has too many lines."""
    lines = len(source.splitlines())
    return [f"{name}: {lines} lines, {FILE_LINES} at most"] if lines > FILE_LINES else []


def long_functions(name: str, source: str) -> list[str]:
    """A complaint for each function with too many lines."""
    return [
        f"{name}:{found.line}: {found.name} has {found.lines} lines, {FUNCTION_LINES} at most"
        for found in functions(source)
        if found.lines > FUNCTION_LINES
    ]


def wide_functions(name: str, source: str) -> list[str]:
    """A complaint for each function with too many parameters."""
    return [
        f"{name}:{found.line}: {found.name} has {found.parameters} parameters, {PARAMETERS} at most"
        for found in functions(source)
        if found.parameters > PARAMETERS
    ]


def tracked(root: Path = ROOT) -> list[Path]:
    """The Python files under version control in the folders that are bound, relative to `root`, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *_FOLDERS], cwd=root, capture_output=True, encoding="utf-8", check=True
    )
    names = (Path(name) for name in listed.stdout.split("\0") if name.endswith(".py"))
    return sorted(name for name in names if (root / name).exists())


def _complaints(name: Path, source: str) -> Iterator[str]:
    yield from long_file(str(name), source)
    if name.parts[0] == "src":
        yield from long_functions(str(name), source)
    yield from wide_functions(str(name), source)


def _median_length(sources: Sequence[str]) -> float:
    return float(median([function.lines for source in sources for function in functions(source)] or [0]))


def main() -> int:
    """Print what is beyond the bounds and the median length of a function of src; 1 if anything is beyond."""
    sources = {name: (ROOT / name).read_text(encoding="utf-8") for name in tracked()}
    complaints = [complaint for name, source in sources.items() for complaint in _complaints(name, source)]
    for complaint in complaints:
        print(complaint)
    own = [source for name, source in sources.items() if name.parts[0] == "src"]
    print(f"{len(sources)} files; the median function of src has {_median_length(own):g} lines")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
