"""Articles put into stories, on corpora whose stories are known."""

from collections.abc import Sequence
from pathlib import Path

from evals.corpora import CorpusArticle, corpus_name, digest_of, files_of, read_lines, sampled
from evals.measure import Measure, Part, measures_of
from evals.metrics import adjusted_rand, b_cubed, pairwise
from evals.program import group
from stemma.records import Story

__all__ = ["grouping_measures", "story_parts"]


# A file of 6,000 articles took two minutes; with so many stories and articles of no known story it takes a third.
_STORIES = 400
_UNKNOWN = 1000


def story_parts(folder: Path, sample: int | None) -> tuple[Part, ...]:
    """One part for each file of stories."""
    files = files_of(folder, "stories/*.jsonl.gz")
    missing = Part("stories", "", notes=("no stories/*.jsonl.gz: grouping skipped",))
    return tuple(_part(path, sample) for path in files) or (missing,)


def _part(path: Path, sample: int | None) -> Part:
    whole = sampled(read_lines(path, CorpusArticle), None)
    articles = _some_stories(whole, _STORIES, _UNKNOWN) if sample is None else _some_stories(whole, sample, sample)
    found = group([article.shown() for article in articles])
    labelled = sum(article.story is not None for article in articles)
    note = (
        f"{corpus_name(path)}: {len(articles)} of {len(whole)} articles grouped, "
        f"scored on the {labelled} whose story is known"
    )
    return Part(f"stories/{corpus_name(path)}", digest_of(articles), grouping_measures(found, articles), (note,))


def _some_stories(articles: Sequence[CorpusArticle], count: int, unknown: int) -> list[CorpusArticle]:
    """The articles of the first stories, and the first articles whose story is not known."""
    stories = list(dict.fromkeys(article.story for article in articles if article.story is not None))[:count]
    known = [article for article in articles if article.story in stories]
    return known + [article for article in articles if article.story is None][:unknown]


def grouping_measures(found: Sequence[Story], articles: Sequence[CorpusArticle]) -> tuple[Measure, ...]:
    """Scores over the articles whose story is known; the others only stand in the way."""
    true = {article.id: article.story for article in articles if article.story is not None}
    clusters = {article: story.id for story in found for article in story.articles}
    return (
        *measures_of("B-cubed", b_cubed(clusters, true), len(true)),
        *measures_of("pairwise", pairwise(clusters, true), len(true)),
        Measure("adjusted Rand index", adjusted_rand(clusters, true), len(true)),
    )
