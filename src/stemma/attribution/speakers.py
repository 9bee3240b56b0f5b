"""Who a source is, as far as its own article says."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from stemma.attribution.anonymous import category
from stemma.attribution.grammar import lexicon
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


def speaker(roll: Roll, text: str, start: int, end: int, last: str | None) -> str | None:
    """The fullest name of the source at start:end; None where the article does not say.

    `last` is the speaker of the statement before, whom a pronoun may stand for.
    """
    words = text[start:end].casefold().split()
    if len(words) == 1 and words[0] in MALE | FEMALE:
        return _meant_by(roll, text, start, words[0], last)
    if len(words) == 1 and words[0] in {"who", "which"}:
        return _name_right_before(roll, text, start, person=words[0] == "who")
    name = head_name(roll, text, start, end)
    if name is not None and _AGED.search(text, max(0, name.start - _AGED_REACH), name.start):
        known = any(name.words[-1] == other.words[-1] and name.start != other.start for other in roll.names)
        return roll.fullest.get(name.words[-1]) if known else None
    if name is not None:
        return roll.fullest.get(name.words[-1], without_titles(name.text))
    return _by_role(roll, words) or _in_capitals(roll, text[start:end])


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


def _meant_by(roll: Roll, text: str, at: int, pronoun: str, last: str | None) -> str | None:
    """The person last named at the head of a sentence, or the last speaker, of a gender that fits.

    Nobody, where another who fits is named between them in the pronoun's own paragraph.
    """
    wanted = "male" if pronoun in MALE else "female"
    place = bisect_left(roll.starts, at) - 1
    paragraph, between = text.rfind("\n", max(0, at - _REACH), at), set[str]()
    while place >= 0 and at - roll.names[place].end < _REACH:
        name = roll.names[place]
        full = roll.fullest.get(name.words[-1])
        fits = roll.gender.get(name.words[-1], wanted) == wanted
        if full is not None and fits:
            if full == last or _heads_a_sentence(text, name) or _is_introduced(text, name):
                return full if name.start > paragraph or not between - {full} else None
            between |= {full} if name.start > paragraph else set()
        place -= 1
    return None


def _is_introduced(text: str, name: Name) -> bool:
    """ "The labour minister, Ada Orr, [shook her head]": a name in apposition to a title."""
    before = text[max(0, name.start - 30) : name.start]
    titled = before.endswith(", ") and before[:-2].rpartition(" ")[2].casefold() in lexicon("titles")
    return titled and text.startswith(", ", name.end)


def _heads_a_sentence(text: str, name: Name) -> bool:
    """Whether only a title and a short lead-in stand between the name and the mark before it."""
    before = text[max(0, name.start - 30) : name.start]
    opening = max(before.rfind(mark) for mark in '\n.”"?!')
    return opening >= 0 or name.start < 30


def _name_right_before(roll: Roll, text: str, at: int, *, person: bool) -> str | None:
    place = bisect_left(roll.starts, at) - 1
    if place < 0:
        return None
    beside = _BESIDE.match(text, roll.names[place].end, at) if person else None
    if text[roll.names[place].end : at].strip(" ,") != "" and (beside is None or beside.end() != at):
        return None
    while person and place > 0 and _leads_to(text[roll.names[place - 1].end : roll.names[place].start]):
        place -= 1  # "Ada Orr of the harbor board in Dray, who": the person, not the place
    name = roll.names[place]
    return roll.fullest.get(name.words[-1], without_titles(name.text))


def _by_role(roll: Roll, words: list[str]) -> str | None:
    """ "the mayor" where one person alone is called mayor."""
    if not words or words[0] != "the" or len(words) > 4:
        return None
    surname = roll.roles.get(words[-1])
    return roll.fullest.get(surname) if surname is not None else None
