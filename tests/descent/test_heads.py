"""A copy that does not tell a wire from its reprint goes back to the wire; a text made from its kin is no origin."""

import pytest

from stemma.records import Article
from tests.descent.texts import REWRITE, WIRE
from tests.descent.tree import article, drawn, lineage_of, tree

_WIRE = article("wire", WIRE, "Solmark Wire", "2031-05-06T07:00:00Z")
_REPRINT = article("a-reprint", f"ARDEN (Solmark Wire) — {WIRE}", "Corwell Post", "2031-05-06T10:00:00Z")
_LIGHT = WIRE.replace("harbor officials said", "port officials said").replace("nine weeks", "ten weeks")


def _uncredited(name: str, text: str = _LIGHT) -> Article:
    return article(name, text, "Selbrook Lantern", "2031-05-07T08:00:00Z")


@pytest.mark.parametrize("name", ["a-lantern", "z-lantern"])
def test_a_credited_reprint_does_not_undo_the_descent_from_the_wire(name: str) -> None:
    found = lineage_of(_WIRE, _REPRINT, _uncredited(name))
    edge = next(edge for edge in found.descent if edge.copy == name)
    assert edge.exemplar == "wire"
    rivals = [reason.detail for reason in edge.evidence if reason.signal == "rival_exemplar"]
    assert rivals == [
        f"{name} may as well have been made from a-reprint, which has the same words as wire in all of it"
    ]
    assert [group.name for group in found.origins.groups] == ["Solmark Wire"]


def test_the_wire_stands_at_the_head_of_a_text_told_anew_as_well() -> None:
    assert drawn(_WIRE, _REPRINT, _uncredited("a-retold", REWRITE)) == tree(
        """
        wire
        ├── a-reprint  reprint
        └── a-retold  rewrite
        origins: 1
        """
    )


def test_a_copy_of_what_the_reprint_alone_has_is_the_reprint_s() -> None:
    own = "The Corwell lifeboat was in dry dock that week, its coxswain told this newspaper over the telephone."
    reprint = article("a-reprint", f"{_REPRINT.text}\n\n{own}", "Corwell Post", "2031-05-06T10:00:00Z")
    found = lineage_of(_WIRE, reprint, _uncredited("lantern", f"{_LIGHT}\n\n{own}"))
    assert [edge.exemplar for edge in found.descent if edge.copy == "lantern"] == ["a-reprint"]


def test_where_no_reprint_says_what_it_is_the_exemplar_is_open_and_the_copy_is_no_origin() -> None:
    twin = article("a-twin", WIRE, "Corwell Post", "2031-05-06T07:00:00Z")
    found = lineage_of(_WIRE, twin, _uncredited("a-copy"))
    assert "a-copy" not in {edge.copy for edge in found.descent}
    assert [group.name for group in found.origins.groups] == ["Corwell Post or Solmark Wire"]
    reasons = [pair.reason for pair in found.undecided if "a-copy" in pair.articles]
    assert reasons == [
        "a-copy was made from one of its kin, but whether from a-twin or wire, which read alike in all of it, is not "
        "known"
    ]
