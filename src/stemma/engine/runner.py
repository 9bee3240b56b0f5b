"""The four verbs in which a run is written, whatever it runs on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from stemma.engine.rows import Group, Kernel, Outcome, Row
from stemma.records import RawPage, Unreadable

__all__ = ["Folder", "Runner"]


class Folder(Protocol):
    """A folder of files that are written whole or not at all."""

    def names(self, below: str) -> list[str]:
        """The names of the files in the folder `below`, sorted; none where there is no such folder."""
        ...

    def read(self, name: str) -> bytes:
        """What is in the file."""
        ...

    def write(self, name: str, content: bytes) -> None:
        """The file with this content; one of that name is replaced."""
        ...

    def remove(self, name: str) -> None:
        """The file is there no more."""
        ...


class Runner(Protocol):
    """Runs kernels on rows: in this process, in several, or on a cluster, with the same results byte for byte.

    No row stops a run: what a kernel fails on comes back with its reason. A runner is a context manager; leaving it
    ends what it started.
    """

    def scan(self, inputs: Sequence[str]) -> Iterator[RawPage | Unreadable]:
        """The pages of the inputs; what cannot be read stands in its place with its reason."""
        ...

    def map(self, kernel: Kernel, rows: Iterable[Row]) -> Iterator[Outcome]:
        """The kernel on each row, in the order of the rows."""
        ...

    def join(self, kernel: Kernel, groups: Sequence[Group], rows: Mapping[str, bytes]) -> Iterator[Outcome]:
        """The kernel on each group with its rows (`gathered`), as they are done: the key tells which is which.

        Groups are begun in the order given, so those that take longest should stand first.
        """
        ...

    def write(self, folder: str) -> Folder:
        """The folder, a path or an address that this runner reaches, to write into."""
        ...

    def __enter__(self) -> "Runner": ...

    def __exit__(self, *_: object) -> None: ...
