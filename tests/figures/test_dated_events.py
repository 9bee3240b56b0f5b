import pytest

from stemma.extract import annotate
from stemma.figures import dated_events
from stemma.records import Article

_TEXT = "The slope gave way on Saturday. The gates were last raised in 2009."


def test_events_are_sorted_by_date_and_quote_their_sentence() -> None:
    found = dated_events(Article(id="a", text=_TEXT, published="2031-03-03T10:00:00Z"))
    assert [(event.date, event.precision) for event in found] == [("2009", "year"), ("2031-03-01", "day")]
    assert found[1].spans[0].text == "The slope gave way on Saturday."


def test_without_a_base_only_absolute_dates_are_events() -> None:
    assert [event.date for event in dated_events(Article(id="a", text=_TEXT))] == ["2009"]


def test_a_long_sentence_is_cut_to_a_readable_line() -> None:
    text = "The minister, " + "who had spoken for hours of many things, " * 8 + "resigned on Friday, and left."
    (event,) = dated_events(Article(id="a", text=text), base="2031-03-03")
    assert len(event.what) <= 160
    assert "Friday" in event.what


def test_a_dateline_is_left_out_and_the_lead_behind_it_is_not() -> None:
    article = annotate(
        Article(id="a", text="ARDEN, March 3 (Solmark Wire) - The lock at Arden was shut on Saturday, the town said.")
    )
    (event,) = dated_events(article, base="2031-03-03")
    assert (event.date, event.spans[0].text) == ("2031-03-01", "The lock at Arden was shut on Saturday, the town said.")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Some of the timber may have been moved to the island in March, two clerks said.", "2031-03"),
        ("The papers could not have been burnt in November.", "2030-11"),
        ("The owners may move the timber in March.", "2032-03"),
        ("The timber may have to be moved in March.", "2032-03"),
        ("The hearing continues on Friday.", "2031-05-09"),
        ("Savers were told to wait for Friday.", "2031-05-09"),
        ("The savers queued on Friday.", "2031-05-02"),
    ],
)
def test_what_may_have_been_is_past_and_what_goes_on_or_is_waited_for_lies_ahead(sentence: str, day: str) -> None:
    article = Article(id="a", text=sentence, published="2031-05-06")
    assert [event.date for event in dated_events(article)] == [day]
