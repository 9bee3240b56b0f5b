import json
from datetime import date
from pathlib import Path

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
