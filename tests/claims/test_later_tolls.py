"""Numbers that were given on different days, and those that an article gives in a shorter form."""

from stemma.records import Article, FigureGroup
from tests.claims.story import figures_of, found

FIRST = "Officials searched the Orla mill on Sunday. The fire killed 17 people, the Skerry fire service said in Orla."
LATER = "The Orla mill is closed for good, its owner said. The fire killed 26 people, a spokeswoman told reporters."


def killed(*articles: Article) -> FigureGroup:
    """The one group of the killed."""
    (group,) = [group for group in found(*articles).figures if group.role == "killed"]
    return group


def told(name: str, text: str, outlet: str, day: str) -> Article:
    return Article(id=name, text=text, outlet=outlet, published=day, language="en")


def test_a_later_number_of_one_outlet_may_bring_the_earlier_up_to_date() -> None:
    group = killed(
        told("b", FIRST, "Skerry Wire", "2031-05-04"),
        told("a", LATER, "Skerry Wire", "2031-05-06T08:00:00Z"),
    )
    assert group.verdict == "differ"
    assert group.why == (
        "Skerry Wire gave “17 people” on 2031-05-04 and “26 people” on 2031-05-06: the later may bring the earlier up "
        "to date"
    )


def test_numbers_of_two_outlets_and_days_may_each_have_held() -> None:
    group = killed(
        told("a", FIRST, "Skerry Wire", "2031-05-04"),
        told("b", LATER, "Orla Gazette", "2031-05-06"),
    )
    assert group.why == "“17 people” on 2031-05-04 and “26 people” on 2031-05-06: each may have held on its day"


def test_two_numbers_of_one_day_differ_before_those_of_two() -> None:
    group = killed(
        told("a", FIRST, "Skerry Wire", "2031-05-04"),
        told("b", LATER, "Orla Gazette", "2031-05-06"),
        told("c", LATER.replace("26", "29"), "Kell Weekly", "2031-05-06"),
    )
    assert "2031" not in group.why


def test_a_headline_s_short_form_is_held_to_no_other_number() -> None:
    headline = "Fire at Orla mill kills 14\n\n"
    body = "The fire at the Orla mill killed at least 14 people, the fire service said. It broke out on Sunday at dawn."
    (group,) = figures_of(headline + body, "The fire at the Orla mill killed 19 people, a nurse told reporters.")
    assert group.verdict == "compatible"


def test_what_came_on_top_is_no_total() -> None:
    assert not [
        group
        for group in figures_of(
            "Shares of the Orla mill fell 23 percent on Monday.",
            "Shares of the Orla mill fell a further 11 percent on Monday.",
        )
        if group.verdict == "differ"
    ]
