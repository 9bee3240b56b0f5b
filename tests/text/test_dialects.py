"""One spelling for two: words that British and American English write otherwise, and words that stay two."""

import pytest

from stemma.text.dialects import one_spelling


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("judgement", "judgment"),
        ("programmes", "programs"),
        ("grey", "gray"),
        ("harbours", "harbors"),
        ("centre", "center"),
        ("metres", "meters"),
        ("organisation", "organization"),
        ("realised", "realized"),
        ("analysed", "analyzed"),
        ("catalogues", "catalogs"),
        ("defence", "defense"),
        ("travelled", "traveled"),
    ],
)
def test_two_spellings_of_one_word_are_one(british: str, american: str) -> None:
    assert one_spelling(british) == one_spelling(american)


@pytest.mark.parametrize(
    ("one", "other"),
    [("filled", "filed"), ("four", "for"), ("raised", "razed"), ("wise", "wide"), ("were", "wear"), ("hour", "hor")],
)
def test_two_words_stay_two(one: str, other: str) -> None:
    assert one_spelling(one) != one_spelling(other)
