"""Exit codes, the two streams, and what an error tells: the input, the problem, the remedy."""

import os
import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.ferry import FIRST, folder, lines
from tests.cli.running import EXAMPLES, PROGRAM, problems, process, run

COMMANDS = ["report", "stories", "lineage", "statements"]


def test_done_is_0_with_results_on_standard_output_alone() -> None:
    found = process("report", EXAMPLES)
    assert (found.code, problems(found.err)) == (0, "")
    assert found.err.splitlines()[0].startswith("Outlet not known: border-standard-0304, newsbrightly-40512 (give it")
    assert found.err.splitlines()[1].startswith("Date not known: newsbrightly-40512 (give it")
    assert "independent origin" in found.out
    assert "\x1b" not in found.out


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_read_is_1_and_says_why(command: str, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere.txt"
    found = run(command, missing)
    assert (found.code, found.out) == (1, "")
    assert found.err.count(str(missing)) == 2
    assert "no such file" in found.err
    assert "try:" in found.err


def test_nothing_read_is_1_in_a_process_of_its_own(tmp_path: Path) -> None:
    found = process("report", tmp_path / "nowhere.txt")
    assert (found.code, found.out) == (1, "")
    assert "Traceback" not in found.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["nosuch"],
        ["report"],
        ["compare", "one.txt"],
        ["report", "x.txt", "--format", "xml"],
        ["lineage", "x.txt", "--format", "html"],
        ["stories", "x.txt", "--nosuch"],
        ["demo", "x.txt"],
        [],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    found = run(*arguments)
    assert found.code == 2
    assert re.search(r"Usage: .*stemma", found.out + found.err)


@pytest.mark.parametrize("command", COMMANDS)
def test_partly_read_is_3_and_names_what_was_not(command: str, tmp_path: Path) -> None:
    reports = folder(tmp_path)
    (reports / "torn.txt").write_bytes(b"")
    found = run(command, reports)
    assert found.code == 3
    assert found.out
    assert "torn.txt" in found.err
    assert "1 of the inputs could not be read" in found.err


def test_partly_read_is_3_in_a_process_of_its_own() -> None:
    found = process("stories", "-", "--format", "jsonl", given=lines({"id": "a", "text": FIRST}) + "{broken\n")
    assert found.code == 3
    assert found.out.count("\n") == 1
    assert "-:2" in found.err


def test_interrupted_is_130() -> None:
    with subprocess.Popen(
        [PROGRAM, "stories", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        # The first line is read only after the program has taken over the signal; then it waits for another.
        running.stdin.write(b'{"text": "A ferry left."}\n' * 5000)
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        told = running.stderr.read().decode()
        assert running.wait(30) == 130
    assert "Interrupted" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    "target",
    [Path("nowhere", "result.html"), Path(), Path(os.devnull, "result")],
    ids=["missing", "folder", "no folder"],
)
def test_an_output_file_that_cannot_be_written_is_1(target: Path, tmp_path: Path) -> None:
    reports = folder(tmp_path)
    found = run("report", reports, "--format", "html", "-o", reports / target)
    assert (found.code, found.out) == (1, "")
    assert str(reports / target) in found.err
    assert "cannot be written" in found.err
    assert "try:" in found.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
def test_a_full_disk_is_1(tmp_path: Path) -> None:
    found = run("report", folder(tmp_path), "-o", "/dev/full")
    assert found.code == 1
    assert "No space left" in found.err


def test_compare_wants_one_article_on_each_side(tmp_path: Path) -> None:
    reports = folder(tmp_path)
    found = run("compare", reports, reports / "kell-weekly.txt")
    assert (found.code, found.out) == (1, "")
    assert "holds 3 articles, one is needed" in found.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_offered(shell: str) -> None:
    found = process("--show-completion", shell, environment={"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"})
    assert found.code == 0
    assert "_STEMMA_COMPLETE" in found.out


def test_completion_knows_the_commands() -> None:
    words = {"_STEMMA_COMPLETE": "complete_bash", "COMP_WORDS": "stemma ", "COMP_CWORD": "1"}
    assert {"report", "compare", "demo"} <= set(process(environment=words).out.split())


def test_completion_can_be_installed() -> None:
    assert "--install-completion" in run("--help").out
