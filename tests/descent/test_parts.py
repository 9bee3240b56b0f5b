"""Credits, families, operations, and what carries them."""

import pytest

from stemma.descent.context import Edge, reaches
from stemma.descent.credits import links, names_outlet
from stemma.descent.families import KIN, UNSURE, components, families, kin_pairs
from stemma.descent.operations import operation_from, operation_from_hidden, same_outlet, verbatim_share
from stemma.records import Article, CreditKind, Kinship
from stemma.text.outlets import outlet_key
from tests.descent.cast import cast, credit, paired
from tests.descent.texts import ABRIDGED, CITING, REWRITE, SPUN, WIRE

_DROWNED = "Two deckhands drowned when their raft overturned near the breakwater."
_PUMPS = "A gasket had burst, and the pumps were beaten within minutes."


def _kin(a: str, b: str, probability: float) -> Kinship:
    return Kinship(a=a, b=b, probability=probability, coverage=(0.5, 0.5), exemplar=None, signals={})


@pytest.mark.parametrize("other", ["Solmark Wire", "The Solmark Wire", "SOLMARK-WIRE", "solmarkwire.com"])
def test_one_outlet_has_one_key_however_it_is_spelt(other: str) -> None:
    assert outlet_key(other) == outlet_key("Solmark Wire")


def test_loose_words_alone_are_kept() -> None:
    assert outlet_key("News Agency") == "newsagency"
    assert outlet_key("") == outlet_key("…") == ""


@pytest.mark.parametrize(
    ("outlet", "url", "found"),
    [
        ("Solmark Wire", None, True),
        (None, "https://www.solmarkwire.example/1", True),
        (None, "https://[broken", False),
        ("Tarn Press", "https://tarn.example", False),
        (None, None, False),
    ],
)
def test_a_name_is_found_in_the_outlet_or_the_host(outlet: str | None, url: str | None, found: bool) -> None:
    assert names_outlet("The Solmark Wire", Article(text="x", outlet=outlet, url=url)) is found


def test_a_credit_leads_to_the_article_at_hand_or_to_none() -> None:
    copy = cast("b", WIRE, "Corwell Post", (credit("Solmark Wire", "reprint"), credit("Tarn Press", "citation")))
    found = links([cast("a", WIRE, "The Solmark Wire"), copy])
    assert [(link.credit.name, link.exemplar) for link in found] == [("Solmark Wire", "a"), ("Tarn Press", None)]


def test_a_credit_to_oneself_is_none() -> None:
    assert links([cast("b", WIRE, "Solmark Wire", (credit("Solmark Wire", "reprint"),))]) == []


@pytest.mark.parametrize(("probability", "pairs"), [(KIN, [("a", "b")]), (KIN - 0.01, []), (UNSURE, [])])
def test_kinship_is_asserted_from_its_threshold_on(probability: float, pairs: list[tuple[str, str]]) -> None:
    assert kin_pairs([_kin("a", "b", probability)], []) == pairs


def test_the_thresholds_stand_in_their_order() -> None:
    assert 0.5 <= UNSURE < KIN < 1


@pytest.mark.parametrize(("probability", "pairs"), [(0.2, [("a", "b")]), (0.19, [])])
def test_with_a_credit_less_likeness_is_enough(probability: float, pairs: list[tuple[str, str]]) -> None:
    copy = cast("b", CITING, "Corwell Post", (credit("Solmark Wire", "citation"),))
    credited = links([cast("a", WIRE, "Solmark Wire"), copy])
    assert kin_pairs([_kin("a", "b", probability)], credited) == pairs


def test_two_that_credit_the_same_report_need_one_whole_copy() -> None:
    def pairs(first: CreditKind, second: CreditKind) -> list[tuple[str, str]]:
        copies = [
            cast("a", WIRE, "Arden Day", (credit("Tarn Press", first, "a"),)),
            cast("b", WIRE, "Corwell Post", (credit("Tarn Press", second),)),
        ]
        return kin_pairs([_kin("a", "b", 0.3)], links(copies))

    assert pairs("reprint", "citation") == [("a", "b")]
    assert pairs("citation", "citation") == []


