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
    r" (?:had |have )?(?:joined|walked out|took part|downed tools|went on strike"
    r"|turned out|showed up|marched|attended|gathered|rallied|demonstrated|protested|voted)\b"
)
_CLAUSE = re.compile(
    r"(?:[;:,] |\b(?:said|says|claim(?:s|ed)|insist(?:s|ed)|that) |\b(?:and|but|while) |, (?:and|but|while|of whom) )$"
)
_ACTS = re.compile(
    r" (?:were|was|are|is|had|have|has|did|do|will|would|could|remain\w*|came|went|fell|left|lost|got|ran|won"
    r"|[a-z]{3,}ed)\b"
)
_CLOSES = re.compile(
    r"\s*(?:[.;:!?)”\"]|,(?! ?\d)|$)| (?:with|a (?:year|month|week|day|decade) (?:before|earlier|ago)|(?:last|this) \w+"
    r"|in (?:1[5-9]|20)\d\d|in [A-Z]\w+|the (?:year|month|week|day) before)\b"
)

# "The company put the number at 210": the number of what was counted last.
_NUMBER_AT = re.compile(
    r"\b(?:put|puts|placed|set|gave|gives|revised|raised|lowered|cut|had) (?:the|that|its|their|this) "
    r"(?:number|figure|total|count|tally) (?:at|as|to) $|\b(?:the|that) (?:number|figure|total|count|tally) "
    r"(?:was|is|rose to|fell to|stood at|had risen to|had grown to|reached) $",
    re.IGNORECASE,
)
# "By the company's count it was 210".
_IT_WAS = re.compile(r"\b(?:it was|there were) (?:just |only )?$", re.IGNORECASE)
# "The number of cases rose to 120", "put the number of injured at five".
_NUMBER_OF = re.compile(
    r"\bnumber of (?P<what>(?:[a-z-]+ ){1,3}?)(?:(?:[a-z]+ed|held|hurt|who|in) (?:[\w’'-]+ ){0,5}?)?"
    r"(?:at|as|to|was|is|rose to|fell to|grew to|reached|stood at|climbed to"
    r"|(?:has|had) (?:risen|grown|fallen|climbed) to) $"
)

# Of these the number is one of people.
_FALLEN = frozenset("injured dead wounded missing killed hurt arrested detained infected homeless displaced".split())


class Antecedent(NamedTuple):
    """What the plain count before a number in its sentence counts; `carried` over from the sentence before."""

    counted: str
    head: str
    carried: bool = False


def part_of_many(text: str, position: int, limit: int) -> Counted | None:
    """The noun of a number that is part of another: "13 of the county's 17 districts"."""
    match = _OF_MANY.match(text, position, limit)
    return plural_after(text, match.end(), limit) if match else None


def implied(text: str, span: tuple[int, int], sentence: tuple[int, int], before: Antecedent | None) -> Counted | None:
    """What a bare number counts by the words around it: what the count before it does, or people ("eight of us")."""
    start, end = span
    of_us = _OF_US.match(text, end)
    if of_us is not None:
        return Counted(of_us.end(), "people", "people")
    if _CROWD.match(text, end):
        return Counted(end, "people", "people")
    told = text[max(sentence[0], start - 60) : start]
    return _number_of(told, end) or (_after_antecedent(text, span, sentence, before) if before is not None else None)


def _number_of(told: str, end: int) -> Counted | None:
    """What the words before a number say that it is the number of."""
    match = _NUMBER_OF.search(told)
    if match is None:
        return None
    what = match["what"].strip()
    head = what.rsplit(maxsplit=1)[-1]
    return Counted(end, "people", "people") if head in _FALLEN else Counted(end, what, head)


def _after_antecedent(
    text: str, span: tuple[int, int], sentence: tuple[int, int], before: Antecedent
) -> Counted | None:
    """The number counts what the one before it does, where the words leave that out."""
    start, end = span
    left = text[max(sentence[0], start - 40) : start]
    if _NUMBER_AT.search(text[max(sentence[0], start - 60) : start]):
        return Counted(end, before.counted, before.head)
    if before.carried:
        return None
    if _IT_WAS.search(left) and _CLOSES.match(text, end):
        return Counted(end, before.counted, before.head)
    of_them = _OF_THEM.match(text, end)
    if of_them is not None:
        return Counted(of_them.end(), before.counted, before.head)
    return Counted(end, before.counted, before.head) if _is_bare(text, end, left, sentence) else None


def _is_bare(text: str, end: int, left: str, sentence: tuple[int, int]) -> bool:
    """Whether the number stands where its noun was left out."""
    acts, closes = _ACTS.match(text, end, sentence[1]), _CLOSES.match(text, end)
    if _ANOTHER.search(left):
        return bool(acts or closes)
    if acts and _CLAUSE.search(left):
        return True
    return bool(closes and (_COMPARED.search(left) or _AND_DID.search(left)))
