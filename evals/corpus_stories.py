"""Articles put into stories, on corpora whose stories are known: all at once, and as they come."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from evals.corpora import CorpusArticle, corpus_name, digest_of, files_of, read_lines, sampled
from evals.measure import Measure, Part, measures_of
from evals.metrics import adjusted_rand, b_cubed, pairwise
from evals.program import Stream, group, prepared
from stemma.records import Story

__all__ = ["grouping_measures", "story_parts", "stream_measures"]


# With so many stories, and so many articles of no known story, a file is grouped in the same time as the others.
_STORIES = 400
_UNKNOWN = 1000
_SEED = 20261127  # of the shuffled arrival
_RECENT = 7  # an article is asked for its story on so many days after it came: older ones hardly move


def story_parts(folder: Path, sample: int | None) -> tuple[Part, ...]:
    """Two parts for each file of stories, at once and as they come, and one for the whole of a large file."""
    files = files_of(folder, "stories/*.jsonl.gz")
    missing = Part("stories", "", notes=("no stories/*.jsonl.gz: grouping skipped",))
    return tuple(part for path in files for part in _parts(path, sample)) or (missing,)


def _parts(path: Path, sample: int | None) -> Iterator[Part]:
    whole = sampled(read_lines(path, CorpusArticle), None)
    articles = _some_stories(whole, _STORIES, _UNKNOWN) if sample is None else _some_stories(whole, sample, sample)
    name, data = f"stories/{corpus_name(path)}", digest_of(articles)
    found = group([article.shown() for article in articles])
    yield Part(name, data, grouping_measures(_clusters(found), articles), (_note(path, articles, whole),))
    yield Part(f"{name}, as they come", data, stream_measures(articles, _clusters(found)))
    if sample is None and len(articles) < len(whole):
        found = group([article.shown() for article in whole])
        measures = grouping_measures(_clusters(found), whole)
        yield Part(f"{name}, whole", digest_of(whole), measures, (_note(path, whole, whole),))


def _note(path: Path, articles: Sequence[CorpusArticle], whole: Sequence[CorpusArticle]) -> str:
    labelled = sum(article.story is not None for article in articles)
    counted = f"{len(articles)} of {len(whole)} articles grouped"
    return f"{corpus_name(path)}: {counted}, scored on the {labelled} whose story is known"


def _some_stories(articles: Sequence[CorpusArticle], count: int, unknown: int) -> list[CorpusArticle]:
    """The articles of the first stories, and the first articles whose story is not known."""
    stories = list(dict.fromkeys(article.story for article in articles if article.story is not None))[:count]
    known = [article for article in articles if article.story in stories]
    return known + [article for article in articles if article.story is None][:unknown]


def _clusters(found: Sequence[Story]) -> dict[str, str]:
    return {article: story.id for story in found for article in story.articles}


def grouping_measures(clusters: Mapping[str, str], articles: Sequence[CorpusArticle]) -> tuple[Measure, ...]:
    """Scores over the articles whose story is known; the others only stand in the way."""
    true = {article.id: article.story for article in articles if article.story is not None}
    return (
        *measures_of("B-cubed", b_cubed(clusters, true), len(true)),
        *measures_of("pairwise", pairwise(clusters, true), len(true)),
        Measure("adjusted Rand index", adjusted_rand(clusters, true), len(true)),
    )


def stream_measures(articles: Sequence[CorpusArticle], batch: Mapping[str, str]) -> tuple[Measure, ...]:
    """A stream by date against the truth and against the batch, then one in another order; and whether ids stay."""
    true = {article.id: article.story for article in articles if article.story is not None}
    dated = sorted(articles, key=lambda article: (article.published or "9999", article.id))
    stream = Stream()
    kept, asked = _kept(stream, dated)
    unsettled = _members(stream)
    stream.settle()
    shuffled = list(dated)
    Random(_SEED).shuffle(shuffled)
    ready = {article.id: article for article in prepared([article.shown() for article in shuffled])}
    other = Stream()
    other.feed([ready[article.id] for article in shuffled])
    other.settle()
    return (
        Measure("B-cubed F1 before it is settled", b_cubed(unsettled, true).f1, len(true)),
        Measure("pairwise F1 before it is settled", pairwise(unsettled, true).f1, len(true)),
        Measure("settled: adjusted Rand index with the batch", adjusted_rand(_members(stream), batch), len(batch)),
        Measure("shuffled: adjusted Rand index with the batch", adjusted_rand(_members(other), batch), len(batch)),
        Measure("shuffled: B-cubed F1", b_cubed(_members(other), true).f1, len(true)),
        Measure("ids kept from one day to the next", kept / asked if asked else 1.0, asked),
    )


def _members(stream: Stream) -> dict[str, str]:
    return {article: story for story, articles in stream.stories().items() for article in articles}


def _kept(stream: Stream, dated: Sequence[CorpusArticle]) -> tuple[int, int]:
    """How often an article of the last days had the id that it had the day before, and how often that was asked."""
    kept = asked = 0
    recent: list[dict[str, str | None]] = []
    for day in dict.fromkeys((article.published or "")[:10] for article in dated):
        came = [article for article in dated if (article.published or "")[:10] == day]
        stream.feed(prepared([article.shown() for article in came]))
        for earlier in recent:
            for article, story in earlier.items():
                now = stream.story_of(article)
                kept, asked = kept + (now == story), asked + 1
                earlier[article] = now
        recent = [*recent, {article.id: stream.story_of(article.id) for article in came}][-_RECENT:]
    return kept, asked
