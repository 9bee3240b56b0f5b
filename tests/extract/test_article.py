"""From a raw page to an article, and what annotation promises."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.extract import annotate, extract
from stemma.records import Article, RawPage, Unreadable

Annotated = Callable[..., Article]

_PIECES = st.sampled_from(
    [
        " date 2031-03-04 ",
        "HomeNews",
        "Ferry runs aground off Saint Orla",
        "By Jane Doe",
        "HARROW (AP) — ",
        "The line will close, the Orla Gazette reported. ",
        "This article originally appeared in The New York Times.",
        "according to Reuters",
        "- Advertisement -",
        "JANE DOE/NYT",
        "\n",
        "\n\n",
        "\r\n",
        "“",
        "İſß\u2028\ufeff",
        "(AFP)",
        "published from a syndicated feed",
        "told the Post",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES | st.text(max_size=12), max_size=25).map("".join))
def test_annotation_never_alters_the_text_and_every_span_quotes_it(text: str) -> None:
    article = annotate(Article(text=text, id="a", language="en"))
    assert (article.text, article.id, article.extracted) == (text, "a", True)
    spans = [entry.span for entry in article.set_aside] + [credit.span for credit in article.credits]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert annotate(article) == article


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told the Orla Gazette on Monday, according to Reuters, that the Times reported it. " * 5000,
        "short line here\n" * 30_000,
        "The New York Times And " * 20_000,
        " " * 500_000 + "x",
        "A" * 500_000,
        "A.B." * 120_000,
        "Home > " * 70_000,
        "this article " * 40_000,
        "told a report by " * 30_000,
    ],
)
def test_half_a_million_characters_take_seconds_at_most(text: str) -> None:
    begun = time.process_time()
    annotate(Article(text=text, id="a", language="en"))
    assert time.process_time() - begun < 5  # a linear pass takes 0.2 to 1 s; a quadratic one minutes


def test_what_was_given_is_kept(annotated: Annotated, body: str) -> None:
    article = annotated(
        "By Jane Doe\n\n" + body,
        title="Aground",
        outlet="Orla Gazette",
        published="2031-03-04T05:06:07Z",
        language="nn",
    )
    assert (article.title, article.outlet, article.published, article.language) == (
        "Aground",
        "Orla Gazette",
        "2031-03-04T05:06:07Z",
        "nn",
    )


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2031-03-04", "2031-03-04"),
        ("March 4, 2031", "2031-03-04"),
        ("4 Mar 2031 10:30", "2031-03-04T10:30:00"),
        ("yesterday", None),
        ("March 4", None),
        ("2031-13-45", None),
        ("2031-02-30", None),
        ("nonsense", None),
    ],
)
def test_dates_become_iso(annotated: Annotated, body: str, written: str, iso: str | None) -> None:
    assert annotated(body, published=written).published == iso


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Fähre nach Sankt Orla lief am Montag auf eine Sandbank, und alle neunzig Menschen an Bord wurden bis zum"
         " Mittag in Sicherheit gebracht, wie der Hafenmeister sagte.", "de"),
        ("Le bac de Sainte-Orla s’est échoué lundi sur un banc de sable avec quatre-vingt-dix personnes à bord, et"
         " toutes ont été secourues avant midi, selon le maire.", "fr"),
        ("Ferry aground.", None),
    ],
)  # fmt: skip
def test_languages(annotated: Annotated, text: str, language: str | None) -> None:
    assert annotated(text).language == language


def test_english_is_told_from_its_small_words(annotated: Annotated, body: str) -> None:
    assert annotated(body).language == "en"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ferry runs aground off Saint Orla: report\n\n{body}", "Ferry runs aground off Saint Orla: report"),
        ("A ferry ran aground off Saint Orla.\n\n{body}", None),
        ("Ferry runs aground\n\nThree boats sent", None),
        ("{body}", None),
    ],
)
def test_headlines(annotated: Annotated, body: str, text: str, title: str | None) -> None:
    assert annotated(text.format(body=body)).title == title


def test_the_outlet_is_the_host_where_none_is_given(annotated: Annotated, body: str) -> None:
    assert annotated(body, url="https://www.orla.example:8080/a?b").outlet == "orla.example"
    assert annotated(body, url="not an address").outlet is None
    assert annotated(body, url="http://[broken").outlet is None


def test_a_web_page_gives_its_main_text_and_metadata(body: str) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in (body * 2).strip().split("\n\n"))
    html = (
        "<html lang='en'><head><title>Ferry aground | Orla Gazette</title>"
        "<meta property='og:site_name' content='Orla Gazette'><meta name='author' content='Jane Doe'>"
        "<meta property='og:title' content='Ferry aground'>"
        "<link rel='canonical' href='https://orla.example/ferry'>"
        "<meta property='article:published_time' content='2026-03-04T05:06:07Z'></head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>Ferry aground</h1>{paragraphs}</article></body></html>"
    )
    article = extract(RawPage(input="a.html", html=html, id="a"))
    assert isinstance(article, Article)
    assert (article.outlet, article.title, article.authors) == ("Orla Gazette", "Ferry aground", ("Jane Doe",))
    assert article.published is not None
    assert article.published.startswith("2026-03-04")
    assert article.url == "https://orla.example/ferry"
    assert "ninety people on board" in article.text
    assert "Home" not in article.text


@pytest.mark.parametrize("html", ["<p>Log in</p>", "", "<html", "no markup", "<div>" * 3000])
def test_a_page_without_an_article_says_so(html: str) -> None:
    found = extract(RawPage(input="a.html", html=html, id="a"))
    assert isinstance(found, Unreadable)
    assert "; try: " in found.reason


def test_an_id_is_found_where_none_is_given(body: str) -> None:
    first, again = (extract(RawPage(input="-", text=body)) for _ in range(2))
    assert isinstance(first, Article)
    assert first == again
    assert first.id


@pytest.mark.parametrize(
    ("opening", "read"),
    [
        ("Orla Courier, September 10, 2031\n", ("Orla Courier", "2031-09-10", (), [])),
        ("The Orla Courier | 10 September 2031\n", ("The Orla Courier", "2031-09-10", (), [])),
        ("The Orla Courier\n10 September 2031\n", ("The Orla Courier", "2031-09-10", (), [])),
        ("Source: Orla Courier\nDate: 10 September 2031\nBy: nobody\n", ("Orla Courier", "2031-09-10", (), [])),
        (
            "---\noutlet: Orla Courier\nauthor: Jane Doe and Ada Orr\nmood: grey\n---\n",
            ("Orla Courier", None, ("Jane Doe", "Ada Orr"), []),
        ),
        ("ORLA, Sept. 9, 2031 (Harbour Wire) - ", (None, "2031-09-09", (), ["Harbour Wire"])),
        ("(Harbour Wire) ORLA, Sept. 9 - ", (None, None, (), ["Harbour Wire"])),
        ("Harbour Wire, Orla, Sept. 9, 2031 - ", (None, "2031-09-09", (), ["Harbour Wire"])),
        ("*By Jane Doe, Harbour Wire — Sept 9, 2031*\n", (None, "2031-09-09", ("Jane Doe",), ["Harbour Wire"])),
        (
            "By Jane Doe, Staff Reporter\nSeptember 9, 2031, 4:15 p.m.\n",
            (None, "2031-09-09T16:15:00", ("Jane Doe",), []),
        ),
        ("By Staff Reporter\n", (None, None, (), [])),
        ("By Jane Doe, Orla Courier\n10 September 2031\n", ("Orla Courier", "2031-09-10", ("Jane Doe",), [])),
        ("The Skerry Post\nBy Jane Doe, Orla Courier\n", ("The Skerry Post", None, ("Jane Doe",), ["Orla Courier"])),
        ("By Staff, Orla Courier\n", ("Orla Courier", None, (), [])),
        ("By Jane Doe in Orla\n", (None, None, ("Jane Doe",), [])),
    ],
)
def test_an_opening_gives_outlet_date_author_and_credit(
    annotated: Annotated, body: str, opening: str, read: tuple[str | None, str | None, tuple[str, ...], list[str]]
) -> None:
    article = annotated(opening + body)
    credited = [credit.name for credit in article.credits]
    assert (article.outlet, article.published, article.authors, credited) == read


def test_labels_are_set_aside_and_one_label_alone_is_none(annotated: Annotated, body: str) -> None:
    head = annotated("Title: Aground off Saint Orla, and what the harbour says\nDate: 2031-03-04\n\n" + body)
    assert [entry.reason for entry in head.set_aside] == ["other", "other"]
    assert head.title == "Aground off Saint Orla, and what the harbour says"
    alone = annotated("Source: the harbour master of Saint Orla, who saw it.\n\n" + body)
    assert (alone.outlet, alone.set_aside) == (None, ())


def test_an_address_names_the_outlet_before_a_line_of_the_text_does(annotated: Annotated, body: str) -> None:
    assert annotated("The Orla Courier\n\n" + body, url="https://ferry.example/1").outlet == "ferry.example"
