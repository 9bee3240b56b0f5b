"""Ids of articles, the order of a comparison, and what is told on the way."""

from itertools import permutations
from pathlib import Path

import stemma
from stemma import Article
from stemma.engine.plan import analysis, compare, prepared, read, told_apart
from stemma.records import digest
from tests.descent.texts import REWRITE, WIRE


def _ids(*articles: Article) -> list[str]:
    return [article.id for article in prepared(articles)]


def test_an_article_without_an_id_gets_one_from_its_text() -> None:
    assert _ids(Article(text="The ferry sank.")) == [digest("The ferry sank.")]


def test_articles_that_share_an_id_are_numbered_in_the_order_of_their_content() -> None:
    texts = ["The ferry sank.", "The ferry floats.", "The ferry is late."]
    found = [
        {article.id: article.text for article in prepared(Article(id="a", text=text) for text in order)}
        for order in permutations(texts)
    ]
    assert set(found[0]) == {"a", "a#2", "a#3"}
    assert sorted(found[0].values()) == sorted(texts)
    assert all(entry == found[0] for entry in found)


def test_the_same_record_twice_is_one_article() -> None:
    twice = [Article(id="a", text="The ferry sank."), Article(id="a", text="The ferry sank.")]
    assert _ids(*twice) == ["a"]
    assert len(_ids(Article(text="x"), Article(text="x", outlet="Y"))) == 2


def test_a_number_that_is_taken_is_passed_over() -> None:
    given = [Article(id="a", text="1"), Article(id="a", text="2"), Article(id="a#2", text="3")]
    found = {article.id: article.text for article in prepared(given)}
    assert set(found) == {"a", "a#2", "a#3"}
    assert found["a#2"] == "3"


def test_a_renamed_article_points_at_itself() -> None:
    text = "ARDEN (Reuters) — The ferry sank.\n\n- Advertisement -"
    for article in prepared([Article(id="a", text=text), Article(id="a", text=text)]):
        spans = [*(credit.span for credit in article.credits), *(aside.span for aside in article.set_aside)]
        assert spans
        assert {span.article for span in spans} == {article.id}


def test_what_was_prepared_once_stays_as_it_is() -> None:
    once = prepared([Article(id="b", text=WIRE), Article(text=REWRITE)])
    assert prepared(once) == once


def test_two_articles_of_one_id_are_told_apart_in_the_order_given() -> None:
    first, second = told_apart(Article(id="a", text="2"), Article(id="a", text="1"))
    assert [(first.id, first.text), (second.id, second.text)] == [("a", "2"), ("a#2", "1")]


def test_a_comparison_keeps_the_order_given() -> None:
    copy, wire = Article(id="a", text=REWRITE), Article(id="z", text=WIRE)
    there, back = compare(wire, copy), compare(copy, wire)
    assert (there.alignment.a, there.kinship.exemplar) == ("z", "a")
    assert (back.alignment.a, back.kinship.exemplar) == ("a", "b")


def test_siblings_have_a_common_exemplar() -> None:
    found = compare(
        Article(id="a", text=f"ARDEN (Reuters) — {WIRE}", outlet="Arden Day"),
        Article(id="b", text=f"ARDEN (Reuters) — {WIRE.replace('61', '64')}", outlet="Corwell Post"),
    )
    assert found.kinship.exemplar == "common"


def test_an_article_and_itself_are_kin_without_direction() -> None:
    article = Article(id="a", text=WIRE)
    found = compare(article, article)
    assert found.kinship.probability > 0.99
    assert (found.kinship.exemplar, found.changes) == (None, ())
    reason = found.kinship.evidence[0]
    assert reason.signal == "undecided"
    assert reason.detail.endswith("no particular, credit or date tells which came first")


def test_progress_is_told_from_nothing_to_all() -> None:
    told: list[tuple[str, int, int]] = []
    apart = [Article(id="a", text="The ferry sank off Arden."), Article(id="b", text="Wheat prices rose in Velda.")]
    analysis(apart, progress=lambda what, done, total: told.append((what, done, total)))
    assert told[:2] == [("grouping", 0, 0), ("stories", 0, 2)]
    assert told[-1][1:] == (2, 2)


def test_what_cannot_be_read_is_told_beside_what_can(tmp_path: Path) -> None:
    found, unreadable = read([f"{tmp_path}/missing.txt"])
    assert found == ()
    assert [entry.input for entry in unreadable] == [f"{tmp_path}/missing.txt"]


def test_a_story_has_a_siglum_for_each_article_and_an_alignment_for_each_pair() -> None:
    articles = [Article(id=name, text=WIRE) for name in ("c", "a", "b")]
    (found,) = stemma.report(articles, one_story=True).stories
    assert found.sigla == {"a": "A", "b": "B", "c": "C"}
    assert [(alignment.a, alignment.b) for alignment in found.alignments] == [("a", "b"), ("a", "c"), ("b", "c")]
