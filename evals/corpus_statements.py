"""Who said what, on articles whose attributions annotators have marked."""

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from evals.attribution_table import construction_notes, link_measure
from evals.corpora import CorpusArticle, corpus_name, digest_of, files_of, read_lines, sampled
from evals.measure import Measure, Part
from evals.pool import in_order
from evals.program import statements
from evals.roles import Attribution, Compared, attribution_of, role_measures

__all__ = ["statement_parts", "true_attributions"]


def statement_parts(folder: Path, sample: int | None) -> tuple[Part, ...]:
    """One part for each file of attributions but those for training, which rules and weights were made on."""
    files = files_of(folder, "attribution/*.jsonl.gz")
    training = [corpus_name(path) for path in files if corpus_name(path).endswith("-train")]
    parts = [_part(path, sample) for path in files if corpus_name(path) not in training]
    skipped = [Part(f"statements/{name}", "", notes=(f"{name}: for training, not measured",)) for name in training]
    missing = Part("statements", "", notes=("no attribution/*.jsonl.gz: statements skipped",))
    return (*parts, *skipped) or (missing,)


def _part(path: Path, sample: int | None) -> Part:
    articles = sampled(read_lines(path, CorpusArticle), sample)
    answers = in_order(_attributions, articles)
    compared = [
        Compared(article.id, article.text, found, true_attributions(article))
        for article, (found, _) in zip(articles, answers, strict=True)
    ]
    seconds = sum(answer[1] for answer in answers)
    speed = Measure(
        "articles a second, one core", len(articles) / seconds if seconds else 0.0, len(articles), gated=False
    )
    notes = (f"{corpus_name(path)}: {len(articles)} articles", *construction_notes(compared))
    measures = (*role_measures(compared), link_measure(compared), speed)
    return Part(f"statements/{corpus_name(path)}", digest_of(articles), measures, notes)


def _attributions(article: CorpusArticle) -> tuple[Sequence[Attribution], float]:
    """What the program finds in an article, and the seconds it took."""
    shown = article.shown()
    start = perf_counter()
    found = statements(shown)
    return [attribution_of(statement) for statement in found], perf_counter() - start


def true_attributions(article: CorpusArticle) -> list[Attribution]:
    """The annotators' attributions."""
    return [
        Attribution(one.get("source", ()), one.get("cue", ()), one.get("content", ())) for one in article.attributions
    ]
