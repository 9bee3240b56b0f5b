"""What is said of the origins, and the reserve that stands beside a count that is open."""

from msgspec.structs import replace

from stemma.descent.origin_words import sentences
from stemma.engine.witness import witness
from stemma.records import Descent, Evidence, Origin, Witness
from tests.descent.tree import article

_OUTLETS = {
    "w1": "Solmark Wire",
    "w2": "Solmark Wire",
    "post": "Corwell Post",
    "lantern": "Selbrook Lantern",
    "digest": "Arden Digest",
}
_WITNESSES: dict[str, Witness] = {
    name: witness(article(name, f"A report of {name}.", outlet), name.upper()) for name, outlet in _OUTLETS.items()
}
_FAMILY = Origin("origin:w1", "Solmark Wire", ("post", "w1"))
_LANTERN = Origin("origin:lantern", "Selbrook Lantern", ("lantern",))
_DIGEST = Origin("origin:digest", "Arden Digest", ("digest",))


def test_what_may_be_kin_to_a_family_is_an_origin_of_its_own_with_reserve_only() -> None:
    assert sentences([_FAMILY, _LANTERN, _DIGEST], _WITNESSES, [], [("lantern", "post"), ("post", "w1")]) == (
        "2 articles go back to Solmark Wire; Arden Digest is an origin of its own; Selbrook Lantern may be an origin "
        "of its own; whether it goes back to Solmark Wire too is not known"
    )


def test_two_that_may_be_kin_may_have_one_text_behind_them() -> None:
    assert sentences([_LANTERN, _DIGEST], _WITNESSES, [], [("digest", "lantern")]) == (
        "Arden Digest and Selbrook Lantern may be origins of their own; whether one text lies behind them is not known"
    )


def test_what_is_told_in_another_language_is_an_origin_of_its_own_with_reserve_only() -> None:
    abroad = witness(replace(article("digest", "Un bac a sombré.", "Arden Digest"), language="fr"), "D")
    known = {**_WITNESSES, "digest": abroad}
    assert sentences([_FAMILY, _LANTERN, _DIGEST], known, [], []) == (
        "2 articles go back to Solmark Wire; Selbrook Lantern is an origin of its own; Arden Digest may be an origin "
        "of its own; whether it was translated from another language is not known"
    )
    evidence = (Evidence("credit", "digest credits Solmark Wire"),)
    citing = Descent(
        copy="digest", exemplar="w1", operation="citation", confidence=0.9, coverage=0.1, evidence=evidence
    )
    assert sentences([_FAMILY, _DIGEST], known, [citing], []).endswith(
        "; whether Arden Digest, in another language, was translated is not known"
    )


def test_two_families_that_may_be_one() -> None:
    other = Origin("origin:lantern", "Selbrook Lantern", ("digest", "lantern"))
    assert sentences([_FAMILY, other], _WITNESSES, [], [("digest", "post")]).endswith(
        "; whether what goes back to Selbrook Lantern and Solmark Wire has one origin is not known"
    )


def test_reports_of_one_outlet_under_several_origins_are_told_apart_and_citing_is_no_origin_without_reserve() -> None:
    other = Origin("origin:w2", "Solmark Wire", ("w2",))
    evidence = (Evidence("credit", "w2 credits Selbrook Lantern"),)
    cites = Descent(
        copy="w2", exemplar="lantern", operation="citation", confidence=0.9, coverage=0.1, evidence=evidence
    )
    assert sentences([_FAMILY, _LANTERN, other], _WITNESSES, [cites], []) == (
        "2 articles go back to Solmark Wire (w1); Selbrook Lantern is an origin of its own; Solmark Wire (w2) cites "
        "Selbrook Lantern; whether the rest of it adds an origin is not known"
    )
