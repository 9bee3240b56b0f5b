"""The program run in this process, or as the process that a user starts."""

import contextlib
import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from stemma.cli import main

__all__ = ["EXAMPLES", "PROGRAM", "Outcome", "problems", "process", "run"]

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "newsdesk"
PROGRAM = Path(sys.executable).parent / "stemma"


class Outcome(NamedTuple):
    """What a run left behind: its exit code, and both of its streams."""

    code: int
    out: str
    err: str


def problems(err: str) -> str:
    """What standard error says, without the notes that an article's outlet or date is not known."""
    return re.sub(r"^(?:Outlet|Date) not known: .*\n", "", err, flags=re.MULTILINE)


def run(*arguments: object, given: str = "") -> Outcome:
    """`stemma` with these arguments, in this process; `given` is its standard input."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    err = io.StringIO()
    words = ["stemma", *map(str, arguments)]
    stdin = io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8")
    code: object = 0
    with _interrupts_kept(), patch.object(sys, "argv", words), patch.object(sys, "stdin", stdin):
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main()
            except SystemExit as left:
                code = left.code or 0
        out.flush()
        assert isinstance(out.buffer, io.BytesIO)
        assert isinstance(code, int)
        return Outcome(code, out.buffer.getvalue().decode(), err.getvalue())


@contextlib.contextmanager
def _interrupts_kept() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def process(*arguments: object, given: str = "", environment: dict[str, str] | None = None) -> Outcome:
    """`stemma` with these arguments, as a process of its own, away from any terminal."""
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)],
        input=given.encode(),
        capture_output=True,
        env=os.environ | (environment or {}),
        check=False,
        timeout=60,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
