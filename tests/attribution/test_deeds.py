"""What is done and not said: questioned suspects, recalled packs, an envoy called back."""

import pytest

from stemma.attribution import statements
from stemma.records import Article


@pytest.mark.parametrize(
    "text",
    [
        "The police questioned two men.",
        "The regulator recalled 9,400 packs.",
        "The Senate called back its envoy.",
        "Nobody was surprised to hear that the net was sound.",
    ],
)
def test_a_deed_is_no_saying(text: str) -> None:
    assert statements(Article(text=text, id="a")) == ()


def test_who_does_not_know_whose_it_was_denies_nothing() -> None:
    (one,) = statements(Article(text="“We didn’t know whose boat it was,” said one of the cooks.", id="a"))
    assert not one.denies
