"""The bundled gold: the program's whole report on invented articles whose every answer is known."""

from collections.abc import Sequence
from pathlib import Path

from evals.bundled_changes import change_measures, difference_measures
from evals.bundled_lineage import lineage_measures, story_measures
from evals.bundled_texts import bundled_figures, credit_measures, set_aside_measures, statement_measures
from evals.measure import Part, data_digest
from evals.program import figures, read, report, statements
from evals.truth import Truth, read_truth
from stemma.records import Article, Figure, Statement

__all__ = ["bundled_parts"]


def bundled_parts(gold: Path) -> tuple[Part, ...]:
    """Every measure on a gold folder: `truth.json` beside one folder of articles."""
    folder = _articles_folder(gold)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    data = data_digest([gold / "truth.json", *files])
    truth = read_truth(gold / "truth.json")
    articles = read(folder)
    found = report(articles)
    pages = {path.stem for path in files if path.suffix == ".html"}  # the truth lists no set-aside words of pages
    listed = [article.id for article in found.articles if article.id not in pages]
    said, counted = _statements(articles, truth), _figures(articles, truth)
    return (
        Part("bundled/stories", data, story_measures(found, truth)),
        Part("bundled/lineage", data, lineage_measures(found, truth)),
        Part("bundled/credits", data, credit_measures(found, truth)),
        Part("bundled/set aside", data, set_aside_measures(found, truth, listed)),
        Part("bundled/statements", data, statement_measures(found, truth, said)),
        Part("bundled/figures", data, (*bundled_figures(found, truth, counted), *difference_measures(found, truth))),
        Part("bundled/changes", data, change_measures(found, truth)),
    )


def _articles_folder(gold: Path) -> Path:
    """The one folder beside truth.json."""
    folders = sorted(path for path in gold.iterdir() if path.is_dir())
    if len(folders) != 1:
        raise ValueError(f"{gold} must hold truth.json and one folder of articles, not {len(folders)} folders")
    return folders[0]


def _statements(articles: Sequence[Article], truth: Truth) -> dict[str, Sequence[Statement]]:
    """Statements of the articles that are scored; none of an article that was not read."""
    by_id = {article.id: article for article in articles}
    return {name: statements(by_id[name]) if name in by_id else () for name in truth.statements_complete_for}


def _figures(articles: Sequence[Article], truth: Truth) -> dict[str, Sequence[Figure]]:
    by_id = {article.id: article for article in articles}
    return {name: figures(by_id[name]) if name in by_id else () for name in truth.statements_complete_for}