def test_kin_of_kin_are_one_family() -> None:
    kinships = [_kin("a", "c", 0.95), _kin("c", "d", 0.92), _kin("a", "b", 0.6)]
    assert families("dcba", kinships, []) == [["a", "c", "d"], ["b"]]
    assert components([], []) == []


def test_reaching_goes_up_any_number_of_exemplars() -> None:
    edges = [Edge("c", "b", 1.0, ()), Edge("b", "a", 1.0, ())]
    assert reaches(edges, "c", "a")
    assert reaches(edges, "a", "a")
    assert not reaches(edges, "a", "c")


@pytest.mark.parametrize(
    ("copy", "operation"), [(WIRE, "reprint"), (ABRIDGED, "abridgement"), (REWRITE, "rewrite"), (SPUN, "rewrite")]
)
def test_an_operation_is_told_by_what_was_kept(copy: str, operation: str) -> None:
    pair = paired(cast("wire", WIRE, "Solmark Wire"), cast("copy", copy, "Corwell Post"))
    assert operation_from(pair, "wire", "copy") == operation


def test_another_version_of_one_outlet_is_a_revision_whatever_was_kept() -> None:
    pair = paired(cast("wire", WIRE, "Solmark Wire"), cast("copy", REWRITE, "The Solmark Wire"))
    assert operation_from(pair, "wire", "copy") == "revision"


def test_citing_is_owing_a_part_and_saying_so() -> None:
    wire = cast("a", WIRE, "Solmark Wire")
    said = cast("b", CITING, "Corwell Post", (credit("Solmark Wire", "citation"),))
    whole = cast("b", REWRITE, "Corwell Post", (credit("Solmark Wire", "citation"),))
    assert operation_from(paired(wire, said), "a", "b") == "citation"
    assert operation_from(paired(wire, whole), "a", "b") == "rewrite"


@pytest.mark.parametrize(
    ("text", "kind", "operation"),
    [
        (WIRE, "reprint", "reprint"),
        (SPUN, "feed", "rewrite"),
        (CITING, "citation", "citation"),
    ],
)
def test_from_a_hidden_exemplar_the_credit_tells_unless_the_text_is_broken(
    text: str, kind: CreditKind, operation: str
) -> None:
    copy = cast("b", text, "Corwell Post", (credit("Tarn Press", kind),))
    assert operation_from_hidden(copy, "Tarn Press", []) == operation


def test_from_a_hidden_exemplar_without_credit_a_verbatim_sibling_tells_of_a_reprint() -> None:
    copy, sibling = cast("b", WIRE), cast("a", WIRE)
    assert operation_from_hidden(copy, None, [paired(sibling, copy)]) == "reprint"
    assert operation_from_hidden(cast("b", REWRITE), None, [paired(sibling, cast("b", REWRITE))]) == "rewrite"


def test_the_verbatim_share_goes_by_length() -> None:
    assert verbatim_share(paired(cast("a", WIRE), cast("b", WIRE)).alignment) == 1
    assert verbatim_share(paired(cast("a", WIRE), cast("b", "")).alignment) == 0
    half = paired(
        cast("a", f"{_DROWNED} {_PUMPS}"), cast("b", f"{_DROWNED} Within minutes a burst gasket beat the pumps.")
    )
    assert 0.5 < verbatim_share(half.alignment) < 0.7


def test_one_outlet_or_one_address() -> None:
    a = Article(text="x", outlet="Solmark Wire", url="https://a.example/1")
    assert same_outlet(a, Article(text="y", outlet="solmark wire"))
    assert same_outlet(a, Article(text="y", url="https://a.example/1"))
    assert not same_outlet(a, Article(text="y", url="https://a.example/2"))
    assert not same_outlet(Article(text="x"), Article(text="y"))
