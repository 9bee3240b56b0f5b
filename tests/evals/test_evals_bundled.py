"""Scoring of a report against known answers, on two invented articles about a ferry."""

from pathlib import Path

import pytest

from evals.bundled_changes import change_measures, difference_measures, matches
from evals.bundled_lineage import lineage_measures, matched_hidden, story_measures
from evals.bundled_texts import (
    bundled_figures,
    credit_measures,
    set_aside_measures,
    statement_measures,
    true_attribution,
)
from evals.figure_match import figure_measures
from evals.measure import Measure
from evals.reported import Reported, ReportedArticle, ReportedStory, decoded
from evals.truth import Interval, TrueChange, TrueFigure, TrueHidden, TrueStatement, TrueStory, Truth, read_truth
from stemma.records import (
    Change,
    Credit,
    Descent,
    Evidence,
    Figure,
    FigureGroup,
    FigureValue,
    Hidden,
    Origins,
    SetAside,
    Span,
    Statement,
)

TEXTS = {
    "a": "The ferry sank off Quell. Mayor Ida Tull said that nine people were saved. The Quell line denied it. Advert",
    "b": "The ferry foundered off Quell. Some 90 people were saved.",
}
TRUTH = """{"stories": [{"name": "ferry", "articles": ["a", "b"], "origins": {"low": 1, "high": 1},
  "descent": [{"copy": "a", "exemplar": "hidden:x", "operation": "reprint"},
              {"copy": "b", "exemplar": "hidden:x", "operation": "rewrite"}],
  "hidden": [{"id": "hidden:x", "name": "Gull Wire", "copies": ["a", "b"]}],
  "denials": [{"gist": "denied", "present": ["a"], "absent": ["b"]}],
  "statements": [{"article": "a", "kind": "indirect", "source": ["Mayor Ida Tull"], "cue": ["said"],
    "content": ["that nine people were saved"], "speaker": "Ida Tull", "start": 26, "end": 74}],
  "figures": [{"article": "a", "text": "nine people", "low": 9, "high": 9, "bound": "exact", "unit": null,
    "counted": "people", "role": "other"}],
  "figures_differ": [{"counted": "people", "articles": ["a", "b"], "texts": ["nine people", "Some 90 people"]}],
  "changes": [{"kind": "figure", "between": ["a", "b"], "before": "nine people", "after": "90 people", "severity": 2},
    {"kind": "denial_absent", "between": ["a", "b"], "before": "The Quell line denied it",
     "after": null, "severity": 3},
    {"kind": "omitted", "between": ["a", "b"], "before": "Mayor Ida Tull", "after": null, "severity": 1}],
  "not_changes": [{"between": ["a", "b"], "before": "sank", "after": "foundered"}]}],
 "unrelated": [], "statements_complete_for": ["a"],
 "credits": [{"article": "a", "name": "Quell", "kind": "reprint", "text": "off Quell", "own": true},
             {"article": "b", "name": "Quell", "kind": "citation", "text": "off Quell"}],
 "set_aside": [{"article": "a", "text": "Advert", "reason": "advertisement"}]}"""


@pytest.fixture
def truth(tmp_path: Path) -> Truth:
    (tmp_path / "truth.json").write_text(TRUTH)
    return read_truth(tmp_path / "truth.json")


def at(article: str, words: str) -> Span:
    start = TEXTS[article].index(words)
    return Span(article, start, start + len(words), words)


def change(kind: str, before: Span | None, after: Span | None, between: tuple[str, str] = ("a", "b")) -> Change:
    return Change(kind=kind, severity=2, before=before, after=after, between=between, why="", confidence=1.0)  # type: ignore[arg-type]  # a test names the kind in a word


def reported(
    changes: tuple[Change, ...] = (), hidden: str = "hidden:1", figures: tuple[FigureGroup, ...] = ()
) -> Reported:
    proof = (Evidence("order", "the same order"),)
    descent = tuple(
        Descent(copy=copy, exemplar=hidden, operation="rewrite", confidence=1.0, coverage=1.0, evidence=proof)
        for copy in "ab"
    )
    story = ReportedStory(
        articles=("a", "b"),
        origins=Origins(1, 2, ()),
        descent=descent,
        hidden=(Hidden(hidden, None, ("a", "b"), proof),),
        changes=changes,
        figures=figures,
    )
    given = (Credit("Quell", "reprint", at("a", "Quell")),)
    aside = (SetAside(at("a", "Advert"), "advertisement"),)
    articles = (ReportedArticle("a", TEXTS["a"], given, aside), ReportedArticle("b", TEXTS["b"]))
    return Reported(articles, (story,))


