"""Copies of two exemplars: one that they name, another that they do not; and credits that came with the text."""

import pytest

import stemma
from tests.descent.texts import WIRE
from tests.descent.tree import article, drawn, tree

_EXCLUSIVE = "\n\n".join(
    [
        "A stoker of the lost ferry says he showed a cracked gasket to his foreman in April.",
        "“He wrapped it in a rag and told me to go and have my soup,” Ivo Marn, 44, told the Selbrook Lantern over "
        "the counter of his sister’s bakery.",
        "Marn has stoked boilers for 21 years and keeps a diary of every repair.",
        "At the Selbrook school 90 pupils spent the night on gym mats, for their parents were out with the boats.",
    ]
)
_OWN = (
    "A stoker says he showed a cracked gasket to his foreman weeks before the ferry sank.\n\n"
    "“He wrapped it in a rag and told me to go and have my soup,” Ivo Marn, 44, told the Selbrook Lantern.\n\n"
    "Marn, who has stoked boilers for 21 years, told the paper that he keeps a diary of every repair."
)
_TAKEN = WIRE.split("\n\n")[2:5]
_SOURCES = (
    article("wire", WIRE, "Solmark Wire", "2031-05-06T09:00:00Z"),
    article("lantern", _EXCLUSIVE, "Selbrook Lantern", "2031-05-06T08:00:00Z"),
)


def _of_two(published: str, taken: int = len(_TAKEN)) -> str:
    text = "\n\n".join([_OWN, *_TAKEN[:taken]])
    return drawn(*_SOURCES, article("evening", text, "Corwell Evening", published))


def test_what_a_copy_takes_word_for_word_beside_the_report_that_it_names_is_a_second_exemplar() -> None:
    assert _of_two("2031-05-06T18:00:00Z") == tree(
        """
        lantern
        └── evening  citation
        wire
        └── evening  abridgement
        origins: 2
        """
    )


def test_of_a_wire_and_its_reprint_the_second_exemplar_is_the_wire() -> None:
    reprint = article("a-reprint", f"ARDEN (Solmark Wire) — {WIRE}", "Corwell Post", "2031-05-06T10:00:00Z")
    text = "\n\n".join([_OWN, *_TAKEN])
    found = drawn(*_SOURCES, reprint, article("evening", text, "Corwell Evening", "2031-05-06T18:00:00Z"))
    assert "wire\n├── a-reprint  reprint\n└── evening  abridgement" in found


@pytest.mark.parametrize(("published", "taken"), [("2031-05-06T07:00:00Z", 3), ("2031-05-06T18:00:00Z", 1)])
def test_neither_a_later_report_nor_one_that_lent_two_sentences_is_a_second_exemplar(
    published: str, taken: int
) -> None:
    assert "evening  abridgement" not in _of_two(published, taken)


def test_a_credit_that_came_with_the_text_of_the_exemplar_gives_no_second_one() -> None:
    citing = "\n\n".join(
        [
            "The owner of the lost ferry rejected on Tuesday a report that a cracked gasket had been hushed up.",
            "A stoker, Ivo Marn, told the Selbrook Lantern that he had shown the gasket to his foreman.",
            "“That diary is a novel,” the owner, Tamsin Brell, told Solmark Wire on her doorstep.",
            "Judge Odo Vantry declined to say whether he would hear the stoker in June.",
        ]
    )
    wire = article("wire", citing, "Solmark Wire", "2031-05-06T12:00:00Z")
    copy = article("copy", f"{citing}\n\nReporting by Solmark Wire", "Harbor Leaf", "2031-05-07")
    found = drawn(_SOURCES[1], wire, copy)
    assert "wire  citation" in found
    assert found.count("copy") == 1


def test_a_later_report_of_one_outlet_that_keeps_little_of_the_earlier_is_no_version_of_it() -> None:
    later = "\n\n".join(
        [
            "Divers reached the wreck of the ferry Marigold off Arden on Friday and found the engine room flooded.",
            "The owner, Tamsin Brell, who had put off a survey of the hull since January, handed over her ledgers.",
            "Four trawlers from Selbrook had lifted the survivors from their rafts before dawn on Tuesday.",
            "Two deckhands drowned when a raft overturned near the breakwater; a third died in hospital.",
            "The inquiry under Judge Odo Vantry in Corwell is now to begin a week sooner.",
        ]
    )
    found = drawn(_SOURCES[0], article("wire-2", later, "Solmark Wire", "2031-05-10T09:00:00Z"))
    assert "revision" not in found
    assert "wire ? wire-2" in found


def test_what_a_copy_has_from_either_exemplar_counts_to_the_origin_of_that_one() -> None:
    text = "\n\n".join([_OWN, *_TAKEN])
    evening = article("evening", text, "Corwell Evening", "2031-05-06T18:00:00Z")
    agency = article("agency", WIRE, "Solmark Wire", "2031-05-06T09:00:00Z")
    (story,) = stemma.report([agency, _SOURCES[1], evening]).stories
    shared = [claim for claim in story.claims if {"evening", "agency"} <= {span.article for span in claim.support}]
    assert shared
    assert {(claim.origins.low, claim.origins.high) for claim in shared} == {(1, 1)}
