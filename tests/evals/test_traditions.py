"""Traditions made to order: the bases, the operations, and the families grown by them."""

from itertools import combinations
from random import Random

import pytest

from evals.traditions import Plan, fixed_set, grow, story
from evals.traditions.copying import copied
from evals.traditions.nearness import stands_nearest
from evals.traditions.operations import OPERATIONS, cite, correct, cut, merge, reorder, rewritten, update
from evals.traditions.outlets import credit_line, outlets
from evals.traditions.prose import Prose, Sentence, bases, keys_of, sentences_of, words_of
from evals.traditions.speed import grown
from evals.traditions.wording import respell, spin, there_and_back
from stemma.engine import plan as engine
from stemma.records import Article

FERRY = bases()["ferry"].body


def one(text: str) -> Prose:
    return ((Sentence("k", text),),)


def texts(prose: Prose) -> list[str]:
    return [sentence.text for sentence in sentences_of(prose)]


def plan(**changes: object) -> Plan:
    given = Plan("a plan", ("ferry",), "tree", 8, False, False, "times", "none")
    return given._replace(**changes)  # type: ignore[arg-type]  # the tests name fields of the plan


def test_there_are_twenty_bases_of_about_three_hundred_words() -> None:
    assert len(bases()) >= 20
    assert all(250 <= words_of((*base.body, *base.background)) <= 330 for base in bases().values())
    assert all(len(base.background) >= 2 for base in bases().values())


def test_no_sentence_stands_in_two_bases() -> None:
    told = [text for base in bases().values() for text in texts((*base.body, *base.background))]
    assert len(told) == len(set(told))


def test_five_events_are_reported_twice_in_wording_of_their_own() -> None:
    pairs = [(a, b) for a, b in combinations(bases().values(), 2) if a.event == b.event]
    assert len(pairs) == 5
    for pair in pairs:
        runs = [{tuple(words[n : n + 5]) for n in range(len(words) - 4)} for words in (words_in(b.body) for b in pair)]
        assert not runs[0] & runs[1]


def words_in(prose: Prose) -> list[str]:
    return " ".join(texts(prose)).lower().split()


def test_a_cut_keeps_the_first_sentence_and_the_share_asked_for() -> None:
    copy = cut(FERRY, 0.25, Random(1))
    assert sentences_of(copy)[0] == sentences_of(FERRY)[0]
    assert len(sentences_of(copy)) == len(sentences_of(FERRY)) - round(0.25 * (len(sentences_of(FERRY)) - 1))


@pytest.mark.parametrize("seed", range(5))
def test_a_reordering_keeps_every_sentence_and_moves_some(seed: int) -> None:
    copy = reorder(FERRY, 0.3, Random(seed))
    assert copy != FERRY
    assert copy[0] == FERRY[0]
    assert sorted(copy) == sorted(FERRY)


def test_respelling_changes_words_of_the_table_and_misspells_one_name() -> None:
    assert texts(respell(one("The harbour is grey."), 1, Random(1))) == ["The harbor is gray."]
    copy = respell(one("It was said in Vanmouth, near Vanmouth."), 0, Random(1))
    wrong = texts(copy)[0].removeprefix("It was said in ").split(", near ")
    assert wrong[0] == wrong[1].removesuffix(".")
    assert wrong[0] != "Vanmouth"


def test_spinning_leaves_quotations_and_names_alone() -> None:
    copy = texts(
        spin(one('The company said the Water Authority closed. "The company closed," Vink said.'), 1, Random(2))
    )
    assert '"The company closed,"' in copy[0]
    assert "Water Authority" in copy[0]
    assert not copy[0].startswith("The company")


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("The petition was rejected by the council on Monday.", "On Monday, the council rejected the petition."),
        ("The gate was shut because it rained.", "Because it rained, the gate was shut."),
        ('"We slept well," Tolver said.', 'Tolver said: "We slept well."'),
        ('Tolver said: "We slept well."', '"We slept well," Tolver said.'),
        ("The firm said that pumps ran.", "Pumps ran, the firm said."),
        ("She did not answer.", "She didn't answer."),
    ],
)
def test_turns_of_phrase(text: str, turned: str) -> None:
    assert texts(there_and_back(one(text), 1, Random(1))) == [turned]


def test_an_update_adds_paragraphs_and_loses_none() -> None:
    copy = update(FERRY, bases()["ferry"].background, Random(1))
    assert keys_of(copy) > keys_of(FERRY)
    assert copy[0] == FERRY[0]


def test_a_correction_changes_one_figure_and_says_which() -> None:
    copy, notice = correct(FERRY, Random(1))
    changed = [(a, b) for a, b in zip(texts(FERRY), texts(copy), strict=True) if a != b]
    assert len(changed) == 1
    assert notice.startswith("Correction: ")
    assert notice.removesuffix(".").split()[-1] in changed[0][1]


