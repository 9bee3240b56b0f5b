"""Who a source is, and what a statement does: denies, declines, asks, hedges, addresses."""

import pytest

from stemma.attribution import statements
from stemma.records import Article, SetAside, Statement


def found(text: str) -> list[Statement]:
    return list(statements(Article(text=text, id="a")))


KINDS = [
    ("“The bridge is safe,” Ada Orr said.", "direct"),
    ("Ada Orr said the bridge was safe.", "indirect"),
    ("Ada Orr said the bridge was “safe as a house.”", "mixed"),
]

CATEGORIES = [
    ("Two Norland officials said the ferry sank.", "officials"),
    ("A person familiar with the talks said the ferry sank.", "people familiar"),
    ("Three Western diplomats said the ferry sank.", "diplomats"),
    ("A senior military official said the ferry sank.", "military"),
    ("Police said the ferry sank.", "police"),
    ("Witnesses said the ferry sank.", "witnesses"),
    ("Sources said the ferry sank.", "sources"),
    ("A fisheries expert said the ferry sank.", "other"),
    ("A spokeswoman for Mr. Tam said the ferry sank.", "officials"),
    ("Ada Orr said the ferry sank.", None),
]

SPEAKERS = [
    ("Ada Orr came on Monday. Ms. Orr said the ferry sank.", "Ada Orr"),
    ("Ada Orr came on Monday. She said the ferry sank.", "Ada Orr"),
    ("Mayor Ada Orr came on Monday. The mayor said the ferry sank.", "Ada Orr"),
    ("The crowd met Trade Minister Ada Orr. Orr said the ferry sank.", "Ada Orr"),
    ("Mr. Bela Tam came on Monday. She said the ferry sank.", None),
    ("The ferry sank, said Norland’s envoy, Bela Tam.", "Bela Tam"),
    ("The harbour spokesman Bela Tam said the ferry sank.", "Bela Tam"),
    ("An aide to Bela Tam said the ferry sank.", None),
    ("Ada Orr and Bela Tam said the ferry sank.", None),
    ("He said the ferry sank.", None),
]

DENIALS = [
    ("The envoy denied that the ferry sank.", True),
    ("The envoy rejected the claim.", True),
    ("The envoy said the report was not true.", True),
    ("The envoy did not deny that the ferry sank.", False),
    ("The envoy said that the ferry sank.", False),
]

HEDGES = [
    ("Officials said the ferry might sink.", ["might"]),
    (
        "Officials said the ferry had allegedly been overloaded and could possibly sink.",
        ["allegedly", "could", "possibly"],
    ),
    ("Officials said the ferry would sail in May.", []),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: str) -> None:
    assert [statement.kind for statement in found(text)] == [kind]


@pytest.mark.parametrize(("text", "category"), CATEGORIES)
def test_unnamed_sources_have_a_category(text: str, category: str | None) -> None:
    assert [statement.anonymous for statement in found(text)] == [category]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_speaker(text: str, speaker: str | None) -> None:
    assert found(text)[-1].speaker == speaker


@pytest.mark.parametrize(("text", "denies"), DENIALS)
def test_denial(text: str, denies: bool) -> None:
    assert [statement.denies for statement in found(text)] == [denies]


@pytest.mark.parametrize(("text", "expected"), HEDGES)
def test_hedges(text: str, expected: list[str]) -> None:
    (statement,) = found(text)
    assert [span.text for span in statement.hedge] == expected


def test_declined_to_comment() -> None:
    (statement,) = found("A spokesman for Mr. Tam declined to comment on the ferry.")
    assert statement.declined
    assert [span.text for span in statement.content] == ["to comment on the ferry"]


def test_no_answer_is_no_statement_of_fact() -> None:
    (statement,) = found("Mr. Tam did not respond to a request for comment.")
    assert statement.declined
    assert [span.text for span in statement.content] == ["a request for comment"]
    (unreached,) = found("Mr. Tam could not be reached.")
    assert (unreached.declined, unreached.content) == (True, ())


def test_a_reported_question_is_not_an_assertion() -> None:
    (statement,) = found("Reporters asked whether the ferry had sunk.")
    assert statement.asks


def test_whoever_asked_is_not_named() -> None:
    asked, said = found("Asked whether the ferry had sunk, Ada Orr said it was in port.")
    assert (asked.asks, asked.source) == (True, ())
    assert [span.text for span in said.source] == ["Ada Orr"]


def test_addressee() -> None:
    (statement,) = found("Ada Orr told reporters on Monday that the ferry sank.")
    assert [span.text for span in statement.addressee] == ["reporters"]
    assert [span.text for span in statement.content] == ["that the ferry sank"]


def test_set_aside_words_give_no_statement() -> None:
    text = "Officials said the ferry sank.\n\nPolice said this is a caption."
    start = text.index("Police")
    article = Article(text=text, id="a")
    aside = SetAside(article.span(start, len(text)), "caption")
    kept = statements(Article(text=text, id="a", set_aside=(aside,)))
    assert [span.text for statement in kept for span in statement.source] == ["Officials"]


def test_a_set_aside_dateline_leaves_its_sentence() -> None:
    text = "OSTRA, Norland — The ferry sank in a storm, officials said."
    article = Article(text=text, id="a")
    aside = SetAside(article.span(0, text.index("The")), "dateline")
    (statement,) = statements(Article(text=text, id="a", set_aside=(aside,)))
    assert [span.text for span in statement.content] == ["The ferry sank in a storm"]


def test_statements_are_in_order_and_their_ids_differ() -> None:
    each = found("Officials said the ferry sank. “It did,” Ada Orr said. Police said so, too.")
    assert len({statement.id for statement in each}) == len(each)
    starts = [min(span.start for span in (*s.source, *s.cue, *s.content)) for s in each]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "text",
    [
        "“" * 50,
        "'" * 51,
        "said said said",
        '“a ‘b "c',
        "X: ",
        "\n\n",
        "قال «نعم» الرجل",
        "HE SAID NO",
        "According to Orr",
        "According to , that",
    ],
)
def test_odd_text_raises_nothing(text: str) -> None:
    for statement in found(text):
        assert all(span.text for span in (*statement.source, *statement.cue, *statement.content))
