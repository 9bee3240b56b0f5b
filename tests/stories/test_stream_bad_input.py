"""Input that would take quadratic time or be lost: twice as much of it takes about twice as long, and all is kept."""

import random
import time
from collections.abc import Callable

import msgspec
import pytest

from stemma.records import Article
from stemma.stories import Stream
from tests.stories.events import event

_TIMES = 3.2  # twice as much may take so many times as long: linear, and the noise of a machine with other work


def _copies(count: int) -> list[Article]:
    text = event(3, 1)[0].text
    return [Article(id=f"c{number}", text=text, title="Same", published="2031-05-01") for number in range(count)]


def _three_words(count: int) -> list[Article]:
    random_words = random.Random(1)
    words = [f"{a}{b}ik" for a in "bdfgklmnprst" for b in "aeiou"]
    return [Article(id=f"t{number}", text=" ".join(random_words.sample(words, 3))) for number in range(count)]


def _undated(count: int) -> list[Article]:
    return [
        Article(id=one.id, title=one.title, text=one.text) for number in range(count // 2) for one in event(number, 2)
    ]


def _one_id(count: int) -> list[Article]:
    """Different texts, all under one id."""
    numbered = enumerate(_undated(count))
    return [
        msgspec.structs.replace(article, id="same", text=f"{article.text} {number}") for number, article in numbered
    ]


def _seconds(articles: list[Article]) -> float:
    best = float("inf")
    for _ in range(2):
        stream = Stream()
        start = time.process_time()
        stream.feed(articles)
        stream.settle()
        best = min(best, time.process_time() - start)
        assert sum(map(len, stream.stories().values())) == len(articles)
    return best


@pytest.mark.parametrize("made", [_copies, _three_words, _undated, _one_id])
def test_twice_as_much_takes_about_twice_as_long(made: Callable[[int], list[Article]]) -> None:
    _seconds(made(100))  # word lists are read once
    assert _seconds(made(2400)) < _TIMES * _seconds(made(1200)) + 0.1


def test_a_huge_article_is_read_as_far_as_any_other() -> None:
    report = event(4, 2)
    huge = Article(id="huge", title=report[1].title, text=report[1].text + " lorem" * 1_000_000, published="2031-05-02")
    start = time.process_time()
    stream = Stream()
    stream.add([report[0], huge])
    assert time.process_time() - start < 2
    assert len(stream.stories()) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "…", "\ud800 broken", "12 12 12", "ÅÄÖ " * 5000])
def test_odd_texts_are_put_somewhere(text: str) -> None:
    stream = Stream()
    assert [
        assignment.article for assignment in stream.add([Article(id="a", text=text), Article(id="b", text=text)])
    ] == [
        "a",
        "b",
    ]
