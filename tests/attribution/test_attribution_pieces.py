"""Pieces of what is said that a model which reads word by word draws long or short."""

import pytest

from tests.attribution.test_attribution_forms import drawn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # an aside between two commas is the reporter's
            "The closure, Brandt said, shaking her head, would cost the island about 200 jobs.",
            "Brandt | said | The closure + would cost the island about 200 jobs",
        ),
        (  # so is what follows a whole utterance, but another utterance is not
            "“Nobody asked us,” Marsh said as the crowd on the pier cheered him. “The lights went.”",
            "Marsh | said | “Nobody asked us,” + “The lights went.”",
        ),
        (
            "The board warned the passengers to expect delays in May.",
            "The board | warned | to expect delays in May",
        ),
        (
            "Brandt told the divers not to touch the wreck.",
            "Brandt | told | not to touch the wreck",
        ),
        (  # a quotation after the speaker is what he says
            'That, said Pike, "is a matter for the police".',
            'Pike | said | That + "is a matter for the police"',
        ),
        (  # who prints a quotation has not said it
            '"The dam will hold," the engineer, Vera Sand, was quoted as saying by the daily Orlo Post.',
            'the engineer, Vera Sand, | was quoted as saying | "The dam will hold,"',
        ),
        (
            "A statement issued by the company late on Monday said the mill was safe.",
            "A statement issued by the company | said | the mill was safe",
        ),
    ],
)
def test_what_is_said_and_nothing_else(text: str, expected: str) -> None:
    assert drawn(text) == [expected]


def test_a_later_saying_after_a_semicolon_is_another() -> None:
    text = "Sgt. Ida Renn said it was too early to name a cause; she would not say whether anyone had been arrested."
    assert drawn(text) == [
        "Sgt. Ida Renn | said | it was too early to name a cause",
        "she | would not say | whether anyone had been arrested",
    ]


def test_whom_a_paper_cites_is_no_part_of_what_it_reports() -> None:
    text = "The Orlo Post reported, citing two council officials, that Brink had been shown the survey in March."
    assert drawn(text) == [
        "The Orlo Post | reported | that Brink had been shown the survey in March",
        "The Orlo Post | citing | two council officials",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Nobody came,” the Echo quoted a nurse as saying.", "a nurse | quoted | “Nobody came,”"),
        ("The Echo quoted a nurse as saying that nobody came.", "a nurse | quoted | that nobody came"),
        (
            "Documents seen by the Echo show that the bridge was closed.",
            "Documents seen by the Echo | show | that the bridge was closed",
        ),
    ],
)
def test_a_paper_that_prints_or_saw_it_has_not_said_it(text: str, expected: str) -> None:
    assert drawn(text) == [expected]


def test_no_infinitive_after_a_relative_clause_no_more_content() -> None:
    (statement,) = drawn("Ada Orr vowed to leave, which pleased the mayor, to nobody's surprise.")
    assert statement == "Ada Orr | vowed | to leave"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union’s estimate of the dead was 31.", ["The union’s | estimate of | the dead was 31"]),
        (
            "By the count of the union, 400 people walked out.",
            ["the union | By the count of | 400 people walked out"],
        ),
        ("The storm's toll of the dead was 31.", []),
        ("Last year's estimate of the harvest was 40 tons.", []),
        ("By the toll of the storm, 400 people were homeless.", []),
    ],
)
def test_who_estimates_is_the_source_and_no_storm_or_year(text: str, expected: list[str]) -> None:
    assert drawn(text) == expected
