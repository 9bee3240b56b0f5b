"""Whether a clause that names a day speaks of what was or of what is to come."""

import re

from stemma.lexicon import table

__all__ = ["REACH", "direction", "ends_a_term", "is_granted", "is_planned", "told_in_past", "was_to_be"]

_FUTURE_WORDS = "|".join(map(re.escape, table("dates")["future"]["words"].split()))
_FUTURE = re.compile(
    rf"(?:\b|(?<=')|(?<=’))(?:{_FUTURE_WORDS})\b(?![^.;]*\b(?:said|told|reported|announced|that)\b)[^.;]*$"
)
# "May have been moved in March": a perfect after a modal is of what was; "may have to" is not one.
_MAY_HAVE = re.compile(
    r"\b(?:may|might|could|must|should|would|can ?not|can['’]t) (?:\w+ )?have (?!to\b)(?:\w+ )?\w+[^.;]*$"
)
# "first set for Feb. 20", "had been due on Friday": what was to be then.
_ONCE_PLANNED = re.compile(
    r"\b(?:first|once|originally|initially|previously|earlier|had|was|were|been) "
    r"(?:to|due|set|scheduled|slated|planned|expected|going) [^.;]*$"
)
_FUTURE_AFTER = re.compile(
    r",? (?:\w+ ){0,4}(?:will|is due|are due|is set|are set|is expected|are expected|is scheduled)\b"
)
_SAID = re.compile(r"\b(?:said|told|reported|announced|added|confirmed|wrote|warned) (?:\w+ ){0,4}$")
# "by the court on Friday" names who did it, not until when.
_BOUNDARY = re.compile(
    r"\b(?:(?:until|till|before|ahead of) (?:\w+ ){0,3}|by (?:(?:late|early|noon|midday|midnight|dawn|the|end|of) )*)$",
    re.IGNORECASE,
)
# A term that somebody is given, or to which something is put off: it lies ahead of what is told in the past.
_TERM = re.compile(
    r"\b(?:(?:had|has|have|given|gave|gives) (?:[\w’'.-]+ ){0,5}?(?:until|till)"
    r"|(?:adjourn|postpone|delay|extend|suspend|defer|put off|push)\w* (?:[\w’'-]+ ){0,6}?(?:until|till|to)"
    r"|(?:order|ask|told|instruct|require|urge|oblige|pledge|promise|vow|agree|need|want|hope|aim|demand|request)"
    r"\w* (?:[\w’'-]+ ){0,6}?to (?!have )(?:[\w’'-]+ ){1,8}?(?:by|before|until|till)"
    r"|(?:to|and) wait (?:[\w’'-]+ ){0,3}?(?:for|until|till)"
    r"|(?:unless|if) (?:[\w’'-]+ ){1,9}?(?:by|before)"
    r"|deadline (?:of|on)) (?:(?:late|early|noon|midday|midnight|dawn|on|the|end|of) )*$",
    re.IGNORECASE,
)
# What had come about by then, and what went on until then, is over.
_BY_THEN = re.compile(r"\bhad (?!to\b|until\b|been (?:told|asked|ordered|given|due|set)\b)(?:\w+ )?\w+")
_WENT_ON = re.compile(
    r"\b(?:lasted|continued|dragged on|went on|raged|waited|stayed|worked|lived|served|held out) ", re.IGNORECASE
)
_IS_ON = re.compile(
    r"\b(?:is|are|comes|opens|begins|starts|starting|leaves|arrives|ends|returns|closes|expires|resumes|reopens|meets|departs"
    r"|travels|flies|continues|goes on|reconvenes|concludes)(?: set)?(?: (?:for|on|at|from|until))? $"
)
# "Talks resume Friday": plurals that are no noun ("a vote on Friday"); after "did not" or "saw" it has been.
_ARE_ON = re.compile(r"\b(?:begin|arrive|expire|resume|reopen|meet|depart|reconvene|open)(?: (?:on|at|from))? $")
_TELLING = re.compile(r"\b(?:\w+ed|had|has|have|was|were|did|saw|let|made|to|not|and)\b|n['’]t\b")
# "are to resume on Thursday" lies ahead; "was to be delivered in June" may lie half a year to either side.
_IS_TO = re.compile(r"\b(?:is|are) to (?:be )?[a-z]+ [^.;]*$")
_WAS_TO = re.compile(r"\b(?:was|were) to (?:be|have|[a-z]+) [^.;]*$")
_GRANTED = re.compile(r"\b(?:has|have|had|given|gave|gives)(?: (?!been\b)[\w’'-]+){0,4}? $")
_PRESENT = re.compile(r"\b(?:is|are|am|may|can|must|comes?|returns?|remains?|stays?|needs?|wants?)\b")
_PAST = re.compile(r"\b(?:had|has|have|was|were|did)\b")
# How far back the verb of a clause may stand, in characters (chosen by eye).
REACH = 90


def direction(text: str, match: re.Match[str]) -> int | None:
    """Whether the clause speaks of the past (-1) or of what is to come (1); None where it may be either."""
    before = re.split(r"[.;\n]\s", text[max(0, match.start() - REACH) : match.start()])[-1]
    if _SAID.search(before) or _MAY_HAVE.search(before):
        return -1
    if _FUTURE.search(before) or _FUTURE_AFTER.match(text[match.end() : match.end() + 60]):
        return 1
    are_on = _ARE_ON.search(before) is not None and _TELLING.search(before) is None
    if are_on or _IS_ON.search(before) or _IS_TO.search(before):
        return 1
    if _BOUNDARY.search(before):
        if _PRESENT.search(before) and not _PAST.search(before):
            return 1
        after = re.split(r"[.;\n]", text[match.end() : match.end() + REACH])[0]
        return -1 if _BY_THEN.search(before + after) or _WENT_ON.search(before) else None
    return -1


def ends_a_term(text: str, match: re.Match[str]) -> bool:
    """Whether the day is one until which somebody has time, told of in the past ("had until Friday to answer")."""
    before = re.split(r"[.;\n]\s", text[max(0, match.start() - REACH) : match.start()])[-1]
    return _TERM.search(before) is not None


def is_planned(before: str) -> bool:
    """Whether the words before a day say that it lies ahead, and do not tell of a plan that was once made."""
    return _FUTURE.search(before) is not None and _ONCE_PLANNED.search(before) is None


def is_granted(before: str) -> bool:
    """Whether the words before "until June" give somebody that long ("the office has until June to rule")."""
    return _GRANTED.search(before) is not None


def was_to_be(before: str) -> bool:
    """Whether the words before a month tell of a plan of which it is not said that it came about."""
    return _WAS_TO.search(before) is not None


def told_in_past(before: str) -> bool:
    """Whether the words before a day have a verb of the past."""
    return _PAST.search(before) is not None
