"""Denials: which claim each of them denies."""

import re
from collections.abc import Sequence

from stemma.claims.units import Unit, stems
from stemma.records import Span, Statement
from stemma.text.negation import disclaims, negates

__all__ = [
    "affirms_too",
    "denied_stems",
    "denied_words",
    "is_denial",
    "is_question",
    "leaves_open",
    "one_denial",
    "points_back",
    "what_is_denied",
]

# A denial told in passing ("cited an aide denying any part in it"); "denied bail" and "denied entry" are none.
_DENYING = re.compile(
    r"\bden(?:y|ies|ied|ying)\b (?:to [^.,;:]{2,40} )?(?:that\b|any\b|having\b|being\b|it\b|\w+ (?:had|was)\b"
    r"|(?:the )?(?:claim|report|allegation|accusation)s?\b)"
)
# "Any allegations are denied by Mr Orr": the denial behind what is denied.
_IS_DENIED = re.compile(
    r"(?P<denied>\b(?:allegation|claim|accusation|charge|report|suggestion)s?\b[^.;]{0,80}?) "
    r"(?:is|are|was|were|been|being)[ “\"'‘]+(?:\w+ly )?(?:denied|disputed|rejected by|dismissed by|refuted)\b",
    re.IGNORECASE,
)
# "..., the Post said, a claim that the board rejected": what is said before it is denied.
_BESIDE = re.compile(
    r"\w, (?:an? |which )(?:(?P<told>claim|charge|report|allegation|accusation|suggestion|assertion|account)s? )?"
    r"(?:(?:that|which) )?(?:\w[\w’'-]* ){1,6}?(?:(?:has|had|have) )?"
    r"(?:denie[sd]|deny|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed|e))\b",
    re.IGNORECASE,
)
# What is denied or disputed, in wider forms: they only count where a negation stands before them.
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e[sd]?|ing)) (?:that|it|this|any|the|his|her|its|their|\w+ing)\b"
    r"(?! (?:request|application|appeal|permit|visa|bail|entry)s?\b)"
)
# Before it: "did not deny that", "neither confirmed nor denied that", "declined to confirm or deny that".
_NOT_DENYING = re.compile(
    r"(?:\b(?:not|never|nobody|cannot|nor|or|hardly|without)|\bno[ -]one|n['’]t|\b(?:refus|declin)\w+ to)(?: \w+ly)* $",
    re.IGNORECASE,
)


# Verbs under which what is said is itself the denial: "insisted that no warning had come".
_INSISTED = re.compile(r"\b(?:insist|maintain|contend|protest)")


# "Would have dismissed the claim": it was not done.
_SUPPOSED = re.compile(r"\bwould have(?: \w+)?$", re.IGNORECASE)
# "The judge dismissed the claim": what was brought before a court, and thrown out by it.
_THROWN_OUT = re.compile(r"\b(?:dismiss|reject|den)\w*", re.IGNORECASE)
_BROUGHT = re.compile(
    r"(?:the|a|an|all|both|his|her|its|their)? ?(?:\w+ )?(?:claim|charge|case|count|suit|lawsuit)s?\b"
)
_COURT = re.compile(
    r"\b(?:court|judge|jury|panel|tribunal|magistrate|justice|arbitrator|bench|member)s?\b", re.IGNORECASE
)


# The verb of saying is the denial; of all else only the sentence that says what is not so.
_BY_CUE = re.compile(r"\b(?:den(?:y|ie)|reject|dismiss|refut|rebut|disput|disavow|repudiat)", re.IGNORECASE)
_UNTRUE = (
    r"(?:false|untrue|baseless|unfounded|groundless|lies?|nonsense|fiction|fabrications?|inventions?|myths?|smears?"
    r"|rubbish|fantasy)"
)
_IS_UNTRUE = re.compile(rf"\b{_UNTRUE}\b|\b(?:incorrect|inaccurate)\b|\bwithout foundation\b", re.IGNORECASE)
# "It denied this", "she rejected the allegations": what was said last before is meant.
_SAID_BEFORE = re.compile(
    r"(?:that )?(?:it|this|that|them|(?:the|these|those|all|any such|such|his|her|its|their) "
    r"(?:claim|report|allegation|accusation|charge|suggestion|assertion|statement|view|notion|idea|theory|argument|narrative"
    r"|contention|premise|description|conclusion|insinuation|rumou?r|account|version|estimate|figure)s?)"
    rf"(?:,? (?:as )?(?:an? )?(?:entirely |completely |wholly )?{_UNTRUE})?[\s.,;:”\"’']*",
    re.IGNORECASE,
)


# "The charges were false": the judgment behind what is judged.
_JUDGED = re.compile(
    rf" (?:is|are|was|were) (?:\w+ly )?(?:not true|{_UNTRUE})\b.*$",
    re.IGNORECASE | re.DOTALL,
)
# What every form of "deny" and "dispute" begins with: a text without them need not be searched.
_ROOTS = ("den", "disput", "reject", "dismiss", "refut")


def is_denial(unit: Unit) -> bool:
    """Whether the unit reports a denial of what its words affirm: "denied that it knew", not "we never knew"."""
    text = unit.passage.text
    if any(_holds_untrue(each, unit) for each in unit.statements):
        return True
    beside = _BESIDE.search(text)
    return bool(_denying(text) or _is_denied(text) or (beside is not None and beside["told"]))


def affirms_too(unit: Unit) -> bool:
    """Whether the denial is told beside what somebody says: "..., the Post said, a claim that the board rejected"."""
    return _BESIDE.search(unit.passage.text) is not None


