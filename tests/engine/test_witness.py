"""From an article to a witness: passages, roles, sigla."""

import pytest

from stemma.engine.witness import sigla, witness, witnesses
from stemma.records import Article, SetAside


def _aside(article: Article, words: str) -> SetAside:
    start = article.text.index(words)
    return SetAside(article.span(start, start + len(words)), "other")


def _passages(text: str, title: str | None = None, aside: str = "") -> list[tuple[str, int, str]]:
    article = Article(id="a", text=text, title=title, language="en")
    set_aside = (_aside(article, aside),) if aside else ()
    made = Article(id="a", text=text, title=title, language="en", set_aside=set_aside, extracted=True)
    return [(passage.span.text, passage.paragraph, passage.role) for passage in witness(made).passages]


@pytest.mark.parametrize(("place", "siglum"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_sigla_go_on_after_z_as_columns_do(place: int, siglum: str) -> None:
    assert sigla(place + 1)[-1] == siglum


def test_sigla_are_never_given_twice() -> None:
    assert len(set(sigla(1000))) == 1000
    assert sigla(0) == []


def test_witnesses_stand_in_the_order_of_their_ids() -> None:
    found = witnesses([Article(id="z", text="x"), Article(id="b", text="y")])
    assert [(entry.siglum, entry.article.id) for entry in found] == [("A", "b"), ("B", "z")]


def test_title_heading_and_body_are_told_apart() -> None:
    text = "Ferry sinks off Arden\n\nThe ferry sank. Nobody died.\n\nA night at sea\n\nSwans came."
    assert _passages(text, title="Ferry sinks off Arden") == [
        ("Ferry sinks off Arden", 0, "title"),
        ("The ferry sank.", 1, "body"),
        ("Nobody died.", 1, "body"),
        ("A night at sea", 2, "heading"),
        ("Swans came.", 3, "body"),
    ]


def test_a_title_that_the_text_does_not_repeat_is_no_passage() -> None:
    assert _passages("The ferry sank.", title="Ferry sinks off Arden") == [("The ferry sank.", 0, "body")]


@pytest.mark.parametrize("text", ["Why did it sink?", "“It sank.”", "The crew wrote:", " ".join(["swans"] * 17)])
def test_a_closed_or_long_paragraph_is_no_heading(text: str) -> None:
    assert _passages(text) == [(text, 0, "body")]


def test_words_set_aside_belong_to_no_passage_and_leave_the_rest_of_their_sentence() -> None:
    text = "ARDEN, May 6 — The ferry sank. Nobody died."
    assert _passages(text, aside="ARDEN, May 6 —") == [
        ("The ferry sank.", 0, "body"),
        ("Nobody died.", 0, "body"),
    ]


def test_a_text_that_is_set_aside_whole_has_no_passages() -> None:
    assert _passages("- Advertisement -", aside="- Advertisement -") == []


@pytest.mark.parametrize("text", ["", "…\n\n— —\n\n***", " \n "])
def test_punctuation_alone_is_no_passage(text: str) -> None:
    assert _passages(text) == []


def test_passages_are_numbered_through() -> None:
    made = witness(Article(id="a", text="One came. Two went.\n\n***\n\nThree stayed.", language="en"))
    assert [(passage.index, passage.paragraph) for passage in made.passages] == [(0, 0), (1, 0), (2, 2)]
