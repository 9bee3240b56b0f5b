"""Reused passages: where two texts have the same words, to the character."""

from difflib import SequenceMatcher

import polars
import pytest
from polars.testing import assert_frame_equal

from benchmarks.synthetic import batch
from stemma.corpus import LEAST_WORDS, PASSAGES, TEXTS, reused, table
from stemma.records import Article, SetAside
from tests.corpus.made import WIRE, made_up, texts

_BOTH = polars.DataFrame({"a": [0], "b": [1]})


def _passages(one: str, other: str) -> list[tuple[str, str]]:
    found = reused(texts(one, other), _BOTH)
    return [(one[a:a_end], other[b:b_end]) for _, _, a, a_end, b, b_end, _ in found.iter_rows()]


def test_the_same_words_are_one_passage_whatever_their_case_and_marks() -> None:
    other = WIRE.upper().replace("“", "«").replace("”", "»").replace(" ", "\n")
    assert _passages(f"Velda. {WIRE}", other) == [(WIRE.rstrip("."), other.rstrip("."))]


def test_a_changed_clause_leaves_one_passage() -> None:
    changed = WIRE.replace("within the hour", "before most people were out of bed")
    assert _passages(WIRE, changed) == [(WIRE.rstrip("."), changed.rstrip("."))]


def test_own_sentences_between_copied_ones_part_two_passages() -> None:
    own = made_up(1)[0][:300]
    half = WIRE.index("“We")
    found = _passages(WIRE, f"{WIRE[:half]} {own} {WIRE[half:]}")
    assert [one for one, _ in found] == [WIRE[:half].rstrip(" ."), WIRE[half + 1 :].rstrip(".")]


def test_passages_in_another_order_are_found_apart() -> None:
    half = WIRE.index("“We")
    found = _passages(WIRE, f"{WIRE[half:]} {WIRE[:half]}")
    assert [one for one, _ in found] == [WIRE[:half].rstrip(" ."), WIRE[half + 1 :].rstrip(".")]


def test_a_text_that_holds_another_twice_shows_both_places() -> None:
    own = made_up(1)[0][:300]
    found = reused(texts(WIRE, f"{WIRE} {own} {WIRE}"), _BOTH)
    assert found["a_start"].to_list() == [0, 0]
    assert found["b_start"].to_list() == [0, len(WIRE) + len(own) + 2]


def test_a_common_phrase_is_no_passage() -> None:
    seven = " ".join(WIRE.split()[: LEAST_WORDS - 1])
    one, other = (f"{text} {seven} {text[:50]}" for text in made_up(2))
    assert _passages(one, other) == []


def test_a_refrain_repeated_a_thousand_times_takes_no_longer() -> None:
    found = reused(
        texts("We shall be back at the dam by noon. " * 1000, "We shall be back at the dam by noon. " * 900), _BOTH
    )
    assert 0 < found.height < 50


def test_set_aside_words_are_in_no_passage_and_offsets_stay() -> None:
    bare = Article(id="a", text=f"{WIRE} Sign up for our letter.")
    notice = bare.span(len(WIRE) + 1, len(bare.text))
    aside = Article(id="a", text=bare.text, set_aside=(SetAside(notice, "notice"),))
    both = table([aside, Article(id="b", text=bare.text)])
    ((_, _, a, a_end, _, _, _),) = reused(both, _BOTH).iter_rows()
    assert aside.text[a:a_end] == WIRE.rstrip(".")


def test_passages_cover_what_a_slow_comparison_finds() -> None:
    made = batch(6)
    rows = made.texts["text"].to_list()
    planted = made.planted[:60]
    first = made.texts["number"][0]
    found = reused(made.texts, polars.DataFrame([(one.a, one.b) for one in planted], schema=["a", "b"], orient="row"))
    held = {(a, b): words for a, b, words in found.group_by("a", "b").agg(polars.col("words").sum()).iter_rows()}
    for one in planted:
        matcher: SequenceMatcher[str] = SequenceMatcher(
            None, rows[one.a - first].split(), rows[one.b - first].split(), autojunk=False
        )
        blocks = [block.size for block in matcher.get_matching_blocks()]
        least, most = (sum(size for size in blocks if size >= words) for words in (LEAST_WORDS, 5))
        assert least <= held[one.a, one.b] <= 1.02 * most


def test_the_order_of_pairs_and_articles_does_not_matter() -> None:
    made = batch(7)
    pairs = polars.DataFrame([(one.a, one.b) for one in made.planted[:40]], schema=["a", "b"], orient="row")
    expected = reused(made.texts, pairs)
    assert_frame_equal(reused(made.texts[::-1], polars.concat([pairs[::-1], pairs[:3]])), expected)
    assert expected.schema == PASSAGES


def test_an_article_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="7"):
        reused(texts(WIRE), polars.DataFrame({"a": [0], "b": [7]}))


def test_no_pairs_give_no_passages() -> None:
    none = polars.DataFrame(schema={"a": polars.UInt32, "b": polars.UInt32})
    assert reused(texts(WIRE), none).height == 0
    assert reused(polars.DataFrame(schema=TEXTS), none).height == 0
