"""What one source says, put down to another of the same story, in other words."""

import pytest

from tests.changes.builder import kinds

_STORY = """The old lighthouse of Calder Point was sold at auction on Monday.

Mayor Ilse Orme said the town would miss its light. The harbour union said the sale had been rushed.

{}

Tessel Marine, which owns the quay, said it had not been asked. "Nobody rang us," its director, Bo Ekstrand, said.

Police said the gate would stay locked."""


def _kinds(before: str, after: str) -> list[str]:
    return kinds(_STORY.format(before), _STORY.format(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Wardens said the tower could lose 900 nests in the spring.",
            "In the spring 900 nests could be lost in the tower, Tessel Marine warned.",
        ),
        (
            "The harbour union said the tower could lose 900 nests in the spring.",
            "Ilse Orme hinted that the tower could lose 900 nests in the spring.",
        ),
        (
            "The harbour union said the steps had been mended in June.",
            "As recently as June the steps were mended, the mayor pointed out.",
        ),
    ],
)
def test_another_source_that_the_account_knows_is_found(before: str, after: str) -> None:
    assert "attribution_changed" in _kinds(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ilse Orme said the tower needs 40 new windows.", "The tower needs 40 new windows, the mayor said."),
        ("Officials said the tower needs 40 new windows.", "The tower needs 40 new windows, town officials said."),
        (
            "Dockers said the tower needs 40 new windows, and the mayor agreed.",
            "The mayor agreed with dockers that the tower needs 40 new windows.",
        ),
        ("The company said the tower needs 40 new windows.", "Tessel Marine said the tower needs 40 new windows."),
    ],
)
def test_the_same_source_told_otherwise_is_not(before: str, after: str) -> None:
    assert "attribution_changed" not in _kinds(before, after)
