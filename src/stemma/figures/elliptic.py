"""Numbers whose noun stands elsewhere: "13 of the county's 17 districts", "eight of them", "another 14"."""

import re
from typing import NamedTuple

from stemma.figures.counted import Counted, plural_after
from stemma.lexicon import table

__all__ = ["Antecedent", "implied", "part_of_many"]

_SMALL = "|".join(table("numbers")["small"])
_WHOLE = r"the|its|their|his|her|our|my|these|those|all|only|other|last|past|first|[\w’'-]+(?:['’]s|s['’])"
_LOOSE = r"about|around|roughly|nearly|almost|some|more than|at least|over"
# "13 of the county's 17 districts": the noun stands behind the number of the whole.
_OF_MANY = re.compile(
    rf" of (?:(?:{_WHOLE}) ){{1,4}}(?:(?:{_LOOSE}) )?(?:\d[\d,.]*(?: (?:thousand|million|billion))?|{_SMALL})(?= )",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r" of (?:them|whom)\b")
_OF_US = re.compile(r" of (?:us|you)\b")
_ANOTHER = re.compile(r"\b(?:another|a further|an additional|all|the other|only) $", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:compared (?:with|to)|against|versus|up from|down from|as against) $", re.IGNORECASE)
_AND_DID = re.compile(r"\b(?:and|but|while)(?: \w+)? (?:[a-z]+ed|[a-z]+ing|lost|left|shot|held|sent|took) $")
_CROWD = re.compile(
    r" (?:took part|turned out|showed up|marched|attended|gathered|rallied|demonstrated|protested|voted)\b"
)
_CLAUSE = re.compile(r"(?:[;:,] |\bsaid |\b(?:and|but|while) |, (?:and|but|while|of whom) )$")
_ACTS = re.compile(
    r" (?:were|was|are|is|had|have|has|did|do|will|would|could|remain\w*|came|went|fell|left|lost|got|ran|won"
    r"|[a-z]{3,}ed)\b"
)
_CLOSES = re.compile(
    r"\s*(?:[.;:!?)”\"]|,(?! ?\d)|$)| (?:with|a (?:year|month|week|day|decade) (?:before|earlier|ago)|(?:last|this) \w+"
    r"|in (?:1[5-9]|20)\d\d|in [A-Z]\w+|the (?:year|month|week|day) before)\b"
)


class Antecedent(NamedTuple):
    """What the plain count before a number in its sentence counts."""

    counted: str
    head: str


def part_of_many(text: str, position: int, limit: int) -> Counted | None:
    """The noun of a number that is part of another: "13 of the county's 17 districts"."""
    match = _OF_MANY.match(text, position, limit)
    return plural_after(text, match.end(), limit) if match else None


def implied(text: str, span: tuple[int, int], sentence: tuple[int, int], before: Antecedent | None) -> Counted | None:
    """What a bare number counts by the words around it: what the count before it does, or people ("eight of us")."""
    start, end = span
    left = text[max(sentence[0], start - 40) : start]
    of_us = _OF_US.match(text, end)
    if of_us is not None:
        return Counted(of_us.end(), "people", "people")
    if _CROWD.match(text, end):
        return Counted(end, "people", "people")
    if before is None:
        return None
    of_them = _OF_THEM.match(text, end)
    if of_them is not None:
        return Counted(of_them.end(), *before)
    return Counted(end, *before) if _is_bare(text, end, left, sentence) else None


def _is_bare(text: str, end: int, left: str, sentence: tuple[int, int]) -> bool:
    """Whether the number stands where its noun was left out."""
    acts, closes = _ACTS.match(text, end, sentence[1]), _CLOSES.match(text, end)
    if _ANOTHER.search(left):
        return bool(acts or closes)
    if acts and _CLAUSE.search(left):
        return True
    return bool(closes and (_COMPARED.search(left) or _AND_DID.search(left)))