def leaves_open(unit: Unit) -> bool:
    """Whether it reports that something was not denied, and no denial: who does not deny it has not said that it is."""
    text = unit.passage.text
    if not any(root in text for root in _ROOTS):
        return False
    return any(_NOT_DENYING.search(text[: found.start()]) for found in _DENIAL.finditer(text)) and not is_denial(unit)


def _denying(text: str) -> re.Match[str] | None:
    """The first denial told in the text, none that is negated itself."""
    if _ROOTS[0] not in text:
        return None
    return next((found for found in _DENYING.finditer(text) if not _NOT_DENYING.search(text[: found.start()])), None)


def _is_ruled(statement: Statement) -> bool:
    """Whether a court threw out what was brought before it: "the judge dismissed the claim" denies nothing."""
    source, cue, said = (
        " ".join(piece.text for piece in pieces) for pieces in (statement.source, statement.cue, statement.content)
    )
    return bool(_THROWN_OUT.search(cue) and _BROUGHT.match(said) and _COURT.search(source))


def _is_supposed(statement: Statement, unit: Unit) -> bool:
    """Whether the words only say what would have been denied."""
    if not statement.cue:
        return False
    cue = statement.cue[0]
    before = f"{unit.passage.text[: max(0, cue.start - unit.passage.start)]}{cue.text}".rsplit(maxsplit=1)[0]
    return _SUPPOSED.search(before) is not None


def _is_denied(text: str) -> re.Match[str] | None:
    return _IS_DENIED.search(text) if any(root in text for root in _ROOTS) else None


def _holds_untrue(statement: Statement, unit: Unit) -> bool:
    """Whether the denial lies in the cue or is a whole judgment ("is not true")."""
    if not statement.denies:
        return False
    said, cue = (" ".join(piece.text for piece in pieces) for pieces in (statement.content, statement.cue))
    if not _BY_CUE.search(cue):
        here = _within(statement.content, unit)
        if not (negates(here) or _IS_UNTRUE.search(here)):
            return False
    insisted = negates(said) and _INSISTED.search(cue)
    return not (disclaims(said) or insisted or _is_ruled(statement) or _is_supposed(statement, unit))


def _within(content: Sequence[Span], unit: Unit) -> str:
    """The part of what is said that stands in the unit's own passage."""
    start, end = unit.passage.start, unit.passage.end
    return " ".join(piece.text[max(0, start - piece.start) : max(0, end - piece.start)] for piece in content)


def one_denial(groups: Sequence[Sequence[Unit]]) -> list[list[Unit]]:
    """The groups of denying units, those that carry one statement joined: a denial can run over several sentences."""
    joined: list[list[Unit]] = []
    home_of: dict[str, list[Unit]] = {}
    for group in groups:
        ids = sorted(_denying_ids(group))
        home = next((home_of[identity] for identity in ids if identity in home_of), None)
        if home is None:
            home = []
            joined.append(home)
        home.extend(group)
        home_of.update(dict.fromkeys(ids, home))
    return joined


def _denying_ids(group: Sequence[Unit]) -> set[str]:
    return {statement.id for unit in group for statement in unit.statements if statement.denies}


# "The question is whether", "the key question is not how".
_THE_QUESTION = re.compile(
    r"\bquestions?\b[^.;]{0,40} (?:is|was|are|were|remains?) (?:not )?(?:whether|how|what|who|why|when|where)\b",
    re.IGNORECASE,
)


def is_question(unit: Unit) -> bool:
    """Whether all that the unit reports is a question: who asks whether something is so does not say that it is."""
    if _THE_QUESTION.search(unit.passage.text):
        return True
    asked = [piece for statement in unit.statements if statement.asks for piece in statement.content]
    others = [statement for statement in unit.statements if not statement.asks and statement.content]
    return bool(asked) and all(any(a.contains(s.content[0]) for a in asked) for s in others)


def points_back(unit: Unit) -> bool:
    """Whether what is denied is only pointed at."""
    denied = [statement.content for statement in unit.statements if statement.denies]
    return bool(denied) and all(
        len(content) == 1 and _SAID_BEFORE.fullmatch(content[0].text.strip()) for content in denied
    )


def denied_stems(unit: Unit, language: str) -> frozenset[str]:
    """The content stems of what is denied; those of the whole unit where that is not marked."""
    denied = denied_words(unit)
    return stems(denied, language) if denied else unit.stems


def what_is_denied(unit: Unit) -> str:
    """What is denied, without the judgment on it ("the charges", of "the charges were false"); "" for no denial."""
    if not is_denial(unit):
        return ""
    match = None if any(each.denies for each in unit.statements) else _denying(unit.passage.text)
    told = denied_words(unit) if match is None else unit.passage.text[match.start() :].split(maxsplit=1)[-1]
    return _JUDGED.sub("", told)


def denied_words(unit: Unit) -> str:
    """First sentence of what is denied, for a denial that runs on goes over to reasons; "" where it is not marked."""
    beside = _BESIDE.search(unit.passage.text)
    if beside is not None:
        return unit.passage.text[: beside.start() + 1]
    for statement in unit.statements:
        if statement.denies and statement.content:
            if not _BY_CUE.search(" ".join(piece.text for piece in statement.cue)):
                return _within(statement.content, unit)
            piece = statement.content[0]
            return piece.text[: max(0, unit.passage.end - piece.start)]
    match = _denying(unit.passage.text)
    if match is None and (passive := _is_denied(unit.passage.text)) is not None:
        return passive["denied"]
    return unit.passage.text[match.end() :] if match else ""
