"""Quotations that are no versions of one utterance, and marks of two forms about one quotation."""

from stemma.changes import between
from stemma.collate import collate
from tests.changes.builder import account, kinds

_BEFORE = "The lighthouse of Calder Point was given back to the harbour guild on Friday after years of quarrel.\n\n"
_AFTER = "\n\nThe guild wants to light the lamp again before the herring boats come home in October."


def _apart(before: str, after: str) -> list[str]:
    first, second = account("first", before), account("second", after)
    return [change.kind for change in between(first, second, collate(first.witness, second.witness), False, False)]


def test_two_utterances_of_one_matter_in_two_reports_are_two() -> None:
    one = '"I see this as a sound start to the mending of the whole sea wall at Dray," Orla Venn said.'
    other = (
        '"It is no more than a start that we trust will end in the mending of our whole sea wall," Orla Venn told us.'
    )
    assert "quotation" not in _apart(_BEFORE + one, other + _AFTER)


def test_one_utterance_altered_between_two_reports_is_found() -> None:
    one = '"I see this as a sound start to the mending of the whole sea wall at Dray," Orla Venn said.'
    other = '"I see this as a poor start to the mending of the whole sea wall at Dray," Orla Venn said.'
    assert "quotation" in _apart(_BEFORE + one, other + _AFTER)


def test_a_straight_mark_may_be_closed_by_a_curly_one() -> None:
    one = '"The new pump can empty the whole basin in a single night,” said Keeper Brell.'
    other = (
        "“The new pump can empty the whole basin in a single night. It was cast in the year of the flood, and the "
        "children of the quay call it the whale,” Keeper Brell said."
    )
    assert "quotation" not in kinds(_BEFORE + one + _AFTER, _BEFORE + other + _AFTER)


def test_a_quotation_joined_to_another_sentence_is_not_altered() -> None:
    one = "“We measured the height of the beam by counting the steps of the stair.”"
    other = (
        "“These old lamps are the best that we measured on this coast with the glass from the guild. We measured the "
        "height of the beam by counting the steps of the stair,” Keeper Brell said."
    )
    assert "quotation" not in kinds(_BEFORE + one + _AFTER, _BEFORE + other + _AFTER)


def test_words_in_single_marks_were_quoted_before() -> None:
    one = "Brell wrote: 'It is noon and a clerk sees two keepers with ropes, how about you teach clerks to ask first'"
    other = "“How about you teach clerks to ask first,” Brell wrote."
    assert "quotation_made" not in kinds(_BEFORE + one + _AFTER, _BEFORE + other + _AFTER)


def test_what_is_not_so_until_a_day_is_not_denied() -> None:
    one = "She did not have to pay the full fee until November, and only a part of the fee in May."
    other = "She was told to pay the full fee by November, and only a part of the fee in May."
    assert "meaning" not in kinds(_BEFORE + one + _AFTER, _BEFORE + other + _AFTER)


def test_two_bodies_with_everyday_words_in_their_names_are_two() -> None:
    one = "The United Nations Harbour Council met in Calder on Monday, and heard three pilots."
    other = "The National Harbour Council met in Calder on Monday, and heard three pilots."
    assert "name" not in kinds(_BEFORE + one + _AFTER, _BEFORE + other + _AFTER)
