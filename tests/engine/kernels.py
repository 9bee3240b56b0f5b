"""Kernels that do what a stage can do to the process it runs in."""

import os
import signal
from pathlib import Path

from stemma.engine.rows import Kernel, Refused

__all__ = ["ANSWER", "DIE", "DIE_ONCE", "FAIL", "NOISE", "answer", "die", "die_once", "fail", "noise"]


def answer(payload: bytes) -> bytes:
    """The payload twice."""
    return payload * 2


def fail(payload: bytes) -> bytes:
    """Raise on "poison", refuse "nothing"."""
    if payload == b"poison":
        raise ZeroDivisionError("so much\nfor that \ud800")
    if payload == b"nothing":
        raise Refused("there is nothing in it; try: something")
    return payload


def die(payload: bytes) -> bytes:
    """End the process on "poison", as the system does where memory is short."""
    if payload == b"poison":
        os.kill(os.getpid(), signal.SIGKILL)
    return payload


def die_once(payload: bytes) -> bytes:
    """End the process, but only the first time that the payload, a path, is seen."""
    seen = Path(payload.decode())
    if seen.suffix == ".once" and not seen.exists():
        seen.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return payload


def noise(payload: bytes) -> bytes:
    """Write to standard output, as a careless library does."""
    print("noise", payload)
    os.write(1, b"more noise")
    return payload


ANSWER = Kernel("tests.engine.kernels:answer", worth=0)
FAIL = Kernel("tests.engine.kernels:fail", worth=0)
DIE = Kernel("tests.engine.kernels:die", worth=0)
DIE_ONCE = Kernel("tests.engine.kernels:die_once", worth=0)
NOISE = Kernel("tests.engine.kernels:noise", worth=0)
