"""What is set aside, why, and what never is."""

from collections.abc import Callable

import pytest

from stemma.records import Article

Annotated = Callable[..., Article]


def asides(article: Article) -> list[tuple[str, str]]:
    return [(entry.reason, entry.span.text) for entry in article.set_aside]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Passengers wait on the quay at Saint Orla on Saturday, Oct. 21, 2028. JANE DOE/NYT", "caption"),
        ("A tug reaches the ferry. [Jane Doe/Reuters]", "caption"),
        ("A tug reaches the ferry. (Photo by Jane Doe)", "caption"),
        ("Photo: Jane Doe", "caption"),
        ("A tug reaches the ferry in this file photo. Getty Images", "caption"),
        ("A tug reaches the ferry on Monday. REUTERS/Jane Doe", "caption"),
        ("See also  Lighthouse keepers’ pay is raised", "related"),
        ("RELATED: Lighthouse keepers’ pay is raised", "related"),
        ("Must Read", "related"),
        ("Read more:", "related"),
        ("- Advertisement -", "advertisement"),
        ("Story continues below", "advertisement"),
        ("Leave a Reply", "form"),
        ("Your email address will not be published. Required fields are marked *", "form"),
        ("Sign up for our newsletter", "form"),
        ("We use cookies to make this site better. Accept all?", "form"),
        ("Share this", "navigation"),
        ("Home > World > Islands", "navigation"),
        ("Skip to content", "navigation"),
        ("All rights reserved.", "notice"),
        ("(Reporting by Jane Doe; Editing by John Roe)", "notice"),
        ("Correction: An earlier version of this story misspelt the mayor’s name.", "notice"),
    ],
)
def test_a_line_that_is_not_the_story(annotated: Annotated, body: str, line: str, reason: str) -> None:
    assert asides(annotated(body + line + "\n\n" + body)) == [(reason, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Corrections officers said that the ferry had carried nobody of theirs.",
        "Related companies own the other two ships, and they are in port.",
        "Read by the mayor, the letter asked for a new chart and for time.",
        "Home is where the mayor wants them all to be by Saturday.",
        "The photo shows the ferry on the sandbank with its bow in the air.",
        "Advertisement revenue kept the line afloat for years, its owner said.",
        "Share prices fell on Monday, and so did the price of tickets.",
        "“We must read the chart again,” the mayor said.",
        "More than ninety people were on board: all of them were taken off.",
        "By Monday the ferry was afloat again",
        "NATO — which had a ship near — sent a helicopter to the sandbank.",
        "She used the sea/land route that the line had offered her.",
    ],
)
def test_the_story_is_never_set_aside(annotated: Annotated, body: str, line: str) -> None:
    assert asides(annotated(body + line + "\n\n" + body)) == []


def test_a_long_paragraph_that_ends_in_a_credit_stays(annotated: Annotated, body: str) -> None:
    line = "The mayor walked along the quay and spoke to each of the families in turn. " * 7 + "JANE DOE/NYT"
    assert asides(annotated(body + line)) == []


def test_the_date_head_alone_is_set_aside(annotated: Annotated, body: str) -> None:
    article = annotated(" date 2031-03-04 " + body)
    assert asides(article) == [("other", "date 2031-03-04")]
    assert article.published == "2031-03-04"


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("SAINT ORLA — ", []),
        ("SAINT ORLA, Norland (AP) — ", ["The Associated Press"]),
        ("PARIS, March 3 (Reuters) - ", ["Reuters"]),
        ("Harrow, March 3, 2031 – ", []),
        ("Harrow (Norland Wire) -- ", ["Norland Wire"]),
        ("(Reuters) - ", ["Reuters"]),
        ("(Harrow) – ", []),
        ("ULM/PARIS (dpa) - ", ["Deutsche Presse-Agentur"]),
    ],
)
def test_datelines(annotated: Annotated, body: str, dateline: str, agency: list[str]) -> None:
    article = annotated("Ferry runs aground off Saint Orla\n\n" + dateline + body)
    assert asides(article) == [("dateline", dateline)]
    assert [(credit.name, credit.kind) for credit in article.credits] == [(name, "reprint") for name in agency]
    assert article.title == "Ferry runs aground off Saint Orla"


def test_an_agency_is_not_credited_on_its_own_site(annotated: Annotated, body: str) -> None:
    assert annotated("PARIS, March 3 (Reuters) - " + body, outlet="www.reuters.com").credits == ()


def test_byline_and_date_line(annotated: Annotated, body: str) -> None:
    head = "Ferry runs aground off Saint Orla\n\nBy Jane Doe and John Roe\n\nPublished: March 3, 2031 at 4:05 pm\n\n"
    article = annotated(head + body)
    assert [reason for reason, _ in asides(article)] == ["dateline", "dateline"]
    assert article.authors == ("Jane Doe", "John Roe")
    assert article.published == "2031-03-03T16:05:00"


def test_the_byline_of_an_agency_is_a_credit(annotated: Annotated, body: str) -> None:
    article = annotated("Ferry runs aground off Saint Orla\n\nBy The Associated Press\n\n" + body)
    assert [(credit.kind, credit.name) for credit in article.credits] == [("reprint", "The Associated Press")]
    assert article.authors == ()


def test_an_agency_beside_the_date_is_a_credit(annotated: Annotated, body: str) -> None:
    article = annotated("Ferry runs aground off Saint Orla\n\nXinhua | Updated: 2031-03-04 17:52\n\n" + body)
    assert [(credit.kind, credit.name) for credit in article.credits] == [("reprint", "Xinhua")]
    assert article.published == "2031-03-04 17:52"


def test_the_breadcrumb_and_the_second_headline_go_and_the_first_headline_stays(
    annotated: Annotated, body: str
) -> None:
    headline = "Ferry to Saint Orla runs aground with ninety people on board - sources."
    text = f"HomeIslandsFerry to Saint Orla runs aground with ninety people...\n\n{headline}\n\n{headline}\n\n{body}"
    article = annotated(text)
    assert [reason for reason, _ in asides(article)] == ["navigation", "navigation"]
    assert article.set_aside[1].span.start > text.index(headline)
    assert article.title == headline
