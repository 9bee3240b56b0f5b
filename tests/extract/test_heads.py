"""The head of a plain text: headline, outlet, byline, place and date, in whatever order they stand."""

from collections.abc import Callable

import pytest

from stemma.records import Article

Annotated = Callable[..., Article]

LONG = "Ninety taken off as the ferry to Saint Orla runs onto a sandbank in fog"
SHORT = "Ferry to Saint Orla runs aground"


@pytest.mark.parametrize("headline", [SHORT, LONG, LONG + " for the second time since last spring"])
@pytest.mark.parametrize(
    "head",
    [
        "{headline}\nSkerry Courier\nBy Jane Doe\n3 March 2031 14:20 CET\n\n",
        "{headline}\nBy Jane Doe\nSkerry Courier\n3 March 2031 14:20 CET\n\n",
        "Skerry Courier\n3 March 2031, 14:20 CET\nBy Jane Doe\n{headline}\n\n",
        "Skerry Courier\nBy Jane Doe\nPublished: March 3, 2031 at 2:20 p.m. CET\n\n{headline}\n\n",
        "{headline}\nBy Jane Doe, Skerry Courier\n14:20 CET, 3 March 2031\n\n",
        "# {headline}\n\n*Skerry Courier, 3 March 2031, 14:20 CET. By Jane Doe*\n\n",
    ],
)
def test_a_headline_of_any_length_hides_no_outlet_author_or_date(
    annotated: Annotated, body: str, headline: str, head: str
) -> None:
    article = annotated(head.format(headline=headline) + body)
    assert (article.outlet, article.authors) == ("Skerry Courier", ("Jane Doe",))
    assert article.published == "2031-03-03T14:20:00+01:00"
    assert (article.title or "").lstrip("# ") == headline
    assert {entry.reason for entry in article.set_aside} == {"dateline"}


@pytest.mark.parametrize("headline", [SHORT, LONG])
def test_a_headline_above_a_date_is_the_title(annotated: Annotated, body: str, headline: str) -> None:
    article = annotated(f"{headline}\n3 March 2031\n\n{body}")
    assert (article.title, article.published, article.outlet) == (headline, "2031-03-03", None)


@pytest.mark.parametrize("name", ["SkerryWire", "The Lantern", "Brindle"])
@pytest.mark.parametrize("date", ["2031-03-03 13:05 GMT", "Monday, March 3, 2031 1:05 p.m. GMT"])
def test_the_line_beside_the_date_is_the_outlet_where_it_can_be_nothing_else(
    annotated: Annotated, body: str, name: str, date: str
) -> None:
    for headline in (SHORT, LONG):
        article = annotated(f"{name}\n{date}\n\n{headline}\n\n{body}")
        assert (article.outlet, article.title) == (name, headline)
        assert (article.published or "")[:16] == date[:10].replace("Monday, Ma", "2031-03-03") + "T13:05"


def test_a_text_that_speaks_of_itself_names_its_outlet(annotated: Annotated, body: str) -> None:
    told = body + "“I heard it scrape,” the mate told the Skerry Evening.\n\n"
    assert annotated(f"Skerry Evening\n3 March 2031\n\n{SHORT}\n\n{told}").outlet == "Skerry Evening"
    assert annotated(f"{SHORT}\nSkerry Evening\n3 March 2031\n\n{told}").outlet == "Skerry Evening"


@pytest.mark.parametrize(
    "head",
    [
        "{headline}\nJane Doe\n3 March 2031\n\n",
        "Jane Doe\n3 March 2031\n\n{headline}\n\n",
        "Saint Orla\n3 March 2031\n\n{headline}\n\n",
        "World News\n3 March 2031\n\n{headline}\n\n",
        "{headline}\nBusiness\n3 March 2031\n\n",
        "{headline}\n\n",
        "Brindle\n\n{headline}\n\n",
    ],
)
def test_a_person_a_place_or_a_section_is_no_outlet(annotated: Annotated, body: str, head: str) -> None:
    assert annotated(head.format(headline=LONG) + body).outlet is None


