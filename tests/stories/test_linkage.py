"""Average linkage, on cases worked by hand."""

from stemma.stories.linkage import average_link


def test_pairs_above_the_level_are_joined_and_others_not() -> None:
    assert average_link(4, [(0, 1, 0.9), (2, 3, 0.3)], 0.5) == [[0, 1], [2], [3]]


def test_a_chain_is_not_followed_where_the_mean_is_too_low() -> None:
    # 0-1 joins first; 2 is then 0.8 and 0 from its two members: 0.4 on average.
    assert average_link(3, [(0, 1, 0.9), (1, 2, 0.8)], 0.5) == [[0, 1], [2]]
    assert average_link(3, [(0, 1, 0.9), (1, 2, 0.8)], 0.4) == [[0, 1, 2]]


def test_two_clusters_are_joined_by_the_mean_of_all_their_pairs() -> None:
    pairs = [(0, 1, 0.9), (2, 3, 0.9), (0, 2, 0.6), (0, 3, 0.6), (1, 2, 0.6), (1, 3, 0.4)]
    assert average_link(4, pairs, 0.55) == [[0, 1, 2, 3]]
    assert average_link(4, pairs, 0.56) == [[0, 1], [2, 3]]


def test_ties_go_to_the_lowest_numbers() -> None:
    assert average_link(3, [(0, 1, 0.7), (1, 2, 0.7)], 0.5) == [[0, 1], [2]]
    assert average_link(3, [(1, 2, 0.7), (0, 1, 0.7)], 0.5) == [[0, 1], [2]]


def test_nothing_to_join() -> None:
    assert average_link(0, [], 0.5) == []
    assert average_link(2, [], 0.5) == [[0], [1]]
