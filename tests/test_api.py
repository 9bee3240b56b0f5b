"""What the contract promises to a program that imports Stemma."""

import inspect
import re
import warnings
from pathlib import Path

import pytest

import stemma
from stemma import Article

# The Python section of the contract, and the words its answers and its errors are made of. `open_workspace` comes with
# the workspace.
_FUNCTIONS = {
    "compare": (("a", "b"), "Comparison"),
    "group": (("articles",), "list[Story]"),
    "kinship": (("a", "b"), "Kinship"),
    "lineage": (("articles",), "Lineage"),
    "read": (("inputs",), "list[Article]"),
    "report": (("articles", "one_story"), "Report"),
    "statements": (("article",), "list[Statement]"),
}
_RECORDS = ["Article", "Comparison", "Kinship", "Lineage", "Report", "Statement", "Story"]
_ERRORS = ["ContractError", "EngineError", "InputError", "NothingToRead", "StemmaError"]
_WARNINGS = ["UnreadableWarning"]

_EXAMPLES = Path(__file__).parents[1] / "examples" / "newsdesk"

_WIRE = Article(
    id="wire",
    outlet="Solmark Wire",
    published="2031-05-06",
    text=(
        "A sluice gate failed at the Orlo Dam before dawn, and 3,000 people left Karsen. "
        "“We had an hour,” Petra Vold said."
    ),
)
_OTHER = Article(
    id="paper",
    outlet="The Karsen Paper",
    published="2031-05-07",
    text=(
        "A sluice gate failed at the Orlo Dam before dawn, Solmark Wire reported, and 3,000 people left Karsen. "
        "“We had an hour,” Petra Vold said."
    ),
)


def test_exactly_these_names_are_exported() -> None:
    named = [*_FUNCTIONS, *_RECORDS, *_ERRORS, *_WARNINGS]
    assert sorted(stemma.__all__) == sorted(named)


@pytest.mark.parametrize("name", _FUNCTIONS)
def test_each_function_takes_and_gives_what_the_contract_says(name: str) -> None:
    signature = inspect.signature(getattr(stemma, name))
    parameters, returned = _FUNCTIONS[name]
    assert tuple(signature.parameters) == parameters
    shown = inspect.formatannotation(signature.return_annotation)
    assert shown.startswith("list[") == returned.startswith("list[")
    assert re.findall(r"\w+", shown)[-1] == re.findall(r"\w+", returned)[-1]


def test_every_error_is_a_stemma_error() -> None:
    for name in _ERRORS:
        assert issubclass(getattr(stemma, name), stemma.StemmaError)


def test_an_error_shows_the_problem_then_where_then_what_to_do() -> None:
    error = stemma.InputError("no text", "wire.html", "give “text” or “html”")
    assert str(error) == "no text\n  in:  wire.html\n  try: give “text” or “html”"
    assert str(stemma.StemmaError("no text")) == "no text"


def test_an_unknown_name_is_an_attribute_error() -> None:
    name = "open_everything"
    with pytest.raises(AttributeError, match=name):
        getattr(stemma, name)


def test_reading_gives_articles_by_id() -> None:
    ids = [article.id for article in stemma.read(str(_EXAMPLES))]
    assert ids == sorted(ids)
    assert len(ids) == 17


def test_an_input_that_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text("The ferry to Arden sank in the night. Nobody was on board.", encoding="utf-8")
    with pytest.warns(stemma.UnreadableWarning, match=r"missing\.txt: there is no such file"):
        articles = stemma.read(str(tmp_path), str(tmp_path / "missing.txt"))
    assert [article.id for article in articles] == ["ferry"]


def test_reading_nothing_is_an_error_that_says_why(tmp_path: Path) -> None:
    with pytest.raises(stemma.NothingToRead, match="missing"):
        stemma.read(str(tmp_path / "missing"))
    with pytest.raises(stemma.NothingToRead, match="no input"):
        stemma.read()


def test_a_report_has_its_three_renderings() -> None:
    report = stemma.report([_WIRE, _OTHER])
    assert '"schema": "stemma.report/1"' in report.to_json()
    assert report.to_html().lstrip().lower().startswith("<!doctype html>")
    assert "Solmark Wire" in report.to_text()


def test_articles_taken_as_one_story_are_one_story() -> None:
    apart = [Article(id="a", text="The ferry sank off Arden."), Article(id="b", text="Wheat prices rose in Velda.")]
    assert len(stemma.report(apart).stories) == 2
    assert len(stemma.report(apart, one_story=True).stories) == 1


def test_groups_are_stories_of_article_ids() -> None:
    assert [story.articles for story in stemma.group([_OTHER, _WIRE])] == [("paper", "wire")]


def test_the_lineage_tells_copy_and_exemplar() -> None:
    found = stemma.lineage([_OTHER, _WIRE])
    assert [(edge.copy, edge.exemplar) for edge in found.descent] == [("paper", "wire")]
    assert (found.hidden, found.undecided) == ((), ())
    assert (found.origins.low, found.origins.high) == (1, 1)


def test_kinship_is_a_probability_with_coverage_both_ways_and_the_exemplar_by_its_place() -> None:
    found = stemma.kinship(_WIRE, _OTHER)
    assert 0.7 < found.probability <= 1
    assert len(found.coverage) == 2
    assert found.exemplar == "a"
    assert stemma.kinship(_OTHER, _WIRE).exemplar == "b"
    assert all(0 <= value <= 1 for value in found.signals.values())


def test_statements_come_by_place_and_know_their_speaker() -> None:
    (found,) = stemma.statements(_WIRE)
    assert (found.speaker, found.kind, [span.text for span in found.cue]) == ("Petra Vold", "direct", ["said"])


def test_a_comparison_holds_what_its_parts_hold() -> None:
    found = stemma.compare(_WIRE, _OTHER)
    assert found.kinship == stemma.kinship(_WIRE, _OTHER)
    assert (found.alignment.a, found.alignment.b) == ("wire", "paper")


def test_no_articles_give_an_empty_report() -> None:
    report = stemma.report([])
    assert (report.articles, report.stories, report.unreadable) == ((), (), ())
    assert stemma.group([]) == []
    assert stemma.lineage([]).origins.high == 0


def test_an_article_without_text_says_nothing() -> None:
    report = stemma.report([Article(text="")])
    assert len(report.stories) == 1
    assert stemma.statements(Article(text="")) == []


def test_an_iterator_is_as_good_as_a_list() -> None:
    assert stemma.report(iter([_WIRE, _OTHER])).to_json() == stemma.report([_OTHER, _WIRE]).to_json()


def test_a_text_of_another_schema_is_refused() -> None:
    for text in ["{}", "[]", "no JSON", '{"schema": "stemma.report/1"}']:
        with pytest.raises(stemma.ContractError):
            stemma.Report.from_json(text)


def test_nothing_warns_where_everything_is_read() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        stemma.report(stemma.read(str(_EXAMPLES / "border-standard-0304.txt")))


def test_a_name_that_is_a_particle_alone_makes_no_comparison_fail() -> None:
    text = "Velda blocked El on Monday."
    stemma.compare(Article(text=text, id="a"), Article(text=text.replace(".", " again."), id="b"))
