"""Invented articles."""

from collections.abc import Callable

import pytest

from stemma.extract import annotate
from stemma.records import Article

BODY = (
    "The ferry to Saint Orla ran aground on a sandbank on Monday with ninety people on board, and all of them were"
    " taken off by noon, the harbour master said.\n\n"
    "It was the second time this year that the line has lost a ship to the sands, and the mayor said that she had"
    " asked for a new chart.\n\n"
)

Annotated = Callable[..., Article]


@pytest.fixture
def body() -> str:
    """Two plain paragraphs with nothing to set aside and nothing to credit."""
    return BODY


@pytest.fixture
def annotated() -> Annotated:
    """Annotates a text with the given fields."""

    def make(text: str, **fields: str) -> Article:
        return annotate(Article(text=text, id="a", **fields))  # type: ignore[arg-type]  # every field used is a string

    return make
