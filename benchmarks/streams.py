"""Stories of a stream: articles a second, the slowest of a hundred, memory; beside counting words alone.

    python -m benchmarks.streams [--articles N] [--words N] [--corpus FILE]

`--corpus` also times a file of real articles, given again and again with later dates until there are as many. Time is
processor time; what else the machine does still slows it, so scikit-learn's HashingVectorizer, which counts the words
of a text and no more, is timed on the same articles in turns. Articles are given many together, a few together, and
each alone with its reasons; of all the time, reading alone is told too.
"""

import argparse
import resource
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from random import Random
from time import process_time

import msgspec
from rich.console import Console
from sklearn.feature_extraction.text import HashingVectorizer

from benchmarks.table import table
from stemma.engine import plan
from stemma.records import Article
from stemma.stories import Settings, Stream
from stemma.stories.boilerplate import Boilerplate
from stemma.stories.reading import read
from stemma.stories.vocabulary import Vocabulary

__all__ = ["main", "repeated", "synthetic"]

_COMMON, _RARE, _EXPONENT = 2000, 120_000, 1.0  # words of a news vocabulary, by Zipf's law
_EVENT_WORDS, _OWN_SHARE = 12, 0.06  # words that an event brings, and how many of a report's words are of these
_REPORTS = 5.0  # mean reports of an event; most have one or two, few have fifty
_A_DAY = 1000  # articles
_FIRST_DAY = date(2031, 1, 1)
_TOGETHER, _FEW = 64, 8  # articles given in one call
_WIDTH = 100  # columns in a log, where there is no terminal to ask
_SYLLABLES = "ba ke lo mi nu ra se to vi wo gra ple stri fen dor hal mek oss ulm yar".split()


def synthetic(words: int, seed: int = 1) -> Iterator[Article]:
    """An endless stream of articles of so many words, 1,000 a day; each event has rare words and names of its own."""
    random = Random(seed)
    vocabulary = [_word(random) for _ in range(_RARE)]
    shares = [1 / (rank + 10) ** _EXPONENT for rank in range(_RARE)]
    spoken = random.choices(vocabulary, shares, k=2_000_000)
    open_events: list[tuple[list[str], int]] = []
    for number in count():
        if not open_events or random.random() < 1 / _REPORTS:
            own = [_word(random).title() if turn % 2 else _word(random) + "er" for turn in range(_EVENT_WORDS)]
            open_events.append((own, number))
        place = min(int(random.expovariate(1 / 40)), len(open_events) - 1)
        yield _article(number, open_events[-1 - place][0], _text(random, spoken, words))
        if len(open_events) > 4000:
            del open_events[:2000]


def _word(random: Random) -> str:
    return "".join(random.choices(_SYLLABLES, k=random.randint(2, 4)))


def _text(random: Random, spoken: Sequence[str], words: int) -> list[str]:
    start = random.randrange(len(spoken) - words)
    return list(spoken[start : start + words])


