import json
from datetime import date
from pathlib import Path

import pytest

from stemma.text.dates import dates

_GOLD = Path(__file__).parents[2] / "evals" / "gold" / "dates.jsonl"
_MONDAY = date(2031, 3, 3)


def test_a_weekday_is_the_latest_on_or_before_the_base() -> None:
    assert [found.date for found in dates("It fell Friday, he said Monday.", _MONDAY)] == [
        "2031-02-28",
        "2031-03-03",
    ]


def test_a_weekday_in_a_clause_about_the_future_lies_ahead() -> None:
    assert dates("The court will rule on Friday.", _MONDAY)[0].date == "2031-03-07"


def test_without_a_base_a_relative_expression_gives_its_span_alone() -> None:
    (found,) = dates("It fell yesterday.", None)
    assert (found.start, found.end, found.date, found.precision) == (8, 17, None, None)


def test_verbs_and_decades_are_no_dates() -> None:
    assert dates("They march and may wait a second, as in the 1990s.", _MONDAY) == []


def test_gold_is_read_at_no_less_than_the_goal() -> None:
    right = wrong = missed = 0
    for line in _GOLD.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        base = date.fromisoformat(gold["base"]) if gold["base"] else None
        text = gold["text"]
        found = {(text[each.start : each.end], each.date, each.precision) for each in dates(text, base)}
        wanted = {(each["text"], each["date"], each["precision"]) for each in gold["dates"]}
        right += len(found & wanted)
        wrong += len(found - wanted)
        missed += len(wanted - found)
    assert 2 * right / (2 * right + wrong + missed) >= 0.95


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Strikers had until Friday to answer.", "2031-03-07"),
        ("Lawyers of the club intend to ask the court on Thursday for a stay.", "2031-03-06"),
        ("The court ordered the club to pay by Thursday.", "2031-03-06"),
        ("Tenants were told to leave the quay by Friday.", "2031-03-07"),
        ("Villagers were asked to boil their water until Saturday.", "2031-03-08"),
        ("Talks resume Friday.", "2031-03-07"),
        ("Both quarries reopen on Thursday.", "2031-03-06"),
        ("The quarries did not reopen on Friday.", "2031-02-28"),
        ("Pickets watched the quarries reopen on Friday.", "2031-02-28"),
        ("If the rain returns before Thursday, the weir may open.", "2031-03-06"),
        ("The judge adjourned the hearing until Friday.", "2031-03-07"),
        ("The order was signed by the mayor on Monday.", "2031-03-03"),
        ("The divers had found five by Monday.", "2031-03-03"),
        ("The strike lasted until Sunday.", "2031-03-02"),
        ("Schools were closed until Friday.", None),
        ("Strikers had until Monday to answer.", None),
    ],
)
def test_a_term_told_of_in_the_past_lies_ahead_unless_it_may_be_over(sentence: str, day: str | None) -> None:
    assert dates(sentence, date(2031, 3, 4))[0].date == day


def test_a_month_until_which_somebody_has_time_lies_ahead() -> None:
    assert dates("The Competition Office has until December to rule.", _MONDAY)[0].date == "2031-12"
    assert dates("The ferry, which was to be launched in June, lay half painted.", _MONDAY)[0].date is None
