"""The stemma of small families, drawn as a tree."""

import msgspec
import pytest

from stemma.records import Article
from tests.descent.texts import ABRIDGED, CITING, INDEPENDENT, REVISED, REWRITE, SECOND_REWRITE, SPUN, WIRE
from tests.descent.tree import article, drawn, lineage_of, tree

_WIRE = article("wire", WIRE, "Solmark Wire", "2031-05-06")


def _credited(name: str, text: str, outlet: str, credit: str = "Solmark Wire") -> Article:
    """The text with a dateline that credits an agency."""
    return article(name, f"ARDEN ({credit}) — {text}", outlet)


def test_a_reprint_with_its_credit() -> None:
    assert drawn(_WIRE, _credited("paper", WIRE, "Corwell Post")) == tree(
        """
        wire
        └── paper  reprint
        origins: 1
        """
    )


def test_an_abridgement_with_its_credit() -> None:
    assert drawn(_WIRE, _credited("paper", ABRIDGED, "Corwell Post")) == tree(
        """
        wire
        └── paper  abridgement
        origins: 1
        """
    )


def test_a_later_version_at_the_same_address_is_a_revision() -> None:
    first, second = article("v1", WIRE, None, "2031-05-06"), article("v2", REVISED, None, "2031-05-07")
    address = "https://solmark.example/ferry"
    assert drawn(*(msgspec.structs.replace(version, url=address) for version in (second, first))) == tree(
        """
        v1
        └── v2  revision
        origins: 1
        """
    )


def test_two_versions_of_one_minute_are_left_open() -> None:
    versions = [article("v1", WIRE, "Solmark Wire", "2031-05-06"), article("v2", REVISED, "Solmark Wire", "2031-05-06")]
    assert "v1 ? v2" in drawn(*versions)


@pytest.mark.parametrize("copied", [REWRITE, SPUN])
def test_a_rewrite_that_lost_particulars_is_made_from_the_text_that_has_them(copied: str) -> None:
    assert drawn(_WIRE, article("copy", copied)) == tree(
        """
        wire
        └── copy  rewrite
        origins: 1
        """
    )


def test_two_rewrites_that_exclude_each_other_have_a_hidden_exemplar_without_a_name() -> None:
    assert drawn(article("one", REWRITE), article("two", SECOND_REWRITE)) == tree(
        """
        [hidden:1]
        ├── one  rewrite
        └── two  rewrite
        origins: 1
        """
    )


def test_the_same_two_rewrites_are_given_to_their_exemplar_once_it_is_at_hand() -> None:
    assert drawn(_WIRE, article("one", REWRITE), article("two", SECOND_REWRITE), article("spun", SPUN)) == tree(
        """
        wire
        ├── one  rewrite
        ├── spun  rewrite
        └── two  rewrite
        origins: 1
        """
    )


def test_a_notice_names_the_exemplar_that_is_not_at_hand() -> None:
    copies = [_credited("paper", WIRE, "Corwell Post", "Nordish Press"), article("rewrite", REWRITE)]
    found = lineage_of(*copies)
    assert [(hidden.name, hidden.copies) for hidden in found.hidden] == [("Nordish Press", ("paper",))]
    assert drawn(*copies) == tree(
        """
        [Nordish Press]
        └── paper  reprint
            └── rewrite  rewrite
        origins: 1
        """
    )


def test_a_feed_notice_implies_an_exemplar_but_gives_it_no_name() -> None:
    notice = "\n\nThis story was published from a syndicated feed."
    assert drawn(article("paper", WIRE + notice, "Corwell Post")) == tree(
        """
        [hidden:1]
        └── paper  reprint
        origins: 1
        """
    )


def test_two_identical_texts_are_undecided_and_have_one_origin() -> None:
    assert drawn(article("a", WIRE), article("b", WIRE)) == tree(
        """
        a
        b
        a ? b
        origins: 1
        """
    )


@pytest.mark.parametrize("longer", [f"{WIRE}\n\n{WIRE}", f"{ABRIDGED}\n\n{WIRE}"])
def test_a_text_that_holds_another_twice_is_its_kin_and_no_more(longer: str) -> None:
    assert drawn(article("once", WIRE), article("twice", longer)).splitlines()[-2:] == ["once ? twice", "origins: 1"]


def test_an_abridgement_without_credit_may_as_well_have_been_expanded() -> None:
    assert "long ? short" in drawn(article("long", WIRE), article("short", ABRIDGED))


def test_independent_reports_are_no_kin() -> None:
    assert drawn(_WIRE, article("own", INDEPENDENT, "Arden Day")) == tree(
        """
        own
        wire
        origins: 2
        """
    )


def test_a_citing_article_owes_a_part() -> None:
    assert drawn(_WIRE, article("citing", CITING, "Corwell Post")) == tree(
        """
        wire
        └── citing  citation
        origins: 1
        """
    )


def test_a_citing_article_owes_what_the_other_mostly_says() -> None:
    """Its own news on the event shares names with the wire, and is not owed to it."""
    (edge,) = lineage_of(_WIRE, article("paper", CITING, "Corwell Post", "2031-05-07")).descent
    cited = CITING.split("\n\n")[1]
    assert edge.operation == "citation"
    assert abs(edge.coverage - len(cited) / len(CITING)) < 0.05


def test_a_passage_credited_by_one_and_told_by_another_names_their_exemplar() -> None:
    credited = REWRITE.replace("according to harbor officials", "Solmark Wire reported")
    (hidden,) = lineage_of(article("one", credited), article("two", SECOND_REWRITE)).hidden
    assert (hidden.name, hidden.copies) == ("Solmark Wire", ("one", "two"))


