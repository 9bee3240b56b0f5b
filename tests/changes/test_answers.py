"""Denials left out within a sentence that was kept, replaced, or given in other words than those of denying."""

import pytest

from tests.changes.builder import kinds_within


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The anglers' club accused Mayor Orme of hiding the price for a week; she called that absurd.",
            "The anglers' club accused Mayor Orme of hiding the price for a week.",
        ),
        (
            "Two ships were inside the harbour, wardens said. Their owner, Tessel Marine, denied this and said the "
            "wardens were blind. The police counted the gulls.",
            "Two ships were inside the harbour, according to wardens. The police counted the gulls.",
        ),
        (
            "The town council rejected the accusation. It said the bidders had been inside and had heard the bell.",
            "The town council said that the bidders had been inside and had heard the bell.",
        ),
        (
            "The union accused the firm of ignoring complaints about the steps. Tessel Marine said it was not aware of "
            "any complaints. The steps will be mended in June, the town said.",
            "The firm was accused by the union of ignoring complaints about the steps. The steps will be mended in "
            "June, the town said.",
        ),
        (
            "The bidder, Casper Holm, denies the charges of fraud brought against him.",
            "The bidder, Casper Holm, declined to comment on the charges of fraud brought against him.",
        ),
    ],
)
def test_a_denial_left_out_is_found(before: str, after: str) -> None:
    assert "denial_absent" in kinds_within(before, after, "\n\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The anglers' club accused Mayor Orme of hiding the price for a week; she called that absurd.",
            "Mayor Orme was accused by the anglers' club of hiding the price for a week, which she said was nonsense.",
        ),
        (
            "The union accused the firm of ignoring complaints about the steps. The firm said it was not aware of any "
            "complaints.",
            "Complaints about the steps were ignored, the union charges. The firm says it has no knowledge of them.",
        ),
        (
            "Vessa and Orme signed a treaty, ending a dispute that had brought the two towns close to war.",
            "A treaty was signed by Vessa and Orme.",
        ),
        ("He denied the charge in court.", "He pleaded not guilty."),
    ],
)
def test_a_denial_in_other_words_is_not_missed(before: str, after: str) -> None:
    assert "denial_absent" not in kinds_within(before, after, "\n\n")
