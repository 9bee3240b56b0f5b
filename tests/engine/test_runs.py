"""A report is the same bytes whatever it runs on, and goes on without what a stage fails on."""

from pathlib import Path

import msgspec
import pytest

from evals.traditions import fixed_set, grow
from stemma.engine import plan
from stemma.engine.local import Local
from stemma.engine.pool import Pool
from stemma.engine.runner import Runner
from stemma.records import Article, Statement
from stemma.rendering import Report
from tests.descent.texts import REWRITE, WIRE

_EXAMPLES = str(Path(__file__).parents[2] / "examples" / "newsdesk")
_POISON = "The ferry sank off Arden at noon."


def _report(runner: Runner, *inputs: str) -> str:
    articles, unreadable = plan.read(inputs, runner=runner)
    found = plan.analysis(articles, runner=runner)
    left_out = (*unreadable, *found.unreadable)
    return Report(articles=articles, stories=found.stories, unreadable=left_out, version="0").to_json()


@pytest.fixture(scope="module")
def tradition(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A tradition made to order, as JSON lines; one of its texts holds half of a UTF-16 pair."""
    made = grow(next(one for one in fixed_set() if one.rewriting))
    lines = [
        msgspec.json.encode({"id": a.id, "outlet": a.outlet, "text": a.text})
        for a in (node.article for node in made.nodes)
    ]
    path = tmp_path_factory.mktemp("tradition") / "made.jsonl"
    path.write_bytes(b"\n".join([*lines, rb'{"id": "broken \ud83d", "text": "The ferry \ud83d sank."}', b"{}"]) + b"\n")
    return str(path)


@pytest.fixture(autouse=True)
def _worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small as these reports are, other processes are to make them."""
    for kernel in ("EXTRACT", "ANALYSE"):
        monkeypatch.setattr(plan, kernel, getattr(plan, kernel)._replace(worth=0))


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_any_number_of_processes_gives_the_same_bytes(workers: int, tradition: str) -> None:
    expected = _report(Local(), _EXAMPLES, tradition)
    with Pool(workers) as pool:
        assert _report(pool, _EXAMPLES, tradition) == expected


def test_what_is_read_and_found_on_a_runner_is_what_is_found_without() -> None:
    articles, _ = plan.read([_EXAMPLES])
    assert plan.analysis(articles).stories == plan.analyse(articles)


def _poisoned(article: Article) -> tuple[Statement, ...]:
    if article.text.startswith(_POISON):
        raise ZeroDivisionError("no sentence")
    return ()


def test_an_article_that_a_stage_fails_on_is_left_out_of_its_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "statements", _poisoned)
    given = [Article(id="a", text=WIRE), Article(id="b", text=REWRITE), Article(id="c", text=_POISON)]
    found = plan.analysis(given, one_story=True)
    assert [(story.story.articles, list(story.sigla)) for story in found.stories] == [(("a", "b"), ["a", "b"])]
    assert [(entry.input, entry.reason.partition(")")[0]) for entry in found.unreadable] == [
        ("c", "the analysis failed on it (ZeroDivisionError: no sentence")
    ]


def test_a_story_that_a_stage_fails_on_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "statements", _poisoned)
    found = plan.analysis([Article(id="a", text=_POISON), Article(id="b", text=_POISON + " Swans.")], one_story=True)
    assert (found.stories, [entry.input for entry in found.unreadable]) == ((), ["the story of a, b"])