_ASIDE = "The owner had been fined twice for overloading, the Corwell Post reported last year."


def test_a_report_that_a_wire_and_its_copy_cite_in_passing_is_not_their_exemplar() -> None:
    wire = article("wire", f"{WIRE}\n\n{_ASIDE}", "Solmark Wire", "2031-05-06")
    copied = article("copy", f"{ABRIDGED}\n\n{_ASIDE}", "Selbrook Times", "2031-05-07")
    expected = """
        wire
        └── copy  abridgement
        origins: 1
        """
    assert drawn(wire, copied) == tree(expected)
    cited = article("cited", CITING, "Corwell Post", "2031-05-06")
    assert [edge.exemplar for edge in lineage_of(wire, copied, cited).descent if edge.copy == "copy"] == ["wire"]


def test_a_headline_matched_with_the_lead_makes_no_exemplar_dearer() -> None:
    headed = article("wire", f"The ferry Marigold sank off Arden with 61 people on board\n\n{WIRE}", "Solmark Wire")
    paper = _credited("paper", f"{WIRE} Bells rang in Corwell at noon.", "Corwell Post")
    dated = [msgspec.structs.replace(one, published="2031-05-06") for one in (headed, paper)]
    found = lineage_of(*dated, article("copy", ABRIDGED, "Selbrook Times", "2031-05-07"))
    (edge,) = [edge for edge in found.descent if edge.copy == "copy"]
    rivals = [entry.detail for entry in edge.evidence if entry.signal == "rival_exemplar"]
    assert (edge.exemplar, rivals) == ("wire", ["copy may also have been made from paper, which is close to wire"])


def test_a_whole_family() -> None:
    paper = _credited("paper", ABRIDGED, "Corwell Post")
    others = [article("citing", CITING, "Selbrook Day"), article("own", INDEPENDENT, "Arden Day")]
    assert drawn(*others, paper, article("rewrite", REWRITE), _WIRE) == tree(
        """
        own
        wire
        ├── citing  citation
        ├── paper  abridgement
        └── rewrite  rewrite
        origins: 2
        """
    )


def test_a_copy_of_a_copy() -> None:
    first = _credited("first", WIRE, "Corwell Post")
    assert drawn(_WIRE, first, _credited("second", WIRE, "Selbrook Day", "Corwell Post")) == tree(
        """
        wire
        └── first  reprint
            └── second  reprint
        origins: 1
        """
    )


@pytest.mark.parametrize("outlets", [("Solmark Wire", "Tarn Press"), ("Solmark Wire", "Tarn Press", "Vale News")])
def test_credits_in_a_circle_make_no_circle(outlets: tuple[str, ...]) -> None:
    turned = (*outlets[1:], outlets[0])
    ring = [_credited(outlet[:1].lower(), WIRE, outlet, credit) for outlet, credit in zip(outlets, turned, strict=True)]
    found = lineage_of(*ring)
    assert len(found.descent) < len(ring)
    assert (found.origins.low, found.origins.high) == (1, 1)


def test_of_two_that_credit_each_other_neither_is_surely_the_copy() -> None:
    ring = [_credited("a", WIRE, "Solmark Wire", "Tarn Press"), _credited("b", WIRE, "Tarn Press")]
    assert all(edge.confidence < 0.9 for edge in lineage_of(*ring).descent)


def test_a_credit_outweighs_a_clock() -> None:
    early = msgspec.structs.replace(_credited("paper", WIRE, "Corwell Post"), published="2031-05-02")
    assert "└── paper  reprint" in drawn(_WIRE, early)


def test_a_clock_outweighs_lost_particulars() -> None:
    late = msgspec.structs.replace(_WIRE, published="2031-05-08")
    assert drawn(late, article("copy", REWRITE, None, "2031-05-06")).startswith("[hidden:1]")


@pytest.mark.parametrize("text", ["Boats sank today", "x", ""])
def test_a_text_of_a_few_words_is_no_kin_of_a_report(text: str) -> None:
    assert drawn(_WIRE, article("few", text)) == tree(
        """
        few
        wire
        origins: 2
        """
    )


def test_two_independent_reports_stay_two_origins_beside_a_compilation_of_both() -> None:
    own = article("own", INDEPENDENT, "Arden Day", "2031-05-06")
    compiled = article("compiled", f"{WIRE}\n\n{INDEPENDENT}", "Corwell Post", "2031-05-07")
    found = lineage_of(_WIRE, own, compiled)
    assert found.hidden == ()
    assert found.origins.high == 2


def test_one_article_is_its_own_origin() -> None:
    found = lineage_of(_WIRE)
    assert [(group.name, group.articles, group.hidden) for group in found.origins.groups] == [
        ("Solmark Wire", ("wire",), None)
    ]


def test_every_descent_shows_evidence_and_a_confidence_below_certainty() -> None:
    found = lineage_of(_WIRE, article("rewrite", REWRITE), article("citing", CITING, "Corwell Post"))
    for edge in found.descent:
        assert edge.evidence
        assert 0.5 < edge.confidence < 1
        assert 0 < edge.coverage <= 1


def test_a_descent_by_lost_particulars_shows_them() -> None:
    (edge,) = lineage_of(_WIRE, article("rewrite", REWRITE)).descent
    shown = next(evidence for evidence in edge.evidence if evidence.signal == "particulars_not_in_exemplar")
    assert shown.detail == "wire has 7 particulars that rewrite has nowhere"
    assert {span.article for span in shown.spans} == {"wire"}
    assert "Odo Vantry" in {span.text.removeprefix("Judge ") for span in shown.spans}
