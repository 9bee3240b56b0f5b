"""Kernels that do what a stage can do to the process it runs in."""

import json
import os
import signal
from pathlib import Path

from stemma.engine.plan import analysed
from stemma.engine.rows import Kernel, Refused, decoded
from stemma.records import Article, Story

__all__ = [
    "ANSWER",
    "DIE",
    "DIE_ONCE",
    "FAIL",
    "KILL_EXECUTOR",
    "NOISE",
    "answer",
    "die",
    "die_once",
    "fail",
    "kill_executor",
    "noise",
    "refuse",
]


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


def refuse(_: bytes) -> bytes:
    """Refuse everything."""
    raise Refused("it is refused; try: another")


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


def kill_executor(told: bytes) -> bytes:
    """A story's findings; the first time that an article names a file in `killed`, the Spark executor ends first."""
    _, articles = decoded(told, tuple[Story, tuple[Article, ...]])
    for seen in (Path(json.loads(article.extra)["killed"]) for article in articles if "killed" in article.extra):
        if not seen.exists():
            seen.touch()
            os.kill(_executor(os.getpid()), signal.SIGKILL)
    return analysed(told)


def _executor(process: int) -> int:
    """The Java process among those that started this one."""
    while b"java" not in Path(f"/proc/{process}/cmdline").read_bytes().partition(b"\0")[0]:
        process = int(Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    return process


KILL_EXECUTOR = Kernel("tests.engine.kernels:kill_executor", worth=0)
ANSWER = Kernel("tests.engine.kernels:answer", worth=0)
FAIL = Kernel("tests.engine.kernels:fail", worth=0)
DIE = Kernel("tests.engine.kernels:die", worth=0)
DIE_ONCE = Kernel("tests.engine.kernels:die_once", worth=0)
NOISE = Kernel("tests.engine.kernels:noise", worth=0)
