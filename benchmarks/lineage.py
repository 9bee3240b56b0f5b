"""`python -m benchmarks.lineage [SIZE ...]`: the lineage of one story of so many articles, beside two peers in one run.

The articles have about 500 words and are made by `evals.traditions.speed`; of any two it is known whether they go back
to one original. The peers say of two texts how alike they are and infer nothing; each is given the best bound for this
very story, which no user of theirs would know.
"""

import argparse
import importlib
import importlib.util
import sys
from collections.abc import Callable, Sequence
from itertools import combinations
from time import process_time
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process
from rich.console import Console
from rich.table import Table

import stemma
from evals.traditions.speed import Grown, grown
from stemma.records import Article

__all__ = ["Row", "main", "rows"]

_SIZES = (10, 50, 300)
# The goals for a story of so many articles, seconds on two cores.
_GOALS = {10: 1.0, 50: 6.0, 300: 90.0}
# The number of words in a shingle: three are usual for news.
_SHINGLE = 3
# Estimated likeness from which datasketch's index looks a pair up: below, its signatures of 128 numbers say little.
_LEAST = 0.1
# Bounds that are tried for a peer, of 0..1.
_BOUNDS = tuple(step / 50 for step in range(1, 50))
_WIDTH = 100  # columns in a log, where there is no terminal to ask

Scores = dict[tuple[int, int], float]
"""How alike two articles are, 0..1, by their places; what is not there is not alike."""


class Row(NamedTuple):
    """What one tool found of so many kin pairs, from which bound, and how long its processors worked, all together."""

    tool: str
    bound: float
    found: int
    false: int
    kin: int
    seconds: float


def rows(size: int) -> list[Row]:
    """Ours and the peers on the story of this size; a peer that is not installed is left out."""
    made = grown(size)
    stemma.lineage(one.article for one in made[:2])  # loads what is loaded once
    found = [_row("stemma.lineage", _ours, made, (1.0,)), _row("rapidfuzz token_set_ratio", _rapidfuzz, made, _BOUNDS)]
    if importlib.util.find_spec("datasketch") is not None:
        found.append(_row("datasketch MinHashLSH", _datasketch, made, _BOUNDS))
    return found


def _row(name: str, tool: Callable[[Sequence[str]], Scores], made: Sequence[Grown], bounds: Sequence[float]) -> Row:
    start = process_time()
    scores = tool([one.article.text for one in made])
    seconds = process_time() - start
    kin = {(i, j) for i, j in combinations(range(len(made)), 2) if made[i].origin == made[j].origin}
    answers = [(bound, {pair for pair, score in scores.items() if score >= bound}) for bound in bounds]
    bound, found = max(answers, key=lambda answer: len(answer[1] & kin) / max(1, len(answer[1]) + len(kin)))
    return Row(name, bound, len(found & kin), len(found - kin), len(kin), seconds)


def _ours(texts: Sequence[str]) -> Scores:
    """Two are found kin where they stand under one origin."""
    articles = [Article(id=f"{place:04}", text=text) for place, text in enumerate(texts)]
    groups = stemma.lineage(articles).origins.groups
    return {(int(a), int(b)): 1.0 for group in groups for a, b in combinations(sorted(group.articles), 2)}


def _rapidfuzz(texts: Sequence[str]) -> Scores:
    scores = process.cdist(texts, texts, scorer=fuzz.token_set_ratio, processor=default_process, dtype=np.float64)
    return {(i, j): float(scores[i, j]) / 100 for i, j in combinations(range(len(texts)), 2)}


def _datasketch(texts: Sequence[str]) -> Scores:
    datasketch = importlib.import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=_LEAST)
    signatures = []
    for place, text in enumerate(texts):
        signature = datasketch.MinHash()
        words = text.casefold().split()
        signature.update_batch([" ".join(words[at : at + _SHINGLE]).encode() for at in range(len(words))])
        index.insert(place, signature)
        signatures.append(signature)
    near = {(i, j) for i, signature in enumerate(signatures) for j in index.query(signature) if i < j}
    return {(i, j): float(signatures[i].jaccard(signatures[j])) for i, j in sorted(near)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lineage", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE", help="numbers of articles (10 50 300)")
    sizes = parser.parse_args(arguments).sizes or list(_SIZES)
    if min(sizes) < 2:
        parser.error("a story has two articles or more")
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    for size in sizes:
        console.print(_table(size, rows(size)))
    return 0


def _table(size: int, found: Sequence[Row]) -> Table:
    goal = f", goal {_GOALS[size]:.0f} s on two cores" if size in _GOALS else ""
    table = Table("tool", "bound", "kin found", "of", "false", "CPU s", "ours = 1", title=f"{size} articles{goal}")
    for row in found:
        counts = (str(row.found), str(row.kin), str(row.false))
        ratio = f"{row.seconds / found[0].seconds:.3f}"
        table.add_row(row.tool, f"{row.bound:.2f}", *counts, f"{row.seconds:.2f}", ratio)
    return table


if __name__ == "__main__":
    sys.exit(main())
