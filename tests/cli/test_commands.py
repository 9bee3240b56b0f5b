"""Every command in every format: what it writes, and where."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.ferry import COPY, FIRST, OTHER, folder, lines
from tests.cli.running import EXAMPLES, problems, run

FORMATS = [
    *((command, form) for command in ("report", "demo", "compare") for form in ("text", "json", "html")),
    *(("lineage", form) for form in ("text", "json", "graphml")),
    *((command, form) for command in ("stories", "statements", "pairs") for form in ("text", "jsonl")),
]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return folder(tmp_path)


def _inputs(command: str, reports: Path) -> list[Path]:
    if command == "compare":
        return [reports / "skerry-herald.txt", reports / "northern-post.txt"]
    return [] if command == "demo" else [reports]


@pytest.mark.parametrize(("command", "form"), FORMATS)
def test_every_format_is_written_whole_to_standard_output(command: str, form: str, reports: Path) -> None:
    found = run(command, *_inputs(command, reports), "--format", form)
    assert found.code == 0
    assert problems(found.err) == ""
    assert found.out.endswith("\n")
    assert "\x1b" not in found.out
    if form == "json":
        json.loads(found.out)
    elif form == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in found.out.splitlines())
    elif form == "html":
        assert found.out.lower().startswith("<!doctype html>")
        assert "</html>" in found.out
    elif form == "graphml":
        assert ElementTree.fromstring(found.out).tag.endswith("graphml")


@pytest.mark.parametrize("command", ["report", "demo", "compare", "lineage", "stories", "statements", "pairs"])
def test_text_is_the_format_unless_another_is_named(command: str, reports: Path) -> None:
    inputs = _inputs(command, reports)
    assert run(command, *inputs) == run(command, *inputs, "--format", "text")


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_the_output_file_holds_what_standard_output_would(form: str, reports: Path, tmp_path: Path) -> None:
    target = tmp_path / "result.out"
    written = run("report", reports, "--format", form, "-o", target)
    assert (written.code, written.out) == (0, "")
    assert str(target) in written.err
    assert target.read_text(encoding="utf-8") == run("report", reports, "--format", form).out


def test_the_demo_is_the_report_on_the_examples() -> None:
    assert run("demo", "--format", "json").out == run("report", EXAMPLES, "--format", "json").out


def test_one_story_takes_all_articles_as_reports_of_one_event(reports: Path) -> None:
    apart = json.loads(run("report", reports, "--format", "json").out)
    together = json.loads(run("report", reports, "--format", "json", "--one-story").out)
    assert [story["articles"] for story in apart["stories"]] != [story["articles"] for story in together["stories"]]
    assert [story["articles"] for story in together["stories"]] == [["kell-weekly", "northern-post", "skerry-herald"]]


def test_stories_name_every_article_once() -> None:
    placed = [json.loads(line) for line in run("stories", EXAMPLES, "--format", "jsonl").out.splitlines()]
    read = json.loads(run("report", EXAMPLES, "--format", "json").out)
    assert all(list(line) == ["article", "story"] for line in placed)
    assert sorted(line["article"] for line in placed) == [article["id"] for article in read["articles"]]
    known = {(article, story["id"]) for story in read["stories"] for article in story["articles"]}
    assert {(line["article"], line["story"]) for line in placed} == known


def test_lineage_is_the_one_story_of_the_report_without_claims(reports: Path) -> None:
    lineage = json.loads(run("lineage", reports, "--format", "json").out)
    (story,) = json.loads(run("report", reports, "--format", "json", "--one-story").out)["stories"]
    assert story.pop("claims")
    assert {key: lineage[key] for key in story} == story
    assert "claims" not in lineage


def test_statements_are_those_of_the_report(reports: Path) -> None:
    told = [json.loads(line) for line in run("statements", reports, "--format", "jsonl").out.splitlines()]
    stories = json.loads(run("report", reports, "--format", "json").out)["stories"]
    assert sorted(one["id"] for one in told) == sorted(one["id"] for story in stories for one in story["statements"])
    assert {"Maren Tolvik", "Odda Brandt"} <= {one["speaker"] for one in told}


def test_standard_input_is_json_lines() -> None:
    given = lines({"id": "a", "text": FIRST}, {"id": "b", "text": COPY}, {"text": OTHER, "outlet": "Kell Weekly"})
    found = run("report", "-", "--format", "json", given=given)
    articles = json.loads(found.out)["articles"]
    assert found.code == 0
    assert {"a", "b"} < {article["id"] for article in articles}
    assert [article["outlet"] for article in articles if article["text"] == OTHER] == ["Kell Weekly"]


def test_files_and_standard_input_mix(reports: Path) -> None:
    given = lines({"id": "c", "text": "A lighthouse keeper in Norrisk retired on Friday."})
    found = run("stories", "-", reports, "--format", "jsonl", given=given)
    assert found.code == 0
    assert len(found.out.splitlines()) == 4


def test_the_order_of_inputs_changes_no_byte(reports: Path) -> None:
    files = sorted(reports.glob("*.txt"))
    assert run("report", *files, "--format", "json").out == run("report", *files[::-1], "--format", "json").out
