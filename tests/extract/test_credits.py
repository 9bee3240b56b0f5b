"""Credits: each kind, the words that give it, and what is none."""

from collections.abc import Callable

import pytest

from stemma.records import Article

Annotated = Callable[..., Article]


def credits_in(article: Article) -> list[tuple[str, str, str]]:
    return [(credit.kind, credit.name, credit.span.text) for credit in article.credits]


@pytest.mark.parametrize(
    ("sentence", "name", "words"),
    [
        ("The line will close, the New York Times reported.", "The New York Times", "the New York Times reported"),
        ("The line will close, NYT has also reported.", "The New York Times", "NYT has also reported"),
        ("According to Reuters reports, the line will close.", "Reuters", "According to Reuters reports"),
        ("The line will close, according to the Orla Gazette.", "Orla Gazette", "according to the Orla Gazette"),
        ("The Orla Gazette first reported the closure.", "The Orla Gazette", "The Orla Gazette first reported"),
        ("The unconfirmed Orla Gazette report said it would close.", "Orla Gazette", "Orla Gazette report"),
        ("“It will close,” the mayor told the Associated Press.", "The Associated Press", "told the Associated Press"),
        ("The line will close, said the mayor, citing Kyodo News.", "Kyodo News", "citing Kyodo News"),
        ("The line will close, Sky News said on Monday.", "Sky News", "Sky News said"),
        ("The line will close, a report by Haaretz showed.", "Haaretz", "report by Haaretz"),
        ("The Orla Post reported on Monday that it will close.", "The Orla Post", "The Orla Post reported"),
        ("The Ulm-based Harrow News Agency reported it.", "Harrow News Agency", "Harrow News Agency reported"),
    ],
)
def test_a_citation_names_its_outlet(annotated: Annotated, body: str, sentence: str, name: str, words: str) -> None:
    found = credits_in(annotated(body + sentence + "\n\n" + body))
    assert [(kind, credited) for kind, credited, _ in found] == [("citation", name)]
    assert words in found[0][2]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Environmental Protection Agency said the line will close.",
        "Emily Post said that the line will close.",
        "The mayor spoke outside the Times building.",
        "“It will close,” the mayor said on NBC’s “Harbour Talk.”",
        "“It will close,” the mayor told NBC’s “Harbour Talk.”",
        "According to a CNN poll, few people mind.",
        "Sky News said it would appeal against the fine.",
        "Good news reported this week was welcome.",
        "The Post said so.",
        "Dawn said that she had seen the ship.",
        "The line reported a loss for the year.",
        "Sky News reported a net loss.",
    ],
)
def test_what_is_no_credit(annotated: Annotated, body: str, sentence: str) -> None:
    assert credits_in(annotated(body + sentence + "\n\n" + body)) == []


@pytest.mark.parametrize(
    ("notice", "name", "words"),
    [
        ("This article originally appeared in The New York Times.", "The New York Times", "originally appeared in"),
        ("This story was first published by Saltmarsh.", "Saltmarsh", "first published by Saltmarsh"),
        ("Reprinted with permission from the Orla Gazette.", "Orla Gazette", "Reprinted with permission from"),
        ("Republished from Saltmarsh.", "Saltmarsh", "Republished from Saltmarsh"),
        ("Source: Saltmarsh", "Saltmarsh", "Source: Saltmarsh"),
        ("Distributed by Tribune Content Agency, LLC.", "Tribune News Service", "Distributed by Tribune"),
        ("© 2031 The Associated Press. All rights reserved.", "The Associated Press", "© 2031 The Associated Press"),
        ("The post Ferry aground appeared first on Saltmarsh.", "Saltmarsh", "appeared first on Saltmarsh"),
    ],
)
def test_a_notice_credits_the_whole_text(annotated: Annotated, body: str, notice: str, name: str, words: str) -> None:
    article = annotated(body + notice)
    ((kind, credited, said),) = credits_in(article)
    assert (kind, credited) == ("reprint", name)
    assert words in said


def test_a_sentence_about_a_book_is_no_notice(annotated: Annotated, body: str) -> None:
    assert credits_in(annotated(body + "The phrase first appeared in Doe’s novel of 1902.\n\n" + body)) == []


def test_an_end_mark_credits_the_agency(annotated: Annotated, body: str) -> None:
    assert credits_in(annotated(body + "The line has three other ships at sea. (AFP)")) == [
        ("reprint", "Agence France-Presse", "(AFP)")
    ]


@pytest.mark.parametrize(
    "notice",
    [
        "(Except for the headline, this story has not been edited by Orla Times staff and is published from a"
        " syndicated feed.)",
        "This story is auto-generated from an agency feed.",
        "This report has not been edited by Orla Times staff.",
    ],
)
def test_a_feed_names_no_origin(annotated: Annotated, body: str, notice: str) -> None:
    article = annotated(body + notice)
    assert [(credit.kind, credit.name) for credit in article.credits] == [("feed", "")]
    assert [entry.reason for entry in article.set_aside] == ["notice"]


@pytest.mark.parametrize(
    ("outlet", "sentence"),
    [
        ("CNN", "“It will close,” the mayor told CNN."),
        ("CNN (Web)", "“It will close,” the mayor told CNN."),
        ("www.nytimes.com", "“It will close,” the mayor told The Times."),
        ("The Orla Gazette", "The Orla Gazette first reported the closure."),
        ("orlagazette.example", "The Orla Gazette first reported the closure."),
    ],
)
def test_an_outlet_never_credits_itself(annotated: Annotated, body: str, outlet: str, sentence: str) -> None:
    assert credits_in(annotated(body + sentence, outlet=outlet)) == []


def test_a_short_name_is_the_outlet_named_before(annotated: Annotated, body: str) -> None:
    text = body + "The Orla Post reported the closure. The line denied it, the Post reported later."
    assert [credit.name for credit in annotated(text).credits] == ["The Orla Post", "The Orla Post"]


@pytest.mark.parametrize(("line", "names"), [("By Petra Imhof", []), ("By Petra News Agency", ["Petra News Agency"])])
def test_a_reporter_who_bears_an_agency_s_name_is_no_agency(annotated: Annotated, line: str, names: list[str]) -> None:
    body = "ORLOW - The bridge at Orlow was closed on Monday after a crack was found in its northern pier, it said."
    assert [credit.name for credit in annotated(f"Bridge closed at Orlow\n\n{line}\n\n{body}").credits] == names
