"""A run goes on where an earlier one stopped, by what the work is made from."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import pytest

from stemma.engine import plan, resumed
from stemma.engine.local import DiskFolder, Local
from stemma.engine.resumed import Resumed
from stemma.engine.rows import Group, Kernel, Outcome
from stemma.errors import EngineError
from tests.engine.kernels import ANSWER, FAIL
from tests.engine.made import EXAMPLES, report_on


class Counting(Local):
    """A runner that tells which groups it was given, and stops after so many."""

    def __init__(self, most: int = 1000) -> None:
        self.given: list[str] = []
        self._most = most

    def join(self, kernel: Kernel, groups: Sequence[Group], rows: Mapping[str, bytes]) -> Iterator[Outcome]:
        """As in this process, but cut off."""
        self.given += [group.key for group in groups]
        yield from islice(super().join(kernel, groups, rows), self._most)
        if len(groups) > self._most:
            raise KeyboardInterrupt


@pytest.fixture(scope="module")
def expected() -> str:
    """The report that is made without a folder."""
    return report_on(Local(), EXAMPLES)


def test_what_is_finished_is_not_done_again(tmp_path: Path, expected: str) -> None:
    folder, second = DiskFolder(tmp_path), Counting()
    first = report_on(Resumed(Local(), folder), EXAMPLES)
    assert report_on(Resumed(second, folder), EXAMPLES) == first == expected
    assert second.given == []


@pytest.mark.parametrize("results", [2, 64])
def test_a_run_that_was_stopped_goes_on(
    results: int, tmp_path: Path, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resumed, "_RESULTS", results)
    folder, second = DiskFolder(tmp_path), Counting()
    with pytest.raises(KeyboardInterrupt):
        report_on(Resumed(Counting(most=3), folder), EXAMPLES)
    (tmp_path / "finished" / "cut-off.jsonl.half").write_bytes(b'{"work": ')
    assert report_on(Resumed(second, folder), EXAMPLES) == expected
    assert len(second.given) == len(plan.stories(plan.read([EXAMPLES])[0])) - 3


def test_work_is_known_by_what_it_is_made_from(tmp_path: Path) -> None:
    folder = DiskFolder(tmp_path)
    rows = {"1": b"1", "2": b"2"}
    list(Resumed(Local(), folder).join(FAIL, [Group("g", b"0", ("1", "2"))], rows))
    for group, kernel, known in [
        (Group("another number", b"0", ("1", "2")), FAIL, True),
        (Group("g", b"0", ("2", "1")), FAIL, False),
        (Group("g", b"1", ("1", "2")), FAIL, False),
        (Group("g", b"0", ("1", "2")), ANSWER, False),
    ]:
        runner = Counting()
        (outcome,) = Resumed(runner, folder).join(kernel, [group], rows)
        assert (outcome.key, runner.given == []) == (group.key, known)


def test_what_was_set_aside_is_tried_again(tmp_path: Path) -> None:
    refused = Kernel("tests.engine.kernels:refuse", worth=0)
    for _ in range(2):
        runner = Counting()
        (outcome,) = Resumed(runner, DiskFolder(tmp_path)).join(refused, [Group("g", b"0", ())], {})
        assert (runner.given, outcome.reason) == (["g"], "it is refused; try: another")


def test_a_damaged_line_is_done_again(tmp_path: Path) -> None:
    folder = DiskFolder(tmp_path)
    list(Resumed(Local(), folder).join(FAIL, [Group("g", b"0", ())], {}))
    (name,) = folder.names("finished")
    folder.write(f"finished/{name}", folder.read(f"finished/{name}")[:-4])
    runner = Counting()
    assert list(Resumed(runner, folder).join(FAIL, [Group("g", b"0", ())], {})) == [Outcome("g", b"[0,[]]")]
    assert runner.given == ["g"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EngineError, match="cannot be written") as told:
        DiskFolder(tmp_path / "file").write("manifest.json", b"{}")
    assert told.value.remedy == "name another folder with -o"
