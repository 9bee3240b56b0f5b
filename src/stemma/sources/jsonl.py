"""JSON lines, plain or compressed: one object a line, one article an object."""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import zstandard

from stemma.records import RawPage, Unreadable
from stemma.sources.decoding import Undecodable, decoded_lines
from stemma.sources.faults import Found, name_of, unreadable
from stemma.sources.fields import page_from

__all__ = ["read_gzip", "read_jsonl", "read_lines", "read_zstd"]

_CHUNK = 1 << 20  # 1 MiB a read: larger reads are no faster
_SHAPE = "put one JSON object with a “text” field on each line"
_MAKE_AGAIN = "copy or compress the file again; what came before it was read"


def read_jsonl(path: Path) -> Found:
    """Each line of the file as an article."""
    with path.open("rb") as stream:
        yield from read_lines(stream, name_of(path))


def read_gzip(path: Path) -> Found:
    """Each line of the compressed file; a file that is cut off gives the lines before the cut."""
    try:
        with gzip.open(path, "rb") as stream:
            yield from read_lines(stream, name_of(path))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        cut = "the gzip file is cut off" if isinstance(error, EOFError) else "it is not a whole gzip file"
        yield unreadable(name_of(path), cut, _MAKE_AGAIN)


def read_zstd(path: Path) -> Found:
    """Each line of the compressed file; a file that is cut off gives the lines before the cut."""
    try:
        yield from read_lines(_lines(_inflated(path)), name_of(path))
    except EOFError:
        yield unreadable(name_of(path), "the zstd file is cut off", _MAKE_AGAIN)
    except zstandard.ZstdError:
        yield unreadable(name_of(path), "it is not a whole zstd file", _MAKE_AGAIN)


def _inflated(path: Path) -> Iterator[bytes]:
    """The file's content, frame after frame. EOFError where the last frame does not end."""
    with path.open("rb") as stream:
        frame, begun = zstandard.ZstdDecompressor().decompressobj(), False
        while chunk := stream.read(_CHUNK):
            while chunk:
                yield frame.decompress(chunk)
                begun, chunk = not frame.eof, frame.unused_data
                if frame.eof:
                    frame = zstandard.ZstdDecompressor().decompressobj()
        if begun:
            raise EOFError


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces cut at line ends; what is left without one comes last, also where the pieces break off."""
    held: list[bytes] = []
    for piece in pieces:
        *whole, rest = piece.split(b"\n")
        for line in whole:
            yield b"".join(held) + line + b"\n"
            held.clear()
        held.append(rest)
    if any(held):
        yield b"".join(held)


def read_lines(stream: Iterable[bytes], source: str) -> Found:
    """Each line as an article; blank lines are passed over; a bad line stops nothing."""
    number, found = 0, False
    for number, line in enumerate(decoded_lines(stream), 1):
        if isinstance(line, Undecodable):
            yield unreadable(f"{source}:{number}", str(line), "write the file as UTF-8")
        elif line.strip():
            yield _page(line, f"{source}:{number}")
        else:
            continue
        found = True
    if not found:
        yield unreadable(source, "there is nothing in it" if number else "it is empty", _SHAPE)


def _page(line: str, source: str) -> RawPage | Unreadable:
    try:
        # NaN, which Python writes and JSON lacks, is a missing value.
        record = json.loads(line, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        at = min(error.pos, len(line.rstrip())) + 1  # not behind the line's end, from which the parser may have gone on
        return unreadable(source, f"broken JSON at character {at} ({error.msg})", _SHAPE)
    except (ValueError, RecursionError):
        return unreadable(source, "JSON with a number too long or a nesting too deep", _SHAPE)
    if not isinstance(record, dict):
        return unreadable(source, "its JSON is not an object", _SHAPE)
    return page_from(record, source)
