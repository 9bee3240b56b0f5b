"""What a passage owes to another text: most of its telling words."""

from stemma.text.telling import is_owed, telling

_WIRE = "The ferry Marigold sank off Arden on Monday night with 61 people on board, harbor officials said."


def test_a_passage_is_owed_to_the_text_that_has_most_of_its_telling_words() -> None:
    told = telling(_WIRE, "en")
    assert is_owed("With 61 people on board, the Marigold sank on Monday off Arden.", told, "en")
    assert not is_owed("All pupils of Selbrook School on the Marigold are back with their parents.", told, "en")
    assert not is_owed("“And then?”", told, "en")