def values(measures: tuple[Measure, ...]) -> dict[str, float]:
    return {measure.name: round(measure.value, 4) for measure in measures}


def test_stories(truth: Truth) -> None:
    assert values(story_measures(reported(), truth))["B-cubed F1"] == 1


def test_descent_goes_by_the_copies_of_a_hidden_exemplar_not_by_its_id(truth: Truth) -> None:
    found = values(lineage_measures(reported(), truth))
    assert found["descent F1"] == 1
    assert found["descent with operation F1"] == 0.5
    assert found["hidden exemplar F1"] == 1
    assert found["hidden exemplar with name F1"] == 0
    assert found["origins hold the truth"] == 1
    assert found["origins equal the truth"] == 0


def test_hidden_exemplars_are_matched_one_to_one_by_greatest_overlap() -> None:
    true = [TrueHidden("x", None, ("a", "b", "c")), TrueHidden("y", None, ("d", "e"))]
    assert matched_hidden({"1": ("a", "b"), "2": ("a", "b", "c"), "3": ("e", "f", "g")}, true) == {"2": "x"}


def test_own_dateline_counts_neither_for_nor_against(truth: Truth) -> None:
    assert values(credit_measures(reported(), truth)) == {
        "credits precision": 0,
        "credits recall": 0,
        "credits F1": 0,
    }
    found = reported()
    cited = ReportedArticle("b", TEXTS["b"], (Credit("Quell", "citation", at("b", "Quell")),))
    found = Reported((found.articles[0], cited), found.stories)
    assert values(credit_measures(found, truth))["credits F1"] == 1


def test_set_aside_words(truth: Truth) -> None:
    assert values(set_aside_measures(reported(), truth, ["a", "b"]))["set aside F1"] == 1
    assert values(set_aside_measures(reported(), truth, ["b"]))["set aside F1"] == 1  # nothing there, nothing found


def statement(content: str) -> Statement:
    return Statement(
        id="s",
        article="a",
        kind="direct",
        source=(at("a", "Mayor Ida Tull"),),
        cue=(at("a", "said"),),
        content=(at("a", content),),
        speaker="Ida Tull",
    )


def test_statements_exact_and_by_words(truth: Truth) -> None:
    found = values(statement_measures(reported(), truth, {"a": [statement("nine people were saved.")]}))
    assert found["source exact F1"] == found["cue exact F1"] == 1
    assert found["content exact F1"] == 0
    assert found["content words precision"] == 1
    assert found["content words recall"] == 0.8
    assert found["who said what F1"] == 1
    assert found["speaker right, if found"] == 1
    assert found["kind right, if found"] == 0


def test_a_source_is_a_whole_word_close_to_the_content() -> None:
    text = "The other mayor left. He said the quay was shut, he said."
    true = TrueStatement(article="a", kind="indirect", source=("he",), cue=("said",), content=("the quay was shut",))
    found = true_attribution(text, true)
    assert text[slice(*found.source[0])] == "he"
    assert found.source[0][0] == text.rindex("he said")
    assert found.cue[0][0] == text.index("said")


def figure(low: float, words: str = "nine people") -> Figure:
    value = FigureValue(low=low, high=9, bound="exact", unit=None, span=at("a", words))
    return Figure(value=value, number=at("a", words.split(maxsplit=1)[0]), counted="saved people", role="hurt")


def test_figures(truth: Truth) -> None:
    found = values(bundled_figures(reported(), truth, {"a": [figure(9)]}))
    assert found["value, bound and counted F1"] == 1
    assert found["role right, if noticed"] == 0
    found = values(bundled_figures(reported(), truth, {"a": [figure(8)]}))
    assert found["noticed F1"] == 1
    assert found["value and bound F1"] == 0


def test_a_unit_may_be_what_is_counted() -> None:
    value = FigureValue(low=9, high=9, bound="exact", unit="day", span=Span("a", 0, 9, "nine days"))
    found = Figure(value=value, number=Span("a", 0, 4, "nine"), counted="", role="other")
    true = TrueFigure(text="nine days", low=9, high=9, bound="exact", unit="days", counted="days")
    assert values(figure_measures([([found], [(true, value.span)])]))["value, bound and counted F1"] == 1
    bare = TrueFigure(text="nine days", low=9, high=9, bound="exact", unit=None, counted="days")
    assert values(figure_measures([([found], [(bare, value.span)])]))["value, bound and counted F1"] == 0


