"""The runner in this process, and folders on the local disk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from stemma.engine.rows import Group, Kernel, Outcome, Row, gathered, outcomes
from stemma.errors import EngineError
from stemma.records import RawPage, Unreadable
from stemma.sources import pages

__all__ = ["DiskFolder", "Local", "told"]


def told(group: Group, rows: Mapping[str, bytes]) -> Row:
    """The group with its rows, as one row."""
    return Row(group.key, gathered(group.head, (rows[member] for member in group.members)))


class Local:
    """Every verb in this process, one row after another."""

    def scan(self, inputs: Sequence[str]) -> Iterator[RawPage | Unreadable]:
        """The pages of the inputs."""
        return pages(inputs)

    def map(self, kernel: Kernel, rows: Iterable[Row]) -> Iterator[Outcome]:
        """The kernel on each row."""
        for row in rows:
            yield from outcomes(kernel.name, [row])

    def join(self, kernel: Kernel, groups: Sequence[Group], rows: Mapping[str, bytes]) -> Iterator[Outcome]:
        """The kernel on each group with its rows."""
        return self.map(kernel, (told(group, rows) for group in groups))

    def write(self, folder: str) -> "DiskFolder":
        """The folder on the local disk."""
        return DiskFolder(Path(folder))

    def __enter__(self) -> "Local":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was started."""


class DiskFolder:
    """A folder on the local disk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self, below: str) -> list[str]:
        """The names of the whole files below."""
        folder = self._path / below
        return sorted(entry.name for entry in folder.iterdir() if entry.suffix != _HALF) if folder.is_dir() else []

    def read(self, name: str) -> bytes:
        """What is in the file."""
        return (self._path / name).read_bytes()

    def write(self, name: str, content: bytes) -> None:
        """Written beside the place and then moved there: a stop leaves the file before it or the whole new one."""
        place = self._path / name
        half = place.with_name(place.name + _HALF)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(content)
            half.replace(place)
        except OSError as error:
            problem = f"the result cannot be written: {error.strerror}"
            raise EngineError(problem, str(place), "name another folder with -o") from error

    def remove(self, name: str) -> None:
        """The file is there no more."""
        (self._path / name).unlink(missing_ok=True)


_HALF = ".half"
