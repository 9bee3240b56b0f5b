"""Floors only rise, and say so when the data are others."""

from pathlib import Path

from evals.floors import Pinned, check, read_floors, refusals, rise, write_floors
from evals.measure import Measure, Part

HELD = {"bundled/lineage": Pinned("d1", {"descent F1": 0.8})}


def part(value: float, data: str = "d1", name: str = "descent F1") -> Part:
    return Part("bundled/lineage", data, (Measure(name, value, 9), Measure("descent recall", 0.1, 9, gated=False)))


def test_a_floor_that_holds_says_nothing() -> None:
    assert check([part(0.8)], HELD) == []
    assert check([part(0.9)], HELD) == []


def test_a_fallen_measure_is_named_with_both_numbers() -> None:
    (wrong,) = check([part(0.79)], HELD)
    assert wrong == "bundled/lineage: descent F1 fell to 0.7900, below its floor of 0.800; mend what lowered it"


def test_other_data_fail_with_the_remedy() -> None:
    (wrong,) = check([part(0.9, data="d2")], HELD)
    assert "d2" in wrong
    assert "d1" in wrong
    assert "python -m evals --raise" in wrong


def test_a_measure_that_is_gone_fails() -> None:
    (wrong,) = check([part(0.9, name="another")], HELD)
    assert "no longer measured" in wrong


def test_a_part_that_was_not_run_or_has_no_floor_is_not_checked() -> None:
    assert check([], HELD) == []
    assert check([Part("bundled/lineage", "", notes=("skipped",))], HELD) == []
    assert check([part(0.1)], {}) == []


def test_raising_raises_and_pins_the_data() -> None:
    assert rise([part(0.91239, data="d2")], HELD) == {"bundled/lineage": Pinned("d2", {"descent F1": 0.912})}


def test_raising_refuses_to_lower() -> None:
    assert rise([part(0.5, data="d2")], HELD) == HELD
    assert "below its floor" in refusals([part(0.5, data="d2")], HELD)[0]


def test_raising_keeps_what_was_not_measured_and_adds_what_is_new() -> None:
    new = Part("gold/dates", "d9", (Measure("noticed F1", 1.0, 3),))
    assert rise([new], HELD) == {**HELD, "gold/dates": Pinned("d9", {"noticed F1": 1.0})}


def test_cutting_off_decimals_does_not_lose_a_whole_step() -> None:
    assert rise([part(0.29)], {})["bundled/lineage"].floors == {"descent F1": 0.29}


def test_floors_survive_the_file(tmp_path: Path) -> None:
    write_floors(tmp_path / "floors.json", HELD)
    assert read_floors(tmp_path / "floors.json") == HELD
    assert read_floors(tmp_path / "none.json") == {}
