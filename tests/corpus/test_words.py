"""Words: hashes that depend on the word alone, and offsets that are exact."""

import re

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.corpus.words import CAPITAL, CHUNK, DIGIT, JOINED, QUOTED, Words, words


def _said(text: str) -> list[str]:
    found = words([text])
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


def _of(found: Words, text: int) -> list[int]:
    return [int(one) for one in found.hashes[found.bounds[text] : found.bounds[text + 1]]]


def test_words_are_runs_of_letters_and_digits() -> None:
    assert _said("“We’ll go,” Äda said: 3 of 40—no more.") == [
        "We",
        "ll",
        "go",
        "Äda",
        "said",
        "3",
        "of",
        "40",
        "no",
        "more",
    ]


def test_case_and_the_marks_between_words_do_not_matter() -> None:
    found = words(["The ÄRZTE left Velda.", "the ärzte — left... VELDA"])
    assert _of(found, 0) == _of(found, 1)


def test_a_character_of_a_script_without_blanks_is_a_word() -> None:
    assert _said("東京で 12 boats") == ["東", "京", "で", "12", "boats"]


def test_a_letter_and_its_accent_stay_together() -> None:
    assert _said("cafe\N{COMBINING ACUTE ACCENT}s हिन्दी") == ["cafe\N{COMBINING ACUTE ACCENT}s", "हिन्दी"]


def test_different_words_have_different_hashes() -> None:
    listed = [f"{'x' * repeat}{number}" for repeat in (0, 1, 3, 4, 5, 8, 70) for number in range(500)]
    assert len(set(words([" ".join(listed)]).hashes.tolist())) == len(listed)


def test_the_kinds_of_a_word() -> None:
    found = words(["Old Tom\nsaid “no way” to 12 Men"])
    kinds = dict(zip(["Old", "Tom", "said", "no", "way", "to", "12", "Men"], found.kinds.tolist(), strict=True))
    assert [word for word, kind in kinds.items() if kind & CAPITAL] == ["Old", "Tom", "Men"]
    assert [word for word, kind in kinds.items() if kind & DIGIT] == ["12"]
    assert [word for word, kind in kinds.items() if kind & JOINED] == ["Tom", "way", "12", "Men"]
    assert [word for word, kind in kinds.items() if kind & QUOTED] == ["no", "way"]


def test_a_quotation_mark_that_is_never_closed_ends_with_its_line() -> None:
    found = words(['He said "no\nand left'])
    assert [bool(kind & QUOTED) for kind in found.kinds.tolist()] == [False, False, True, False, False]


@given(st.lists(st.text(max_size=60), max_size=6))
def test_a_text_has_the_same_words_whatever_stands_beside_it(texts: list[str]) -> None:
    together = words(texts)
    for place, text in enumerate(texts):
        alone = words([text])
        part = slice(together.bounds[place], together.bounds[place + 1])
        assert alone.hashes.tolist() == together.hashes[part].tolist()
        assert alone.starts.tolist() == together.starts[part].tolist()
        assert alone.ends.tolist() == together.ends[part].tolist()


@pytest.mark.parametrize("filler", ["ab ", "a", "“", "あ"])
def test_a_text_longer_than_a_chunk_keeps_its_offsets(filler: str) -> None:
    text = filler * (2 * CHUNK // len(filler)) + " Velda"
    found = words([text, "Velda"])
    assert text[found.starts[found.bounds[1] - 1] :] == "Velda"
    assert found.hashes[found.bounds[1] - 1] == found.hashes[-1]
    assert numpy.all(found.starts[1 : found.bounds[1]] >= found.ends[: found.bounds[1] - 1])


def test_the_words_are_those_that_a_regular_expression_finds() -> None:
    text = "In Karsen, on 3 May 2031, the lock-keeper's dog (a setter) barked at 5.15 a.m.; no-one woke."
    assert _said(text) == re.findall(r"[^\W_]+", text)


def test_no_text_has_no_words() -> None:
    assert words([]).bounds.tolist() == [0]
    assert words(["", " … "]).bounds.tolist() == [0, 0, 0]


def test_hashes_are_the_same_on_every_machine() -> None:
    assert words(["Karsen"]).hashes.tolist() == words(["karsen!"]).hashes.tolist()
    assert hex(int(words(["karsen"]).hashes[0])) == "0x28fb718fd0a97105"
