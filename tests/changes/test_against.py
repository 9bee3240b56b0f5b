"""A summary held against its whole document."""

import pytest

from stemma.changes import against, between
from stemma.changes.against import is_summary
from stemma.collate import collate
from tests.changes.builder import account

_DOCUMENT = (
    "The council of Calder Point closed the old lighthouse on Tuesday after a storm had torn away its stairs. "
    "Engineers found 14 cracks in the tower. Keeper Ottilie Brand said she had warned the council for years. "
    "The town earns much of its money from visitors who climb the tower in summer. "
    "A firm from Dunmarrow has offered to repair the stairs for nothing. Nobody was hurt in the storm. "
    "Fishermen use the light to find the channel at night. The harbour master has put out two lamps instead. "
    "The bishop of Ferrick will hold a service for sailors in the parish church next month. "
    "Schools in the district plan to collect money with a concert and a race along the beach. "
    "An inspector of the coast agency wants the tower pulled down and a steel mast put in its place. "
    "Rolf Tessaly, who was born in the lighthouse, called the plan a sin."
)


def _found(summary: str) -> list[tuple[str, str]]:
    changes = against(account("document", _DOCUMENT), account("summary", summary))
    return [(change.kind, change.after.text) for change in changes if change.after is not None]


@pytest.mark.parametrize(
    "summary",
    [
        "The old lighthouse of Calder Point was closed after a storm tore away its stairs.",
        "Engineers found 14 cracks in the tower, and its keeper had warned the council for years.",
        "A Dunmarrow firm would repair the stairs for nothing.",
    ],
)
def test_what_the_document_bears_out_is_left_alone(summary: str) -> None:
    assert _found(summary) == []


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        ("Engineers found 41 cracks in the tower.", ("figure", "41")),
        ("The council closed the lighthouse and keeper Zerbina warned engineers.", ("name", "Zerbina")),
        ("Fishermen climb the lighthouse for a concert next month.", ("meaning", "lighthouse for a concert")),
        ("The lighthouse was closed on Friday, a keeper told the harbour master.", ("date", "Friday")),
        ("The council of Calder Point opened the old lighthouse on Tuesday after a storm.", ("meaning", "opened")),
    ],
)
def test_what_it_does_not_is_pointed_at(summary: str, found: tuple[str, str]) -> None:
    assert found in _found(summary)


def test_another_matter_is_not_held_against_the_document() -> None:
    assert _found("Astronomers discovered a comet beyond Neptune with a telescope in Arden.") == []


def test_a_short_text_is_compared_so_and_a_long_one_is_not() -> None:
    document, summary = account("document", _DOCUMENT), account("summary", "Engineers found 41 cracks in the tower.")
    assert is_summary(document, summary)
    assert not is_summary(document, document)
    alignment = collate(document.witness, summary.witness)
    for first, second in ((document, summary), (summary, document)):
        assert "figure" in [change.kind for change in between(first, second, alignment, kin=True, second_is_copy=False)]


def test_odd_summaries_give_no_error() -> None:
    for summary in ("?", '"', "12 12 12", "NO"):
        assert all(kind for kind, _ in _found(summary))
