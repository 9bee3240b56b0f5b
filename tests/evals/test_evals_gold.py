"""A report made from the bundled answers themselves scores one everywhere: the answers can be found in the texts."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from evals.bundled_changes import change_measures, difference_measures
from evals.bundled_lineage import lineage_measures, story_measures
from evals.bundled_texts import (
    bundled_figures,
    credit_measures,
    set_aside_measures,
    statement_measures,
    true_attribution,
)
from evals.measure import Measure
from evals.program import read
from evals.reported import Reported, ReportedArticle, ReportedStory
from evals.truth import Piece, TrueFigure, TrueStatement, TrueStory, Truth, located, read_truth, spans_of
from stemma.records import Figure, Statement

GOLD = Path(__file__).parents[2] / "examples"
PROOF = [{"signal": "answer", "detail": "given"}]


@pytest.fixture(scope="module")
def truth() -> Truth:
    return read_truth(GOLD / "truth.json")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {article.id: article.text for article in read(GOLD / "newsdesk")}


@pytest.fixture(scope="module")
def report(truth: Truth, texts: dict[str, str]) -> Reported:
    stories = [_story(story, texts) for story in truth.stories]
    stories += [{"articles": [name], "origins": {"low": 1, "high": 1, "groups": []}} for name in truth.unrelated]
    articles = [
        {
            "id": name,
            "text": text,
            "credits": [_credit(texts, entry) for entry in truth.credits if entry.article == name],
            "set_aside": [
                {"span": span, "reason": entry.reason}
                for entry in truth.set_aside
                for span in spans_of(texts, name, entry.text)[: entry.times]
                if entry.article == name
            ],
        }
        for name, text in texts.items()
    ]
    return Reported(
        msgspec.convert(articles, tuple[ReportedArticle, ...]), msgspec.convert(stories, tuple[ReportedStory, ...])
    )


def _credit(texts: dict[str, str], entry: Any) -> dict[str, object]:
    return {"name": entry.name, "kind": entry.kind, "span": spans_of(texts, entry.article, entry.text)[0]}


def _span(texts: dict[str, str], article: str, words: str | None) -> object:
    return spans_of(texts, article, words)[0] if words else None


def _story(story: TrueStory, texts: dict[str, str]) -> dict[str, object]:
    plain: dict[str, Any] = msgspec.to_builtins(story)
    return {
        "articles": story.articles,
        "origins": plain["origins"] | {"groups": []},
        "descent": [edge | {"confidence": 1, "coverage": 1, "evidence": PROOF} for edge in plain["descent"]],
        "hidden": [entry | {"evidence": PROOF} for entry in plain["hidden"]],
        "figures": [
            {
                "counted": "",
                "role": "other",
                "values": [
                    {"low": 0, "high": 0, "bound": "exact", "unit": None, "span": _span(texts, *place)}
                    for place in zip(entry.articles, entry.texts, strict=True)
                ],
                "verdict": "differ",
                "why": "",
            }
            for entry in story.figures_differ
        ],
        "changes": [
            msgspec.to_builtins(entry)
            | {
                "before": _span(texts, entry.between[0], entry.before),
                "after": _span(texts, entry.between[1], entry.after),
            }
            | {"why": "", "confidence": 1}
            for entry in story.changes
        ],
    }


def assert_all_one(measures: Sequence[Measure]) -> None:
    assert {measure.name: measure.value for measure in measures if measure.value != 1 and measure.gated} == {}


def test_stories_and_lineage(report: Reported, truth: Truth) -> None:
    assert_all_one(story_measures(report, truth))
    assert_all_one(lineage_measures(report, truth))


def test_credits_and_set_aside(report: Reported, truth: Truth) -> None:
    pages = {path.stem for path in (GOLD / "newsdesk").glob("*.html")}
    assert_all_one(credit_measures(report, truth))
    assert_all_one(set_aside_measures(report, truth, [name for name in report.texts if name not in pages]))


def test_changes_and_differences(report: Reported, truth: Truth) -> None:
    assert_all_one(change_measures(report, truth))
    assert_all_one(difference_measures(report, truth))


def _spans(text: str, article: str, pieces: Sequence[Piece]) -> list[dict[str, object]]:
    return [{"article": article, "start": start, "end": end, "text": text[start:end]} for start, end in pieces]


def _statement(text: str, true: TrueStatement) -> Statement:
    pieces = zip(("source", "cue", "content"), true_attribution(text, true), strict=True)
    plain = {name: _spans(text, true.article, places) for name, places in pieces}
    assert {name: len(spans) for name, spans in plain.items()} == {name: len(getattr(true, name)) for name in plain}
    keys = ("article", "kind", "speaker", "anonymous", "denies")
    return msgspec.convert(plain | {key: getattr(true, key) for key in keys} | {"id": "s"}, Statement)


def test_statements(report: Reported, truth: Truth) -> None:
    true = [entry for story in truth.stories for entry in story.statements]
    found = {
        name: [_statement(report.texts[name], entry) for entry in true if entry.article == name]
        for name in truth.statements_complete_for
    }
    assert_all_one(statement_measures(report, truth, found))


def _figure(text: str, true: TrueFigure) -> Figure:
    start = true.start or 0
    piece = located(text, true.text, [], (start, len(text)))
    assert piece is not None
    span = _spans(text, true.article, [piece])[0]
    plain: dict[str, Any] = msgspec.to_builtins(true)
    value = {key: plain[key] for key in ("low", "high", "bound", "unit")} | {"span": span}
    return msgspec.convert({"value": value, "number": span, "counted": true.counted, "role": true.role}, Figure)


def test_figures(report: Reported, truth: Truth) -> None:
    true = [entry for story in truth.stories for entry in story.figures]
    found = {
        name: [_figure(report.texts[name], entry) for entry in true if entry.article == name]
        for name in truth.statements_complete_for
    }
    assert_all_one(bundled_figures(report, truth, found))
