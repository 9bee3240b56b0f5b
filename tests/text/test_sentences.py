"""Sentences: quotations are divided, closing marks stay with what they close, abbreviations divide nothing."""

import pytest

from stemma.text.sentences import sentences, sentences_by_paragraph

TEXTS = [
    "The ferry sank. | Nobody died.",
    "Did it sink? | It did! | Nobody knows why.",
    "“It sank. | We swam,” Ada Orr said. | She was cold.",
    "“It sank.” | The crew swam ashore.",
    "The crew swam ashore. | “It sank,” one of them said.",
    "“Really?” he asked. | Nobody answered.",
    "Dr. Orr met Mr. Tam at 5 p.m. in Arden. | They talked.",
    "The toll rose by 2.5 percent. | Boats paid 3.10 crowns.",
    "U.S. officials met in Arden. | They talked.",
    '"It sank. | We swam," he said.',
    "The boat („Möwe“) sank. | Nobody died.",
]


def _shown(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("drawn", TEXTS)
def test_sentences_are_divided_where_the_bar_is_drawn(drawn: str) -> None:
    assert _shown(drawn.replace(" | ", " ")) == drawn.split(" | ")


def test_sentences_are_kept_apart_by_paragraph() -> None:
    text = "It sank. We swam.\n\nNobody died."
    shown = [[text[start:end] for start, end in paragraph] for paragraph in sentences_by_paragraph(text)]
    assert shown == [["It sank.", "We swam."], ["Nobody died."]]


def test_no_letter_is_lost() -> None:
    text = "  It sank…  “We—swam.”\n\n* Nobody (so they say) died!! \x0b1. Yes"
    kept = "".join(text[start:end] for start, end in sentences(text))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize("text", ["", " \n ", "\u2029"])
def test_a_text_without_words_has_no_sentence(text: str) -> None:
    assert sentences(text) == []


def test_thai_which_has_no_stops_is_divided_at_blanks_between_longer_pieces() -> None:
    text = "นักประดาน้ำพบรอยร้าวยาว 12 เมตรใต้อุโมงค์ด้านเหนือ ชาวบ้านสี่หมู่บ้านจะนอนที่โรงยิม"
    assert [text[start:end] for start, end in sentences(text, "th")] == [text[:50], text[51:]]
    assert len(sentences(text, "en")) == 1
