"""The kind of an unnamed source."""

import re
from functools import cache

from stemma.lexicon import table

__all__ = ["category"]


def category(source: str) -> str | None:
    """The category of a source that names nobody ("officials", "people familiar", ...); None where none fits."""
    folded = " ".join(source.casefold().split())
    for name, pattern in _patterns():
        if pattern.search(folded):
            return name
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, nouns), key=len, reverse=True)) + r")\b"))
        for name, nouns in table("anonymous")["categories"].items()
    )
