"""stemma pairs: the lines that it writes, and what it tells of what it passed over."""

import json

from tests.cli.ferry import lines
from tests.cli.running import EXAMPLES, run
from tests.corpus.made import WIRE


def _found(given: str, form: str = "jsonl") -> tuple[list[dict[str, object]], str]:
    found = run("pairs", "-", "--format", form, given=given)
    assert found.code == 0
    return [json.loads(line) for line in found.out.splitlines()], found.err


def test_a_pair_is_a_line_with_the_earlier_article_first() -> None:
    given = lines(
        {"id": "late", "text": f"{WIRE} The road is shut.", "published": "2031-05-07"},
        {"id": "early", "text": WIRE, "published": "2031-05-06"},
        {"id": "own", "text": "The market hall of Velda opens again in June.", "published": "2031-05-06"},
    )
    rows, told = _found(given)
    assert [list(row) for row in rows] == [["a", "b", "route", "shared"]] * 2
    assert [(row["a"], row["b"], row["route"]) for row in rows] == [
        ("early", "late", "verbatim"),
        ("early", "late", "rewriting"),
    ]
    assert all(0 < float(str(row["shared"])) <= 1 for row in rows)
    assert told == ""


def test_the_same_words_are_told_and_counted() -> None:
    rows, told = _found(lines(*({"id": name, "text": WIRE} for name in "abcd")))
    assert [(row["a"], row["b"], row["route"], row["shared"]) for row in rows] == [
        ("a", name, "same", 1.0) for name in "bcd"
    ]
    assert told == "3 articles repeat an earlier one word for word: each is paired with that one alone.\n"


def test_crowded_keys_and_articles_without_words_are_told() -> None:
    given = lines(
        *({"id": f"n{number:02}", "text": f"{WIRE} Shop {number}."} for number in range(90)),
        *({"id": f"empty{number}", "text": "…"} for number in range(7)),
    )
    _, told = _found(given)
    assert "keys are held by many articles: of their pairs" in told
    assert "Without words, so in no pair: empty0, empty1, empty2, empty3, empty4 and 2 more." in told


def test_no_pairs_are_no_lines_and_a_sentence_in_text() -> None:
    given = lines({"id": "a", "text": "The ferry sank off Arden."}, {"id": "b", "text": "Wheat prices rose in Velda."})
    assert _found(given) == ([], "")
    assert run("pairs", "-", given=given).out == "No two articles share enough to be kin.\n"


def test_the_examples_are_paired_as_their_stories_say() -> None:
    story = {
        row["article"]: row["story"]
        for row in map(json.loads, run("stories", EXAMPLES, "--format", "jsonl").out.splitlines())
    }
    rows = [json.loads(line) for line in run("pairs", EXAMPLES, "--format", "jsonl").out.splitlines()]
    assert rows
    assert all(story[row["a"]] == story[row["b"]] for row in rows)
