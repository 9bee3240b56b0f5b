import json
from collections import Counter
from pathlib import Path

import pytest

from stemma.figures import figures
from stemma.records import Article, SetAside

_GOLD = Path(__file__).parents[2] / "evals" / "gold" / "figures.jsonl"


def test_bound_number_noun_and_role() -> None:
    article = Article(id="a", text="As of Monday at least 34 aid trucks had crossed.", published="2031-03-05")
    (figure,) = figures(article)
    assert figure.value.span.text == "at least 34 aid trucks"
    assert figure.number.text == "34"
    assert (figure.value.low, figure.value.high, figure.value.bound) == (34, None, "at_least")
    assert (figure.counted, figure.role, figure.value.as_of) == ("aid trucks", "other", "2031-03-03")


def test_a_count_takes_the_role_of_the_one_it_is_joined_to() -> None:
    found = figures(Article(id="a", text="Twelve soldiers and three civilians were killed near Dray."))
    assert [(each.counted, each.role) for each in found] == [("soldiers", "killed"), ("civilians", "killed")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("It acted after three batches and two patients died.", ["other", "killed"]),
        ("Four riders and three horses died.", ["killed", "killed"]),
        ("Three horses and 12 sheep died.", ["killed", "killed"]),
    ],
)
def test_only_what_lives_shares_the_role_of_people(text: str, roles: list[str]) -> None:
    assert [each.role for each in figures(Article(id="a", text=text))] == roles


@pytest.mark.parametrize("term", ["in four days", "in about two weeks", "in 4 days"])
def test_a_sum_is_not_of_the_days_it_took(term: str) -> None:
    money = next(each for each in figures(Article(id="a", text=f"Savers drew 90 million marks {term}.")))
    assert (money.counted, money.value.span.text, money.role) == ("", "90 million marks", "money")


@pytest.mark.parametrize(
    "text",
    [
        "Jane Ostrow, 34, of Pellham, was charged.",
        "The 34-year-old driver left at 10:30.",
        "Marsk won 3-1.",
        "Article 5 was invoked in 2009.",
        "One of the officials declined.",
        "He is a father of two.",
        "The talks collapsed two days ago.",
        "Residue was found on line 3 of the dye works.",
        "The passengers left from gate 12 at noon.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert figures(Article(id="a", text=text)) == ()


def test_what_is_set_aside_is_skipped() -> None:
    text = "Nine people died.\n\nTen people smile."
    article = Article(id="a", text=text)
    aside = SetAside(article.span(19, len(text)), "caption")
    assert [each.number.text for each in figures(Article(id="a", text=text, set_aside=(aside,)))] == ["Nine"]


def test_a_text_that_is_not_english_gives_none() -> None:
    assert figures(Article(id="a", text="Nine people died.", language="de")) == ()


def test_long_runs_of_digits_do_not_stall() -> None:
    assert figures(Article(id="a", text="9" * 300_000 + " " + "1 " * 20_000)) == ()


def test_gold_is_read_at_no_less_than_the_goal() -> None:
    right = wrong = missed = 0
    for line in _GOLD.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        found = Counter(
            (each.value.low, each.value.high, each.value.bound, each.counted)
            for each in figures(Article(id="a", text=gold["text"]))
        )
        wanted = Counter((each["low"], each["high"], each["bound"], each["counted"]) for each in gold["figures"])
        right += (found & wanted).total()
        wrong += (found - wanted).total()
        missed += (wanted - found).total()
    assert 2 * right / (2 * right + wrong + missed) >= 0.95
