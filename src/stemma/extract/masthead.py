"""The outlet's name among the lines above a text, told by where it stands where its words do not tell it."""

import re
from collections.abc import Sequence, Set
from functools import cache
from typing import NamedTuple

from stemma.extract.furniture import reason_for
from stemma.extract.paragraph import Paragraph
from stemma.lexicon import table

__all__ = ["Masthead", "is_section", "masthead"]

# The first paragraph of so many words, or with a stop, is the story's own and ends the head.
_BODY = 20
_CLOSING = (".", "!", "?", "”", '"', ":", ",", ";", "…")
# What the headline itself may end in: tabloids ask, shout and quote.
_OF_HEADLINES = ("!", "?", "”", '"', "…")
_WORD = r"[A-ZÀ-Þ][\w.'’&-]*"
# Outlets' names have up to five words; headlines of so few, all in capitals, stand alone as the only candidate.
_NAME = re.compile(rf"{_WORD}(?: (?:(?:of|the|and|de|del|la|do|&) )?{_WORD}){{0,4}}")
# "SportWire", "HarbourOne": no person, place or section is written so.
_COINED = re.compile(r"[A-Z]+[a-z]+[A-Z]\w*|\w+\.[a-z]{2,4}")
# "Daily Lantern": nor are these, with what papers are called after.
_PERIODICAL = re.compile(rf"(?:The )?(?:Daily|Weekly|Evening|Sunday) {_WORD}(?: {_WORD})?")
_WITH_ARTICLE = re.compile(rf"The {_WORD}(?: {_WORD}){{0,2}}")
# A headline has as many words at least.
_HEADLINE = 3


class Masthead(NamedTuple):
    """The outlet's name, None where no line tells it beyond doubt; the lines that are neither headline nor story."""

    outlet: str | None
    lines: tuple[Paragraph, ...]


def masthead(text: str, first: Sequence[Paragraph], labels: Set[int]) -> Masthead:
    """Which of the first lines names the outlet. `labels`: the indexes of bylines, date lines and what is set aside.

    A line of a name's shape may be an outlet, a person, a place or a section. It is the outlet where it is written as
    none of these is, or beside a date or byline where the text says in other words that it is, or leaves nothing else.
    """
    head = _head(first, labels)
    open_lines = [index for index in head if index not in labels]
    beside = {index for index in open_lines if {index - 1, index + 1} & labels}
    names = [index for index in open_lines if _NAME.fullmatch(first[index].text) and not is_section(first[index].text)]
    if not any(first[index].words >= _HEADLINE for index in open_lines if index not in names[:1]):
        return Masthead(None, ())  # one line alone is the headline
    sure = [index for index in names if _is_told(text, first, index, index in beside)]
    if not sure and len(names) == 1 and names[0] in beside and _leaves_nothing_else(text, first, names[0]):
        sure = names
    aside = tuple(first[index] for index in names if index in sure or (index in beside and not _is_long(first[index])))
    return Masthead(first[sure[0]].text if len(sure) == 1 else None, aside)


def _head(first: Sequence[Paragraph], labels: Set[int]) -> list[int]:
    """The indexes above the story's first paragraph, without those of the page's own words."""
    found: list[int] = []
    headline: int | None = None
    for index, line in enumerate(first):
        if index in labels:
            found.append(index)
            continue
        if headline is None and line.words >= _HEADLINE:
            headline = index
        if line.words >= _BODY or (line.text.endswith(_CLOSING) and not _asks(line, index == headline)):
            break
        if reason_for(line, False) is None:
            found.append(index)
    return found


def _asks(line: Paragraph, is_headline: bool) -> bool:
    """Whether the line is the headline, and of one sentence that is a question, a cry or a quotation."""
    return is_headline and line.text.endswith(_OF_HEADLINES) and ". " not in line.text


def _is_long(line: Paragraph) -> bool:
    return line.words > _HEADLINE


def _is_told(text: str, first: Sequence[Paragraph], index: int, beside: bool) -> bool:
    """Whether the line's shape, or the text, shows that the name is an outlet's."""
    name = first[index].text
    if _COINED.fullmatch(name) or _PERIODICAL.fullmatch(name):
        return beside or index == 0
    return beside and (_WITH_ARTICLE.fullmatch(name) is not None or _speaks_of_itself(text, name))


def _speaks_of_itself(text: str, name: str) -> bool:
    """ "told NAME", "NAME has learned", "(NAME) -": words that an outlet uses of itself."""
    bare = re.escape(name.removeprefix("The "))
    return re.search(rf"\btold (?:the )?{bare}\b|\({bare}\)|\b{bare} (?:has|have) (?:learned|seen)\b", text) is not None


def _leaves_nothing_else(text: str, first: Sequence[Paragraph], index: int) -> bool:
    """Whether the name is neither a place that the text speaks of nor, in two words or more, perhaps a person's.

    A person is ruled out where a byline says who wrote the text.
    """
    name = first[index].text
    if re.search(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]f|to|outside|around|across) {re.escape(name)}\b", text):
        return False
    if re.search(rf"^{re.escape(name.upper())}\b.{{0,60}}[—–-]", text, re.MULTILINE):
        return False  # a dateline's place
    byline = any(re.match(r"(?i:by|written by) ?:? ?[A-ZÀ-Þ]", line.text) for line in first)
    return byline or " " not in name


@cache
def _sections() -> frozenset[str]:
    return frozenset(name.casefold() for name in table("agencies")["shapes"]["sections"])


def is_section(line: str) -> bool:
    """Whether the line is made of the names of sections alone ("World News", "Arts & Culture")."""
    folded = line.casefold().rstrip(".")
    if folded in _sections():
        return True
    words = [word.strip(".") for word in re.split(r" (?:& |and )?", folded)]
    return all(word in _sections() for word in words) or words[0] in {"press", "photo", "live"}
