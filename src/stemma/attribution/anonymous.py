"""The kind of an unnamed source, and how many there are."""

import re
from functools import cache, lru_cache

from stemma.attribution.fields import field_of
from stemma.attribution.grammar import lexicon
from stemma.lexicon import table
from stemma.text.numbers import numbers

__all__ = ["category", "count", "unnamed"]

# The number stands within so many characters ("More than two dozen current and former ..."); chosen by eye.
_COUNTED = 30
# Words of a source before what hangs on it ("of the", "who", "from").
_HEAD = re.compile(
    r"(?:\w+ of (?:the |his |her |their )?)?[^,(]*?"
    r"(?= (?:of|who|whose|which|that|from|in|at|with|on|for|near|close|familiar|briefed)\b|[,(]|$)"
)
_RELATIVE = re.compile(r",? who\b")
_INDEFINITE = frozenset("a an one some several many most few two three four five six dozens hundreds".split())


@lru_cache(maxsize=1 << 12)  # the sources of many articles
def category(source: str) -> str | None:
    """The category of a source that names nobody ("officials", "people familiar", ...); None where none fits."""
    folded = " ".join(source.casefold().split())
    for name, pattern in _patterns():
        if pattern.search(folded):
            return name
    return None


def unnamed(source: str, following: str) -> str | None:
    """The category of a source that is known to have no name in the article; None where it need not be a person.

    `following` are the words after the source: "..., who asked not to be named". Any person in the indefinite
    ("a sailor", "one of the mothers") is of the category "other".
    """
    if source.casefold() in lexicon("subject_pronouns") and not _RELATIVE.match(following):
        return None
    known = category(source)
    if known is not None:
        return known
    beside = following if _RELATIVE.match(following) else ""
    asked = any(phrase in f"{source} {beside}".casefold() for phrase in table("anonymous")["conditions"])
    return "other" if asked or _is_indefinite(source.casefold()) else None


def _is_indefinite(folded: str) -> bool:
    words = folded.split()
    if len(words) < 2 or (words[0] not in _INDEFINITE and not words[0].isdigit()):
        return False
    match = _HEAD.match(folded)
    head = match.group().split()[-1:] if match is not None else []
    return bool(head) and field_of(head[0], "noun").split("+")[0] == "person" and head[0] not in lexicon("bodies")


def count(source: str) -> int | None:
    """How many unnamed sources the words give, at least; None where they give no number."""
    found = numbers(source[:_COUNTED])
    if not found or found[0].kind == "fraction" or found[0].low is None:
        return None
    before = source[: found[0].start].casefold().split()
    return int(found[0].low) if all(word in lexicon("bounds", "anonymous") for word in before) else None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, nouns), key=len, reverse=True)) + r")\b"))
        for name, nouns in table("anonymous")["categories"].items()
    )
