"""Where results may be written: never over what was read."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from stemma.errors import InputError
from stemma.sources.endings import reader_for

__all__ = ["spared", "spared_by_folder"]

# What a run writes into its folder.
_PARTS = ("articles", "stories", "unreadable.jsonl", "manifest.json")


def spared(output: Path | None, inputs: Sequence[str]) -> None:
    """Raise InputError where the result would be written over an input, or over a file that a folder of them gives."""
    if output is None or not output.is_file():
        return
    written = os.path.realpath(output)
    for given, place in _places(inputs):
        inside = written.startswith(place + os.sep) and reader_for(output) is not None
        if written == place or inside or _is_same(output, place):
            what = "which is an input" if not inside else f"a file of the input {given}"
            raise InputError(f"the result would be written over it, {what}", str(output), "name another path")


def spared_by_folder(output: str, inputs: Sequence[str]) -> None:
    """Raise InputError where a run's folder is or lies in an input folder, or an input is a part that it writes."""
    if "://" in output:
        return
    written = os.path.realpath(output)
    for given, place in _places(inputs):
        if os.path.isdir(place) and (written + os.sep).startswith(place + os.sep):
            problem = f"the folder for the results lies in the input {given}, and would be read as articles"
            raise InputError(problem, output, "name another folder with -o")
        if any((place + os.sep).startswith(os.path.join(written, part) + os.sep) for part in _PARTS):
            problem = f"the results would be written over the input {given}"
            raise InputError(problem, output, "name another folder with -o")


def _places(inputs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each input that is on this disk, with its own path behind all links."""
    for given in inputs:
        if given and given != "-" and "\0" not in given:
            yield given, os.path.realpath(given)


def _is_same(output: Path, place: str) -> bool:
    """Whether two names are of one file, as hard links are, or names that differ in case on some disks."""
    return os.path.isfile(place) and os.path.samefile(output, place)
