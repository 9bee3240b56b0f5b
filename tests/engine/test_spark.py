"""A Spark cluster gives what one process gives, also where it loses an executor."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stemma.engine import plan
from stemma.engine.local import Local
from stemma.engine.resumed import Resumed
from stemma.engine.rows import Outcome, Row
from stemma.engine.spark import Spark
from stemma.errors import EngineError
from stemma.records import Unreadable
from tests.engine.kernels import ANSWER, DIE, FAIL, KILL_EXECUTOR
from tests.engine.made import EXAMPLES, report_on, tradition

# Its sockets and files are closed with the session; the test runner looks before that.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture(scope="module")
def spark() -> Iterator[Spark]:
    """A cluster of two workers within this machine. In CI it is there; elsewhere Spark and Java may be missing."""
    if os.environ.get("CI") != "true":
        pytest.importorskip("pyspark", reason="the extra `spark` is not installed: requirements-spark.txt")
        if shutil.which("java") is None:
            pytest.skip("there is no Java on this machine")
    with Spark("local-cluster[2,1,1024]") as started:
        yield started


def rows(*payloads: str) -> list[Row]:
    return [Row(str(place), payload.encode()) for place, payload in enumerate(payloads)]


def test_a_cluster_gives_the_same_bytes(spark: Spark, tmp_path: Path) -> None:
    made = tradition(tmp_path)
    assert report_on(spark, EXAMPLES, made) == report_on(Local(), EXAMPLES, made)


def test_a_killed_executor_changes_nothing(spark: Spark, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    killed = tmp_path / "killed"
    last = {"id": "z", "text": "The ferry to Arden sank at noon, the harbour office said.", "killed": str(killed)}
    (tmp_path / "last.jsonl").write_text(json.dumps(last), encoding="utf-8")
    inputs = (EXAMPLES, str(tmp_path / "last.jsonl"))
    expected = report_on(Local(), *inputs)
    monkeypatch.setattr(plan, "ANALYSE", KILL_EXECUTOR)
    assert report_on(spark, *inputs) == expected
    assert killed.exists()


def test_results_stand_in_the_order_of_the_rows(spark: Spark) -> None:
    many = rows(*(str(number) for number in range(500)))
    assert list(spark.map(ANSWER, many)) == list(Local().map(ANSWER, many))
    assert list(spark.map(ANSWER, [])) == []


def test_a_row_that_a_kernel_fails_on_is_set_aside_with_its_reason(spark: Spark) -> None:
    given = rows("good", "poison", "nothing", "after")
    assert list(spark.map(FAIL, given)) == list(Local().map(FAIL, given))


def test_a_row_that_ends_its_process_is_set_aside(spark: Spark) -> None:
    before, poisoned = spark.map(DIE, rows("before", "poison"))
    assert before == Outcome("0", b"before")
    assert poisoned.reason.startswith("the cluster gave up on it (")


def test_inputs_and_results_at_an_address(spark: Spark, tmp_path: Path) -> None:
    made = Path(tradition(tmp_path))
    address = made.parent.as_uri()
    here, there = (list(spark.scan([name])) for name in (str(made), f"{address}/made.jsonl"))
    assert len(here) == len(there)
    assert [page.input for page in there] == [page.input.replace(str(made), f"file:{made}") for page in here]
    folder = spark.write(f"{address}/out")
    assert folder.names("finished") == []
    with Resumed(Local(), folder) as once:
        first = report_on(once, str(made))
    assert folder.names("finished") == sorted(path.name for path in (tmp_path / "out" / "finished").glob("*.jsonl"))
    assert report_on(Resumed(Local(), folder), str(made)) == first
    folder.write("a.txt", b"1")
    folder.write("a.txt", b"22")
    assert folder.read("a.txt") == (tmp_path / "out" / "a.txt").read_bytes() == b"22"
    folder.remove("a.txt")
    assert folder.names("") == ["finished"]


def test_an_address_that_is_none_is_told(spark: Spark, tmp_path: Path) -> None:
    (missing,) = spark.scan([f"{tmp_path.as_uri()}/nowhere.jsonl"])
    assert isinstance(missing, Unreadable)
    assert missing.reason.startswith("Spark cannot list it (")


def test_a_missing_extra_names_itself_and_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(EngineError, match="Spark is not installed") as told:
        Spark("local[1]")
    assert told.value.remedy == "pip install 'stemma-news[spark]'"


def test_missing_java_names_itself_and_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    if os.environ.get("CI") != "true":
        pytest.importorskip("pyspark", reason="the extra `spark` is not installed: requirements-spark.txt")
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(EngineError, match="Spark runs on Java, and there is none") as told:
        Spark("local[1]")
    assert "apt-get install openjdk-17-jre-headless" in told.value.remedy
