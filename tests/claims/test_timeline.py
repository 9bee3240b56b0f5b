"""The timeline: one entry for each date, told by the article that altered least."""

import pytest

from stemma.claims import timeline
from stemma.records import DatedEvent, Descent, Evidence, Lineage, Operation, Origins, Precision, Span


def _event(date: str, what: str, article: str = "a", start: int = 0, precision: Precision = "day") -> DatedEvent:
    return DatedEvent(date, precision, what, (Span(article, start, start + len(what), what),))


def _lineage(**operations: Operation) -> Lineage:
    """A lineage in which each article named was made so from a hidden exemplar."""
    proof = (Evidence("credit", "credits"),)
    descent = tuple(
        Descent(copy=copy, exemplar="hidden:1", operation=operation, confidence=0.9, coverage=1, evidence=proof)
        for copy, operation in operations.items()
    )
    return Lineage(descent, (), (), Origins(1, 1, ()))


def test_dates_come_in_their_order_with_every_place_that_names_them() -> None:
    first = [_event("2031-05-06", "The ferry sank."), _event("2031-05-04", "Swans came.", start=40)]
    second = [_event("2031-05-06", "The boat sank.", "b")]
    assert [(entry.date, entry.what, len(entry.spans)) for entry in timeline([first, second], _lineage())] == [
        ("2031-05-04", "Swans came.", 1),
        ("2031-05-06", "The ferry sank.", 2),
    ]


def test_the_least_altered_article_tells_the_date() -> None:
    told = [[_event("2031-05-06", "The boat went down.", "a")], [_event("2031-05-06", "The ferry sank.", "b")]]
    assert timeline(told, _lineage(a="rewrite", b="reprint"))[0].what == "The ferry sank."
    assert timeline(told, _lineage(b="rewrite"))[0].what == "The boat went down."


def test_within_an_article_the_first_place_tells_the_date() -> None:
    told = [_event("2031-05-06", "The boat sank.", start=80), _event("2031-05-06", "The ferry sank.", start=0)]
    assert timeline([told], _lineage())[0].what == "The ferry sank."


def test_a_day_and_its_month_are_two_entries() -> None:
    told = [_event("2031-05", "Swans came in May.", precision="month"), _event("2031-05-06", "The ferry sank.")]
    assert [(entry.date, entry.precision) for entry in timeline([told], _lineage())] == [
        ("2031-05", "month"),
        ("2031-05-06", "day"),
    ]


def test_a_place_that_is_named_twice_is_shown_once() -> None:
    told = [[_event("2031-05-06", "The boat sank.")], [_event("2031-05-06", "The boat sank.")]]
    assert len(timeline(told, _lineage())[0].spans) == 1


def test_no_events_make_no_timeline() -> None:
    assert timeline([[], []], _lineage()) == ()


@pytest.mark.parametrize(
    "what",
    [
        "It was the first such day in May.",
        "A police boat turned back 40 of them on Tuesday.",
        "“If the rain comes back before Tuesday, we may act,” he said.",
        "the lowest level since records began, the harbor board said on Tuesday.",
        "Rain on Tuesday.",
    ],
)
def test_an_entry_that_leans_on_the_sentence_before_it_is_left_out(what: str) -> None:
    assert timeline([[_event("2031-05-06", what)]], _lineage()) == ()


def test_what_happened_on_a_day_tells_it_before_what_was_said_on_it() -> None:
    said = _event("2031-05-06", "Weavers are out at the mill, the Day reported on Tuesday.")
    done = _event("2031-05-06", "Weavers walked out of the mill on Tuesday.", "b")
    assert timeline([[said], [done]], _lineage())[0].what == done.what


def test_a_sentence_with_two_dates_tells_the_second_only_where_no_other_sentence_does() -> None:
    both = "The mill shut on Tuesday and opened again on Friday."
    other = _event("2031-05-09", "Weavers came back to the mill on Friday.", start=80)
    twice = [_event("2031-05-06", both), _event("2031-05-09", both)]
    assert [entry.what for entry in timeline([[*twice, other]], _lineage())] == [both, other.what]
    assert [entry.what for entry in timeline([twice], _lineage())] == [both, both]
