"""The runner on several processes of this machine.

Workers are programs of their own that speak through pipes: nothing is forked, so that no lock of a library's thread is
inherited, the caller's main module is not imported again, and rows travel as bytes. A worker that dies is noticed by
its closed pipe.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NamedTuple

import msgspec

from stemma.engine.local import DiskFolder, Local, told
from stemma.engine.rows import Group, Kernel, Outcome, Row, batches
from stemma.engine.worker import Batch, Results, receive, send
from stemma.errors import EngineError
from stemma.records import RawPage, Unreadable

__all__ = ["Pool"]

# Batches that wait with the workers: enough that none is idle while this process reads on, few enough that the texts
# on their way stay in the tens of megabytes.
_WAITING = 4
# A worker computes on one core; threads of its libraries would only contend with the other workers.
_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "POLARS_MAX_THREADS", "RAYON_NUM_THREADS"), "1"
)
_PROGRAM = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from stemma.engine.worker import main; main()"


class Pool:
    """`workers` processes, started when there is enough work for them; below that everything is done in this one."""

    def __init__(self, workers: int) -> None:
        self._crew = _Crew(workers)
        self._here = Local()

    def scan(self, inputs: Sequence[str]) -> Iterator[RawPage | Unreadable]:
        """The pages of the inputs, read by this process."""
        return self._here.scan(inputs)

    def map(self, kernel: Kernel, rows: Iterable[Row]) -> Iterator[Outcome]:
        """The kernel on each row, in the order of the rows."""
        given = iter(rows)
        first = _up_to(given, kernel.worth)
        if sum(len(row.payload) for row in first) < kernel.worth:
            yield from self._here.map(kernel, first)
            return
        held: dict[int, list[Outcome]] = {}
        due = 0
        for place, found in self._crew.done(kernel.name, batches(chain(first, given))):
            held[place] = found
            while due in held:
                yield from held.pop(due)
                due += 1

    def join(self, kernel: Kernel, groups: Sequence[Group], rows: Mapping[str, bytes]) -> Iterator[Outcome]:
        """The kernel on each group with its rows, as they are done."""
        size = sum(len(rows[member]) for group in groups for member in group.members)
        if size < kernel.worth:
            yield from self._here.join(kernel, groups, rows)
            return
        for _, found in self._crew.done(kernel.name, batches(told(group, rows) for group in groups)):
            yield from found

    def write(self, folder: str) -> DiskFolder:
        """The folder on the local disk."""
        return self._here.write(folder)

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        """End the workers, whatever they are at."""
        self._crew.dismiss()


def _up_to(rows: Iterator[Row], size: int) -> list[Row]:
    """The first rows, until they hold `size` bytes."""
    found: list[Row] = []
    held = 0
    while held < size and (row := next(rows, None)) is not None:
        found.append(row)
        held += len(row.payload)
    return found


class _Task(NamedTuple):
    place: int
    batch: Batch


class _Done(NamedTuple):
    """`outcomes` is None where the worker died."""

    task: _Task
    outcomes: list[Outcome] | None


class _Crew:
    """The workers, each with a thread here that waits for its answers."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._running: list[_Worker] = []

    def done(self, kernel: str, cut: Iterable[list[Row]]) -> Iterator[tuple[int, list[Outcome]]]:
        """Each batch's place and outcomes, as they are done.

        A batch whose worker died is tried again when all others are done: row after row, with nothing beside it. A row
        whose worker dies again is set aside.
        """
        asked: SimpleQueue[_Task | None] = SimpleQueue()
        told: SimpleQueue[_Done | Exception] = SimpleQueue()
        lost: list[_Task] = []
        threads = [Thread(target=_serve, args=(worker, asked, told), daemon=True) for worker in self._awake()]
        for thread in threads:
            thread.start()
        tasks = (_Task(place, Batch(kernel, rows)) for place, rows in enumerate(cut))
        out = 0
        try:
            while True:
                while out < _WAITING * self._workers and (task := next(tasks, None)) is not None:
                    asked.put(task)
                    out += 1
                if not out:
                    break
                done = told.get()
                out -= 1
                if isinstance(done, Exception):
                    raise done
                if done.outcomes is None:
                    lost.append(done.task)
                else:
                    yield done.task.place, done.outcomes
        finally:
            self._rest(asked, threads, idle=not out)
        for task in lost:
            yield task.place, [self._alone(kernel, row) for row in task.batch.rows]

    def _rest(self, asked: "SimpleQueue[_Task | None]", threads: list[Thread], *, idle: bool) -> None:
        """End the threads; workers still at something are ended too, or they would answer the next one who asks."""
        with suppress(Empty):
            while True:
                asked.get_nowait()
        for _ in threads:
            asked.put(None)
        if not idle:
            self.dismiss()
        for thread in threads:
            thread.join()
        if not idle:
            self.dismiss()  # those that were only starting

    def _alone(self, kernel: str, row: Row) -> Outcome:
        """A row whose worker died, by itself in a worker while all others rest."""
        (worker, *_) = self._awake()
        try:
            return worker.answer(Batch(kernel, [row]))[0]
        except EOFError:
            return Outcome(row.key, b"", worker.obituary())

    def _awake(self) -> "list[_Worker]":
        while len(self._running) < self._workers:
            self._running.append(_Worker())
        return self._running

    def dismiss(self) -> None:
        """End every worker, whatever it is at."""
        for worker in self._running:
            worker.end()


def _serve(worker: "_Worker", asked: "SimpleQueue[_Task | None]", told: "SimpleQueue[_Done | Exception]") -> None:
    """Hand the worker one batch after another, until there is no more."""
    while (task := asked.get()) is not None:
        try:
            told.put(_Done(task, worker.answer(task.batch)))
        except EOFError:
            told.put(_Done(task, None))
        except Exception as error:
            told.put(error)


class _Worker:
    """One process; started when it is first asked, and again after it died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._left = 0

    def answer(self, batch: Batch) -> list[Outcome]:
        """The outcomes of the batch. EOFError if the process dies over it."""
        process = self._process or self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            send(process.stdin, batch)
            return list(msgspec.msgpack.decode(receive(process.stdout), type=Results).outcomes)
        except (EOFError, OSError, ValueError) as error:
            self._left = _closed(process)
            self._process = None
            raise EOFError from error

    def _started(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-c", _PROGRAM, json.dumps(sys.path)]
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | _ONE_THREAD
            )
        except OSError as error:
            raise _not_started(error.strerror or str(error)) from error
        assert process.stdout is not None
        try:
            receive(process.stdout)
        except EOFError as error:
            raise _not_started(f"it left with {_closed(process)}") from error
        self._process = process
        return process

    def obituary(self) -> str:
        """Why the last row of this worker was set aside."""
        how = f"signal {-self._left}" if self._left < 0 else f"exit {self._left}"
        return f"the process at work on it ended ({how}), twice; try: give it more memory, or leave this input out"

    def end(self) -> None:
        """Stop the process, whatever it is at."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            _closed(process)


def _closed(process: "subprocess.Popen[bytes]") -> int:
    """Close the pipes of a process that has ended or is ending, and tell how it ended."""
    for stream in (process.stdin, process.stdout):
        assert stream is not None
        with suppress(OSError):  # what was not yet sent is not sent any more
            stream.close()
    return process.wait()


def _not_started(why: str) -> EngineError:
    return EngineError(
        f"a process for the work did not start ({why})", sys.executable, "work in one process: --workers 1"
    )
