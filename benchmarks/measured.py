"""`python -m benchmarks.measured KIND FOLDER TEXTS CORES`: one finder of copies, measured, as one line of JSON.

The folder is one that `benchmarks.synthetic` wrote. A process of its own shows what memory the finder needs at most.
"""

import argparse
import resource
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

import msgspec
import polars

from benchmarks.synthetic import BATCH
from stemma.corpus import ROUTES, TEXTS, VERBATIM, candidates, fingerprints

__all__ = ["KINDS", "Found", "Measured", "main"]

Found = set[tuple[int, int]]
# The anchors of docs/scale.md were measured with these: 128 permutations in 32 bands of 4 rows, on 5-word shingles.
_PERMUTATIONS, _BANDS, _ROWS, _SHINGLE = 128, 32, 4, 5

Given = TypeVar("Given")
Result = TypeVar("Result")


class Measured(msgspec.Struct, frozen=True):
    """Seconds by the clock and on all cores, peak memory in bytes, and the pairs found, counted and as numbers."""

    seconds: float
    processor: float
    memory: int
    pairs: int
    found: tuple[tuple[int, int], ...]


def _batches(folder: Path, texts: int) -> Iterator[polars.DataFrame]:
    for path in sorted(folder.glob("*.parquet"))[: -(-texts // BATCH)]:
        yield polars.read_parquet(path)


def _on_cores(cores: int) -> Callable[[Callable[[Given], Result], Iterable[Given]], Iterator[Result]]:
    """A `map` over threads (numpy works outside Python's lock) that reads no more inputs than it has threads for."""

    def run(function: Callable[[Given], Result], inputs: Iterable[Given]) -> Iterator[Result]:
        with ThreadPoolExecutor(cores) as pool:
            waiting: deque[Future[Result]] = deque()
            for given in inputs:
                waiting.append(pool.submit(function, given))
                if len(waiting) > cores:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    return run


def _ours(routes: Sequence[int], batches: Iterable[polars.DataFrame], cores: int) -> Found:
    found = candidates(batches, _on_cores(cores) if cores > 1 else map, routes)
    return set(zip(found.pairs["a"].to_list(), found.pairs["b"].to_list(), strict=True))


def _shingles(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]


def _datasketch(batches: Iterable[polars.DataFrame], _cores: int) -> Found:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=_PERMUTATIONS, params=(_BANDS, _ROWS))
    found: Found = set()
    for batch in batches:
        for number, text in zip(batch["number"], batch["text"], strict=True):
            sketch = MinHash(num_perm=_PERMUTATIONS)
            sketch.update_batch([shingle.encode() for shingle in _shingles(text)])
            found |= {(other, number) for other in index.query(sketch)}
            index.insert(number, sketch)
    return found


def _rensa(batches: Iterable[polars.DataFrame], _cores: int) -> Found:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(0.5, _PERMUTATIONS, _BANDS)
    sketches = []
    for batch in batches:
        sketches += RMinHash.from_token_sets([_shingles(text) for text in batch["text"]], _PERMUTATIONS, 1)
    index.insert_many(sketches)
    met = enumerate(index.query_all(sketches))
    return {(other, number) for number, others in met for other in others if other < number}


KINDS: dict[str, Callable[[Iterable[polars.DataFrame], int], Found]] = {
    "verbatim": partial(_ours, (VERBATIM,)),
    "all routes": partial(_ours, ROUTES),
    "datasketch": _datasketch,
    "rensa": _rensa,
}
"""The finders by name: ours by copied runs of words, ours by every route, and two peers."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Find, and print what was measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.measured", description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("texts", type=int)
    parser.add_argument("cores", type=int)
    options = parser.parse_args(arguments)
    # What is loaded once (tables of characters and words) is not counted: it does not grow with the texts.
    fingerprints(polars.DataFrame([(0, None, "en", "One short text.")], schema=TEXTS, orient="row"))
    began, worked = perf_counter(), process_time()
    found = KINDS[options.kind](_batches(options.folder, options.texts), options.cores)
    seconds, processor = perf_counter() - began, process_time() - worked
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024  # Linux counts in KiB
    result = Measured(seconds, processor, memory, len(found), tuple(sorted(found)))
    sys.stdout.write(msgspec.json.encode(result).decode() + "\n")


if __name__ == "__main__":
    main()
