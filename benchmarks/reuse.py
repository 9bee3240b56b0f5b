"""`python -m benchmarks.reuse FILE`: the reused passages of all articles of a JSONL file, measured, as a line of JSON.

`reuse` shows that as a table, beside passim's seriatim where a checkout of it is at hand.
"""

import argparse
import gzip
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import msgspec
from rich.table import Table

from benchmarks.table import table
from stemma.corpus import VERBATIM, batches, candidates, in_time, reused
from stemma.corpus import table as columns
from stemma.records import Article

__all__ = ["Reuse", "main", "passim", "reuse"]

_CORES = 2  # what passim's anchor in docs/scale.md was measured on
# Candidate pairs of how many articles are aligned at a time is up to the kernel; passim is given the memory it took.
_PASSIM_MEMORY = "5g"


class Reuse(msgspec.Struct, frozen=True):
    """Seconds by the clock and on all cores, peak memory in bytes, and what was found in so many articles."""

    seconds: float
    processor: float
    memory: int
    articles: int
    passages: int


class _Line(msgspec.Struct):
    text: str
    id: str = ""
    published: str | None = None


def _read(path: Path) -> Iterator[Article]:
    written = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for place, line in enumerate(msgspec.json.Decoder(_Line).decode_lines(written)):
        yield Article(id=line.id or str(place), text=line.text, published=line.published)


def main(arguments: Sequence[str] | None = None) -> None:
    """Find the passages, and print what was measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reuse", description=__doc__)
    parser.add_argument("file", type=Path)
    articles = in_time(_read(parser.parse_args(arguments).file))
    began, worked = perf_counter(), process_time()
    found = candidates(batches(articles), routes=[VERBATIM], copied_keys=1)
    passages = reused(columns(articles), found.pairs)
    seconds, processor = perf_counter() - began, process_time() - worked
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024  # Linux counts in KiB
    result = Reuse(seconds, processor, memory, len(articles), passages.height)
    sys.stdout.write(msgspec.json.encode(result).decode() + "\n")


def reuse(path: Path, checkout: Path | None) -> Table:
    """Reused passages of the file's articles: ours, and passim's seriatim from `checkout`, each in its own process."""
    shown = table(f"Reused passages of {path.name}", "finder", "articles", "articles/s", "a core", "MB", "passages")
    words = [sys.executable, "-m", "benchmarks.reuse", str(path)]
    done = subprocess.run(words, capture_output=True, check=True, cwd=Path(__file__).parents[1])
    own = msgspec.json.decode(done.stdout, type=Reuse)
    shown.add_row("stemma.corpus", *_cells(own))
    if checkout is None:
        shown.add_row("passim seriatim", "not given: --passim DIR", "", "", "", "")
        return shown
    with TemporaryDirectory() as folder:
        theirs = passim(path, checkout, Path(folder))
    if isinstance(theirs, str):
        shown.add_row("passim seriatim", theirs, "", "", "", "")
    else:
        shown.add_row("passim seriatim", *_cells(theirs))
        shown.caption = f"passim's time is {theirs.seconds / own.seconds:.1f} times ours"
    return shown


def _cells(found: Reuse) -> tuple[str, ...]:
    return (
        f"{found.articles:,}",
        f"{found.articles / found.seconds:,.0f}",
        f"{found.articles / found.processor:,.0f}" if found.processor else "",
        f"{found.memory / 1e6:,.0f}",
        f"{found.passages:,}" if found.passages else "",
    )


def passim(path: Path, checkout: Path, folder: Path) -> Reuse | str:
    """What passim's seriatim takes on the same articles; a sentence if it does not run.

    Spark and graphframes must be installed as its README says. Its passages are not counted: they are in Parquet files
    whose form is its own. Memory is that of the largest process that it starts.
    """
    script = checkout / "bin" / "seriatim"
    if not script.is_file():
        return f"no bin/seriatim in {checkout}"
    articles = list(_read(path))
    given = folder / "in.json"
    lines = [msgspec.json.encode({"id": one.id, "series": one.id, "text": one.text}) for one in articles]
    given.write_bytes(b"\n".join(lines) + b"\n")
    environment = os.environ | {"SPARK_SUBMIT_ARGS": f"--master local[{_CORES}] --driver-memory {_PASSIM_MEMORY}"}
    began = perf_counter()
    words = ["bash", str(script), "--pairwise", str(given), str(folder / "out")]
    done = subprocess.run(words, env=environment, capture_output=True, check=False)
    seconds = perf_counter() - began
    if done.returncode:
        return f"failed: {done.stderr.decode(errors='replace').strip()[-60:]}"
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Reuse(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, len(articles), 0)


if __name__ == "__main__":
    main()
