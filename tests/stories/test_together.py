"""Which articles are given together changes nothing: neither their stories nor what is kept of them."""

import random
from collections.abc import Iterator, Sequence

import msgspec
import numpy
import pytest

from stemma.records import Article, StoryNote
from stemma.stories import Settings, Stream, vocabulary
from tests.stories.events import event, events


def _odd() -> list[Article]:
    """Reports of events among copies, repeated ids, second texts under one id, and words in ever commoner forms."""
    chance = random.Random(3)
    told: list[Article] = []
    for number, article in enumerate(events(90, 6)):
        told.append(article)
        earlier = chance.choice(told[-80:])
        turned = msgspec.structs.replace(
            earlier, title=(earlier.title or "").upper(), text=earlier.text + " It rained."
        )
        further = {
            0: [earlier],
            1: [msgspec.structs.replace(earlier, id=f"copy{number}")],
            2: [msgspec.structs.replace(turned, id=f"turned{number}", published=None)],
            3: [msgspec.structs.replace(event(200 + number, 1)[0], id=earlier.id)],
        }
        told += further.get(number % 9, [])
    return told


def _parts(articles: Sequence[Article], sizes: Iterator[int]) -> Iterator[Sequence[Article]]:
    first = 0
    while first < len(articles):
        size = next(sizes)
        yield articles[first : first + size]
        first += size


def _ones() -> Iterator[int]:
    while True:
        yield 1


def _some() -> Iterator[int]:
    chance = random.Random(8)
    while True:
        yield chance.randint(1, 100)


@pytest.mark.parametrize("sizes", [_ones, _some])
def test_articles_given_one_by_one_or_together_end_alike(
    sizes: type[Iterator[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vocabulary, "_HALVED_AT", 400)  # so that counts are halved on the way
    articles = _odd()
    together, apart = Stream(Settings(window=5, least=200)), Stream(Settings(window=5, least=200))
    together.feed(articles)
    for part in _parts(articles, sizes()):
        apart.feed(part)
    assert together.stories() == apart.stories()
    one, other = (stream._intake.window for stream in (together, apart))
    hosts = numpy.arange(len(one))
    assert all(a.tobytes() == b.tobytes() for a, b in zip(one.all_links(hosts), other.all_links(hosts), strict=True))
    assert one.measures.tobytes() == other.measures.tobytes()
    assert numpy.array_equal(one.hosts.values, other.hosts.values)


def test_a_listener_changes_nothing() -> None:
    articles = _odd()
    notes: list[StoryNote] = []
    heard, unheard = Stream(listener=notes.append), Stream()
    heard.add(articles)
    unheard.feed(articles)
    assert heard.stories() == unheard.stories()
    assert heard._intake.window.measures.tobytes() == unheard._intake.window.measures.tobytes()


def test_copies_that_differ_in_a_word_make_no_word_common() -> None:
    """Six hundred prints of one report, each with a line of its own, are one story, and the other events stay apart."""
    first = event(1, 1)[0]
    prints = [
        msgspec.structs.replace(first, id=f"p{number}", text=f"{first.text} Printed by press {number}x.")
        for number in range(600)
    ]
    stream = Stream()
    stream.feed([*prints, *event(2, 3), *event(3, 3)])
    stream.settle()
    assert sorted(map(len, stream.stories().values())) == [3, 3, 600]
