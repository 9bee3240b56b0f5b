"""The log of the command: a line for each step, with its reason."""

import json
from pathlib import Path

from tests.cli.running import EXAMPLES, run


def test_the_log_tells_every_joining_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    told = run("stories", EXAMPLES, "--format", "jsonl", "--log", path, "--window", "10").out
    stories = {line["article"]: line["story"] for line in map(json.loads, told.splitlines())}
    notes = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    joined = {note["article"] for note in notes if note["kind"] == "joined"}
    together = [article for article, story in stories.items() if list(stories.values()).count(story) > 1]
    assert len(together) - len(joined) == len({stories[article] for article in together})  # each story has one founder
    assert joined <= set(together)
    assert all(note["why"] and note["story"].startswith("story:") for note in notes)


def test_a_log_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    left = run("stories", EXAMPLES, "--log", tmp_path / "no such folder" / "log.jsonl")
    assert left.code == 1
    assert "cannot be written" in left.err
