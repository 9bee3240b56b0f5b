"""Words that leave open whether a thing is so."""

import re
from functools import cache

from stemma.lexicon import table

__all__ = ["hedges"]


def hedges(text: str) -> list[tuple[int, int]]:
    """Start and end of each hedge in the text, in order."""
    # "İ" alone grows in lower case; with another letter in its place every offset stays true.
    lowered = text.replace("İ", "i").lower()
    spans = (match.span() for match in _pattern().finditer(lowered))
    # "May" and "Might": a month or a noun; at the head of a question no hedge either
    return [(start, end) for start, end in spans if text[start:end] not in {"May", "Might"}]


@cache
def _pattern() -> re.Pattern[str]:
    """Every hedge in lower case: matching that ignores case takes four times as long."""
    entries = [*table("hedges")["phrases"], *table("hedges")["words"].split()]
    longest_first = sorted(entries, key=lambda entry: (-len(entry), entry))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
