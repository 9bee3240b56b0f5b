"""Odd texts give a whole report, beside a normal article and alone, in every format."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.bad_input.odd import ODD
from tests.cli.ferry import FIRST, lines
from tests.cli.running import NOT_KNOWN, run


def _given(kind: str) -> str:
    return lines({"id": "odd", "text": ODD[kind]}, {"id": "normal", "text": FIRST, "published": "2031-05-06"})


def _quoted(found: Any, texts: dict[str, str]) -> bool:
    """Whether each span in what was found quotes its article."""
    if isinstance(found, list):
        return all(_quoted(each, texts) for each in found)
    if not isinstance(found, dict):
        return True
    if {"article", "start", "end"} <= set(found):
        return texts[found["article"]][found["start"] : found["end"]] == str(found["text"])
    return all(_quoted(each, texts) for each in found.values())


def _told(err: str) -> str:
    """Standard error without the outlets and dates that these articles lack."""
    return re.sub(NOT_KNOWN, "", err)


@pytest.mark.parametrize("kind", ODD)
def test_the_report_is_whole_and_quotes_exactly(kind: str) -> None:
    found = run("report", "-", "--one-story", "--format", "json", given=_given(kind))
    assert (found.code, _told(found.err)) == (0, "")
    report = json.loads(found.out)
    texts = {article["id"]: article["text"] for article in report["articles"]}
    assert texts == {"odd": ODD[kind], "normal": FIRST}
    assert _quoted(report, texts)


_NOT_ENGLISH = (
    r"Compared by their words only: odd \(..\). Statements, figures, dates and claims are read in English alone.\n"
)


@pytest.mark.parametrize("command", ["report --format text", "report --format html", "statements", "stories"])
@pytest.mark.parametrize("kind", ODD)
def test_every_command_takes_it(kind: str, command: str) -> None:
    found = run(*command.split(), "-", given=_given(kind))
    assert (found.code, re.sub(_NOT_ENGLISH, "", _told(found.err))) == (0, "")
    assert found.out
    assert "\x1b" not in found.out or "html" in command


@pytest.mark.parametrize("kind", ODD)
def test_alone_it_is_a_story_of_one_origin(kind: str) -> None:
    found = run("report", "-", "--format", "json", given=lines({"id": "odd", "text": ODD[kind]}))
    assert (found.code, _told(found.err)) == (0, "")
    (story,) = json.loads(found.out)["stories"]
    assert story["articles"] == ["odd"]
    assert story["origins"]["low"] == story["origins"]["high"] == 1


@pytest.mark.parametrize("kind", ODD)
def test_compared_with_itself_nothing_was_altered(kind: str, tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(lines({"id": name, "text": ODD[kind]}), encoding="utf-8")
    found = run("compare", tmp_path / "a.jsonl", tmp_path / "b.jsonl", "--format", "json")
    assert (found.code, _told(found.err)) == (0, "")
    assert json.loads(found.out)["changes"] == []


@pytest.mark.parametrize("separator", [" ", "\n", "\n\n"], ids=["one line", "short lines", "paragraphs"])
def test_a_long_article_is_read_whole_beside_a_normal_one(separator: str) -> None:
    """A hundred times a news article's length; five megabytes take a benchmark's time, not a test's."""
    long = separator.join(f"The ferry Lantern carried {number} people, said Maren Tolvik." for number in range(1, 401))
    found = run("stories", "-", "--format", "jsonl", given=lines({"id": "b", "text": long}, {"id": "a", "text": FIRST}))
    assert (found.code, _told(found.err)) == (0, "")
    assert sorted(json.loads(line)["article"] for line in found.out.splitlines()) == ["a", "b"]
    told = run("report", "-", "--format", "json", given=lines({"id": "b", "text": long}))
    (article,) = json.loads(told.out)["articles"]
    assert article["text"] == long
