"""An article that cites a report at hand and is no kin of it; articles signed with another's outlet."""

import msgspec

from stemma.descent.origins import Stemma, origins
from stemma.engine.witness import witness
from stemma.records import Article, Descent, Evidence
from tests.descent.texts import INDEPENDENT, WIRE
from tests.descent.tree import article, drawn, lineage_of, tree

_WIRE = article("wire", WIRE, "Solmark Wire", "2031-05-06")
_OTHER_MATTERS = (
    "Rain: Up to forty millimetres may fall on the Merrin hills by noon, the weather office warns. Walkers should keep "
    "to the upper path.\n\nFootball: Corwell Rovers have parted with trainer Pell Adair after six defeats. His deputy "
    "takes the team to Tarrow on Saturday.\n\nMusic: The spring concert in Hask moves to the town hall, for the roof "
    "of the church leaks. Tickets stay valid, said the organist, Brida Lune."
)


def _digest(citing: str, outlet: str | None = "Evening Post", published: str = "2031-05-07") -> Article:
    return article("digest", f"{citing}\n\n{_OTHER_MATTERS}", outlet, published)


_FERRY = "Ferry: Divers have yet to reach the Marigold at 38 meters, the Solmark Wire reported."


def test_what_cites_a_report_at_hand_is_tied_to_it_and_may_add_no_origin() -> None:
    assert drawn(_WIRE, _digest(_FERRY)) == tree(
        """
        wire
        └── digest  citation
        origins: 1-2
        """
    )
    found = lineage_of(_WIRE, _digest(_FERRY))
    (edge,) = found.descent
    assert [span.text for span in edge.evidence[0].spans] == ["the Solmark Wire reported"]
    assert [span.text for span in edge.evidence[1].spans] == [_FERRY]
    assert edge.coverage < 0.3
    assert "Evening Post cites Solmark Wire; whether the rest of it adds an origin is not known" in found.origins.why


def test_what_it_tells_of_the_report_may_stand_in_the_sentence_after_the_credit() -> None:
    lead = "Ferry: Questions are raised about the last voyage of the Marigold, the Solmark Wire has reported."
    going_on = "Divers have yet to reach her at 38 meters, the agency said."
    (edge,) = lineage_of(_WIRE, _digest(f"{lead}\n\n{going_on}")).descent
    assert [reason.spans[0].text for reason in edge.evidence] == ["the Solmark Wire has reported", going_on]
    assert lineage_of(_WIRE, _digest(f"{lead}\n\nNobody can see her yet at 38 meters, a cousin said.")).descent == ()


def test_where_the_citing_outlet_is_not_known_it_may_be_the_cited_one() -> None:
    assert lineage_of(_WIRE, _digest(_FERRY, outlet=None)).descent == ()


def test_a_report_is_not_cited_before_it_appears() -> None:
    assert lineage_of(_WIRE, _digest(_FERRY, published="2031-05-04")).descent == ()


def test_another_report_of_the_cited_outlet_is_not_the_one_at_hand() -> None:
    elsewhere = "Ferry: Minister Ulla Brandt wants to buy two new boats next year, the Solmark Wire reported."
    found = lineage_of(_WIRE, _digest(elsewhere))
    assert found.descent == ()
    assert (found.origins.low, found.origins.high) == (2, 2)


def test_of_reports_that_cite_each_other_neither_is_made_from_the_other() -> None:
    walkers = "Walkers in the Merrin hills should keep to the upper path, the Evening Post reported."
    turned = msgspec.structs.replace(_WIRE, text=f"{WIRE}\n\n{walkers}")
    digest = _digest(_FERRY, published="2031-05-06")
    plain = _digest(_FERRY.replace(", the Solmark Wire reported", ""), published="2031-05-06")
    assert [(edge.copy, edge.exemplar) for edge in lineage_of(turned, plain).descent] == [("wire", "digest")]
    assert lineage_of(turned, digest).descent == ()


def test_the_author_is_an_outlet_at_hand() -> None:
    printed = msgspec.structs.replace(article("paper", WIRE, "Corwell Post"), authors=("Solmark Wire",))
    assert drawn(_WIRE, printed) == tree(
        """
        wire
        └── paper  reprint
        origins: 1
        """
    )


def test_the_last_line_is_the_name_of_an_outlet_at_hand() -> None:
    found = lineage_of(_WIRE, article("paper", f"{WIRE}\n\nSolmark Wire", "Corwell Post"))
    assert [(edge.copy, edge.exemplar) for edge in found.descent] == [("paper", "wire")]
    assert found.descent[0].evidence[0].spans[0].text == "Solmark Wire"


def test_a_signature_alone_makes_no_kin() -> None:
    other = article("paper", f"{INDEPENDENT}\n\nSolmark Wire", "Corwell Post")
    assert lineage_of(_WIRE, other).descent == ()


def test_an_article_of_one_group_that_cites_another_of_it_may_be_an_origin_more() -> None:
    witnesses = {name: witness(article(name, WIRE, f"Outlet {name}")) for name in ("a", "b")}
    step = Descent(
        copy="b",
        exemplar="a",
        operation="citation",
        confidence=0.9,
        coverage=0.1,
        evidence=(Evidence("credit", "b credits a"),),
    )
    found = origins(witnesses, [], [], Stemma([], [], [("a", "b")], [step]))
    assert (found.low, found.high) == (1, 2)


def test_the_initials_of_the_own_outlet_credit_nobody_else() -> None:
    own = article("wire", f"ARDEN (SPA) — {WIRE}", "Solmark Press Agency")
    assert drawn(own) == tree(
        """
        wire
        origins: 1
        """
    )
