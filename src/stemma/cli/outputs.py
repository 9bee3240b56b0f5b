"""Where results may be written: never over what was read."""

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
    written = output.resolve()
    for given, place in _places(inputs):
        inside = place in written.parents and reader_for(output) is not None
        if written == place or inside or _is_same(output, place):
            what = f"a file of the input {given}" if inside else "which is an input"
            raise InputError(f"the result would be written over it, {what}", str(output), "name another path")


def spared_by_folder(output: str, inputs: Sequence[str]) -> None:
    """Raise InputError where a run's folder is or lies in an input folder, or an input is a part that it writes."""
    if "://" in output:
        return
    written = Path(output).resolve()
    for given, place in _places(inputs):
        if place.is_dir() and place in (written, *written.parents):
            problem = f"the folder for the results lies in the input {given}, and would be read as articles"
            raise InputError(problem, output, "name another folder")
        if any(written / part in (place, *place.parents) for part in _PARTS):
            problem = f"the results would be written over the input {given}"
            raise InputError(problem, output, "name another folder")


def _places(inputs: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """Each input that is on this disk, with its own path behind all links."""
    for given in inputs:
        if given and given != "-" and "\0" not in given:
            yield given, Path(given).resolve()


def _is_same(output: Path, place: Path) -> bool:
    """Whether two names are of one file, as hard links are, or names that differ in case on some disks."""
    return place.is_file() and output.samefile(place)