def test_a_text_without_figures_is_not_corrected() -> None:
    assert correct(one("Nothing is counted."), Random(1)) == (one("Nothing is counted."), "")


def test_a_citing_article_names_its_source_and_reports_other_things() -> None:
    own = bases()["chess"].background
    copy = cite(FERRY, "Marl Courier", own, Random(1))
    assert sum(text.endswith(", the Marl Courier reported.") for text in texts(copy)) == 1
    assert keys_of(own) < keys_of(copy)
    assert len(keys_of(copy) & keys_of(FERRY)) == 4
    assert any('"' in sentence.text for sentence in copy[1])


def test_a_merge_tells_from_both_and_nothing_twice() -> None:
    other = bases()["ferry-second"].body
    copy = merge(FERRY, other, 0.3, Random(1))
    assert keys_of(copy) & keys_of(FERRY)
    assert keys_of(copy) & keys_of(other)
    siblings = merge(cut(FERRY, 0.1, Random(2)), rewritten(FERRY, [("spin", 0.5)], Random(3)), 0.2, Random(4))
    assert len(keys_of(siblings)) == len(sentences_of(siblings))


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_the_same_chance_gives_the_same_copy(name: str) -> None:
    assert rewritten(FERRY, [(name, 0.4)], Random(7)) == rewritten(FERRY, [(name, 0.4)], Random(7))


def test_a_copy_of_a_sibling_does_not_stand_nearest_to_the_root() -> None:
    made = grow(plan(shape="star", size=2))
    sibling = made.nodes[1]._replace(prose=FERRY[:4], parents=(0,))
    nodes = (made.nodes[0], sibling)
    assert not stands_nearest(FERRY[:3], nodes, 0)
    assert stands_nearest(FERRY[:3], nodes, 1)
    assert stands_nearest((*FERRY[:2], FERRY[4]), nodes, 0)


def test_the_fixed_set_has_every_shape_and_sizes_from_4_to_40() -> None:
    plans = fixed_set()
    assert 55 <= len(plans) <= 65
    assert {one.shape for one in plans} == {"star", "chain", "tree", "contaminated", "two origins"}
    assert (min(one.size for one in plans), max(one.size for one in plans)) == (4, 40)
    assert {one.credits for one in plans} == {True, False}
    assert {one.dates for one in plans} == {"times", "days", "none"}
    assert len({one.id for one in plans}) == len(plans)


@pytest.mark.parametrize("shape", ["star", "chain", "tree"])
def test_families_grow_the_same_way_each_time(shape: str) -> None:
    made = grow(plan(shape=shape))
    assert made == grow(plan(shape=shape))
    assert len({article.id for article in made.given}) == 8
    expected = {"star": {(0,)}, "chain": {(n,) for n in range(7)}}
    parents = {node.parents for node in made.nodes[1:]}
    assert parents == expected.get(shape, parents)


def test_a_copy_is_never_dated_before_its_exemplar() -> None:
    for dates in ("times", "days"):
        made = grow(plan(dates=dates, size=20))
        for node in made.nodes:
            for parent in node.parents:
                assert (made.nodes[parent].article.published or "") < (node.article.published or "")


def test_a_contaminated_family_ends_in_merges_of_two_origins() -> None:
    made = grow(plan(shape="contaminated", bases=("ferry", "ferry-second")))
    merges = [node for node in made.nodes if node.operation == "merge"]
    assert len(merges) == 2
    assert all(node.origins == ("ferry", "ferry-second") and len(node.parents) == 2 for node in merges)


def test_a_rewriting_family_keeps_enough_to_be_known_by() -> None:
    made = grow(plan(shape="chain", size=20, rewriting=True))
    assert all(len(sentences_of(node.prose)) >= 5 for node in made.nodes)


@pytest.mark.parametrize("seed", range(8))
def test_every_form_of_credit_is_one_that_the_program_reads(seed: int) -> None:
    name = outlets(1, Random(seed))[0]
    text = f"The gate was shut in Corrow.\n\nNobody was hurt.\n\n{credit_line(name, Random(seed))}"
    article = engine.prepared([Article(text=text, outlet="Pell Packet")])[0]
    assert [credit.name for credit in article.credits] == [name]


def test_a_rewrite_is_told_under_another_title_only_where_it_cites() -> None:
    assert copied("rewrite", [(FERRY, "Marl Courier")], ["ferry"], Random(1)).title == ""
    assert copied("cite", [(FERRY, "Marl Courier")], ["ferry"], Random(1)).title in {b.title for b in bases().values()}


def test_stories_for_speed() -> None:
    articles = story(10)
    assert articles == story(10)
    assert len({article.id for article in articles}) == 10
    assert 450 <= sum(len(article.text.split()) for article in articles) / 10 <= 560
    assert [one.article for one in grown(10)] == articles
    assert {one.origin for one in grown(10)} == {0, 1}
