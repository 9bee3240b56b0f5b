"""What looks like a saying and is none, and where a saying ends that another source's follows."""

import pytest

from stemma.attribution import statements
from stemma.records import Article

NONE = [
    "An island called Dray Holm was flooded.",
    "Ada Orr was declared the winner of the vote.",
    "If all goes according to plan the ferry will sail on Monday.",
    "The delay was long, to say the least.",
]

DECLINED = [
    ("Dray Rovers have yet to answer a list of questions.", True),
    ("The ministry has yet to comment on the report.", True),
    ("Ada Orr said nothing as she left the harbour.", True),
    ("Ada Orr said nothing had changed.", False),
]

DRAWN = [
    (
        "Police said 23 people were held after stones were thrown; the dockers’ union put the number at more than 60.",
        [
            ("Police", ["23 people were held after stones were thrown"]),
            ("the dockers’ union", ["the number at more than 60"]),
        ],
    ),
    (
        "The mayor has been accused by dozens of tenants of theft since last October.",
        [("dozens of tenants", ["The mayor", "theft"])],
    ),
    ("The mayor has been accused by two partners of fraud.", [("two partners", ["The mayor", "fraud"])]),
    (
        "A second member who kept his signature back, according to two people who were in the room, has left Norland.",
        [("two people who were in the room", ["A second member who kept his signature back", "has left Norland"])],
    ),
    (
        "DRAY, Sept. 23 (Tellmark Press) - A court ordered a recount on Thursday in six districts.",
        [("A court", ["a recount on Thursday in six districts"])],
    ),
]


def told(text: str) -> list[tuple[str, list[str]]]:
    return [
        (" ".join(span.text for span in one.source), [span.text for span in one.content])
        for one in statements(Article(text=text, id="a"))
    ]


@pytest.mark.parametrize("text", NONE)
def test_no_saying(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "declined"), DECLINED)
def test_nothing_said(text: str, declined: bool) -> None:
    assert [one.declined for one in statements(Article(text=text, id="a"))] == [declined]


@pytest.mark.parametrize(("text", "expected"), DRAWN)
def test_edges_between_sources(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert told(text) == expected


def test_who_is_ordered_says_nothing() -> None:
    assert [source for source, _ in told("Dray Rovers ordered to pay 400,000 in winger case")] in ([], [""])


def test_what_is_told_before_a_parenthesis_ends_there() -> None:
    asked, said = told(
        "He has asked for that since 2029, he said, and the council had answered that it cost too much."
    )[:2]
    assert (asked, said) == (("He", ["that since 2029"]), ("he", ["He has asked for that since 2029"]))


def test_what_would_have_been_rejected_is_not_denied() -> None:
    assert not any(
        one.denies for one in statements(Article(text="One of its members would have dismissed the claim.", id="a"))
    )


SOURCES = [
    ("Norland regulators this month said the ferry sank.", "Norland regulators"),
    ("Sen. Ada Orr (L-Dray) said the ferry sank.", "Sen. Ada Orr (L-Dray)"),
    ("DRAY — Envoy Ada Orr has said the ferry sank.", "Envoy Ada Orr"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_a_source_is_its_own_words(text: str, source: str) -> None:
    assert [given for given, _ in told(text)] == [source]


def test_a_question_names_no_speaker() -> None:
    assert told("Who said the ferry had sunk?") in ([], [("", ["the ferry had sunk"])])


def test_who_has_read_it_is_told_by_the_next_verb() -> None:
    text = "A draft would cost the club 12 million crowns, two people who have read it told the Dray Evening."
    assert told(text) == [("two people who have read it", ["A draft would cost the club 12 million crowns"])]
