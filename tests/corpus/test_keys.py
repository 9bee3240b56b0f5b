"""Keys: what a copied run, a rewrite and an identical text leave in common."""

import numpy
import polars
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from stemma.corpus import KEYS, REWRITING, TEXTS, VERBATIM, WHOLE, fingerprints
from stemma.corpus.shingles import LENGTH, chosen, shingles, whole
from stemma.corpus.telling import MOST
from stemma.corpus.words import words
from tests.corpus.made import WIRE, cut, made_up, texts


def _keys(text: str, route: int) -> set[int]:
    found = fingerprints(texts(text), [route])
    return set(found["key"].to_list())


def test_a_text_of_fewer_words_than_a_shingle_is_one_shingle() -> None:
    found = words(["", "one", "one two", "one two three four five", "a b c d e f"])
    keys, counts = shingles(found)
    assert counts.tolist() == [0, 1, 1, 1, 2]
    assert len({int(keys[first]) for first in found.bounds[1:-1]}) == 4


def test_a_copied_run_of_twenty_words_leaves_a_common_key() -> None:
    hosts = made_up(40)
    run = " ".join(WIRE.split()[:24])
    for place, host in enumerate(hosts):
        held = host.split()
        mixed = " ".join([*held[: place * 5], run, *held[place * 5 :]])
        assert _keys(mixed, VERBATIM) & _keys(" ".join(reversed(host.split())) + " " + run, VERBATIM)


def test_a_short_text_meets_a_long_one_that_holds_it() -> None:
    long = " ".join([made_up(1)[0], WIRE, made_up(2)[1]])
    for length in (6, 12, 25, 50):
        short = " ".join(WIRE.split()[:length])
        assert len(_keys(short, VERBATIM)) >= min(8, length - LENGTH + 1) // 2
        if length >= 20:
            assert _keys(short, VERBATIM) & _keys(long, VERBATIM)


def test_a_text_of_400_words_keeps_one_shingle_in_eight() -> None:
    found = chosen(words(made_up(50)))
    assert 40 < len(found.keys) / 50 < 55


def test_the_same_words_in_another_order_are_another_text() -> None:
    found = whole(words(["a b c d", "a b d c", "A, b; c – d", "a b c", "", "…"]))
    assert found[0] == found[2]
    assert len({*found.tolist()}) == 4
    assert found[4] == found[5] == 0


def test_a_rewriter_keeps_names_figures_and_rare_words() -> None:
    rewrite = (
        "Residents of low-lying Karsen fled after a gate at the Orlo Dam broke early Tuesday. According to Petra Vold, "
        "3,170 of them were out by midday; a shutter may be lowered by Brennick engineers later this week."
    )
    other = "The council of Karsen put off its vote on the market hall on Tuesday. The hall has stood empty for years."
    common = _keys(WIRE, REWRITING) & _keys(rewrite, REWRITING)
    assert len(common) >= 6
    assert len(_keys(WIRE, REWRITING) & _keys(other, REWRITING)) <= 1


def test_spoken_words_are_keys_of_a_rewrite_wherever_they_stand() -> None:
    said = "We went up to the house and then we went back down to the road and it was dark and no one was there at all"
    quoted = _keys(f"So he was asked. “{said},” he says.", REWRITING)
    assert quoted & _keys(f"That is it: “{said}.”", REWRITING)
    assert not quoted & _keys(f"That is it: {said}.", REWRITING)


def test_an_article_keeps_few_keys_however_long_it_is() -> None:
    found = fingerprints(texts(" ".join(made_up(30))), [REWRITING])
    assert found.height == MOST
    assert found["total"].unique().to_list() == [found["weight"].cast(polars.Int64).sum()]


def test_a_language_without_a_word_list_has_keys_all_the_same() -> None:
    row = texts("Olrun brak te sluis van Karsen door het water").with_columns(language=polars.lit("xx"))
    assert fingerprints(row, [REWRITING]).height > 5


def test_an_article_without_words_has_one_empty_row() -> None:
    found = fingerprints(texts("…", ""))
    assert found.rows() == [(0, None, WHOLE, 0, 0, 0), (1, None, WHOLE, 0, 0, 0)]
    assert fingerprints(polars.DataFrame(schema=TEXTS)).schema == KEYS


@given(st.lists(st.text(st.sampled_from("abAB 12“”.\n東é"), max_size=80), min_size=1, max_size=8), st.integers(1, 4))
def test_keys_do_not_depend_on_the_batch(rows: list[str], size: int) -> None:
    whole_batch = texts(*rows)
    parts = polars.concat([fingerprints(part) for part in cut(whole_batch, size)])
    order = ["number", "route", "weight", "key"]
    assert_frame_equal(fingerprints(whole_batch).sort(order), parts.sort(order))


def test_keys_do_not_depend_on_the_place_in_a_chunk() -> None:
    rows = [*made_up(130), WIRE]
    found = fingerprints(texts(*rows)).filter(polars.col("number") == 130)
    assert set(found["key"].to_list()) == set(fingerprints(texts(WIRE))["key"].to_list())
    assert numpy.all(found["total"].to_numpy() > 0)
