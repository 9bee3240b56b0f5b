"""Stories of a stream: articles a second, the slowest of a hundred, memory; beside counting words alone.

    python -m benchmarks.streams [--articles N] [--words N] [--corpus FILE]

`--corpus` also times a file of real articles, given again and again with later dates until there are as many. Time is
that of one process; what else the machine does still slows it, so scikit-learn's HashingVectorizer, which counts the
words of a text and no more, is timed on the same articles in the same run.
"""

import argparse
import resource
import sys
import tracemalloc
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from random import Random
from time import process_time

import msgspec
from rich.console import Console
from rich.table import Table
from sklearn.feature_extraction.text import HashingVectorizer

from stemma.engine import plan
from stemma.records import Article
from stemma.stories import Settings, Stream

__all__ = ["main", "repeated", "synthetic"]

_COMMON, _RARE, _EXPONENT = 2000, 120_000, 1.0  # words of a news vocabulary, by Zipf's law
_EVENT_WORDS, _OWN_SHARE = 12, 0.06  # words that an event brings, and how many of a report's words are of these
_REPORTS = 5.0  # mean reports of an event; most have one or two, few have fifty
_A_DAY = 1000  # articles
_FIRST_DAY = date(2031, 1, 1)
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


def _measured(name: str, articles: Iterator[Article], window: int) -> list[str]:
    """A row of the table, over a fifth as many articles as are in the window, each given alone."""
    stream = Stream(Settings(least=window))
    stream.feed(islice(articles, window))
    times = []
    later = list(islice(articles, window // 5))
    for article in later:
        start = process_time()
        stream.add([article])
        times.append(process_time() - start)
    times.sort()
    start = process_time()
    stream.settle()
    settling = process_time() - start
    rate, late = len(times) / sum(times), times[int(len(times) * 0.99)]
    peer = _counted(later) * rate
    return [name, f"{len(stream):,}", f"{rate:,.0f}", f"{1000 * late:.1f}", f"{settling:.1f}", f"{1 / peer:.1f}"]


def _counted(articles: Sequence[Article]) -> float:
    """Seconds an article that scikit-learn takes to count its words."""
    vectorizer = HashingVectorizer()
    start = process_time()
    vectorizer.transform([f"{article.title} {article.text}" for article in articles])
    return (process_time() - start) / len(articles)


def _memory(articles: Iterator[Article], window: int) -> list[str]:
    """Bytes an article of the window, beyond its text: what the stream holds, as Python counts it."""
    texts = list(islice(articles, window))
    tracemalloc.start()
    stream = Stream(Settings(least=window))
    before = tracemalloc.get_traced_memory()[0]
    stream.feed(texts[: window // 3])
    third = tracemalloc.get_traced_memory()[0]
    stream.feed(texts[window // 3 :])
    whole = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    slope = (whole - third) / (window - window // 3)
    return [f"{whole / window:,.0f}", f"{slope:,.0f}", f"{before / 1e6:.1f}"]


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
    speed = Table("stream", "window", "articles/s", "p99 ms", "settled s", "counting words = 1", title="Speed")
    speed.add_row(*_measured(f"synthetic, {options.words} words", synthetic(options.words), options.articles))
    if options.corpus is not None:
        real = plan.read([str(options.corpus)])[0]
        speed.add_row(*_measured(options.corpus.name, repeated(real), options.articles))
    console.print(speed)
    memory = Table("bytes an article", "of these by growth", "MB at the start", title="Memory of the window")
    memory.add_row(*_memory(synthetic(options.words), options.articles))
    console.print(memory)
    console.print(f"largest size of the process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
