"""Quotations: each shape of mark, marks that are inches, and quotations that run on."""

import pytest

from stemma.text.quotations import quotations

CLOSED = [
    ("“We swam,” she said.", ["We swam,"]),
    ('"We swam," she said. "All of us."', ["We swam,", "All of us."]),
    ("„Wir schwammen“, sagte sie.", ["Wir schwammen"]),
    ("„Wir schwammen”, sagte sie.", ["Wir schwammen"]),
    ("«Nous avons nagé», dit-elle.", ["Nous avons nagé"]),
    ("She (“the captain”) swam.", ["the captain"]),
    ("It’s the crew’s boat.", []),
    ("“He said ‘swim’ and we swam,” she said.", ["He said ‘swim’ and we swam,"]),
    ('A 12" pipe and a 14" pipe burst.', []),
    ("”We swam, she said.", []),
    ("“” she said.", []),
    ("", []),
]


def _shown(text: str) -> list[tuple[str, bool]]:
    return [(text[q.inner_start : q.inner_end], q.closed) for q in quotations(text, [(0, len(text))])]


@pytest.mark.parametrize(("text", "quoted"), CLOSED)
def test_words_between_marks_are_found(text: str, quoted: list[str]) -> None:
    assert _shown(text) == [(words, True) for words in quoted]


def test_the_marks_belong_to_the_outer_extent() -> None:
    (found,) = quotations("She: “swim”.", [(0, 12)])
    assert (found.start, found.inner_start, found.inner_end, found.end) == (5, 6, 10, 11)


def test_a_quotation_without_its_closing_mark_runs_to_the_end_of_its_paragraph() -> None:
    text = "“We swam.\n“We froze,” she said."
    found = quotations(text, [(0, 9), (10, len(text))])
    assert [(text[q.inner_start : q.inner_end], q.closed) for q in found] == [("We swam.", False), ("We froze,", True)]


def test_what_lies_outside_the_paragraphs_given_is_not_looked_at() -> None:
    assert quotations("“We swam,” she said.", []) == []
