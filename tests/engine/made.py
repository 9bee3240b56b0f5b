"""Inputs for runs, and the report that a runner makes of them."""

from pathlib import Path

import msgspec

from evals.traditions import fixed_set, grow
from stemma.engine import plan
from stemma.engine.runner import Runner
from stemma.rendering import Report

__all__ = ["EXAMPLES", "report_on", "tradition"]

EXAMPLES = str(Path(__file__).parents[2] / "examples" / "newsdesk")


def report_on(runner: Runner, *inputs: str) -> str:
    """The report's JSON."""
    articles, unreadable = plan.read(inputs, runner=runner)
    found = plan.analysis(articles, runner=runner)
    left_out = (*unreadable, *found.unreadable)
    return Report(articles=articles, stories=found.stories, unreadable=left_out, version="0").to_json()


def tradition(folder: Path) -> str:
    """A tradition made to order, as JSON lines; one of its texts holds half of a UTF-16 pair, one line no text."""
    made = grow(next(one for one in fixed_set() if one.rewriting))
    lines = [msgspec.json.encode({"id": a.id, "outlet": a.outlet, "text": a.text}) for a in made.given]
    path = folder / "made.jsonl"
    path.write_bytes(b"\n".join([*lines, rb'{"id": "broken \ud83d", "text": "The ferry \ud83d sank."}', b"{}"]) + b"\n")
    return str(path)
