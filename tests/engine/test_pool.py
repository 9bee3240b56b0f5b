"""Several processes give what one gives, whatever befalls a row or a process."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stemma.engine.local import Local
from stemma.engine.pool import Pool
from stemma.engine.rows import Group, Kernel, Outcome, Row
from stemma.engine.runner import Runner
from stemma.errors import EngineError
from tests.engine.kernels import ANSWER, DIE, DIE_ONCE, FAIL, NOISE


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(2) as started:
        yield started


def rows(*payloads: str) -> list[Row]:
    return [Row(str(place), payload.encode()) for place, payload in enumerate(payloads)]


def test_results_stand_in_the_order_of_the_rows(pool: Pool) -> None:
    many = rows(*(str(number) * (number % 500) for number in range(2000)))
    found = list(pool.map(ANSWER, iter(many)))
    assert found == list(Local().map(ANSWER, many))
    assert [outcome.key for outcome in found] == [row.key for row in many]


def test_no_rows_give_no_results(pool: Pool) -> None:
    assert list(pool.map(ANSWER, [])) == []
    assert list(pool.join(ANSWER, [], {})) == []


def test_groups_are_given_with_their_rows(pool: Pool) -> None:
    groups = [Group("g", b'"head"', ("2", "1")), Group("alone", b"{}", ("1",))]
    held = {"1": b"1", "2": b"[2]"}
    expected = [Outcome("g", b'["head",[[2],1]]' * 2), Outcome("alone", b"[{},[1]]" * 2)]
    for runner in (pool, Local()):
        assert sorted(runner.join(ANSWER, groups, held), reverse=True) == expected


@pytest.mark.parametrize("runner", [Local(), Pool(2)], ids=["local", "pool"])
def test_a_row_that_a_kernel_fails_on_is_set_aside_with_its_reason(runner: Runner) -> None:
    with runner:
        good, poisoned, empty, after = runner.map(FAIL, rows("good", "poison", "nothing", "after"))
    assert (good.payload, after.payload) == (b"good", b"after")
    assert poisoned.reason.startswith("the analysis failed on it (ZeroDivisionError: so much for that \\ud800); try: ")
    assert empty.reason == "there is nothing in it; try: something"


def test_a_row_that_ends_its_process_is_tried_again_alone_and_then_set_aside(pool: Pool) -> None:
    before, poisoned, after = pool.map(DIE, rows("before", "poison", "after"))
    assert (before, after) == (Outcome("0", b"before"), Outcome("2", b"after"))
    assert poisoned.payload == b""
    assert "ended (signal 9), twice; try: " in poisoned.reason


def test_a_killed_process_loses_no_row_and_no_order(pool: Pool, tmp_path: Path) -> None:
    names = [str(tmp_path / f"{number}.{'once' if number % 70 == 3 else 'never'}") for number in range(300)]
    found = list(pool.map(DIE_ONCE, rows(*names)))
    assert [outcome.payload.decode() for outcome in found] == names
    assert len(list(tmp_path.glob("*.once"))) == 5


def test_what_a_library_prints_is_no_answer(pool: Pool) -> None:
    assert [outcome.payload for outcome in pool.map(NOISE, rows("a", "b"))] == [b"a", b"b"]


def test_a_run_that_is_left_in_the_middle_disturbs_no_later_one(pool: Pool) -> None:
    left = pool.map(ANSWER, iter(rows(*map(str, range(5000)))))
    assert next(left).payload == b"00"
    del left
    assert [outcome.payload for outcome in pool.map(ANSWER, rows("x"))] == [b"xx"]


def test_little_work_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    little = Kernel(ANSWER.name, worth=100)
    with Pool(2) as pool:
        assert [outcome.payload for outcome in pool.map(little, rows("x", "y"))] == [b"xx", b"yy"]
        assert [outcome.payload for outcome in pool.join(little, [Group("g", b"1", ("a",))], {"a": b"2"})] == [
            b"[1,[2]]" * 2
        ]


@pytest.mark.parametrize("program", ["/nowhere/python", "/bin/false"])
def test_a_process_that_does_not_start_is_told(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", program)
    with Pool(2) as pool, pytest.raises(EngineError, match="did not start") as told:
        list(pool.map(ANSWER, rows("x")))
    assert "--workers 1" in told.value.remedy
