"""The gate as a command: what it runs, what it prints, how it ends."""

import json
from pathlib import Path

import pytest

import evals.__main__ as gate
from evals.floors import Pinned, read_floors, write_floors
from evals.measure import Measure, Part


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gold folder, and a gate whose bundled part measures 0.75 on data "d"."""
    (tmp_path / "truth.json").write_text("{}")
    path = tmp_path / "floors.json"
    monkeypatch.setattr(gate, "_FLOORS", path)
    measures = (Measure("descent F1", 0.75, 4), Measure("descent recall", 0.5, 4, gated=False))
    monkeypatch.setattr(gate, "bundled_parts", lambda _: (Part("bundled/lineage", "d", measures),))
    return path


def run(floors: Path, *arguments: str) -> int:
    return gate.main(["--gold", str(floors.parent), "--only", "bundled", *arguments])


def test_floors_hold(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_floors(floors, {"bundled/lineage": Pinned("d", {"descent F1": 0.75})})
    assert run(floors) == 0
    printed = capsys.readouterr().out
    assert "descent recall" in printed
    assert "0.750" in printed
    assert "yes" in printed


def test_a_floor_falls(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_floors(floors, {"bundled/lineage": Pinned("d", {"descent F1": 0.8})})
    assert run(floors) == 1
    assert "fell to 0.7500, below its floor of 0.800" in " ".join(capsys.readouterr().out.split())


def test_json(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_floors(floors, {"bundled/lineage": Pinned("e", {"descent F1": 0.5})})
    assert run(floors, "--json") == 1
    printed = json.loads(capsys.readouterr().out)
    assert printed["parts"][0]["measures"][0] == {
        "name": "descent F1",
        "value": 0.75,
        "count": 4,
        "gated": True,
        "floor": 0.5,
    }
    assert "--raise" in printed["failures"][0]


def test_raise_writes_the_floors_and_never_lowers_one(floors: Path) -> None:
    assert run(floors, "--raise") == 0
    assert read_floors(floors) == {"bundled/lineage": Pinned("d", {"descent F1": 0.75})}
    write_floors(floors, {"bundled/lineage": Pinned("d", {"descent F1": 0.8})})
    assert run(floors, "--raise") == 1
    assert read_floors(floors)["bundled/lineage"].floors == {"descent F1": 0.8}


def test_a_sample_checks_no_floor(floors: Path) -> None:
    write_floors(floors, {"bundled/lineage": Pinned("d", {"descent F1": 0.8})})
    assert run(floors, "--sample", "2") == 0


@pytest.mark.parametrize(
    "arguments",
    [["--sample", "2", "--raise"], ["--sample", "0"], ["--corpora", "/no/such/folder"], ["--gold", "/no/such/folder"]],
)
def test_wrong_usage(floors: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(floors, *arguments)
    assert ended.value.code == 2


def test_parts_without_a_corpus_are_named(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main(["--gold", str(floors.parent), "--only", "kinship"]) == 0
    assert "no --corpora: kinship not measured" in capsys.readouterr().out


def test_a_corpora_folder_without_a_form_says_so(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--gold", str(floors.parent), "--corpora", str(floors.parent)]
    for name in ("stories", "kinship", "structure", "statements"):
        arguments += ["--only", name]
    assert gate.main(arguments) == 0
    assert capsys.readouterr().out.count("skipped") == 4


def test_a_part_that_breaks_fails_the_gate_and_leaves_the_others_running(
    floors: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Path) -> tuple[Part, ...]:
        raise KeyError("quay")

    monkeypatch.setattr(gate, "date_parts", broken)
    assert run(floors, "--only", "dates") == 1
    printed = capsys.readouterr()
    assert "dates: nothing was measured, KeyError: 'quay'" in printed.out
    assert "descent recall" in printed.out
    assert "Traceback" in printed.err
