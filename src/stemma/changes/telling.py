"""Words that report what was told."""

import re
from collections.abc import Iterable

from stemma.records import Span, Statement

__all__ = ["cue_within", "finds", "is_said", "reckons", "tells"]

_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells|according to|reported(?:ly)?|reports|announced|stated|confirmed|added|noted|"
    r"citing|cited|quoted|warned|claim(?:ed|s)|believe[sd]?)\b",
    re.IGNORECASE,
)
# These report what was told where a source stands before a claim, but also what was done ("divers found the boat").
_FINDING = re.compile(
    r"\b(?:found|discovered|revealed|show(?:s|ed)|conclude[sd]|wrote|writes|estimate[sd]?|argue[sd]|predict(?:s|ed))\b"
)
# These report a number as somebody's reckoning: "put the toll at 31", "by the union's count".
_RECKONING = re.compile(
    r"\b(?:put|puts|placed|pegged|set|gave|gives|given)\b[^.;:]{3,60}? (?:at|as) (?:\w+ ){0,3}?(?:\d|\w+teen\b|one\b"
    r"|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|dozens\b|hundreds\b|thousands\b)"
    r"|\bcount(?:ed|s) (?:\w+ ){0,2}?\w+|['’]s?(?: \w+)? (?:count|tally|estimate|reckoning)\b",
    re.IGNORECASE,
)
# So does any verb before "that" ("she pointed out that"), and a word for what somebody holds with its owner ("in the
# view of the board", "the ministry's version").
_OWN = "view|version|account|opinion|judge?ment|estimation|assessment|reading|words|telling|reckoning|calculation"
_HELD = re.compile(
    r"\b\w+,? (?:\w+ly )?\w+(?:ed|es|s)(?: out)?,? that\b"
    r"|\b(?:he|she|they|it|who) (?:\w+ly |also )?(?:emphasi[sz]|highlight|stress|insist|argu|maintain|assert|declar"
    r"|observ|express|contend|underlin|describ|complain|object)\w*"
    rf"|\b(?:{_OWN}|belief|eyes|estimate|count) of\b|['’]s? (?:own )?(?:{_OWN})\b"
)


def tells(statement: Statement) -> bool:
    """Whether the cue reports something as told, not as wanted, done or felt."""
    return any(_SAYING.search(cue.text) for cue in statement.cue)


def finds(statement: Statement) -> bool:
    """Whether the cue gives a finding."""
    return any(_FINDING.search(cue.text) for cue in statement.cue)


def reckons(statement: Statement) -> bool:
    """Whether the cue gives a number as somebody's reckoning."""
    return (
        bool(statement.cue and statement.content)
        and _RECKONING.search(f"{statement.cue[0].text} {statement.content[0].text}") is not None
    )


def is_said(text: str) -> bool:
    """Whether a word of saying, finding or reckoning stands in the text."""
    return any(pattern.search(text) for pattern in (_SAYING, _FINDING, _RECKONING, _HELD))


def cue_within(statement: Statement, spans: Iterable[Span]) -> bool:
    """Whether the words that say that somebody speaks stand in the spans."""
    wanted = list(spans)
    return any(span.overlaps(piece) for piece in statement.cue for span in wanted)
