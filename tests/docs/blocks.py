"""The fenced blocks of the documentation, and the program run as they say."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["PAGES", "ROOT", "Block", "Ran", "Step", "agree", "blocks", "module_call", "ran", "steps"]

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(console|sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ELISION = "…"
_SECONDS = 120  # no command of the documentation takes longer than a few


class Block(NamedTuple):
    """A fenced block: the page and line where it begins, its language, what stands in it."""

    page: Path
    line: int
    language: str
    content: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


class Step(NamedTuple):
    """A command and the lines that the documentation shows under it."""

    command: str
    shown: tuple[str, ...]


class Ran(NamedTuple):
    """What a command wrote and left."""

    code: int
    lines: tuple[str, ...]
    errors: str


def blocks() -> Iterator[Block]:
    """Every block that can be run, page after page."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in _BLOCK.finditer(text):
            yield Block(page, text.count("\n", 0, match.start()) + 1, match[1], match[2])


def steps(block: Block) -> list[Step]:
    """The commands of a block: after `$ ` in a console, every line that is no comment in a script."""
    if block.language == "sh":
        lines = (line.partition(" #")[0].strip() for line in block.content.splitlines())
        return [Step(line, ()) for line in lines if line and not line.startswith("#")]
    found: list[Step] = []
    for line in block.content.splitlines():
        if line.startswith("$ "):
            found.append(Step(line[2:], ()))
        else:
            found[-1] = found[-1]._replace(shown=(*found[-1].shown, line))
    return found


@cache
def ran(command: str, folder: Path) -> Ran:
    """The command run by a shell in the folder, with the program of this environment on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "NO_COLOR": "1", "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=_SECONDS,
        check=False,
    )
    return Ran(done.returncode, tuple(done.stdout.splitlines()), done.stderr)


def agree(shown: Sequence[str], real: Sequence[str]) -> bool:
    """Whether the shown lines are the real ones, in order and whole; a line "…" stands for any number of lines."""
    if not shown:
        return not real
    if shown[0] == _ELISION:
        return any(agree(shown[1:], real[start:]) for start in range(len(real) + 1))
    return bool(real) and shown[0].rstrip() == real[0].rstrip() and agree(shown[1:], real[1:])


def module_call(command: str) -> tuple[str, list[str]] | None:
    """The module and the options of `python -m MODULE --option ...`; None for any other command."""
    words = shlex.split(command)
    if len(words) < 3 or Path(words[0]).name not in {"python", "python3"} or words[1] != "-m":
        return None
    return words[2], [word for word in words[3:] if word.startswith("-")]
