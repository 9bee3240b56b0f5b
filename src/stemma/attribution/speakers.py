"""Who a source is, as far as its own article says."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from stemma.attribution.anonymous import category
from stemma.attribution.grammar import lexicon
from stemma.attribution.pronouns import Extent, Pronoun, meant_by
from stemma.attribution.rolls import FEMALE, MALE, Roll, without_titles
from stemma.text.names import Name

__all__ = ["head_name", "speaker"]

# A pronoun farther than this from the name it would stand for is left open: about two paragraphs of news prose
# (chosen by eye).
_REACH = 900
_HEAD_ENDS = frozenset(
    {"of", "for", "from", "in", "at", "with", "on", "to", "who", "whose", "which", "that", "by", "near"}
)
# "The 46-year-old South Norlander" is told by where he is from, not named.
_AGED = re.compile(r"\d-year-old $")
_AGED_REACH = 12
# "Reuters reports" is Reuters.
_ISSUES = frozenset(
    {"report", "reports", "statement", "release", "article", "story", "reporting", "poll", "survey", "study"}
)
# What stands between a person's name and that of a body or a place.
_WHERE_FROM = re.compile(r",? (?:of|from|in|at|with|for|near)(?: the| a)? (?:[a-z]+ (?:of |in )?(?:the )?){0,2}")


# "Ada Orr, the head of the mission, who"; "Ada Orr, the head of Dray Rovers, who".
_BESIDE = re.compile(r", (?:an?|the|its|his|her|their) [^.,;:“”\"()\n]{2,80}, $")
_BODY_BESIDE = re.compile(
    r", (?:an?|the|its|his|her|their) [a-z][^.,;:“”\"()\nA-Z]{2,60} (?:of|at|for|in|from|with)(?: the)? "
)


def _leads_to(between: str) -> bool:
    """Whether the words lead from a person's name to that of where he or she is from."""
    return _WHERE_FROM.fullmatch(between) is not None or _BODY_BESIDE.fullmatch(between) is not None


def speaker(roll: Roll, text: str, source: Extent, last: str | None, said: Sequence[Extent] = ()) -> str | None:
    """The fullest name of the source; None where the article does not say.

    `last` is the speaker of the statement before, whom a pronoun may stand for; `said` are the places of what the
    source says: nobody is meant by "he" who is named there.
    """
    start, end = source
    words = text[start:end].casefold().split()
    if len(words) == 1 and words[0] in MALE | FEMALE:
        return meant_by(roll, text, Pronoun(start, words[0], tuple(said)), last)
    if len(words) == 1 and words[0] in {"who", "which"}:
        return _name_right_before(roll, text, start, person=words[0] == "who")
    name = head_name(roll, text, start, end)
    if name is not None and _AGED.search(text, max(0, name.start - _AGED_REACH), name.start):
        known = any(name.words[-1] == other.words[-1] and name.start != other.start for other in roll.names)
        return roll.fullest.get(name.words[-1]) if known else None
    if name is not None:
        return _known_as(roll, name)
    return _by_role(roll, words) or _in_capitals(roll, text[start:end])


def _known_as(roll: Roll, name: Name) -> str:
    person = roll.persons[roll.names.index(name, bisect_left(roll.starts, name.start))]
    return person or roll.fullest.get(name.words[-1], without_titles(name.text))


def _in_capitals(roll: Roll, source: str) -> str | None:
    """ "MR. TAM" of a transcript is the one Tam whom the article names in full."""
    return roll.fullest.get(source.rsplit(maxsplit=1)[-1].strip(".,()").casefold()) if source.isupper() else None


def head_name(roll: Roll, text: str, start: int, end: int) -> Name | None:
    """The name that a source phrase is about: its own head, or one that stands beside a description."""
    first = bisect_left(roll.starts, start)
    inside = [name for name in roll.names[first : bisect_right(roll.starts, end)] if name.end <= end]
    further = _further(text, inside)
    for name in inside:
        if name.words[-1] in lexicon("titles") or category(name.words[-1]) is not None or name in further:
            continue
        if _is_head(text, name, start, end):
            return name
    return None


_LISTING = frozenset({", ", " and ", ", and "})


def _further(text: str, inside: list[Name]) -> list[Name]:
    """All but the first name of lists of three: who met "the leaders of Ostra, Norland, Vanter" is not Norland."""
    listed = [False, *(text[one.end : other.start] in _LISTING for one, other in pairwise(inside)), False]
    around = zip(listed, listed[1:], [False, *listed], strict=False)
    return [name for name, (here, after, before) in zip(inside, around, strict=False) if here and (after or before)]


def _is_head(text: str, name: Name, start: int, end: int) -> bool:
    after = text[name.end : end].lstrip()
    before = text[start : name.start].casefold().replace(",", " , ").split()
    if after.startswith(("'s", "’s", "'", "’")):
        return False
    if after.rstrip(", ") in _ISSUES:
        return True
    if after and after[0] not in ",()" and after.split()[0].casefold() not in _HEAD_ENDS:
        return False
    piece = before[len(before) - before[::-1].index(",") :] if "," in before else before
    return not any(word in _HEAD_ENDS or word in {"and", "both"} for word in piece)


def _name_right_before(roll: Roll, text: str, at: int, *, person: bool) -> str | None:
    place = bisect_left(roll.starts, at) - 1
    if place < 0:
        return None
    beside = _BESIDE.match(text, roll.names[place].end, at) if person else None
    if text[roll.names[place].end : at].strip(" ,") != "" and (beside is None or beside.end() != at):
        return None
    while person and place > 0 and _leads_to(text[roll.names[place - 1].end : roll.names[place].start]):
        place -= 1  # "Ada Orr of the harbor board in Dray, who": the person, not the place
    return _known_as(roll, roll.names[place])


def _by_role(roll: Roll, words: list[str]) -> str | None:
    """ "the mayor" where one person alone is called mayor."""
    if not words or words[0] != "the" or len(words) > 4:
        return None
    surname = roll.roles.get(words[-1])
    return roll.fullest.get(surname) if surname is not None else None
