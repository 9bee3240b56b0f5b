"""The runner on a Spark cluster: kernels run where the rows are, through Arrow.

The cluster's Python needs this package and the extra `spark`. What Spark does not mend itself (a lost executor, a task
that failed) is narrowed down: the rows of a job that failed are halved until the row that fails stands alone.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from stemma.engine.address import AddressFolder, is_address
from stemma.engine.local import DiskFolder
from stemma.engine.rows import Group, Kernel, Outcome, Row, batches, gathered, outcomes
from stemma.errors import EngineError
from stemma.records import RawPage, Unreadable
from stemma.sources import pages

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import SparkSession

__all__ = ["Spark"]

Given = TypeVar("Given")

# A job is closed at this many bytes of rows: far below the 2 GB that Spark's messages can hold, and enough for a
# thousand stories, so that starting the job (a tenth of a second) costs nothing.
_JOB_BYTES = 64 << 20
_JOB_ROWS = 10_000
# Pieces of a job for each core: work that takes long in one piece leaves the other cores other pieces.
_PIECES = 4
_OUTCOMES = "place long, key string, payload binary, reason string"
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "POLARS_MAX_THREADS", "RAYON_NUM_THREADS")
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    # Few bytes can be much work: Spark would put them all into one piece.
    "spark.sql.adaptive.enabled": "false",
    **{f"spark.executorEnv.{name}": "1" for name in _ONE_THREAD},
}


class Spark:
    """Every verb on the cluster at `master`: an address such as "spark://host:7077", or "local[2]" for this machine."""

    def __init__(self, master: str) -> None:
        self._session, self._own = _session(master)
        self._pieces = _PIECES * self._session.sparkContext.defaultParallelism

    def scan(self, inputs: Sequence[str]) -> Iterator[RawPage | Unreadable]:
        """The pages of the inputs: files and folders of this machine first, then those at addresses."""
        yield from pages([name for name in inputs if not is_address(name)])
        for address in inputs:
            if is_address(address):
                yield from self._fetched(address)

    def _fetched(self, address: str) -> Iterator[RawPage | Unreadable]:
        """The pages of every file below the address, each file copied here while it is read."""
        from pyspark.errors import PySparkException

        reader = self._session.read.format("binaryFile").option("recursiveFileLookup", "true")
        try:
            names = sorted(row["path"] for row in reader.load(address).select("path").collect())
        except PySparkException as error:
            yield Unreadable(address, f"Spark cannot list it ({_said(error)}); try: check the address")
            return
        if not names:
            yield Unreadable(address, "there is no file in it; try: check the address")
        for name in names:
            (row,) = reader.load(name).select("content").collect()
            yield from _pages_of(name, bytes(row["content"]))

    def map(self, kernel: Kernel, rows: Iterable[Row]) -> Iterator[Outcome]:
        """The kernel on each row, in the order of the rows."""
        for given in _jobs(rows):
            yield from self._narrowed(partial(self._mapped, kernel.name), given)

    def join(self, kernel: Kernel, groups: Sequence[Group], rows: Mapping[str, bytes]) -> Iterator[Outcome]:
        """The kernel on each group with its rows, which are joined on the cluster."""
        sized = (Row(str(place), b" " * _size(group, rows)) for place, group in enumerate(groups))
        for job in _jobs(sized):
            given = [groups[int(row.key)] for row in job]
            yield from self._narrowed(partial(self._joined, kernel.name, rows), given)

    def write(self, folder: str) -> DiskFolder | AddressFolder:
        """The folder on the local disk, or at an address of a file system that Spark reads."""
        return AddressFolder(self._session.sparkContext, folder) if is_address(folder) else DiskFolder(Path(folder))

    def _mapped(self, kernel: str, rows: Sequence[Row]) -> list[Outcome]:
        import pyarrow as pa

        columns = {
            "place": pa.array(range(len(rows)), pa.int64()),
            "key": pa.array([row.key for row in rows], pa.string()),
            "payload": pa.array([row.payload for row in rows], pa.binary()),
        }
        spread = self._session.createDataFrame(pa.table(columns)).repartition(min(self._pieces, len(rows)))
        return _outcomes(spread.mapInArrow(partial(_map_batches, kernel), _OUTCOMES).toArrow())

    def _joined(self, kernel: str, rows: Mapping[str, bytes], groups: Sequence[Group]) -> list[Outcome]:
        import pyarrow as pa

        needed = sorted({member for group in groups for member in group.members})
        payloads = {
            "member": pa.array(needed, pa.string()),
            "payload": pa.array([rows[member] for member in needed], pa.binary()),
        }
        places = [(place, order) for place, group in enumerate(groups) for order in range(len(group.members))]
        members = {
            "place": pa.array([place for place, _ in places], pa.int64()),
            "order": pa.array([order for _, order in places], pa.int64()),
            "key": pa.array([groups[place].key for place, _ in places], pa.string()),
            "head": pa.array([groups[place].head for place, _ in places], pa.binary()),
            "member": pa.array([groups[place].members[order] for place, order in places], pa.string()),
        }
        left = self._session.createDataFrame(pa.table(members))
        joined = left.join(self._session.createDataFrame(pa.table(payloads)), "member")
        spread = joined.repartition(min(self._pieces, len(groups)), "place")
        work = lambda members: _one_group(kernel, members)  # noqa: E731 - Spark trips over the hints of a function
        return _outcomes(spread.groupBy("place").applyInArrow(work, _OUTCOMES).toArrow())

    def _narrowed(self, job: Callable[[Sequence[Given]], list[Outcome]], given: Sequence[Given]) -> Iterator[Outcome]:
        """The outcomes of a job. One that Spark gives up is halved; a single row that it gives up is set aside."""
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException

        try:
            yield from job(given)
            return
        except (PySparkException, Py4JError) as error:
            if self._session.sparkContext._jsc is None or self._session.sparkContext._jsc.sc().isStopped():
                problem = f"the cluster is lost ({_said(error)})"
                raise EngineError(problem, "Spark", "run again: what is finished is kept") from error
            if len(given) == 1:
                (only,) = given
                assert isinstance(only, Row | Group)
                reason = f"the cluster gave up on it ({_said(error)}); try: more memory, or leave this input out"
                yield Outcome(only.key, b"", reason)
                return
        half = len(given) // 2
        for part in (given[:half], given[half:]):
            yield from self._narrowed(job, part)

    def __enter__(self) -> "Spark":
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the cluster, unless the session was there before."""
        if self._own:
            self._session.stop()