def test_changes_agree_in_kind_pair_and_place(truth: Truth) -> None:
    right = change("figure", at("a", "nine"), at("b", "90"))
    wrong = change("figure", at("a", "ferry"), at("b", "90"))
    found = values(change_measures(reported((right, wrong)), truth))
    assert found["changes precision"] == 0.5
    assert found["changes recall"] == 0.3333
    assert found["changes of sense recall"] == 0.5


def test_a_change_read_from_the_other_end(truth: Truth) -> None:
    turned = change("figure", at("b", "90"), at("a", "nine"), ("b", "a"))
    lost = change("added", None, at("a", "Mayor Ida Tull said"), ("b", "a"))
    found = values(change_measures(reported((turned, lost)), truth))
    assert found["changes precision"] == 1
    assert found["changes recall"] == 0.6667


def test_the_same_words_standing_again_are_the_same_reading() -> None:
    texts = {"a": "Quell cancels ferry. The ferry was cancelled on Monday.", "b": "The ferry was put off."}
    story = TrueStory(
        name="ferry",
        articles=("a", "b"),
        origins=Interval(1, 1),
        changes=(TrueChange(kind="meaning", between=("b", "a"), before="put off", after="was cancelled", severity=3),),
    )
    report = Reported(tuple(ReportedArticle(name, text) for name, text in texts.items()), ())
    after = Span("b", 14, 21, "put off")
    again = change("meaning", after, Span("a", 6, 13, "cancels"), ("b", "a"))
    other = change("meaning", after, Span("a", 45, 54, "on Monday"), ("b", "a"))
    assert matches(report, story, again, story.changes[0])
    assert not matches(report, story, other, story.changes[0])


def test_a_sibling_stands_for_the_exemplar_both_were_made_from() -> None:
    texts = {"a": "Nine people were saved.", "b": "Some nine people got saved.", "c": "Some 90 were saved."}
    story = TrueStory(
        name="ferry",
        articles=("a", "b", "c"),
        origins=Interval(1, 1),
        hidden=(TrueHidden("hidden:x", None, ("a", "b", "c")),),
        changes=(TrueChange(kind="figure", between=("a", "c"), before="Nine people", after="90", severity=2),),
    )
    report = Reported(tuple(ReportedArticle(name, text) for name, text in texts.items()), ())
    sibling = change("figure", Span("b", 5, 16, "nine people"), Span("c", 5, 7, "90"), ("b", "c"))
    assert matches(report, story, sibling, story.changes[0])
    alone = TrueStory(name="ferry", articles=("a", "b", "c"), origins=Interval(1, 1))
    assert not matches(report, alone, sibling, story.changes[0])


def test_an_article_does_not_stand_against_itself(truth: Truth) -> None:
    odd = change("figure", at("a", "nine people"), at("a", "nine people"), ("a", "a"))
    assert values(change_measures(reported((odd,)), truth))["changes precision"] == 0


def test_like_readings_must_be_left_alone(truth: Truth) -> None:
    assert values(change_measures(reported(), truth))["like readings left alone"] == 1
    found = values(change_measures(reported((change("meaning", at("a", "sank"), at("b", "foundered")),)), truth))
    assert found["like readings left alone"] == 0
    assert found["like readings reported"] == 1


def test_denials_absent(truth: Truth) -> None:
    lost = change("denial_absent", at("a", "denied it"), None)
    assert values(change_measures(reported((lost,)), truth))["denial absent F1"] == 1
    assert values(change_measures(reported(), truth))["denial absent F1"] == 0


def test_figures_that_differ(truth: Truth) -> None:
    spans = (at("a", "nine"), at("b", "90"))
    group = FigureGroup(
        counted="people",
        role="other",
        values=tuple(FigureValue(low=9, high=9, bound="exact", unit=None, span=span) for span in spans),
        verdict="differ",
        why="",
    )
    assert values(difference_measures(reported(figures=(group,)), truth))["figures that differ F1"] == 1
    assert values(difference_measures(reported(), truth))["figures that differ F1"] == 0


def test_the_report_is_read_by_the_contract() -> None:
    text = """{"schema": "stemma.report/1", "stemma": "0", "unreadable": [], "articles": [{"id": "a", "text": "x",
      "credits": [], "set_aside": []}], "stories": [{"id": "s", "from": null, "articles": ["a"], "claims": [],
      "origins": {"low": 1, "high": 1, "groups": []}}]}"""
    assert decoded(text).texts == {"a": "x"}
    assert decoded(text).stories[0].origins.high == 1
