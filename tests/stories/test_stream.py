"""Stories as the articles come: where they are put, what is told, how ids stay, and what leaves the window."""

import random

import msgspec
import pytest

from stemma.records import Article, StoryNote
from stemma.stories import Settings, Stream, group
from tests.stories.events import event, events
from tests.stories.texts import DAM, NEAR, STRIKE


def _by_date(articles: list[Article]) -> list[Article]:
    return sorted(articles, key=lambda article: (article.published or "9999", article.id))


def _partition(stream: Stream) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(articles)) for articles in stream.stories().values())


def test_a_stream_ends_where_the_batch_does() -> None:
    articles = _by_date([*DAM, *STRIKE, *NEAR])
    stream = Stream()
    for article in articles:
        stream.add([article])
    stream.settle()
    assert {story.id: set(story.articles) for story in group(articles)} == {
        story: set(members) for story, members in stream.stories().items()
    }


def test_any_order_of_arrival_ends_in_the_same_stories() -> None:
    articles = list(events(30, 4))
    expected = [tuple(f"e{number}-{report}" for report in range(4)) for number in range(30)]
    for seed in range(3):
        random.Random(seed).shuffle(articles)
        stream = Stream()
        stream.add(articles)
        stream.settle()
        assert _partition(stream) == sorted(expected)


def test_each_assignment_says_what_it_joined_by() -> None:
    stream = Stream()
    founded, joined = stream.add(DAM[:2])
    assert (founded.story, founded.joining) == (joined.story, None)
    assert joined.joining is not None
    assert (joined.joining.article, joined.joining.closest) == ("d2", "d1")
    assert "Orlo Dam" in joined.joining.why
    assert "driftwood" in joined.joining.why
    assert joined.joining.why.endswith("was published on the same day")


def test_a_near_miss_says_what_is_shared_all_the_same() -> None:
    first = event(1, 2)[0]
    far = msgspec.structs.replace(
        event(2, 1)[0], id="far", title=first.title, published="2031-05-15", text=event(2, 1)[0].text
    )
    notes: list[StoryNote] = []
    stream = Stream(listener=notes.append)
    _, missed = stream.add([first, far])
    assert missed.near_miss is not None or missed.joining is not None
    told = missed.near_miss or missed.joining
    assert told is not None
    assert told.why.endswith("was published 14 days apart")
    assert [note.kind for note in notes] == ["near_miss" if missed.near_miss else "joined"]


def test_a_story_keeps_its_id_while_it_grows() -> None:
    stream = Stream()
    ids = {assignment.story for article in _by_date(DAM) for assignment in stream.add([article])}
    assert len(ids) == 1
    assert stream.story_of("d8") in ids
    assert stream.story_of("no such article") is None


def test_copies_of_one_text_count_once() -> None:
    """Forty prints of one dispatch draw no other event in, and all of them are one story."""
    prints = [msgspec.structs.replace(DAM[0], id=f"p{number}", outlet=f"Outlet {number}") for number in range(40)]
    stream = Stream()
    told = stream.add([*prints, *STRIKE, *NEAR])
    stream.settle()
    assert sorted(map(len, stream.stories().values())) == [1, 1, 1, 1, 5, 40]
    assert {one.joining.why for one in told[1:40] if one.joining} == {
        "has the same title and text, and was published on the same day"
    }


def test_stories_close_when_their_time_is_over() -> None:
    closed: dict[str, tuple[str, ...]] = {}
    notes: list[StoryNote] = []
    stream = Stream(Settings(window=5, least=100), notes.append, closed.__setitem__)
    articles = events(1200, 2)
    stream.add(articles)
    assert len(stream) < len(articles)
    assert {note.story for note in notes if note.kind == "closed"} == set(closed)
    left = [article for members in (*closed.values(), *stream.stories().values()) for article in members]
    assert sorted(left) == sorted(article.id for article in articles)
    # A saga is parted by time: the matter of the first event years later is no part of its closed story.
    (again,) = stream.add([msgspec.structs.replace(articles[0], id="again", published="2035-01-01")])
    assert "e0-0" in {article for members in closed.values() for article in members}
    assert (again.story in closed, again.joining) == (False, None)


def test_a_full_window_closes_the_oldest_stories_of_undated_articles_too() -> None:
    undated = [msgspec.structs.replace(article, published=None) for article in events(1500, 1)]
    closed: dict[str, tuple[str, ...]] = {}
    stream = Stream(Settings(least=100, most=400), farewell=closed.__setitem__)
    stream.add(undated)
    assert len(stream) <= 400 + 1024
    assert sum(map(len, closed.values())) + len(stream) == 1500


def test_a_second_text_under_one_id_is_told_apart_and_the_same_text_counted_once() -> None:
    notes: list[StoryNote] = []
    stream = Stream(listener=notes.append)
    other = msgspec.structs.replace(STRIKE[0], id="d1")
    first, second, again = stream.add([DAM[0], other, DAM[0]])
    assert (first.article, second.article, again.article) == ("d1", "d1#2", "d1")
    assert again.story == first.story != second.story
    assert [(note.kind, note.article) for note in notes] == [("renamed", "d1#2"), ("repeated", "d1")]
    assert len(stream) == 2


def test_a_date_far_ahead_is_told_of_and_closes_nothing() -> None:
    notes: list[StoryNote] = []
    stream = Stream(Settings(window=5, least=0), notes.append)
    stream.add(DAM[:4])
    (assignment,) = stream.add([msgspec.structs.replace(NEAR[0], published="2131-01-01")])
    stream.add(DAM[5:6])
    assert [note.article for note in notes if note.kind == "dated_ahead"] == [assignment.article]
    assert stream.story_of("d1") == stream.story_of("d6")


def test_merges_and_splits_are_told_with_their_articles() -> None:
    notes: list[StoryNote] = []
    stream = Stream(listener=notes.append)
    mixed = list(events(40, 6))
    random.Random(4).shuffle(mixed)
    stream.add(mixed)
    stream.settle()
    moved = [note for note in notes if note.kind in ("merged", "split")]
    assert all(note.articles and note.other and note.why for note in moved)
    assert all(note.other not in stream.stories() for note in moved if note.kind == "merged")


@pytest.mark.parametrize(("window", "least", "most"), [(0, 1, 2), (1, 3, 2), (1, -1, 2)])
def test_settings_that_mean_nothing_are_refused(window: int, least: int, most: int) -> None:
    with pytest.raises(ValueError, match="window takes"):
        Settings(window=window, least=least, most=most)
