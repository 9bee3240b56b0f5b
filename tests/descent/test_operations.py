"""What was done to an exemplar to make its copy."""

from tests.descent.texts import WIRE
from tests.descent.tree import article, drawn, tree


def test_a_reprint_with_a_word_altered_in_most_sentences() -> None:
    wire, altered = article("wire", WIRE, "Solmark Wire", "2031-05-06"), WIRE
    for before, after in (
        ("61", "64"),
        ("minutes", "seconds"),
        ("Two deckhands", "Three deckhands"),
        ("burst", "torn"),
    ):
        altered = altered.replace(before, after)
    for before, after in (("January", "March"), ("nine weeks", "six weeks"), ("without loss", "with some loss")):
        altered = altered.replace(before, after)
    assert drawn(wire, article("paper", f"ARDEN (Solmark Wire) — {altered}", "Corwell Post")) == tree(
        """
        wire
        └── paper  reprint
        origins: 1
        """
    )
