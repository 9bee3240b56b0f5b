"""Odd collections: each would take hours or all memory if anything grew with the square of it."""

import polars
import pytest

from benchmarks.synthetic import batch
from stemma.corpus import NEIGHBOURS, VERBATIM, WHOLE, batches, candidates, in_time, reused, table
from stemma.engine import wide
from stemma.records import Article
from tests.corpus.made import WIRE, made_up, texts

# 10,000 articles make 50 million pairs: a minute and gigabytes for each key, if they were made.
_MANY = 10_000


def test_very_many_copies_of_one_text_are_a_chain_to_the_first() -> None:
    found = candidates([texts(*[WIRE] * _MANY)])
    assert found.copies == found.pairs.height == _MANY - 1
    assert set(found.pairs["a"].to_list()) == {0}
    assert set(found.pairs["route"].to_list()) == {WHOLE}


def test_very_many_copies_that_differ_in_a_word_are_paired_with_their_neighbours() -> None:
    found = candidates([texts(*[f"{WIRE} Sold in shop {number}." for number in range(_MANY)])])
    assert (
        found.pairs.filter(polars.col("route") == VERBATIM).height
        == NEIGHBOURS * _MANY - NEIGHBOURS * (NEIGHBOURS + 1) // 2
    )
    assert found.crowded["unpaired"].sum() > 300_000_000


def test_very_many_articles_of_three_words() -> None:
    words = batch(4).texts["text"].str.split(" ").explode().to_list()
    rows = [" ".join(words[3 * number : 3 * number + 3]) for number in range(_MANY)]
    found = candidates([texts(*rows)])
    assert found.pairs.height < 5 * _MANY
    assert not found.wordless


def test_a_huge_article_among_small_ones_meets_them_all_the_same() -> None:
    filler = " ".join(made_up(300)) + " "
    huge = filler * 4 + WIRE
    assert len(huge) > 2_000_000
    rows = texts(huge, f"KARSEN — {WIRE}", *made_up(50))
    found = candidates([rows])
    assert (0, 1) in set(zip(found.pairs["a"], found.pairs["b"], strict=True))
    passages = reused(rows, polars.DataFrame({"a": [0], "b": [1]}))
    assert huge[passages["a_start"][0] : passages["a_end"][0]] == WIRE.rstrip(".")


def test_a_text_of_one_endless_word() -> None:
    found = candidates([texts("a" * 1_000_000, " ".join(["b" * 70] * 20_000), " ".join(["b" * 70] * 20_001))])
    assert set(zip(found.pairs["a"], found.pairs["b"], strict=True)) == {(1, 2)}
    assert not found.wordless


@pytest.mark.parametrize("published", [None, "2999-01-01", "yesterday", "0000-00-00"])
def test_dates_that_are_missing_wrong_or_in_the_future_lose_nothing(published: str | None) -> None:
    articles = [Article(id=f"a{number}", text=f"{WIRE} {number}", published=published) for number in range(100)]
    ordered, found = wide.pairs(articles)
    paired = {ordered[number].id for side in ("a", "b") for number in found.pairs[side]}
    assert paired == {article.id for article in articles}


def test_one_id_for_two_texts_is_two_articles() -> None:
    ordered, found = wide.pairs([Article(id="x", text=WIRE), Article(id="x", text=WIRE + " More follows.")])
    assert [article.id for article in ordered] == ["x", "x#2"]
    assert found.pairs["b"].to_list()[0] == 1


def test_half_a_character_is_replaced_and_moves_nothing() -> None:
    frame = table([Article(id="x", text="Karsen \ud83d is dry")])
    assert frame["text"].to_list() == ["Karsen � is dry"]


def test_batches_hold_every_article_once_in_order() -> None:
    articles = in_time(Article(id=f"{number:03}", text="word " * 100_000) for number in range(40))
    cut = list(batches(articles))
    assert len(cut) > 1
    assert [number for part in cut for number in part["number"]] == list(range(40))
