"""An outlet that names itself in its report, and copies that took the sentence over."""

import msgspec

from tests.descent.texts import WIRE
from tests.descent.tree import article, lineage_of

_TOLD = WIRE.replace("said the purser, Ada Orrin", "the purser, Ada Orrin, told the Selbrook Lantern")
_LANTERN = article("lantern", _TOLD, "Selbrook Lantern", "2031-05-06T07:00:00Z")
_COPY = article("copy", _TOLD, "Corwell Post", "2031-05-06T12:00:00Z")


def test_the_outlet_s_word_for_itself_in_a_copied_sentence_is_no_credit() -> None:
    (edge,) = lineage_of(_LANTERN, _COPY).descent
    assert (edge.copy, edge.exemplar) == ("copy", "lantern")
    assert "credit" not in {reason.signal for reason in edge.evidence}


def test_the_byline_beside_it_is_one() -> None:
    signed = msgspec.structs.replace(_COPY, authors=("Ivo Marn", "Selbrook Lantern"))
    (edge,) = lineage_of(_LANTERN, signed).descent
    assert [reason.detail for reason in edge.evidence if reason.signal == "credit"] == [
        "copy is signed Selbrook Lantern"
    ]


def test_the_same_words_in_a_sentence_of_the_copy_s_own_are_a_credit() -> None:
    own = WIRE.replace("Two deckhands drowned", "Two deckhands drowned, their sister told the Selbrook Lantern,")
    (edge,) = lineage_of(_LANTERN, msgspec.structs.replace(_COPY, text=own)).descent
    assert "copy credits Selbrook Lantern" in [reason.detail for reason in edge.evidence]
