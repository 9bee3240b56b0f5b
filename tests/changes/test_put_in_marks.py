"""Reported speech that the other account has between quotation marks, in other words."""

import pytest

from tests.changes.builder import kinds_within


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The anglers' union said the sale could cost 200 berths.",
            '"As many as 200 berths are at risk because of the sale," the anglers\' union warned.',
        ),
        (
            "Mayor Ilse Orme said the town had been given too little time for a bid.",
            '"We never got enough time for a bid of our own," said the mayor, Ilse Orme.',
        ),
    ],
)
def test_a_paraphrase_put_in_marks_is_found(before: str, after: str) -> None:
    assert "quotation_made" in kinds_within(before, after, "\n\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'Mayor Ilse Orme said the sale was rushed. "The hammer fell before we had sat down," she said.',
            'Mayor Ilse Orme said the sale was rushed. "The hammer fell before we sat down at all," she said.',
        ),
        (
            "Mayor Ilse Orme said the town had been given too little time for a bid.",
            '"The goats ate my hat," said the mayor, Ilse Orme.',
        ),
        (
            "The anglers' union said the sale could cost 200 berths.",
            '"The sale could cost 200 berths, the anglers\' union said," the Calder Post wrote.',
        ),
        (
            "The anglers' union said the sale could cost 200 berths.",
            "As many as 200 berths are at risk because of the sale, the anglers' union warned.",
        ),
    ],
)
def test_a_quotation_of_its_own_is_none(before: str, after: str) -> None:
    assert "quotation_made" not in kinds_within(before, after, "\n\n")
