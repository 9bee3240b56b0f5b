"""Hedges: dropped, kept in other words, or none."""

import pytest

from tests.changes.builder import kinds_within


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The divers are said to have found a bell.", "The divers have found a bell."),
        ("About 40 boats are believed to have sunk in the gale.", "About 40 boats sank in the gale."),
        ("The harbour would possibly be dredged, the mayor said.", "The harbour would be dredged, the mayor said."),
        (
            "Half of the crew appeared to have frostbite, and none was likely to sail again.",
            "Half of the crew had frostbite, and none was likely to sail again.",
        ),
        ("Rust was a possible cause of the leak.", "Rust was the cause of the leak."),
    ],
)
def test_a_dropped_hedge_is_found(before: str, after: str) -> None:
    assert kinds_within(before, after) == ["hedge_lost"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The leak was probably caused by rust.", "Rust was the probable cause of the leak."),
        ("The bell is said to weigh a ton.", "Word is that the bell weighs a ton."),
        ("The bell reportedly weighs a ton.", "According to the divers the bell weighs a ton."),
        ("The school is expected to open its doors in May.", "The school is anticipated to open its doors in May."),
        ("The gale could be disastrous for the boats.", "There is a risk of a disastrous gale for the boats."),
        (
            "The pilot returned to port, and the ferry was expected to return in June.",
            "The pilot returned to port, and the ferry was to sail in June.",
        ),
        (
            "The keeper reported to the police that two goats had gone.",
            "Two goats had gone, the keeper told the police.",
        ),
    ],
)
def test_a_doubt_kept_in_other_words_is_none(before: str, after: str) -> None:
    assert "hedge_lost" not in kinds_within(before, after)
