"""Sources dropped beside others that speak on, and claims that are still put down to somebody."""

import pytest

from tests.changes.builder import kinds_within


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Roughly 900 gulls nest there, according to wardens. The town reportedly plans to fence the cliff in June.",
            "Roughly 900 gulls nest there. The town is reported to be planning a fence on the cliff in June.",
        ),
        (
            "The owner, Holm Freight, said the ropes had been replaced in March. The crew's union accused the firm of "
            "hiding a report. Holm Freight said the report was old.",
            "The ropes had been replaced in March. The crew's union accused the firm of hiding a report. Holm Freight "
            "said the report was old.",
        ),
        (
            "The crew's union accused the firm of ignoring warnings about the mast.",
            "Warnings about the mast were ignored by the firm.",
        ),
    ],
)
def test_a_dropped_source_is_found(before: str, after: str) -> None:
    assert "attribution_lost" in kinds_within(before, after, "\n\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The office said rents rose by 4 percent in May.",
            "Figures from the office show that rents rose by 4 percent in May.",
        ),
        ("Experts say the tide will rise by two metres.", "The tide is expected to rise by two metres."),
        ("The judge said the evidence was thin.", "The evidence was thin, the court held."),
        ("The warden said the mast had been cut.", "The mast had been cut, the woman in charge pointed out."),
        ("The firm reportedly plans to sell the pier.", "Holm is understood to be planning a sale of the pier."),
        ("He did not say whether he would stand again.", "He left open whether he would stand again."),
        ("The union accused the firm of hiding a report.", "A report was hidden by the firm, the union charges."),
    ],
)
def test_a_claim_still_put_down_to_somebody_is_not(before: str, after: str) -> None:
    assert "attribution_lost" not in kinds_within(before, after, "\n\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The pier may have to be closed.", "It is possible that the pier will have to be closed."),
        ("Not all of the sailors have been paid.", "Some of the sailors are still waiting for their pay."),
        ("The crew should have called for help, the report says.", "The report says the crew failed to call for help."),
        ("The rule does not apply to islands.", "Islands are exempt from the rule."),
        ("Talks did not begin on time.", "Talks started late."),
        ("The crew had received no offer from the firm.", "The crew was still waiting for an offer from the firm."),
    ],
)
def test_the_same_said_by_a_contrary_word_is_no_change(before: str, after: str) -> None:
    assert not {"meaning"} & {*kinds_within(before, after, "\n\n"), *kinds_within(after, before, "\n\n")}


def test_all_for_not_all_is_one() -> None:
    assert "meaning" in kinds_within(
        "Not all of the sailors have been paid.", "All of the sailors have been paid.", "\n\n"
    )
