"""A report is the same bytes whatever it runs on, and goes on without what a stage fails on."""

import pytest

from stemma.engine import plan
from stemma.engine.local import Local
from stemma.engine.pool import Pool
from stemma.records import Article, Statement
from tests.descent.texts import REWRITE, WIRE
from tests.engine.made import EXAMPLES, report_on, tradition

_POISON = "The ferry sank off Arden at noon."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A tradition made to order."""
    return tradition(tmp_path_factory.mktemp("tradition"))


@pytest.fixture(scope="module")
def expected(made: str) -> str:
    """The report that one process makes."""
    return report_on(Local(), EXAMPLES, made)


@pytest.fixture(autouse=True)
def _worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small as these reports are, other processes are to make them."""
    for kernel in ("EXTRACT", "ANALYSE"):
        monkeypatch.setattr(plan, kernel, getattr(plan, kernel)._replace(worth=0))


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_any_number_of_processes_gives_the_same_bytes(workers: int, made: str, expected: str) -> None:
    with Pool(workers) as pool:
        assert report_on(pool, EXAMPLES, made) == expected


def test_what_is_read_and_found_on_a_runner_is_what_is_found_without() -> None:
    articles, _ = plan.read([EXAMPLES])
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
