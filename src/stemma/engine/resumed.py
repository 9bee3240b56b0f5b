"""Results that a folder keeps, so that a run goes on where an earlier one stopped."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

import msgspec

from stemma.engine.rows import Group, Kernel, Outcome, Row
from stemma.engine.runner import Folder, Runner
from stemma.records import RawPage, Unreadable

__all__ = ["Resumed"]

_FOLDER = "finished"
# A file of results is closed at so many results or bytes: a stop loses at most those, and folders stay small.
_RESULTS = 64
_BYTES = 4 << 20


class _Kept(msgspec.Struct, frozen=True):
    """A line of such a file: the digest of the work, and its result."""

    work: str
    result: msgspec.Raw


class _Place(NamedTuple):
    """Where a result stands."""

    name: str
    line: int


class Resumed:
    """A runner that looks for a group's result in the folder first, and keeps there what it had to find anew.

    A result is known by the digest of all that it was made from: the group with its rows, the kernel, and the program
    itself. What was set aside is not kept: the next run tries it again.
    """

    def __init__(self, runner: Runner, folder: Folder) -> None:
        self._runner = runner
        self._folder = folder
        self._known: dict[str, _Place] = {}
        self._waiting: list[bytes] = []
        for name in folder.names(_FOLDER):
            for line, kept in enumerate(_lines(folder, name)):
                self._known[kept.work] = _Place(name, line)

    def scan(self, inputs: Sequence[str]) -> Iterator[RawPage | Unreadable]:
        """The pages of the inputs."""
        return self._runner.scan(inputs)

    def map(self, kernel: Kernel, rows: Iterable[Row]) -> Iterator[Outcome]:
        """The kernel on each row; nothing of it is kept, for reading an article again costs little more."""
        return self._runner.map(kernel, rows)

    def join(self, kernel: Kernel, groups: Sequence[Group], rows: Mapping[str, bytes]) -> Iterator[Outcome]:
        """The kernel on each group with its rows: first those whose results are kept."""
        works = {group.key: _work(kernel, group, rows) for group in groups}
        known = [group for group in groups if works[group.key] in self._known]
        yield from self._kept({self._known[works[group.key]]: group.key for group in known})
        left = [group for group in groups if works[group.key] not in self._known]
        try:
            for outcome in self._runner.join(kernel, left, rows):
                if not outcome.reason:
                    self._keep(works[outcome.key], outcome.payload)
                yield outcome
        finally:
            self._close()

    def _kept(self, keys: dict[_Place, str]) -> Iterator[Outcome]:
        """The kept results, file after file."""
        for name in sorted({place.name for place in keys}):
            for line, kept in enumerate(_lines(self._folder, name)):
                if (key := keys.get(_Place(name, line))) is not None:
                    yield Outcome(key, bytes(kept.result))

    def _keep(self, work: str, result: bytes) -> None:
        self._waiting.append(msgspec.json.encode(_Kept(work, msgspec.Raw(result))))
        if len(self._waiting) == _RESULTS or sum(map(len, self._waiting)) >= _BYTES:
            self._close()

    def _close(self) -> None:
        """Write what waits into a file named by its content: it can never be taken for another's."""
        if self._waiting:
            content = b"\n".join([*self._waiting, b""])
            self._folder.write(f"{_FOLDER}/{blake2b(content, digest_size=12).hexdigest()}.jsonl", content)
            self._waiting.clear()

    def write(self, folder: str) -> Folder:
        """The folder to write into."""
        return self._runner.write(folder)

    def __enter__(self) -> "Resumed":
        self._runner.__enter__()
        return self

    def __exit__(self, *left: object) -> None:
        """End what the runner started."""
        self._runner.__exit__(*left)


def _lines(folder: Folder, name: str) -> Iterator[_Kept]:
    """The results in a file; a line that was damaged is no result, and its work is done again."""
    for line in folder.read(f"{_FOLDER}/{name}").splitlines():
        with suppress(msgspec.DecodeError):
            yield msgspec.json.decode(line, type=_Kept)


def _work(kernel: Kernel, group: Group, rows: Mapping[str, bytes]) -> str:
    """The digest of all that a result is made from; not of the group's key, which numbers it within one run."""
    mark = blake2b(digest_size=16)
    for part in (_program(), kernel.name.encode(), group.head, *(rows[member] for member in group.members)):
        mark.update(len(part).to_bytes(8, "big"))
        mark.update(part)
    return mark.hexdigest()


@cache
def _program() -> bytes:
    """The digest of this program's own files: a result of another version is no result of this one."""
    mark = blake2b(digest_size=16)
    for file in _files(files("stemma")):
        mark.update(file.read_bytes())
    return mark.digest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name not in {"__pycache__", "examples"}:
            yield from _files(entry)
        elif entry.is_file():
            yield entry
