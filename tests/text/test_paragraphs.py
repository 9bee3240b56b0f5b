"""Paragraphs: what divides them, and lines that an editor has wrapped."""

import pytest

from stemma.text.paragraphs import paragraphs

_LONG = "The ferry to Arden left the quay an hour late with sixty people on board"


def _shown(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize("divider", ["\n\n", "\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\n \t\n"])
def test_each_kind_of_break_divides(divider: str) -> None:
    assert _shown(f"The ferry sank.{divider}Nobody died.") == ["The ferry sank.", "Nobody died."]


def test_white_space_around_a_paragraph_is_left_out() -> None:
    assert paragraphs("  \n\n  The ferry sank. \n") == [(6, 21)]


def test_a_long_line_without_a_stop_runs_on_into_the_next() -> None:
    assert _shown(f"{_LONG}\nand a dog.") == [f"{_LONG}\nand a dog."]


@pytest.mark.parametrize("end", [".", "!", "?", ":", "”", '"', ")"])
def test_a_long_line_with_a_closing_mark_ends_its_paragraph(end: str) -> None:
    assert _shown(f"{_LONG}{end}\nIt sank.") == [f"{_LONG}{end}", "It sank."]


def test_a_blank_line_divides_even_after_a_wrapped_line() -> None:
    assert _shown(f"{_LONG}\n\nIt sank.") == [_LONG, "It sank."]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\r\n\u2029"])
def test_a_text_without_words_has_no_paragraph(text: str) -> None:
    assert paragraphs(text) == []
