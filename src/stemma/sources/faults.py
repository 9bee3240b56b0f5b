"""How an input that gives no article says so."""

from collections.abc import Iterator
from pathlib import Path

from stemma.records import RawPage, Unreadable

__all__ = ["Found", "name_of", "os_fault", "unreadable"]

Found = Iterator[RawPage | Unreadable]


def unreadable(source: str, problem: str, remedy: str) -> Unreadable:
    """The input with its problem and what to do next, in that order."""
    return Unreadable(source, f"{problem}; try: {remedy}")


def name_of(path: Path) -> str:
    """The path as text that can be printed: bytes of a file's name that are no UTF-8 become U+FFFD."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def os_fault(source: str, error: OSError) -> Unreadable:
    """What the operating system said, with a remedy for the usual cases."""
    if isinstance(error, FileNotFoundError):
        return unreadable(source, "there is no such file or folder", "check the path's spelling")
    if isinstance(error, PermissionError):
        return unreadable(
            source, "no permission to read it", "change its permissions, or run as a user who may read it"
        )
    return unreadable(source, error.strerror or str(error), "check that the file is whole and its disk is in reach")