def _session(master: str) -> "tuple[SparkSession, bool]":
    """The session, and whether it was started here."""
    _installed()
    from pyspark.sql import SparkSession

    if (there := SparkSession.getActiveSession()) is not None:
        return there, False
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("stemma")
    for name, value in (_SETTINGS | (_here() if master.startswith("local") else {})).items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate(), True
    except Exception as error:  # its own, Java's, and those of the bridge between them
        raise EngineError(f"Spark did not start ({_said(error)})", master, "check --master") from error


def _installed() -> None:
    try:
        import pandas  # noqa: F401 - Spark asks for it when it is first used, in words of its own
        import pyarrow  # noqa: F401 - as above
        import pyspark  # noqa: F401 - as above
    except ImportError as error:
        raise EngineError("Spark is not installed", str(error), "pip install 'stemma-news[spark]'") from error
    if shutil.which("java") is None and not (Path(os.environ.get("JAVA_HOME") or "/nowhere") / "bin" / "java").exists():
        remedy = "apt-get install openjdk-17-jre-headless (or another Java, 17 or newer)"
        raise EngineError("Spark runs on Java, and there is none", "PATH and JAVA_HOME", remedy)


def _here() -> dict[str, str]:
    """What a cluster within this machine needs besides: nothing of it listens to the network."""
    import pyspark

    os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ.setdefault("SPARK_LOCAL_HOSTNAME", "localhost")
    return {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }


def _pages_of(name: str, content: bytes) -> Iterator[RawPage | Unreadable]:
    """The pages of a file's content, as if the file were here."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / name.rpartition("/")[2]
        copy.write_bytes(content)
        for page in pages([str(copy)]):
            yield msgspec.structs.replace(page, input=page.input.replace(str(copy), name))


def _size(group: Group, rows: Mapping[str, bytes]) -> int:
    return sum(len(rows[member]) for member in group.members)


def _jobs(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows cut into jobs by what they hold."""
    job: list[Row] = []
    held = 0
    for row in chain.from_iterable(batches(rows)):
        job.append(row)
        held += len(row.payload)
        if held >= _JOB_BYTES or len(job) == _JOB_ROWS:
            yield job
            job, held = [], 0
    if job:
        yield job


def _map_batches(kernel: str, given: "Iterable[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
    """On the cluster: the kernel on each row of each batch, one row's result at a time."""
    for batch in given:
        for row in batch.to_pylist():
            yield _result(row["place"], *outcomes(kernel, [Row(row["key"], row["payload"])])).to_batches()[0]


def _one_group(kernel: str, members: "pa.Table") -> "pa.Table":
    """On the cluster: the kernel on one group with its rows."""
    ordered = sorted(members.to_pylist(), key=lambda member: int(member["order"]))
    first = ordered[0]
    told = Row(first["key"], gathered(first["head"], (member["payload"] for member in ordered)))
    return _result(first["place"], *outcomes(kernel, [told]))


def _result(place: int, outcome: Outcome) -> "pa.Table":
    import pyarrow as pa

    columns: dict[str, Any] = {
        "place": pa.array([place], pa.int64()),
        "key": pa.array([outcome.key], pa.string()),
        "payload": pa.array([outcome.payload], pa.binary()),
        "reason": pa.array([outcome.reason], pa.string()),
    }
    return pa.table(columns)


def _outcomes(found: "pa.Table") -> list[Outcome]:
    ordered = sorted(found.to_pylist(), key=lambda row: int(row["place"]))
    return [Outcome(row["key"], row["payload"], row["reason"]) for row in ordered]


def _said(error: BaseException) -> str:
    """The first line of an error, which with Java's goes on for pages."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
