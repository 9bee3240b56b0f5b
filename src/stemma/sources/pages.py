"""Every input, one page after another."""

import logging
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

from stemma.records import RawPage, Unreadable
from stemma.sources.endings import ENDINGS, reader_for
from stemma.sources.faults import Found, name_of, os_fault, unreadable
from stemma.sources.folder import files_in
from stemma.sources.jsonl import read_lines
from stemma.sources.orders import by_one_custom

__all__ = ["pages"]

_LOG = logging.getLogger(__name__)
_ONE_A_LINE = "one JSON object a line, in a file ending in .jsonl"


def pages(inputs: Sequence[str], standard_input: IO[bytes] | None = None) -> Iterator[RawPage | Unreadable]:
    """The pages of each file and folder in turn; "-" reads JSON lines from standard input.

    What cannot be read is yielded as Unreadable in its place, and never stops the rest. A file that is named twice is
    read once, which is logged.
    """
    seen: set[str] = set()
    for name in inputs:
        yield from _from_input(name, standard_input, seen)


def _from_input(name: str, standard_input: IO[bytes] | None, seen: set[str]) -> Found:
    if name == "-":
        return _from_standard_input(standard_input)
    if not name:
        return iter([unreadable("(an empty name)", "no file has an empty name", "name a file or a folder")])
    path = Path(name)
    return _from_files(files_in(path) if path.is_dir() else [path], seen)


def _from_standard_input(standard_input: IO[bytes] | None) -> Found:
    stream = standard_input or (sys.stdin.buffer if sys.stdin is not None else None)
    if stream is None:
        return iter([unreadable("-", "standard input is closed", "pipe JSON lines into it")])
    return by_one_custom(read_lines(stream, "-"))


def _from_files(files: Iterable[Path | Unreadable], seen: set[str]) -> Found:
    for file in files:
        if isinstance(file, Unreadable):
            yield file
        elif (place := _place(file)) in seen:
            _LOG.info("read once: %s was named before", name_of(file))
        else:
            seen.add(place)
            yield from _from_file(file)


def _place(file: Path) -> str:
    """The file itself, whatever its name; the name where it cannot be one."""
    try:
        return os.path.realpath(file)
    except ValueError:  # a NUL in the path
        return str(file)


def _from_file(path: Path) -> Found:
    try:
        path.stat()
        reader = reader_for(path)
        if reader is None:
            remedy = _ONE_A_LINE if path.suffix.casefold() == ".json" else f"a file ending in {ENDINGS}, or “-”"
            yield unreadable(name_of(path), "its ending is not known", remedy)
        else:
            yield from by_one_custom(reader(path))
    except OSError as error:
        yield os_fault(name_of(path), error)
    except ValueError:  # a NUL in the path itself
        yield unreadable(name_of(path), "this cannot be a path", "check the path's spelling")
