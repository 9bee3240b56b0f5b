"""Every input, one page after another."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

import msgspec

from stemma.records import RawPage, Unreadable
from stemma.sources.endings import ENDINGS, ONE_ARTICLE, reader_for
from stemma.sources.faults import Found, name_of, os_fault, unreadable
from stemma.sources.folder import files_in
from stemma.sources.jsonl import read_lines

__all__ = ["pages"]


def pages(inputs: Sequence[str], standard_input: IO[bytes] | None = None) -> Iterator[RawPage | Unreadable]:
    """The pages of each file and folder in turn; "-" reads JSON lines from standard input.

    Each page has an id of its own: as given, else the file's stem (with its folder's name where another file has that
    stem), else a digest. What cannot be read is yielded as Unreadable in its place, and never stops the rest.
    """
    seen: dict[str, str] = {}
    for name in inputs:
        for page in _from_input(name, standard_input):
            yield _with_own_id(page, seen) if isinstance(page, RawPage) else page


def _from_input(name: str, standard_input: IO[bytes] | None) -> Found:
    if name == "-":
        return read_lines(standard_input or sys.stdin.buffer, "-")
    path = Path(name)
    return _from_files(files_in(path)) if path.is_dir() else _from_file(path)


def _from_files(files: Iterable[Path | Unreadable]) -> Found:
    for file in files:
        if isinstance(file, Unreadable):
            yield file
        else:
            yield from _from_file(file)


def _from_file(path: Path) -> Found:
    try:
        path.stat()
        reader = reader_for(path)
        if reader is None:
            yield unreadable(name_of(path), "its ending is not known", f"a file ending in {ENDINGS}, or “-”")
        else:
            yield from reader(path)
    except OSError as error:
        yield os_fault(name_of(path), error)
    except ValueError:  # a NUL in the path itself
        yield unreadable(name_of(path), "this cannot be a path", "check the path's spelling")


def _with_own_id(page: RawPage, seen: dict[str, str]) -> RawPage | Unreadable:
    """The page under an id that no page before it has; Unreadable where it has none."""
    path = Path(page.input)
    ids = [page.id or ""]
    if path.name.casefold().endswith(ONE_ARTICLE):
        ids.append(f"{path.absolute().parent.name}-{page.id}")
    free = next((candidate for candidate in ids if candidate not in seen), None)
    if free is None:
        problem = f"its id {page.id!r} was given already, by {seen[ids[0]]}"
        return unreadable(page.input, problem, "give each article an id of its own, and each input once")
    seen[free] = page.input
    return page if free == page.id else msgspec.structs.replace(page, id=free)
