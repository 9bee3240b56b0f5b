"""JSON lines that are broken, doubled or odd: a bad line harms no other."""

import json
from typing import Any

import pytest

from tests.cli.ferry import FIRST, OTHER, lines
from tests.cli.running import Outcome, run

BAD_LINES = {
    "cut": ('{"id": "b", "text": "The fer', "broken JSON"),
    "list": ("[1, 2]", "not an object"),
    "string": ('"The ferry left."', "not an object"),
    "null": ("null", "not an object"),
    "no text": ('{"id": "b"}', "no text"),
    "empty text": ('{"id": "b", "text": ""}', "no text"),
    "blank text": ('{"id": "b", "text": " \\n "}', "no text"),
    "number for text": ('{"id": "b", "text": 5}', "not a string"),
    "lone surrogate": ('{"id": "b", "text": "The ferry \\ud83d left."}', "surrogate"),
    "deep": ("[" * 100_000, "nesting too deep"),
    "long number": ('{"text": ' + "9" * 5000 + "}", "number too long"),
}


def _report(given: str) -> tuple[Outcome, Any]:
    found = run("report", "-", "--format", "json", given=given)
    assert "Traceback" not in found.err
    return found, json.loads(found.out)


@pytest.mark.parametrize("kind", BAD_LINES)
def test_a_bad_line_among_good_ones_is_named_by_its_number(kind: str) -> None:
    line, problem = BAD_LINES[kind]
    given = lines({"id": "a", "text": FIRST}) + line + "\n" + lines({"id": "c", "text": OTHER})
    found, report = _report(given)
    assert found.code == 3
    assert problem in found.err
    assert "in:  -:2" in found.err
    assert "try: " in found.err
    assert [article["id"] for article in report["articles"]] == ["a", "c"]
    assert [entry["input"] for entry in report["unreadable"]] == ["-:2"]


@pytest.mark.parametrize("kind", BAD_LINES)
def test_a_bad_line_alone_fails(kind: str) -> None:
    found = run("report", "-", given=BAD_LINES[kind][0])
    assert (found.code, found.out) == (1, "")
    assert BAD_LINES[kind][1] in found.err
    assert "Traceback" not in found.err


def test_an_id_given_twice_with_different_texts_loses_no_article() -> None:
    found, report = _report(lines({"id": "a", "text": FIRST}, {"id": "a", "text": OTHER}))
    assert found.code == 0
    assert [article["id"] for article in report["articles"]] == ["a", "a#2"]
    assert {article["text"] for article in report["articles"]} == {FIRST, OTHER}
    assert "Named a#2: another article has the id a" in found.err


def test_the_same_record_given_twice_is_one_article() -> None:
    found, report = _report(lines({"id": "a", "text": FIRST}, {"id": "a", "text": FIRST}))
    assert found.code == 0
    assert [(article["id"], article["text"]) for article in report["articles"]] == [("a", FIRST)]


def test_one_text_under_two_ids_is_two_articles_of_one_origin() -> None:
    found, report = _report(lines({"id": "a", "text": FIRST}, {"id": "b", "text": FIRST}))
    assert found.code == 0
    (story,) = report["stories"]
    assert story["articles"] == ["a", "b"]
    assert story["origins"]["low"] == 1
    assert story["origins"]["high"] == 1
    assert story["changes"] == []


ODD_FIELDS: dict[str, dict[str, object]] = {
    "authors as a number": {"authors": 5},
    "title as a number": {"title": 7},
    "id as a number": {"id": 9},
    "date in words": {"published": "some day"},
    "last day of the calendar": {"published": "9999-12-31"},
    "unknown language": {"language": "zz"},
    "no language": {"language": "not a language"},
    "null everywhere": dict.fromkeys(["id", "outlet", "url", "published", "title", "authors", "language"]),
    "page and text": {"html": "<p>A page</p>"},
    "unknown fields": {"pages": [1, {"a": None}], "": "nameless"},
    "surrogates in names": {"outlet": "Skerry \ud800", "title": "\udfff"},
    "control characters": {"title": "\x00\x1b[31m", "outlet": "\x07"},
}


@pytest.mark.parametrize("form", ["text", "json", "html"])
@pytest.mark.parametrize("kind", ODD_FIELDS)
def test_odd_fields_end_no_run(kind: str, form: str) -> None:
    given = lines({"text": FIRST} | ODD_FIELDS[kind], {"id": "c", "text": OTHER})
    found = run("report", "-", "--format", form, given=given)
    assert found.code in (0, 3)
    assert "Traceback" not in found.err
    assert "\x1b" not in found.out
    if form == "json":
        report = json.loads(found.out)
        assert len(report["articles"]) + len(report["unreadable"]) == 2


def test_unknown_fields_are_passed_through() -> None:
    _, report = _report(lines({"id": "a", "text": FIRST, "desk": "harbour", "pages": [1, 2]}))
    assert "harbour" in json.dumps(report["articles"][0]["extra"])
