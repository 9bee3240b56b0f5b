"""Names that are spelt otherwise in one place, units and seasons that were exchanged, passages cut together."""

import pytest

from tests.changes.builder import compared, kinds

_OPENING = (
    "The harbour of Calder Point was shut on Monday after a fire. The council met in the evening to discuss it. "
    "The ferry company Brightwater moved its boats to Dunmarrow. A hotel in the old town gave rooms to the crews.\n\n"
)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (
            "The pilot, Ottilie Brandvik, said after a walk along the pier that the quay was safe for boats.",
            "The pilot, Otilia Brandvig, said after a walk along the pier that the quay was safe for boats.",
            "name",
        ),
        (
            "The pilot, Kasper Ilvane, said the quay was safe.",
            "The pilot, Casper Ilvane, said the quay was safe.",
            "name",
        ),
        (
            "Divers searched the quay for three weeks in vain.",
            "Divers searched the quay for three months in vain.",
            "figure",
        ),
        (
            "Repairs will cost the harbour $40 million in all.",
            "Repairs will cost the harbour €40 million in all.",
            "figure",
        ),
        (
            "The quay will open again before summer, he said.",
            "The quay will open again before winter, he said.",
            "date",
        ),
        (
            "The council met the owners last month in Dunmarrow.",
            "The council met the owners last year in Dunmarrow.",
            "date",
        ),
        ("The owners must repair the quay by themselves.", "The owners may repair the quay by themselves.", "meaning"),
    ],
)
def test_an_altered_place_is_found(before: str, after: str, kind: str) -> None:
    assert kinds(_OPENING + before, _OPENING + after) == [kind]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The owner, Ottilie Brand, and her cousin Otto Brand were there.", "The owner, Ottilie Brand, was there."),
        ("The Dunmarrow council paid for the quay.", "The council of Dunmarrow paid for the quay."),
        (
            "“In my judgement the programme of the centre is sound,” the keeper said.",
            "“In my judgment the program of the center is sound,” the keeper said.",
        ),
        ("Repairs will cost the harbour $40 million in all.", "Repairs will cost the harbour US$40 million in all."),
    ],
)
def test_another_wording_is_no_change(before: str, after: str) -> None:
    assert kinds(_OPENING + before, _OPENING + after) == []


def test_passages_cut_together_are_one_cut() -> None:
    cut = (
        "The fire brigade of Dunmarrow lent two boats with pumps. Smoke drifted over the salt works until midnight. "
        "An insurer in Tolland will pay for the cranes."
    )
    kept = "The mayor thanked the crews in a speech on the steps of the customs house."
    found = compared(_OPENING + cut + " " + kept, _OPENING + kept)
    assert [(change.kind, change.before.text if change.before else None) for change in found] == [("omitted", cut)]
