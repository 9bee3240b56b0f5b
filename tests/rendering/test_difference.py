from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.rendering.difference import LONGEST, Piece, difference

PROSE = st.lists(st.sampled_from(["may", "will", " ", "  ", "be", ",", "lost", ".", "“", "1,400", "\n", "don’t"])).map(
    "".join
)


def drawn(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{piece.text}]" if piece.altered else piece.text for piece in pieces)


def test_the_altered_word_alone_is_marked() -> None:
    found = difference("Some sailings may be lost.", "Some sailings will be lost.")
    assert drawn(found.before) == "Some sailings [may] be lost."
    assert drawn(found.after) == "Some sailings [will] be lost."


def test_what_is_cut_is_marked_on_the_side_that_had_it() -> None:
    found = difference("They walk out on Friday, two people said.", "They walk out on Friday.")
    assert drawn(found.before) == "They walk out on Friday[, two people said]."
    assert drawn(found.after) == "They walk out on Friday."


def test_a_lone_word_between_two_alterations_is_no_island() -> None:
    found = difference("We sail before the next dawn comes here", "We sail after the long night comes here")
    assert drawn(found.after) == "We sail [after the long night] comes here"


def test_the_shape_of_a_quotation_mark_is_no_alteration() -> None:
    assert not any(piece.altered for piece in difference("“It’s late”", '"It\'s late"').after)


def test_passages_too_long_are_shown_unmarked() -> None:
    found = difference("word " * LONGEST, "other")
    assert (found.marked, found.after) == (False, (Piece("other", False),))


@settings(deadline=None)  # other programs share the machine
@given(PROSE, PROSE)
def test_the_pieces_are_the_passage(before: str, after: str) -> None:
    found = difference(before, after)
    assert "".join(piece.text for piece in found.before) == before
    assert "".join(piece.text for piece in found.after) == after
