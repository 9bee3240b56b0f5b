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
from shutil import which
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
_PASSIM_MEMORY = "5g"  # a little more than it took on 10,000 articles
_TOLD = 80  # characters of a failure that a table shows


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

    Spark's `spark-submit` must be found. Where it runs graphframes must be installed, of which pairs need no more than
    that it is there, and intervaltree. Memory is that of the largest process that it starts.
    """
    script = checkout / "passim" / "seriatim.py"
    if not script.is_file():
        return f"no passim/seriatim.py in {checkout}"
    submit = which("spark-submit")
    if submit is None:
        return "no spark-submit on the path"
    articles = list(_read(path))
    given, out, log = folder / "in.json", folder / "out", folder / "log"
    lines = [msgspec.json.encode({"id": one.id, "series": one.id, "text": one.text}) for one in articles]
    given.write_bytes(b"\n".join(lines) + b"\n")
    # Without a field of its own each text would have an empty group, which Parquet refuses.
    words = [submit, "--master", f"local[{_CORES}]", "--driver-memory", _PASSIM_MEMORY, str(script)]
    words += ["--fields", "series", "--pairwise", str(given), str(out)]
    began = perf_counter()
    with log.open("wb") as told:
        process = subprocess.Popen(words, stdout=told, stderr=told)
        _, status, used = os.wait4(process.pid, 0)  # of this process and its own alone
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = perf_counter() - began
    if process.returncode:
        return f"failed: {_failure(log)}"
    passages = sum(part.read_bytes().count(b"\n") for part in out.glob("align.json/part-*"))
    return Reuse(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, len(articles), passages)


def _failure(log: Path) -> str:
    """The first line of the log that names an error, else the last."""
    lines = log.read_text(errors="replace").strip().splitlines() or [""]
    return next((line for line in lines if "Error: " in line or "Exception: " in line), lines[-1])[:_TOLD]


if __name__ == "__main__":
    main()
