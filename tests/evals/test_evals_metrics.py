"""Every measure against a case worked by hand."""

import pytest

from evals.metrics import (
    Score,
    adjusted_rand,
    area_under_curve,
    b_cubed,
    calibration_error,
    edges,
    mean,
    pairwise,
    recall_at,
    reliability,
    score,
    set_score,
    threshold_at,
    undirected,
)

# Two true stories, abc and de; found: ab, cde.
TRUE = dict(zip("abcde", "11122", strict=True))
FOUND = dict(zip("abcde", "xxyyy", strict=True))


def test_b_cubed_by_hand() -> None:
    # precision: a 2/2, b 2/2, c 1/3, d 2/3, e 2/3 -> 11/3 / 5; recall: a 2/3, b 2/3, c 1/3, d 1, e 1 -> 11/3 / 5
    assert b_cubed(FOUND, TRUE) == pytest.approx(Score(11 / 15, 11 / 15, 11 / 15))


def test_b_cubed_is_uneven_where_one_story_is_split() -> None:
    found = dict(zip("abcde", "xxyzz", strict=True))
    # precision 1; recall: a 2/3, b 2/3, c 1/3, d 1, e 1
    assert b_cubed(found, TRUE) == pytest.approx(Score(1, 11 / 15, 22 / 26))


def test_a_member_that_was_not_found_stands_alone() -> None:
    assert b_cubed({"a": "x", "b": "x"}, {"a": "1", "b": "1", "c": "2"}) == Score(1, 1, 1)


def test_members_outside_the_truth_do_not_count() -> None:
    assert b_cubed({**FOUND, "z": "x"}, TRUE) == b_cubed(FOUND, TRUE)
    assert pairwise({**FOUND, "z": "x"}, TRUE) == pairwise(FOUND, TRUE)


def test_pairwise_by_hand() -> None:
    # together: ab, cd, ce, de (4); belong: ab, ac, bc, de (4); both: ab, de
    assert pairwise(FOUND, TRUE) == Score(0.5, 0.5, 0.5)


def test_adjusted_rand_by_hand() -> None:
    # index 2, expected 4 * 4 / 10 = 1.6, highest 4: (2 - 1.6) / (4 - 1.6)
    assert adjusted_rand(FOUND, TRUE) == pytest.approx(1 / 6)
    assert adjusted_rand(TRUE, TRUE) == 1


def test_adjusted_rand_of_all_alone_and_all_alone_is_one() -> None:
    alone = {"a": "1", "b": "2", "c": "3"}
    assert adjusted_rand(alone, alone) == 1


def test_score_of_nothing() -> None:
    assert score(0, 0, 0) == Score(1, 1, 1)
    assert score(0, 0, 3) == Score(0, 0, 0)
    assert score(0, 3, 0) == Score(0, 0, 0)


def test_score_with_a_recall_of_its_own() -> None:
    # one block found covers two true omissions of four; one of two found is right
    assert score(1, 2, 4, 2) == Score(0.5, 0.5, 0.5)


def test_set_score_counts_repeats_as_often_as_they_stand_in_both() -> None:
    assert set_score(["a", "a", "b"], ["a", "b", "b"]) == pytest.approx(Score(2 / 3, 2 / 3, 2 / 3))


def test_edges_directed_and_not() -> None:
    found = [("b", "a"), ("c", "a"), ("d", "c")]
    true = [("b", "a"), ("c", "a"), ("c", "d"), ("e", "a")]
    assert edges(found, true) == pytest.approx(Score(2 / 3, 2 / 4, 4 / 7))
    assert undirected(found, true) == pytest.approx(Score(1, 3 / 4, 6 / 7))


def test_recall_at_a_rate_of_false_positives() -> None:
    negatives = [0.1, 0.2, 0.3, 0.6]
    assert threshold_at(negatives, 0.0) == 0.6
    assert threshold_at(negatives, 0.25) == 0.3
    assert recall_at([0.3, 0.4, 0.7, 0.9], negatives, 0.0) == 0.5
    assert recall_at([0.3, 0.4, 0.7, 0.9], negatives, 0.25) == 0.75


def test_one_in_two_hundred_is_half_a_percent() -> None:
    negatives = [0.9, 0.8, *[0.0] * 198]
    assert threshold_at(negatives, 0.005) == 0.8


def test_every_negative_may_pass() -> None:
    assert recall_at([0.0], [0.5], 1.0) == 1


def test_area_under_the_curve_counts_ties_half() -> None:
    # pairs won: 0.8 beats both (2), 0.4 beats 0.1 (1) and ties 0.4 (0.5): 3.5 of 4
    assert area_under_curve([0.8, 0.4], [0.4, 0.1]) == 0.875
    assert area_under_curve([], [0.4]) == 0.5


def test_reliability_weighs_both_kinds_alike() -> None:
    table = reliability([0.95, 0.95, 0.05], [0.05])
    # low bin: one third of the positives' half (1/6) and all of the negatives' half (1/2)
    assert [row.low for row in table] == [0.0, 0.9]
    assert table[0].weight == pytest.approx(2 / 3)
    assert table[0].held == pytest.approx(0.25)
    assert table[1].held == 1
    # |0.05 - 0.25| * 2/3 + |0.95 - 1| * 1/3
    assert calibration_error(table) == pytest.approx(0.2 * 2 / 3 + 0.05 / 3)


def test_certainty_falls_in_the_last_bin() -> None:
    assert reliability([1.0], [0.0])[-1].high == 1.0


def test_mean_of_nothing() -> None:
    assert mean([]) == 0