def _article(number: int, own: Sequence[str], words: list[str]) -> Article:
    random = Random(number)
    for place in random.sample(range(len(words)), int(len(words) * _OWN_SHARE)):
        words[place] = random.choice(own)
    words[:6] = random.sample(own, 6)
    sentences = [" ".join(words[start : start + 20]).capitalize() + "." for start in range(0, len(words), 20)]
    published = (_FIRST_DAY + timedelta(days=number // _A_DAY)).isoformat()
    title = " ".join(random.sample(own, 4)).capitalize()
    return Article(
        id=f"a{number}", title=title, text="\n\n".join(sentences), published=published, outlet=f"o{number % 97}"
    )


def repeated(articles: Sequence[Article]) -> Iterator[Article]:
    """The articles again and again, each time a year later, and each time with other ids."""
    dated = [article for article in articles if article.published]
    for turn in count():
        for article in dated:
            year = int((article.published or "")[:4]) + turn * 6
            shifted = f"{year}{(article.published or '')[4:10]}".replace("-02-29", "-02-28")
            yield msgspec.structs.replace(article, id=f"{article.id}/{turn}", published=shifted)


def _measured(name: str, articles: Iterator[Article], window: int) -> Iterator[list[str]]:
    """Rows of the table, each over so many more articles of a window that is full."""
    stream = Stream(Settings(least=window))
    stream.feed(islice(articles, window))
    for told, together, give in (
        ("together", _TOGETHER, stream.feed),
        ("a few together", _FEW, stream.feed),
        ("alone, with reasons", 1, stream.add),
    ):
        later = list(islice(articles, max(_TOGETHER, window // 15)))
        times, counting = _timed(later, together, give)
        late = sorted(times)[int(len(times) * 0.99)]
        rate = len(later) / sum(times)
        yield [
            f"{name}, {told}",
            f"{len(stream):,}",
            f"{rate:,.0f}",
            f"{1000 * late:.1f}",
            f"{_reading(later) * rate:.0%}",
            f"{sum(times) / counting:.1f}",
        ]
    start = process_time()
    stream.settle()
    yield [f"{name}, settled", f"{len(stream):,}", f"{len(stream) / (process_time() - start):,.0f}", "", "", ""]


def _timed(
    articles: Sequence[Article], together: int, give: Callable[[Sequence[Article]], object]
) -> tuple[list[float], float]:
    """Seconds of each call with so many articles, and seconds that scikit-learn takes to count the words of all."""
    vectorizer, times, counting = HashingVectorizer(), [], 0.0
    for first in range(0, len(articles), together):
        part = articles[first : first + together]
        start = process_time()
        give(part)
        times.append(process_time() - start)
        if first % _TOGETHER == 0:
            texts = [f"{article.title} {article.text}" for article in articles[first : first + _TOGETHER]]
            start = process_time()
            vectorizer.transform(texts)
            counting += process_time() - start
    return times, counting


def _reading(articles: Sequence[Article]) -> float:
    """Seconds an article that it takes to find the terms of its words, most of which are known."""
    vocabulary, boilerplate = Vocabulary(), Boilerplate()
    for turn in range(2):
        start = process_time()
        for article in articles:
            read(article, boilerplate.repeated(article) if turn else (), vocabulary)
    return (process_time() - start) / len(articles)


def _memory(articles: Iterator[Article], window: int) -> list[str]:
    """Bytes an article of the window, beyond its text: what the stream holds, as Python counts it."""
    texts = list(islice(articles, window))
    Stream().feed(texts[:1])  # loads the frequencies of the language's words, which no window holds
    tracemalloc.start()
    stream = Stream(Settings(least=window))
    before = tracemalloc.get_traced_memory()[0]
    stream.feed(texts[: window // 3])
    third = tracemalloc.get_traced_memory()[0]
    stream.feed(texts[window // 3 :])
    whole = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    slope = (whole - third) / (window - window // 3)
    return [f"{window:,}", f"{whole / window:,.0f}", f"{slope:,.0f}", f"{before / 1e6:.1f}"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.streams", description=__doc__)
    parser.add_argument("--articles", type=int, default=30_000, help="articles in the window (default: 30000)")
    parser.add_argument("--words", type=int, default=400, help="words of a synthetic article (default: 400)")
    parser.add_argument("--corpus", type=Path, help="a file of articles to repeat")
    options = parser.parse_args(arguments)
    if options.articles < 100 or options.words < 20:
        parser.error("--articles takes a number from 100 on, --words from 20 on")
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    speed = table("Speed", "stream", "window", "articles/s", "p99 of a call, ms", "reading", "counting words = 1")
    for row in _measured(f"{options.words} words", synthetic(options.words), options.articles):
        speed.add_row(*row)
    if options.corpus is not None:
        real = plan.read([str(options.corpus)])[0]
        for row in _measured(options.corpus.name, repeated(real), options.articles):
            speed.add_row(*row)
    console.print(speed)
    memory = table("Memory of the window", "articles", "bytes an article", "of these by growth", "MB at the start")
    memory.add_row(*_memory(synthetic(options.words), options.articles))
    console.print(memory)
    console.print(f"largest size of the process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
