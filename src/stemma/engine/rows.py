"""Rows: what travels between processes and machines, as bytes, and the work that is done on each."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple, TypeVar

import msgspec

__all__ = [
    "Group",
    "Kernel",
    "Outcome",
    "Refused",
    "Row",
    "batches",
    "decoded",
    "encoded",
    "failed",
    "gathered",
    "outcomes",
]

Record = TypeVar("Record")

# A batch is closed at this many bytes or rows. Smaller ones spend their time on the way to a worker (a batch of 256 kB
# is under a millisecond there and a fifth of a second at work), larger ones leave workers idle at the end.
_BATCH_BYTES = 1 << 18
_BATCH_ROWS = 64
# Characters of an exception that a reason quotes: a line of a report, not a page of text.
_QUOTED = 200


class Row(NamedTuple):
    """One record on its way: `key` names it among its like (well-formed Unicode), `payload` is JSON."""

    key: str
    payload: bytes


class Outcome(NamedTuple):
    """What became of a row: the result's JSON, or the reason why the row was set aside ("" where it was not)."""

    key: str
    payload: bytes
    reason: str = ""


class Group(NamedTuple):
    """Rows that belong together: a key of its own, what is known of the group as JSON, and the keys of its rows."""

    key: str
    head: bytes
    members: tuple[str, ...]


class Kernel(NamedTuple):
    """Work on one row: a function from JSON to JSON, named so that every process finds it.

    `name` is "module:function". `worth`: from this many bytes of rows on, other processes save more time than starting
    them costs.
    """

    name: str
    worth: int


class Refused(Exception):  # noqa: N818 - not a fault of the program: the row itself says nothing to work on
    """Raised by a kernel on a row that holds nothing for it; the text is the reason, as its reader sees it."""


def encoded(record: object) -> bytes:
    """The record as JSON; half of a UTF-16 pair, which UTF-8 cannot carry, as its escape."""
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(record)).encode()


def decoded(payload: bytes, kind: type[Record]) -> Record:
    """The record that `encoded` wrote."""
    try:
        return msgspec.json.decode(payload, type=kind)
    except msgspec.DecodeError:  # an escaped half of a UTF-16 pair, which only the slower reader takes
        return msgspec.convert(json.loads(payload), kind)


def gathered(head: bytes, members: Iterable[bytes]) -> bytes:
    """A group as one payload: the JSON list [head, [member, ...]]."""
    return b"[" + head + b",[" + b",".join(members) + b"]]"


def outcomes(kernel: str, rows: Sequence[Row]) -> list[Outcome]:
    """The kernel on each row; one that fails is set aside with its reason, and the others go on."""
    function = _function(kernel)
    return [_outcome(function, row) for row in rows]


def _outcome(function: Callable[[bytes], bytes], row: Row) -> Outcome:
    try:
        return Outcome(row.key, function(row.payload))
    except Refused as refused:
        return Outcome(row.key, b"", str(refused))
    except Exception as fault:
        return Outcome(row.key, b"", failed(fault))


def failed(fault: Exception) -> str:
    """An exception as the reason why something was set aside."""
    said = " ".join(f"{type(fault).__name__}: {fault}".split()).encode("utf-8", "backslashreplace").decode()
    return f"the analysis failed on it ({said[:_QUOTED]}); try: report this as a fault, with the input"


@cache
def _function(name: str) -> Callable[[bytes], bytes]:
    module, _, attribute = name.partition(":")
    found: Callable[[bytes], bytes] = getattr(import_module(module), attribute)
    return found


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows cut into batches by what they hold, never by who will work on them."""
    batch: list[Row] = []
    held = 0
    for row in rows:
        batch.append(row)
        held += len(row.payload)
        if held >= _BATCH_BYTES or len(batch) == _BATCH_ROWS:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
