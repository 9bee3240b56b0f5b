"""Rarity: rare words weigh more, acronyms are not the words that they spell."""

from stemma.text.rarity import information, zipf


def test_a_common_word_is_frequent_and_an_invented_one_is_unknown() -> None:
    assert zipf("the") > zipf("ferry") > zipf("graymantle") == 0.0


def test_a_rarer_word_weighs_more_and_an_unknown_one_not_without_bound() -> None:
    assert information("the") < information("town") < information("ferry") < information("spillway")
    assert information("spillway") <= information("graymantle") == information("qwxzv")


def test_capitals_at_the_head_of_a_sentence_change_nothing() -> None:
    assert information("The") == information("the")


def test_an_acronym_weighs_more_than_the_word_that_it_spells() -> None:
    assert information("US") == information("U.S.") > information("us")
    assert information("WHO") > information("who")


def test_a_language_without_a_list_has_only_unknown_words() -> None:
    assert zipf("kayıklar", "xx") == 0.0


def test_a_word_that_no_list_holds_is_not_taken_for_a_rare_one() -> None:
    assert information("kayıklar", "xx") < information("qwxzv", "en")
    assert information("轮沉", "zh") < information("qwxzv", "en")
    assert information("的", "zh") < information("水库", "zh") <= information("轮沉", "zh")


def test_a_language_is_known_by_each_of_its_codes() -> None:
    assert information("og", "no") == information("og", "nb") < information("og", "en")


def test_a_word_is_weighed_in_its_own_language() -> None:
    assert information("und", "de") < information("und", "en")
