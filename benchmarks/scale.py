"""The wide tier beside its peers: texts a second, memory and recall at growing numbers of texts."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec
from rich.table import Table

from benchmarks.measured import Measured
from benchmarks.synthetic import Planted, written
from benchmarks.table import table

__all__ = ["Row", "growth", "recall", "scale"]

# The peers' cost is linear in the texts, so they are measured on as many as take them some seconds.
_PEER_TEXTS = 10_000
_CORES = 2  # what the anchors of docs/scale.md were measured on
_ALIKE = 0.5  # Jaccard from which on a copy counts as one that must be found


class Row(NamedTuple):
    """One finder on so many texts: what was measured, and the share of planted copies that it found."""

    finder: str
    texts: int
    cores: int
    measured: Measured
    recall: float


def scale(texts: int) -> Table:
    """Candidate pairs on 10,000, 100,000 ... up to `texts` synthetic texts, beside datasketch and rensa."""
    shown = table(
        "Candidate pairs on synthetic texts of 400 words (a core: by processor time)",
        "finder, texts, cores",
        "texts/s",
        "a core",
        "beside ours",
        "MB",
        f"recall, J ≥ {_ALIKE}",
    )
    with TemporaryDirectory() as folder:
        rows = list(_rows(Path(folder), texts))
    for row in rows:
        shown.add_row(*_cells(row, rows))
    shown.caption = _caption(rows)
    return shown


def _rows(folder: Path, texts: int) -> Iterator[Row]:
    planted = list(written(folder, texts))
    few = min(texts, _PEER_TEXTS)
    for finder in ("verbatim", "datasketch", "rensa", "all routes"):
        yield _row(finder, folder, few, 1, planted)
    sizes = [size for size in (10**power for power in range(5, 9)) if size <= texts]
    for size in sizes:
        yield _row("verbatim", folder, size, 1, planted)
        yield _row("verbatim", folder, size, _CORES, planted)
        yield _row("all routes", folder, size, _CORES, planted)


def _row(finder: str, folder: Path, texts: int, cores: int, planted: Sequence[Planted]) -> Row:
    words = [sys.executable, "-m", "benchmarks.measured", finder, str(folder), str(texts), str(cores)]
    done = subprocess.run(words, capture_output=True, check=True, cwd=Path(__file__).parents[1])
    measured = msgspec.json.decode(done.stdout, type=Measured)
    return Row(finder, texts, cores, measured, recall(measured.found, [one for one in planted if one.b < texts]))


def recall(found: Sequence[tuple[int, int]], planted: Sequence[Planted]) -> float:
    """The share of the copies that must be found that are among the pairs."""
    pairs = set(found)
    due = [(one.a, one.b) in pairs for one in planted if one.jaccard >= _ALIKE]
    return sum(due) / max(1, len(due))


def _cells(row: Row, rows: Sequence[Row]) -> tuple[str, ...]:
    own = next(one for one in rows if one.finder == "verbatim" and one.texts == rows[0].texts and one.cores == 1)
    beside = row.measured.processor / row.texts / (own.measured.processor / own.texts)
    return (
        f"{row.finder}, {row.texts:,}, {row.cores}",
        f"{row.texts / row.measured.seconds:,.0f}",
        f"{row.texts / row.measured.processor:,.0f}",
        f"{beside:.2f}",
        f"{row.measured.memory / 1e6:,.0f}",
        f"{row.recall:.4f}",
    )


def _caption(rows: Sequence[Row]) -> str:
    exponents = [f"{name} {found:.2f}" for name in ("verbatim", "all routes") if (found := growth(rows, name))]
    told = f"growth exponent of processor time: {', '.join(exponents)}; " if exponents else ""
    return f"{told}beside ours: processor time a text, as a multiple of the first row"


def growth(rows: Sequence[Row], finder: str) -> float | None:
    """Exponent of processor time in the number of texts, from the finder's least to its most; None for one size."""
    own = sorted((row.texts, row.measured.processor) for row in rows if row.finder == finder)
    (few, first), (many, last) = own[0], own[-1]
    return log(last / first) / log(many / few) if many > few else None
