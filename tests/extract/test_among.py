"""Credits among the articles of one story: names at hand in every wording, and what is none of an outlet."""

import pytest

from stemma.extract import annotate, credited_among
from stemma.records import Article

LEAD = "The quay at Saint Orla will stay shut until June after a crack was found in its wall.\n\n"


def credited(text: str, *outlets: str, own: str | None = "Brindle Daily", other: str = "") -> list[tuple[str, str]]:
    """Name and kind of each credit of a text, with an article of each outlet at hand."""
    article = Article(id="a", outlet=own, text=LEAD + text, language="en")
    rest = [
        Article(id=f"b{number}", outlet=outlet, text=LEAD + other, language="en")
        for number, outlet in enumerate(outlets)
    ]
    return [
        (credit.name, credit.kind)
        for credit in credited_among([annotate(each) for each in (article, *rest)])[0].credits
    ]


NAMES = ["Skerry Evening", "SkerryWire", "Brannoch", "Radio Skerry", "Westmoor Sun", "Harrow Press", "The Lantern"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("The wall is old, {the} reported on Tuesday.", "citation"),
        ("{The} said on Monday that the wall is old.", "citation"),
        ("“It is old,” the harbour master told {the}.", "citation"),
        ("“It is old,” the harbour master told the news agency {name}.", "citation"),
        ("The wall is old, according to {the}.", "citation"),
        ("The wall is old, {the} has learned.", "citation"),
        ("The crack was first reported by {the}.", "citation"),
        ("The crack was first reported on Monday by {the}.", "citation"),
        ("The wall is old, a report in {the} said.", "citation"),
        ("The harbour board, citing {the}, put it at a metre.", "citation"),
        ("Two divers quoted by {the} saw the crack.", "citation"),
        ("{The}, citing two divers, put it at a metre.", "citation"),
        ("“It is old,” she said, reports {the}.", "citation"),
        ("Documents seen by {the} show its age.", "citation"),
        ("Reporting by {name}", "reprint"),
        ("Additional reporting by {name}", "citation"),
        ("{The} contributed to this report.", "citation"),
        ("The wall is from 1880. ({name})", "reprint"),
    ],
)
def test_a_name_at_hand_is_credited_whatever_its_shape(name: str, wording: str, kind: str) -> None:
    bare = name.removeprefix("The ")
    text = wording.format(name=name, the=f"the {bare}", The=f"The {bare}")
    found = [(credit.removeprefix("The "), of_kind) for credit, of_kind in credited(text, name)]
    assert found == [(bare, kind)]


@pytest.mark.parametrize("name", NAMES)
def test_a_dateline_and_a_byline_credit_a_name_at_hand(name: str) -> None:
    body = LEAD.strip()
    for opening in (f"({name}) - ", f"SAINT ORLA, Sept. 3 ({name}) - ", f"By Staff, {name}\n\n"):
        copy = annotate(Article(id="a", outlet="Brindle Daily", text=opening + body, language="en"))
        owner = annotate(Article(id="b", outlet=name, text=body, language="en"))
        assert [credit.name for credit in credited_among([copy, owner])[0].credits] == [name]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("(Brannoch) - The wall is old.", "Brannoch News Agency"),
        ("The wall is old, Brannoch reported.", "Brannoch News Agency"),
        ("She told the Brannoch agency so.", "Brannoch News Agency"),
        ("She told the Evening so.", "Skerry Evening"),
        ("The wall is old, Radio Skerry's report said.", "Radio Skerry News"),
        ("She told the Skerry Evening newspaper so.", "The Skerry Evening"),
    ],
)
def test_short_forms_name_the_outlet(text: str, outlet: str) -> None:
    assert [name for name, _ in credited(text, outlet)] == [outlet]


@pytest.mark.parametrize(
    "text",
    [
        "The ship Brannoch lies at the quay. Brannoch reported a leak.",
        "Captain Brannoch said the wall was old.",
        "Brannoch Shipping said it would move its boats.",
        "She told Anna Brannoch so.",
        "The crew aboard the Brannoch told nobody. According to Brannoch, all was well.",
    ],
)
def test_a_ship_a_person_or_a_firm_is_no_outlet(text: str) -> None:
    assert credited(text, "Brannoch News Agency") == []


def test_what_the_name_is_in_another_article_counts_too() -> None:
    sunk = "The ferry Brannoch hit the wall, and the Brannoch sank.\n\n"
    assert credited("Brannoch reported a leak.", "Brannoch", "Harrow Star", other=sunk) == []
    assert credited("Reporting by Brannoch", "Brannoch", "Harrow Star", other=sunk) == [("Brannoch", "reprint")]


def test_a_last_word_that_two_outlets_share_names_neither() -> None:
    assert credited("She told the Evening so.", "Skerry Evening", "Harrow Evening") == []
    assert credited("She told the Evening so.", "Skerry Evening", own="Harrow Evening") == []
    assert credited("She left the Orla Evening. She told the Evening so.", "Skerry Evening") == []


def test_an_outlet_does_not_credit_itself() -> None:
    assert credited("She told the Skerry Evening so.", "Skerry Evening", own="Skerry Evening") == []
    assert credited("She told the Evening so.", "Harrow Post", own="Skerry Evening") == []


def test_where_the_own_outlet_is_not_known_a_name_in_full_decides() -> None:
    assert credited("She told the Skerry Evening so.", "Skerry Evening", own=None) == [("Skerry Evening", "citation")]
    assert credited("She told the Evening so.", "Skerry Evening", own=None) == []


def test_an_outlet_known_by_its_host_is_found_as_its_name_is_written() -> None:
    for host in ("skerryevening.example", "www.skerry-evening.example"):
        assert credited("The Skerry Evening reported it.", host) == [(host, "citation")]


def test_twice_is_once_and_the_order_says_nothing() -> None:
    texts = {"Skerry Evening": "Radio Skerry said so.", "Radio Skerry": "It was, she told the Evening.", "Brindle": ""}
    articles = [annotate(Article(id=outlet, outlet=outlet, text=LEAD + text)) for outlet, text in texts.items()]
    once = credited_among(articles)
    assert credited_among(once) == once
    assert credited_among(articles[::-1]) == once[::-1]
    assert [len(article.credits) for article in once] == [1, 1, 0]


def test_names_that_are_not_at_hand_are_read_as_in_an_article_alone() -> None:
    text = "The Orla Gazette reported it, and she told Brannoch so."
    assert credited(text, "Skerry Evening") == [("The Orla Gazette", "citation")]
