"""A process that runs kernels for another: batches of rows in by one pipe, outcomes out by another."""

import os
import signal
import struct
import sys
from collections.abc import Sequence
from typing import IO

import msgspec

from stemma.engine.cycles import sought_seldom
from stemma.engine.rows import Outcome, Row, outcomes

__all__ = ["Batch", "Results", "main", "receive", "send"]

_LENGTH = struct.Struct("<Q")


class Batch(msgspec.Struct, frozen=True):
    """What a worker is asked to do."""

    kernel: str
    rows: Sequence[Row]


class Results(msgspec.Struct, frozen=True):
    """What it answers; the first answer, when it has started, is empty."""

    outcomes: Sequence[Outcome]


def send(stream: IO[bytes], message: msgspec.Struct) -> None:
    """The message with its length before it. OSError where nobody reads any more."""
    frame = msgspec.msgpack.encode(message)
    stream.write(_LENGTH.pack(len(frame)))
    stream.write(frame)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """The next message, still encoded. EOFError where the other end is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    frame = stream.read(length)
    if len(frame) < length:
        raise EOFError
    return frame


def main() -> None:
    """Work until the other end closes. Whatever a library prints goes to standard error, not between the answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one says when to stop
    sought_seldom()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        send(answers, Results(()))
        while True:
            batch = msgspec.msgpack.decode(receive(sys.stdin.buffer), type=Batch)
            send(answers, Results(outcomes(batch.kernel, batch.rows)))
    except (EOFError, BrokenPipeError):
        return
