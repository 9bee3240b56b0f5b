"""Kinship: rewritten texts against independent reports, whatever their length, topic and style."""

import pytest

from stemma.collate import collate
from stemma.descent import kinship, wording
from stemma.descent.families import KIN
from stemma.engine.witness import witness
from stemma.records import Article, Kinship, Witness
from stemma.text.sentences import sentences
from tests.descent.kinship_texts import (
    BAKERY,
    FERRY_BY_ANOTHER,
    FERRY_BY_ONE,
    FERRY_REWORDED,
    VINEYARD,
    VINEYARD_REWORDED,
)


def _witness(name: str, text: str) -> Witness:
    return witness(Article(id=name, text=text, language="en"))


def _kinship(text_a: str, text_b: str) -> Kinship:
    a, b = _witness("a", text_a), _witness("b", text_b)
    return kinship(a, b, collate(a, b), (wording(a), wording(b)))


def _first(text: str, count: int) -> str:
    return text[: sentences(text)[count - 1][1]]


def test_a_rewrite_is_kin() -> None:
    assert _kinship(FERRY_BY_ONE, FERRY_REWORDED).probability > 0.95
    assert _kinship(VINEYARD, VINEYARD_REWORDED).probability > 0.9


def test_independent_reports_of_one_event_are_not() -> None:
    """They share names, numbers and a quotation, not what the writers chose."""
    assert _kinship(FERRY_BY_ONE, FERRY_BY_ANOTHER).probability < 0.3
    assert _kinship(FERRY_REWORDED, FERRY_BY_ANOTHER).probability < 0.3


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_length_alone_is_no_evidence(count: int) -> None:
    """Heads of independent reports are not asserted to be kin, even where a shared quotation is a fourth of each."""
    assert _kinship(_first(FERRY_BY_ONE, count), _first(FERRY_BY_ANOTHER, count)).probability < KIN
    assert _kinship(_first(FERRY_BY_ONE, count), FERRY_BY_ANOTHER).probability < KIN


def test_one_rewriters_style_is_no_evidence() -> None:
    """Another story with the same turns of phrase, and two rewrites by one hand."""
    assert _kinship(FERRY_BY_ONE, BAKERY).probability < 0.5
    assert _kinship(FERRY_REWORDED, VINEYARD_REWORDED).probability < 0.05


def test_a_copied_part_is_found_within_independent_reports() -> None:
    host_a, host_b = FERRY_BY_ONE, FERRY_BY_ANOTHER
    found = _kinship(f"{host_a}\n\n{VINEYARD}", f"{VINEYARD_REWORDED}\n\n{host_b}")
    assert found.probability > 0.5
    assert found.probability > _kinship(host_a, host_b).probability + 0.3


def test_a_reordered_rewrite_is_kin() -> None:
    pieces = [FERRY_REWORDED[start:end] for start, end in sentences(FERRY_REWORDED)]
    assert _kinship(FERRY_BY_ONE, " ".join(pieces[k] for k in (4, 0, 5, 2, 3, 1))).probability > 0.5


def test_half_of_a_rewrite_is_kin() -> None:
    assert _kinship(FERRY_BY_ONE, _first(FERRY_REWORDED, 3)).probability > 0.5


@pytest.mark.parametrize("other", [FERRY_REWORDED, FERRY_BY_ANOTHER, BAKERY, VINEYARD])
def test_neither_side_comes_first(other: str) -> None:
    there, back = _kinship(FERRY_BY_ONE, other), _kinship(other, FERRY_BY_ONE)
    assert there.probability == pytest.approx(back.probability, abs=0.02)
    assert there.coverage[0] == pytest.approx(back.coverage[1], abs=0.02)


def test_accents_are_a_house_style() -> None:
    accented = FERRY_REWORDED.replace("Morn", "Mörn").replace("Tessel", "Tessël")
    assert _kinship(FERRY_BY_ONE, accented).probability == _kinship(FERRY_BY_ONE, FERRY_REWORDED).probability


@pytest.mark.parametrize("text", ["Rain.", "Ferry runs aground", "...", "—", "212", "“”"])
def test_tiny_and_empty_texts_have_an_answer(text: str) -> None:
    for other in (FERRY_BY_ONE, text):
        assert 0.0 <= _kinship(text, other).probability <= 1.0


def test_the_same_text_twice_is_kin() -> None:
    found = _kinship(FERRY_BY_ONE, FERRY_BY_ONE)
    assert found.probability > 0.99
    assert found.coverage == (1.0, 1.0)


def test_one_sentence_that_another_tells_otherwise_may_be_one_fact_told_twice() -> None:
    sentence = "Divers found no hole in the hull of the ferry, harbour master Odo Vantry said on Thursday."
    told = "Harbour master Odo Vantry said the ferry stays where it is until divers have looked at the hull."
    assert _kinship(sentence, told).probability < 0.6
    assert _kinship(sentence, f"{told} {FERRY_BY_ONE}").probability < 0.6
