"""What changes on a terminal: colour, and how NO_COLOR takes it away; a stream that is none has no bars."""

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.cli.ferry import folder
from tests.cli.running import PROGRAM


def _on_a_terminal(arguments: list[str], environment: dict[str, str]) -> str:
    """What the program shows where its standard output is a terminal and its standard error is none."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [PROGRAM, *arguments], stdout=theirs, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, env=environment
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux ends a terminal whose other side is closed with an error
        pass
    finally:
        os.close(ours)
    _, told = running.communicate(timeout=30)
    assert running.returncode == 0
    assert b"\x1b" not in told
    assert b"\r" not in told
    return shown.decode()


def _environment(**added: str) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return plain | {"TERM": "xterm-256color"} | added


@pytest.mark.parametrize("value", ["1", "0"])
def test_no_color_takes_the_colour_from_a_terminal(value: str, tmp_path: Path) -> None:
    arguments = ["lineage", str(folder(tmp_path))]
    assert "\x1b[" in _on_a_terminal(arguments, _environment())
    assert "\x1b[" not in _on_a_terminal(arguments, _environment(NO_COLOR=value))


def test_a_file_never_holds_colour(tmp_path: Path) -> None:
    target = tmp_path / "result.txt"
    _on_a_terminal(["report", str(folder(tmp_path)), "-o", str(target)], _environment())
    assert "\x1b" not in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "stage"), [("report", "stories"), ("lineage", "lineage"), ("statements", "articles")]
)
def test_a_stage_is_told_on_a_terminal_before_its_first_result(command: str, stage: str, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [PROGRAM, command, str(folder(tmp_path))],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        stdin=subprocess.DEVNULL,
        env=_environment(),
    )
    os.close(theirs)
    told = b""
    try:
        while piece := os.read(ours, 65536):
            told += piece
    except OSError:  # as above
        pass
    finally:
        os.close(ours)
    assert running.wait(timeout=30) == 0
    assert stage in told.decode()
