"""The files of a folder, in the order of their paths."""

import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path

from stemma.records import Unreadable
from stemma.sources.endings import ENDINGS, reader_for
from stemma.sources.faults import name_of, os_fault, unreadable

__all__ = ["files_in"]

_LOG = logging.getLogger(__name__)
# README, LICENSE, CODE_OF_CONDUCT: words of capitals, no figure, so that no article's number is taken for one.
_CAPITALS = re.compile(r"[A-Z]{3,}(?:[_-][A-Z]+)*")


def files_in(folder: Path) -> Iterator[Path | Unreadable]:
    """Every file below the folder that a reader knows; hidden files and other endings are passed over.

    So are files about the folder, which carry a name in capitals by custom (README.md, LICENSE.txt): each is logged,
    and is read if it is named itself.
    """
    found = False
    waiting = [(folder, frozenset[str]())]
    while waiting:
        path, above = waiting.pop()
        if not path.is_dir():
            found = True
            yield path
            continue
        place = os.path.realpath(path)
        if place in above:
            yield unreadable(name_of(path), "a link to a folder that holds it", "remove the link; the folder was read")
            continue
        try:
            entries = _entries(path)
        except OSError as error:
            found = True
            yield os_fault(name_of(path), error)
            continue
        waiting.extend((entry, above | {place}) for entry in reversed(entries))
    if not found:
        yield unreadable(name_of(folder), "the folder holds no article", f"give files ending in {ENDINGS}")


def _entries(folder: Path) -> list[Path]:
    shown = [entry for entry in folder.iterdir() if not entry.name.startswith(".")]
    known = [entry for entry in shown if entry.is_dir() or (entry.is_file() and reader_for(entry) is not None)]
    for entry in sorted(filter(_is_about_folder, known)):
        _LOG.info("passed over %s: by its name a file about the folder; name it to read it", name_of(entry))
    return sorted(entry for entry in known if not _is_about_folder(entry))


def _is_about_folder(entry: Path) -> bool:
    return entry.suffix.lower() in {".md", ".txt"} and _CAPITALS.fullmatch(entry.stem) is not None and entry.is_file()