def test_a_place_beside_the_date_is_set_aside(annotated: Annotated, body: str) -> None:
    article = annotated(f"{LONG}\nSaint Orla\n3 March 2031\n\n{body}")
    assert [entry.span.text for entry in article.set_aside] == ["Saint Orla", "3 March 2031"]
    assert article.title == LONG


def test_a_byline_is_not_joined_with_the_lead(annotated: Annotated, body: str) -> None:
    byline = "By Jane Doe, Skerry Courier, with reporting by Harrow News"
    article = annotated(f"{byline}\n{body}", outlet="Skerry Courier")
    assert [entry.span.text for entry in article.set_aside] == [byline]
    assert [credit.name for credit in article.credits] == ["Harrow News"]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("3 March 2031 14:20 CEST", "2031-03-03T14:20:00+02:00"),
        ("March 3, 2031 9:05 a.m. ET", "2031-03-03T09:05:00-05:00"),
        ("July 3, 2031 9:05 a.m. ET", "2031-07-03T09:05:00-04:00"),
        ("3 March 2031, 1850 UTC", "2031-03-03T18:50:00Z"),
        ("3 March 2031 at 7.15 pm", "2031-03-03T19:15:00"),
        ("12:05 a.m. GMT on March 3, 2031", "2031-03-03T00:05:00Z"),
        ("2031-03-03 13:05 GMT", "2031-03-03T13:05:00Z"),
        ("3 March 2031 14:20 UTC+5:30", "2031-03-03T14:20:00+05:30"),
        ("3 March 2031 14:20 IST", "2031-03-03T14:20:00"),
        ("3 March 2031 13:20 p.m.", "2031-03-03"),
        ("03.04.2031", "2031-04-03"),
        ("03/04/2031", None),
        ("14/03/2031", "2031-03-14"),
        ("03/14/2031", "2031-03-14"),
        ("4/4/2031 10:30", "2031-04-04T10:30:00"),
        ("20310304", "2031-03-04"),
        ("1931030400", None),
        ("2031-03-04T10:30:00+25:00", "2031-03-04T10:30:00"),
    ],
)
def test_hours_and_zones_are_kept(annotated: Annotated, body: str, written: str, iso: str) -> None:
    assert annotated(body, published=written).published == iso


@pytest.mark.parametrize("headline", ["WHO LET THE FERRY SAIL?", "Aground once again!", "“We felt the keel go”", SHORT])
@pytest.mark.parametrize(
    "head",
    [
        "{headline}\nSkerry Lantern\n3 March 2031\nBy Jane Doe\n\n",
        "{headline}\nOutlet: Skerry Lantern\n3 March 2031\nBy Jane Doe\n\n",
        "{headline}\nSkerry Lantern\nDate: 3 March 2031\nBy Jane Doe\n\n",
        "{headline}\nOutlet: Skerry Lantern\nDate: 3 March 2031\nAuthor: Jane Doe\n\n",
        "Outlet: Skerry Lantern\n{headline}\n3 March 2031\nBy Jane Doe\n\n",
    ],
)
def test_a_headline_that_asks_or_quotes_and_labels_below_it_hide_nothing(
    annotated: Annotated, body: str, headline: str, head: str
) -> None:
    article = annotated(head.format(headline=headline) + body)
    assert (article.title, article.outlet, article.published) == (headline, "Skerry Lantern", "2031-03-03")
    assert article.authors == ("Jane Doe",)


def test_a_daily_above_its_headline_is_the_outlet(annotated: Annotated, body: str) -> None:
    article = annotated(f"Daily Lantern\nWHO LET THE FERRY SAIL?\n3 March 2031\nBy Jane Doe\n\n{body}")
    assert (article.outlet, article.title) == ("Daily Lantern", "WHO LET THE FERRY SAIL?")


@pytest.mark.parametrize("line", ["Source: a letter of the harbour board", "Published: the board's own figures"])
def test_a_label_alone_that_a_story_may_use_gives_nothing(annotated: Annotated, body: str, line: str) -> None:
    article = annotated(f"{SHORT}\n{line}\n\n{body}")
    assert (article.outlet, article.published) == (None, None)
