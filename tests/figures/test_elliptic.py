"""Numbers whose noun stands elsewhere, and what only looks like one."""

import pytest

from stemma.figures import figures
from stemma.records import Article, Standing, standings


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Ten of the 15 members stayed.", [("members", 10.0, "part"), ("members", 15.0, "whole")]),
        ("The yard has 40 boats, six of them under repair.", [("boats", 40.0, "alone"), ("boats", 6.0, "alone")]),
        (
            "The mill lost 30 looms, compared with 12 a year before.",
            [("looms", 30.0, "alone"), ("looms", 12.0, "alone")],
        ),
        ("The patrol sank five barges and seized two.", [("barges", 5.0, "alone"), ("barges", 2.0, "alone")]),
        ("There were eight of us in the cellar.", [("people", 8.0, "alone")]),
        ("Police said 4,000 took part.", [("people", 4000.0, "alone")]),
        ("Two thirds of those asked agreed.", [("those asked", 66.666667, "alone")]),
        ("A third of the harbour's 60 cranes stood idle.", [("cranes", 33.333333, "part"), ("cranes", 60.0, "whole")]),
        ("It was minus 20 degrees at dawn.", [("", -20.0, "alone")]),
        ("Grain rose $2 to $31 a sack.", [("", 2.0, "alone"), ("", 31.0, "alone")]),
        ("They waited seven hours on the quay.", [("", 7.0, "alone")]),
        ("The pumps ran for 90 minutes before they stopped.", [("", 90.0, "alone")]),
        ("Brask lent 40 billion won.", [("", 40e9, "alone")]),
        (
            "The union said 340 weavers had come out at the three gates. The mill put the number at fewer than 90.",
            [("weavers", 340.0, "alone"), ("gates", 3.0, "alone"), ("weavers", None, "alone")],
        ),
        (
            "About 340 weavers stayed out. The mill put the number at 210.",
            [("weavers", 340.0, "alone"), ("weavers", 210.0, "alone")],
        ),
        (
            "The union said 340 had joined; by the mill's count it was 210.",
            [("people", 340.0, "alone"), ("people", 210.0, "alone")],
        ),
        ("The number of cases rose to 120.", [("cases", 120.0, "alone")]),
        ("The clinic put the number of injured at five.", [("people", 5.0, "alone")]),
    ],
)
def test_a_number_counts_what_the_sentence_lets_it_count(
    sentence: str, found: list[tuple[str, float, Standing]]
) -> None:
    assert _read(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "The suspect, 34, was led away.",
        "Her sons, ages 9 and 12, were asleep.",
        "Two officials of the harbour office said so.",
        "The song “40 Nights” is old.",
        "It was the third in two weeks.",
        "The first time in 40 years that it froze.",
        "A 9mm pistol lay there.",
        "Seven hours on, nobody had come.",
    ],
)
def test_what_is_no_count_is_left_alone(sentence: str) -> None:
    assert _read(sentence) == []


def test_water_that_runs_over_land_is_not_more_than_the_land() -> None:
    (figure,) = figures(Article(id="a", text="The flood ran over about 900 acres of oats."))
    assert figure.value.bound == "about"


def _read(sentence: str) -> list[tuple[str, float | None, Standing]]:
    found = figures(Article(id="a", text=sentence))
    return [(each.counted, each.value.low, how) for each, how in zip(found, standings(found), strict=True)]
