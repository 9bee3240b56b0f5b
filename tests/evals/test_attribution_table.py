"""Constructions told from spans, on invented sentences."""

import pytest

from evals.attribution_table import construction_notes, constructions, link_measure
from evals.roles import Attribution, Compared


def placed(text: str, source: str, cue: str, *content: str) -> Attribution:
    """The attribution of the first place of each piece."""
    return Attribution(_spans(text, source), _spans(text, cue), _spans(text, *content))


def _spans(text: str, *pieces: str) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(piece), text.index(piece) + len(piece)) for piece in pieces if piece)


CASES = [
    ("Orr said it sank.", ("Orr", "said", "it sank"), {"indirect", "others"}),
    ("Orr said it “sank at once.”", ("Orr", "said", "it “sank at once"), {"mixed", "others"}),
    ("“It sank,” said Orr.", ("Orr", "said", "It sank"), {"direct", "inverted", "content alone before"}),
    ("“It,” Orr said, “sank.”", ("Orr", "said", "“It,”", "“sank.”"), {"direct", "content on both sides"}),
    ("It sank, according to Orr.", ("Orr", "according to", "It sank"), {"according to", "inverted"}),
    ("It is believed to have sunk.", ("", "is believed", "to have sunk"), {"passive", "no source", "indirect"}),
    ("Orr's claim that it sank is old.", ("Orr's", "claim", "that it sank"), {"X's claim", "indirect"}),
    ("Orr spoke. “It sank.” Nobody asked.", ("Orr", "spoke", "“It sank.”"), {"across sentences", "direct"}),
    ("Orr spoke\n\n“It sank.”", ("Orr", "spoke", "“It sank.”"), {"across paragraphs", "direct"}),
    ("It sank, says Orr\n\nThe ferry was old.", ("Orr", "says", "It sank"), {"headline", "inverted"}),
]


@pytest.mark.parametrize(("text", "parts", "expected"), CASES)
def test_constructions(text: str, parts: tuple[str, ...], expected: set[str]) -> None:
    assert expected <= constructions(text, placed(text, *parts))


def test_a_row_counts_what_is_found_exactly() -> None:
    text = "Orr said it sank."
    true = placed(text, "Orr", "said", "it sank")
    found = placed(text, "Orr", "said", "it")
    _, *rows = construction_notes([Compared("a", text, [found], [true])])
    assert [row.split() for row in rows] == [
        ["indirect", "1", "1.00", "1.00", "0.00"],
        ["others", "1", "1.00", "1.00", "0.00"],
    ]


def test_a_cue_with_another_speaker_is_not_linked_right() -> None:
    text = "Orr said it sank. Tam wept."
    true = placed(text, "Orr", "said", "it sank")
    right = Compared("a", text, [true], [true])
    wrong = Compared("b", text, [placed(text, "Tam", "said", "it sank")], [true])
    assert link_measure([right, wrong]).value == 0.5
