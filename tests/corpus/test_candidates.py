"""Candidate pairs: all that should be found, and the same bytes however the work is cut."""

import random
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

import polars
import pytest
from polars.testing import assert_frame_equal

from benchmarks.synthetic import BATCH, batch
from stemma.corpus import (
    CROWD,
    CROWDED,
    KEYS,
    NEIGHBOURS,
    PAIRS,
    REWRITING,
    TEXTS,
    VERBATIM,
    WHOLE,
    WINDOW,
    candidates,
    fingerprints,
    judged,
    meetings,
    summed,
)
from tests.corpus.made import WIRE, cut, made_up, texts


def _pairs(frame: polars.DataFrame) -> set[tuple[int, int]]:
    return set(zip(frame["a"].to_list(), frame["b"].to_list(), strict=True))


def test_a_reprint_a_rewrite_and_an_identical_text_are_found_each_by_its_route() -> None:
    rewrite = (
        "Residents of low-lying Karsen fled after a gate at the Orlo Dam broke early Tuesday. According to Petra Vold, "
        "3,170 of them were out by midday; a shutter may be lowered by Brennick engineers later this week."
    )
    found = candidates([texts(WIRE, f"KARSEN — {WIRE} More to follow.", rewrite, WIRE.upper(), *made_up(20))])
    shown = {(a, b): route for a, b, route, _ in found.pairs.iter_rows()}
    assert shown[0, 3] == WHOLE
    assert {(a, b) for a, b, route, _ in found.pairs.iter_rows() if route == VERBATIM} == {(0, 1)}
    assert {(0, 1), (0, 2), (1, 2)} <= {(a, b) for a, b, route, _ in found.pairs.iter_rows() if route == REWRITING}
    assert found.copies == 1
    assert all(0 < shared <= 1 for shared in found.pairs["shared"])


def test_nearly_every_planted_copy_is_found() -> None:
    made = batch(0)
    found = _pairs(candidates([made.texts], routes=[VERBATIM]).pairs)
    planted = [copy for copy in made.planted if copy.jaccard >= 0.5]
    assert len(planted) > 150
    assert sum((copy.a, copy.b) in found for copy in planted) >= 0.98 * len(planted)
    assert len(found) < 2 * len(made.planted)


def _on_threads(function: Callable[..., polars.DataFrame], inputs: Iterable[polars.DataFrame]) -> Iterator[object]:
    with ThreadPoolExecutor(3) as pool:
        yield from reversed(list(pool.map(function, inputs)))


@pytest.mark.parametrize("size", [1, 7, 400])
def test_the_bytes_are_the_same_for_any_batches_and_any_runner(size: int) -> None:
    whole = polars.concat(
        [
            texts(WIRE, WIRE + " It is calm.", "…"),
            batch(2).texts[-390:].with_columns(number=polars.lit(3, polars.UInt32)),
        ]
    )
    whole = whole.with_columns(number=polars.int_range(whole.height, dtype=polars.UInt32))
    expected = candidates([whole])
    parts = cut(whole, size)
    random.Random(1).shuffle(parts)
    found = candidates(parts, _on_threads)  # type: ignore[arg-type]
    assert_frame_equal(found.pairs, expected.pairs)
    assert_frame_equal(found.crowded, expected.crowded)
    assert (found.wordless, found.copies) == (expected.wordless, expected.copies) == ([2], expected.copies)


def test_the_keys_can_be_met_in_any_parts_that_hold_whole_keys() -> None:
    keys = fingerprints(batch(3).texts[-300:])
    parts = [meetings(keys.filter(polars.col("key") % 5 == rest).sample(fraction=1, shuffle=True)) for rest in range(5)]
    once = meetings(keys)
    assert_frame_equal(summed(polars.concat([part.pairs for part in parts])), once.pairs)
    assert_frame_equal(polars.concat([part.crowded for part in parts]).sort("route", "key"), once.crowded)


def _held(articles: int, route: int = VERBATIM, days: int = 0) -> polars.DataFrame:
    """One key that all articles hold, `days` apart."""
    columns = {
        "number": range(articles),
        "day": [number * days for number in range(articles)],
        "route": [route] * articles,
        "key": [7] * articles,
        "weight": [1] * articles,
        "total": [10] * articles,
    }
    return polars.DataFrame(columns, schema=KEYS)


def test_of_a_key_that_few_hold_all_pairs_are_looked_at() -> None:
    met = meetings(_held(CROWD))
    assert met.pairs.height == CROWD * (CROWD - 1) // 2
    assert met.crowded.height == 0


def test_of_a_crowded_key_neighbours_are_looked_at_and_the_rest_is_counted() -> None:
    articles = 1000
    met = meetings(_held(articles))
    assert met.crowded.schema == CROWDED
    ((_, key, held, unpaired),) = met.crowded.rows()
    assert (key, held) == (7, articles)
    assert met.pairs.height + unpaired == articles * (articles - 1) // 2
    assert (met.pairs["b"] - met.pairs["a"]).max() == NEIGHBOURS


def test_a_rewrite_is_looked_for_within_a_window_and_a_copied_run_at_any_distance() -> None:
    assert meetings(_held(2, REWRITING, WINDOW)).pairs.height == 1
    assert meetings(_held(2, REWRITING, WINDOW + 1)).pairs.height == 0
    assert meetings(_held(2, VERBATIM, 4000)).pairs.height == 1


def test_an_article_without_a_date_is_within_reach_of_all() -> None:
    undated = _held(3, REWRITING, 500).with_columns(
        day=polars.when(polars.col("number") > 0).then(polars.col("day")).cast(polars.Int32)
    )
    assert _pairs(meetings(undated).pairs) == {(0, 1), (0, 2)}


def test_a_pair_that_shares_too_little_is_no_candidate() -> None:
    rows = [(VERBATIM, 0, 1, 1, 1, 40), (VERBATIM, 0, 2, 2, 2, 40), (VERBATIM, 0, 3, 1, 1, 2)]
    rows += [(REWRITING, 0, 4, 2, 23, 100), (REWRITING, 0, 5, 2, 100, 1000), (REWRITING, 0, 6, 2, 150, 1000)]
    rows += [(REWRITING, 0, 7, 1, 51, 60), (REWRITING, 0, 8, 2, 120, 1000), (REWRITING, 0, 9, 3, 120, 1000)]
    schema = meetings(_held(2)).pairs.schema
    kept = judged(polars.DataFrame(rows, schema=schema, orient="row"))
    assert kept["b"].to_list() == [2, 3, 6, 9]
    assert kept.schema == PAIRS


def test_one_key_is_enough_where_every_copied_run_is_asked_for() -> None:
    hosts = made_up(20)
    run = " ".join(WIRE.split()[:20])
    rows = texts(*(f"{host} {run} {host[:900]}" for host in hosts))
    found = candidates([rows], routes=[VERBATIM], copied_keys=1).pairs
    assert found.height == 20 * 19 // 2
    assert candidates([rows], routes=[VERBATIM]).pairs.height <= found.height


def test_nothing_gives_nothing() -> None:
    for batches in ([], [polars.DataFrame(schema=TEXTS)], [texts("")]):
        found = candidates(batches)
        assert (found.pairs.height, found.crowded.height, found.copies) == (0, 0, 0)
        assert found.pairs.schema == PAIRS


def test_a_synthetic_batch_is_the_same_in_every_run() -> None:
    assert batch(1).planted == batch(1).planted
    assert batch(1).texts.height == BATCH
