"""What a part of the evaluation hands back: numbers, beside a digest of the data they were measured on."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

import msgspec

from evals.metrics import Score

__all__ = ["Measure", "Part", "data_digest", "measures_of"]


class Measure(msgspec.Struct, frozen=True):
    """One number. A gated one is 0..1, the higher the better, and the same in every run; only it can have a floor."""

    name: str
    value: float
    count: int
    gated: bool = True


class Part(msgspec.Struct, frozen=True):
    """The measures of one part, the digest of its data, and what a reader must know beside them.

    `broken` says how the program failed where it gave no answer at all.
    """

    name: str
    data: str
    measures: tuple[Measure, ...] = ()
    notes: tuple[str, ...] = ()
    broken: str = ""


def measures_of(name: str, result: Score, count: int) -> tuple[Measure, ...]:
    """Precision, recall and F1 as three measures; F1 is gated, the other two explain it."""
    return (
        Measure(f"{name} precision", result.precision, count, gated=False),
        Measure(f"{name} recall", result.recall, count, gated=False),
        Measure(f"{name} F1", result.f1, count),
    )


def data_digest(pieces: Iterable[str | bytes | Path]) -> str:
    """Hexadecimal digest of strings, bytes and files' contents, in order."""
    mark = blake2b(digest_size=8)
    for piece in pieces:
        content = piece.read_bytes() if isinstance(piece, Path) else piece
        content = content.encode() if isinstance(content, str) else content
        mark.update(len(content).to_bytes(8, "big"))
        mark.update(content)
    return mark.hexdigest()
