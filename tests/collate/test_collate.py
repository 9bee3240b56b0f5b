"""Passages of two witnesses laid side by side, as a philologist would lay them."""

from textwrap import dedent

import pytest

from tests.collate.table import aligned, drawn

_LEAD = "The ferry Marigold sank off Arden on Monday night with sixty passengers on board."
_CAUSE = "A gasket in the engine room had burst, and the pumps were overwhelmed within minutes."
_RESCUE = "Trawlers from Selbrook lifted the survivors from their rafts before dawn."
_QUOTE = "“We sang to keep the children awake,” said the purser, Ada Orr."
_TOLL = "Two deckhands drowned when their raft overturned near the breakwater."
_OWNER = "The company had postponed a survey of the hull since January."


def _text(*sentences: str) -> str:
    return " ".join(sentences)


def _table(rows: str) -> str:
    return dedent(rows).strip()


def test_a_text_and_itself() -> None:
    text = _text(_LEAD, _CAUSE, _RESCUE)
    assert drawn(text, text) == _table(
        """
        0 = 0
        1 = 1
        2 = 2
        """
    )


def test_what_was_cut_and_what_was_added_stand_alone() -> None:
    assert drawn(_text(_LEAD, _CAUSE, _RESCUE), _text(_LEAD, _RESCUE, _OWNER)) == _table(
        """
        0 = 0
        1 -
        2 = 1
        - 2
        """
    )


def test_a_transposed_passage_is_marked() -> None:
    assert drawn(_text(_LEAD, _CAUSE, _RESCUE, _TOLL), _text(_TOLL, _LEAD, _CAUSE, _RESCUE)) == _table(
        """
        0 = 1
        1 = 2
        2 = 3
        3 = 0 x
        """
    )


def test_edited_and_rewritten_passages_are_told_apart() -> None:
    copy = _text(
        "The ferry Marigold sank off Arden late on Monday with sixty passengers on board.",
        "Within minutes the pumps could not cope, because an engine-room gasket had burst.",
    )
    assert drawn(_text(_LEAD, _CAUSE), copy) == _table(
        """
        0 ~ 0
        1 ≈ 1
        """
    )


def test_house_style_is_no_edit() -> None:
    a = "“We sang,” the U.S. purser said of the sinking off Arden – and smiled."
    b = '"We sang," the US purser said of the sinking off Arden - and smiled.'
    assert drawn(a, b) == "0 = 0"


_HEARD = "An officer recalled at the harbour inn: “We sang to keep the children awake.”"
_SAID = "“We sang to keep the children awake,” said a deckhand in tears."


def test_two_reporters_of_one_utterance_are_only_quoting() -> None:
    assert drawn(_text(_TOLL, _SAID), _text(_OWNER, _HEARD)) == _table(
        """
        0 -
        1 “ 1
        - 0
        """
    )


@pytest.mark.xfail(reason="defect: the speaker's name counts as wording shared outside the marks", strict=True)
def test_two_reporters_who_both_name_the_speaker_are_only_quoting() -> None:
    named = "Ada Orr recalled at the harbour inn: “We sang to keep the children awake.”"
    assert drawn(_QUOTE, named) == "0 “ 0"


def test_a_sentence_that_was_split_has_both_parts_beside_it() -> None:
    whole = (
        "Trawlers from Selbrook lifted the survivors from their rafts before dawn and brought them to the fish market."
    )
    parts = _text(
        "Trawlers from Selbrook lifted the survivors from their rafts before dawn.",
        "And brought them to the fish market.",
    )
    assert drawn(_text(_LEAD, whole, _OWNER), _text(_LEAD, parts, _OWNER)) == _table(
        """
        0 = 0
        1 = 1+2
        2 = 3
        """
    )


def test_a_weak_match_counts_between_strong_neighbours_only() -> None:
    weak = "For minutes nobody could reach the engine room."
    alone = aligned(_CAUSE, weak)
    between = aligned(_text(_LEAD, _CAUSE, _RESCUE), _text(_LEAD, weak, _RESCUE))
    assert len(alone.pairs) <= len(between.pairs) - 2


def test_texts_of_different_matters_have_nothing_side_by_side() -> None:
    other = "Wheat rose to a record in Velda. Millers bought before the harvest."
    assert drawn(_text(_LEAD, _CAUSE), other) == _table(
        """
        0 -
        1 -
        - 0
        - 1
        """
    )


@pytest.mark.parametrize(("a", "b"), [("", ""), ("", _LEAD), (_LEAD, "")])
def test_an_empty_witness_has_nothing_side_by_side(a: str, b: str) -> None:
    assert aligned(a, b).pairs == ()


def test_a_pair_holds_the_spans_of_its_places_and_a_score() -> None:
    (pair,) = aligned(_LEAD, _LEAD).pairs
    assert (pair.a[0].article, pair.b[0].article) == ("a", "b")
    assert pair.a[0].text == pair.b[0].text == _LEAD
    assert pair.score == 1.0


def test_turned_round_the_collation_has_the_same_pairs() -> None:
    a, b = _text(_LEAD, _CAUSE, _RESCUE, _QUOTE), _text(_QUOTE, _LEAD, _RESCUE, _TOLL)
    there = {(pair.a_index, pair.b_index, pair.kind) for pair in aligned(a, b).pairs}
    back = {(pair.b_index, pair.a_index, pair.kind) for pair in aligned(b, a).pairs}
    assert there == back


def test_lengths_count_every_passage() -> None:
    found = aligned(_text(_LEAD, _CAUSE), _RESCUE)
    assert (found.a_length, found.b_length) == (2, 1)


def test_of_two_passages_exchanged_neither_is_known_to_have_stayed() -> None:
    assert drawn(_text(_LEAD, _CAUSE), _text(_CAUSE, _LEAD)) == _table(
        """
        0 = 1 x
        1 = 0 x
        """
    )


def test_the_collation_is_the_same_from_either_side() -> None:
    sentences = (_LEAD, _CAUSE, _RESCUE, _QUOTE, _TOLL, _OWNER)
    for turn in range(1, len(sentences)):
        a, b = _text(*sentences), _text(*sentences[turn:], *sentences[:turn])
        one = {(pair.a_index, pair.b_index, pair.order_kept) for pair in aligned(a, b).pairs}
        other = {(pair.b_index, pair.a_index, pair.order_kept) for pair in aligned(b, a).pairs}
        assert one == other
