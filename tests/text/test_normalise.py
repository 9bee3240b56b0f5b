"""Folding keeps offsets; squeezing keeps the words alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.text.normalise import fold, squeeze, unaccented


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“Ferry” – ÉTÉ", '"ferry" - ete'),
        ("it’s\u00a0late", "it's late"),
        ("İSTANBUL ﬁn", "istanbul ﬁn"),
        ("a\r\nb\tc", "a  b c"),
        ("ЙОД Ångström", "иод angstrom"),
        ("한국 が ड़", "한국 が ड़"),  # parts of a letter are no accents
    ],
)
def test_marks_dashes_spaces_accents_and_case_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.text(max_size=40))
def test_a_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We swam,” she said.", "we swam — SHE said"),
        ("the town’s\n  boats", "The town's boats"),
        ("pro-union", "pro union"),
    ],
)
def test_the_same_words_are_squeezed_to_the_same(one: str, other: str) -> None:
    assert squeeze(one) == squeeze(other)


def test_other_words_are_not_squeezed_to_the_same() -> None:
    assert squeeze("We swam") != squeeze("We swim")
    assert squeeze("…—“”") == ""


def test_a_word_is_one_however_its_accents_are_coded() -> None:
    assert unaccented("cafe\u0301") == unaccented("café") == "cafe"
