"""A result is never written over what was read."""

import os
from pathlib import Path

import pytest

from tests.cli.ferry import folder
from tests.cli.running import run


def contents(place: Path) -> dict[str, bytes]:
    """The files of a folder, with what is in them."""
    return {str(file): file.read_bytes() for file in sorted(place.rglob("*")) if file.is_file()}


@pytest.mark.parametrize(
    ("command", "named"),
    [(command, named) for command in ("report", "compare", "stories") for named in ("file", "link", "hard link")]
    + [("report", "folder"), ("stories", "folder")],
)
def test_no_command_writes_over_an_input(command: str, named: str, tmp_path: Path) -> None:
    reports = folder(tmp_path)
    one, two = reports / "kell-weekly.txt", reports / "northern-post.txt"
    target = one
    if named == "link":
        target = tmp_path / "result"
        target.symlink_to(one)
    elif named == "hard link":
        target = tmp_path / "result"
        os.link(one, target)
    before = contents(reports)
    inputs = [reports] if named == "folder" else [one, two]
    found = run(command, *inputs, "--log" if command == "stories" else "-o", target)
    assert (found.code, found.out, contents(reports)) == (1, "", before)
    assert "would be written over" in found.err
    assert str(target) in found.err
    assert "try: name another path" in found.err


def test_a_result_beside_the_inputs_is_written_as_often_as_asked(tmp_path: Path) -> None:
    reports = folder(tmp_path)
    target = tmp_path / "report.json"
    for _ in range(2):
        assert run("report", reports / "kell-weekly.txt", "--format", "json", "-o", target).code == 0


@pytest.mark.parametrize("target", ["", "results"])
def test_a_run_writes_into_no_folder_that_it_reads(target: str, tmp_path: Path) -> None:
    reports = folder(tmp_path)
    before = contents(reports)
    found = run("run", reports, "-o", reports / target)
    assert (found.code, contents(reports)) == (1, before)
    assert "lies in the input" in found.err


def test_a_run_writes_over_no_input(tmp_path: Path) -> None:
    reports = folder(tmp_path)
    out = tmp_path / "out"
    assert run("run", reports / "kell-weekly.txt", "-o", out).code == 0
    before = contents(out)
    found = run("run", out / "articles", "-o", out)
    assert (found.code, contents(out)) == (1, before)
    assert "written over the input" in found.err
