"""Words that leave open whether a thing is so."""

import re
from functools import cache

from stemma.lexicon import table

__all__ = ["hedges"]


def hedges(text: str) -> list[tuple[int, int]]:
    """Start and end of each hedge in the text, in order."""
    return [
        match.span()
        for match in _pattern().finditer(text)
        if match.group() not in {"May", "Might"}  # a month or a noun; at the head of a question no hedge either
    ]


@cache
def _pattern() -> re.Pattern[str]:
    entries = [*table("hedges")["phrases"], *table("hedges")["words"].split()]
    longest_first = sorted(entries, key=lambda entry: (-len(entry), entry))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)
