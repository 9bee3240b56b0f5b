"""Odd collections: that nothing takes the square of the time, that no article is lost, and that the reason is told.

    python -m benchmarks.odd [--articles N] [--only NAME]

Each collection goes through candidate pairs and through stories, each in a process of its own: the seconds are
processor time, without making the articles, and the memory is the most that the process had. An article that is in no
story, or in two, fails the run.
"""

import argparse
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from time import process_time

import msgspec
from rich.console import Console

from benchmarks.streams import synthetic
from benchmarks.table import table
from stemma.corpus import batches, candidates, in_time
from stemma.records import Article, StoryNote
from stemma.stories import group

__all__ = ["COLLECTIONS", "ROUTES", "Outcome", "main"]

_WORDS = 100  # of an article: odd collections are odd in other ways than length
_LONG = 50_000_000  # characters
_FEW = 50  # different words of the articles of three words: every word is then held by thousands
_WIDTH = 120  # columns in a log, where there is no terminal to ask


class Outcome(msgspec.Struct, frozen=True):
    """Articles given, processor seconds, peak memory in bytes, and what came of it in a few words."""

    articles: int
    seconds: float
    memory: int
    told: str


def _plain(count: int) -> Iterator[Article]:
    made = synthetic(_WORDS)
    return (next(made) for _ in range(count))


def _copies(count: int) -> Iterator[Article]:
    first = next(synthetic(_WORDS))
    return (msgspec.structs.replace(first, id=f"a{number}") for number in range(count))


def _one_word_apart(count: int) -> Iterator[Article]:
    return (
        msgspec.structs.replace(article, text=f"{article.text} Signed {number}x.")
        for number, article in enumerate(_copies(count))
    )


def _one_long(count: int) -> Iterator[Article]:
    yield from _plain(count - 1)
    words = [word for article in _plain(2000) for word in article.text.split()]
    text = " ".join(words * (_LONG // sum(len(word) + 1 for word in words) + 1))
    yield Article(id="long", title="All of it", text=text[:_LONG], published="2031-01-02")


def _three_words(count: int) -> Iterator[Article]:
    chance, words = Random(1), sorted({word for article in _plain(1) for word in article.text.split()})[:_FEW]
    return (Article(id=f"a{number}", text=" ".join(chance.choices(words, k=3))) for number in range(count))


def _undated(count: int) -> Iterator[Article]:
    return (msgspec.structs.replace(article, published=None) for article in _plain(count))


def _in_the_future(count: int) -> Iterator[Article]:
    """One article in ten is dated up to three hundred years ahead, and one in a hundred with what is no date."""
    for number, article in enumerate(_plain(count)):
        date = (
            "soon" if number % 100 == 5 else f"{2100 + number % 300}-01-01" if number % 10 == 0 else article.published
        )
        yield msgspec.structs.replace(article, published=date)


def _one_id(count: int) -> Iterator[Article]:
    return (msgspec.structs.replace(article, id="a") for article in _plain(count))


COLLECTIONS: dict[str, Callable[[int], Iterator[Article]]] = {
    "copies of one text": _copies,
    "copies one word apart": _one_word_apart,
    "one of 50 MB": _one_long,
    "of three words": _three_words,
    "undated": _undated,
    "dates in the future": _in_the_future,
    "different texts under one id": _one_id,
}
"""What is made, by name; each takes how many articles there are to be."""


def _pairs(articles: Sequence[Article]) -> str:
    found = candidates(batches(in_time(articles)))
    crowd = f", {found.crowded.height:,} crowded keys told" if found.crowded.height else ""
    return f"{found.pairs.height:,} pairs, {found.copies:,} copies told{crowd}"


def _stories(articles: Sequence[Article]) -> str:
    notes: Counter[str] = Counter()

    def count(note: StoryNote) -> None:
        notes[note.kind] += 1

    own = articles if len({article.id for article in articles}) == len(articles) else _numbered(articles)
    found = group(own, listener=count)
    placed = Counter(article for story in found for article in story.articles)
    if placed != Counter(article.id for article in own):
        raise AssertionError("an article is in no story or in two")
    told = ", ".join(f"{notes[kind]:,} {kind}" for kind in ("dated_ahead", "repeated") if notes[kind])
    return f"{len(found):,} stories, each article in one{', ' if told else ''}{told}"


def _numbered(articles: Sequence[Article]) -> list[Article]:
    """Ids told apart as readers of inputs tell them apart."""
    return [msgspec.structs.replace(article, id=f"{article.id}#{turn}") for turn, article in enumerate(articles, 1)]


ROUTES: dict[str, Callable[[Sequence[Article]], str]] = {"pairs": _pairs, "stories": _stories}
"""What a collection goes through, by name."""


def _measured(name: str, route: str, count: int) -> Outcome:
    articles = list(COLLECTIONS[name](count))
    start = process_time()
    told = ROUTES[route](articles)
    seconds = process_time() - start
    return Outcome(len(articles), seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, told)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.odd", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000, help="articles of a collection (default: 100000)")
    parser.add_argument("--only", choices=COLLECTIONS, help="one collection alone")
    parser.add_argument("--route", choices=ROUTES, help="one route alone, in this process, as a line of JSON")
    options = parser.parse_args(arguments)
    if options.route:
        if not options.only:
            parser.error("--route takes the collection by --only")
        found = _measured(options.only, options.route, options.articles)
        sys.stdout.write(msgspec.json.encode(found).decode() + "\n")
        return 0
    shown = table("Odd collections", "collection", "through", "articles", "seconds", "MB", "outcome")
    for name in [options.only] if options.only else COLLECTIONS:
        for route in ROUTES:
            one = _apart(name, route, options.articles)
            shown.add_row(name, route, f"{one.articles:,}", f"{one.seconds:.0f}", f"{one.memory / 1e6:,.0f}", one.told)
    Console(width=None if sys.stdout.isatty() else _WIDTH).print(shown)
    return 0


def _apart(name: str, route: str, count: int) -> Outcome:
    words = [sys.executable, "-m", "benchmarks.odd", "--only", name, "--route", route, "--articles", str(count)]
    done = subprocess.run(words, capture_output=True, check=True, cwd=Path(__file__).parents[1])
    return msgspec.json.decode(done.stdout, type=Outcome)


if __name__ == "__main__":
    sys.exit(main())
