"""What was altered in sentences that were otherwise kept: bare numbers, months, sources told by what they are."""

import pytest

from tests.changes.builder import compared, kinds

_BEFORE = "The old lighthouse of Calder Point was sold at auction, and the keeper moved inland with her three goats. "
_AFTER = " The buyer wants to turn the tower into a school for young sailors from every harbour of the coast."


def _pair(before: str, after: str) -> list[str]:
    return kinds(_BEFORE + before + _AFTER, _BEFORE + after + _AFTER)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("The ferry is 31 years old and leaks.", "The ferry is 13 years old and leaks.", "figure"),
        ("They put the number of gulls at 19,000 in May.", "They put the number of gulls at 91,000 in May.", "figure"),
        (
            "The council delayed the opening of the bridge by 72 hours on Monday.",
            "The council delayed the opening of the bridge on Monday.",
            "figure",
        ),
        ("The tower was last painted in April.", "The tower was last painted in August.", "date"),
        (
            "The tower has stood empty since 2011, its owner said.",
            "Its owner said the tower has stood empty since 2001.",
            "date",
        ),
        (
            "The fisheries office said herring had left the bay.",
            "The finance office said herring had left the bay.",
            "attribution_changed",
        ),
        (
            "The ferry company said the bay would be closed to boats.",
            "The police said the bay would be closed to boats.",
            "attribution_changed",
        ),
        (
            'Brand called the offer "an insult with a bow on it" and left the hall.',
            'Brand called the offer "an insult to be bowed to" and left the hall.',
            "quotation",
        ),
        ("Painter Konrad Weil restored the mural.", "Painter Konrad Weill restored the mural.", "name"),
    ],
)
def test_an_altered_place_is_found(before: str, after: str, kind: str) -> None:
    assert kind in _pair(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The employers' union said shops would close.", "The bosses' union said shops would close."),
        ("The health ministry said wells were safe.", "The health department said wells were safe."),
        ("At least 25 boats were lost in the storm.", "No fewer than 25 boats were lost in the storm."),
        ("Some 1,980 people live on the island.", "Some 2,000 people live on the island."),
        ("Divers found a boat beneath the quay.", "Divers discovered a boat beneath the quay."),
        ('He called it "an insult with a bow on it" and left.', 'He called it "an insult" and left.'),
    ],
)
def test_another_wording_is_no_change(before: str, after: str) -> None:
    assert _pair(before, after) == []


def test_a_denial_cut_out_is_missed_once() -> None:
    denial = "The buyer denied that he had paid too little. "
    found = compared(_BEFORE + denial + _AFTER, _BEFORE + _AFTER)
    assert [change.kind for change in found] == ["denial_absent"]


def test_a_passage_left_out_is_reported_without_a_figure_in_it() -> None:
    more = "The harbour choir sang hymns beneath the tower until the rain drove everybody home. "
    assert kinds(_BEFORE + more + _AFTER, _BEFORE + _AFTER) == ["omitted"]
    assert kinds(_BEFORE + _AFTER, _BEFORE + more + _AFTER) == ["added"]
