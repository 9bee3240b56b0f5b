"""The role of a figure: killed, hurt, missing, held, deployed, money, share, population."""

import re

from stemma.figures.counted import is_person
from stemma.lexicon import table
from stemma.records import FigureRole

__all__ = ["right_role", "role_of", "toll_before"]

_LEXICON = table("roles")
_NOUNS: dict[str, FigureRole] = {noun: role for role, nouns in _LEXICON["nouns"].items() for noun in nouns}
_BEFORE: dict[str, FigureRole] = {cue: role for role, cues in _LEXICON["before"].items() for cue in cues}
_AFTER: dict[str, FigureRole] = {cue: role for role, cues in _LEXICON["after"].items() for cue in cues}
_TOLLS: dict[str, FigureRole] = {cue: role for role, cues in _LEXICON["tolls"].items() for cue in cues}
_MILITARY = frozenset(_LEXICON["military"]["nouns"])
_FORCES = frozenset(["soldiers", "marines", "reservists", "forces", "paratroopers", "guardsmen", "peacekeepers"])


def _any_of(cues: dict[str, FigureRole]) -> str:
    return "|".join(sorted(map(re.escape, cues), key=len, reverse=True))


_LEFT = re.compile(
    rf"\b({_any_of(_BEFORE)})(?:,? (?:the|another|all|an additional|a further|further|its|their|his"
    r"|her|these|those|only|just|also|as many as|in|with|off|up|out|back))*\s*$",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"(?: and (?:an?|one|his|her|their|its|the) (?:[\w-]+ ){1,3}?(?=were |have |had |are |died|drowned))?[\s,]*"
    r"(?:(?:who|that|which|were|was|are|is|have|has|had|been|be|being|also|reportedly|reported|confirmed|believed"
    r"|feared|still|currently|presumed|officially|seriously|critically|badly|severely|slightly|lightly|others|other|more"
    r"|left|either|now|remain|remained|known|thought|said|to|at least|either|fatally|found|of them|of whom|in total"
    r"|listed as|pronounced|declared|people)\s+){0,6}"
    rf"({_any_of(_AFTER)})(?![\w-])",
    re.IGNORECASE,
)
_TOLL = re.compile(rf"\b({_any_of(_TOLLS)})\b[^.;:!?]{{0,90}}$", re.IGNORECASE)
_OVER_BEFORE = re.compile(
    rf"\b(?:{'|'.join(_LEXICON['over']['before'])})(?: (?:the|another|all|its|their|his|her|a further))*\s*$",
    re.IGNORECASE,
)
_OVER_AFTER = re.compile(
    rf" (?:(?:who|were|was|are|have|has|had|been|be|being|to|later|also) )*(?:{'|'.join(_LEXICON['over']['after'])})\b"
)
_NEGOTIATED = re.compile(
    r"\b(?:negotiat|secur|demand|discuss|want|seek|urg|ask|call|talk|hop|pray|agree)\w* [^.;]{0,40}$", re.IGNORECASE
)
_SENT = re.compile(rf"\b(?:{'|'.join(_LEXICON['before']['deployed'])})\b[^.;:]*$", re.IGNORECASE)
_PLACE = (
    "city|town|village|country|nation|island|state|province|region|territory|enclave|strip|district|county|capital|republic"
    "|kingdom|archipelago|metropolis"
)
_POPULATION = re.compile(
    rf"\b(?:(?:{_PLACE})(?: of|['’]s)|home to|population (?:of|is|was|stands at|numbers|numbering))"
    r"(?: (?:some|the))*\s*$",
    re.IGNORECASE,
)
# "Sending 46 people to hospital", "were taken to a hospital": they are hurt, whatever verb it is.
_TO_HOSPITAL = re.compile(r" (?:(?:were|was|had been) \w+ )?to (?:\w+ )?hospitals?\b")
# How far back a cue may stand, in characters (chosen by eye).
_REACH = 120
# An object follows its verb closely: the longest cue and filler together.
_OBJECT_REACH = 60


def toll_before(text: str, start: int, floor: int) -> FigureRole | None:
    """The role that "the death toll ..." before the figure gives it."""
    match = _TOLL.search(text[max(floor, start - _REACH) : start])
    return _TOLLS[match[1].lower()] if match else None


def right_role(text: str, end: int, limit: int) -> FigureRole | None:
    """The role that what follows the figure gives it: "were killed", "injured"."""
    match = _RIGHT.match(text[end : min(limit, end + 80)])
    return _AFTER[match[1].lower()] if match else None


def role_of(text: str, span: tuple[int, int], sentence: tuple[int, int], head: str) -> FigureRole:
    """Role of a plain count by its noun, the verb before it, or what follows; "other" where none says."""
    start, end = span
    before = text[max(sentence[0], start - _REACH) : start]
    left = _LEFT.search(before[-_OBJECT_REACH:])
    if (not head or is_person(head)) and _POPULATION.search(before[-_OBJECT_REACH:]):
        return "population"
    found = _NOUNS.get(head)
    if _is_over(before, text, end):
        return "other"
    if found in {"killed", "hurt", "missing", "population"}:
        return found
    role = _BEFORE[left[1].lower()] if left else right_role(text, end, sentence[1])
    if is_person(head) and _TO_HOSPITAL.match(text, end):
        role = "hurt"
    if role is None and is_person(head):
        role = toll_before(text, start, sentence[0])
    if role is None and head in _MILITARY and _SENT.search(before):
        role = "deployed"
    return _allowed(role, head) or found or "other"


def _is_over(before: str, text: str, end: int) -> bool:
    """Whether the people counted were freed: talks about a release leave them held."""
    over = _OVER_BEFORE.search(before, max(0, len(before) - _OBJECT_REACH))
    if over is not None and not _NEGOTIATED.search(before[: over.start()]):
        return True
    return _OVER_AFTER.match(text[end : end + 60]) is not None


def _allowed(role: FigureRole | None, head: str) -> FigureRole | None:
    """The role if the noun can bear it: documents are not held, letters not deployed."""
    if role == "held":
        return role if not head or is_person(head) else None
    if role == "deployed":
        return role if head in _MILITARY else None
    return role
