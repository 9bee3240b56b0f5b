"""Words that report what was told."""

import re
from collections.abc import Iterable
from functools import cache

from stemma.lexicon import table
from stemma.records import Span, Statement

__all__ = ["accuses", "cue_within", "finds", "is_said", "reckons", "reports", "teller", "tells"]

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
# What somebody is said to have done, by somebody: still no fact.
_ACCUSING = re.compile(
    r"\b(?:(?:accus|blam|purport)\w*|alleg(?:es?|ing)\b|(?:alleged|charg(?:ed|es|ing)|suspects) (?:that|with)\b)",
    re.IGNORECASE,
)
# Many tell in the plural: "figures from the office show", "studies suggest".
_SHOWING = re.compile(
    r"\b(?:figures|data|numbers|statistics|results|tests|records|documents|papers|studies|polls|surveys|reports|experts|researchers"
    r"|scientists|images|photos)\b[^.;]{0,60}? (?:show|find|reveal|suggest|indicate|conclude|put|say)\b",
    re.IGNORECASE,
)
# So does any verb before "that" ("she pointed out that"), and a word for what somebody holds with its owner ("in the
# view of the board", "the ministry's version").
_OWN = (
    "view|version|account|opinion|judge?ment|estimation|estimate|assessment|reading|words|telling|reckoning|calculation"
    "|verdict|impression|conviction|claim|assertion|contention|allegation|charge|complaint|finding|advice|answer|reply"
    "|response|explanation|comment|warning|message"
)
_HELD = re.compile(
    r"\b\w+,? (?:\w+ly )?\w+(?:ed|es|s)(?: out)?,? that\b"
    r"|\b(?:he|she|they|it|who) (?:\w+ly |also )?(?:emphasi[sz]|highlight|stress|insist|argu|maintain|assert|declar"
    r"|observ|express|contend|underlin|describ|complain|object)\w*"
    rf"|\b(?:{_OWN}|belief|eyes|count) of\b|['’]s? (?:own )?(?:{_OWN})\b"
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


def accuses(statement: Statement) -> bool:
    """Whether the cue reports an accusation."""
    return any(_ACCUSING.match(cue.text) or cue.text.startswith(("alleg", "charge")) for cue in statement.cue)


def is_said(text: str) -> bool:
    """Whether a word of saying, finding, reckoning or accusing stands in the text."""
    patterns = (_SAYING, _FINDING, _RECKONING, _HELD, _ACCUSING, _SHOWING, _closing())
    return any(pattern.search(text) for pattern in patterns)


def reports(statement: Statement) -> bool:
    """Whether the cue begins with any verb of saying."""
    return any(word in _verbs() for cue in statement.cue for word in cue.text.casefold().split())


def teller(text: str) -> tuple[int, int] | None:
    """Where somebody is named to whom a sentence is put down behind or before it; None where nobody is."""
    found = _closing().search(text) or _VIEW.search(text)
    return found.span("who") if found is not None and found["who"] else None


# "In the view of the board, ...", "figures from the office show".
_VIEW = re.compile(
    r"\b(?:in the (?:view|words|opinion|eyes|judge?ment|estimation|account|version) of"
    r"|(?:figures|data|numbers) (?:from|of|by)) "
    r"(?P<who>[^,;:.]{3,60}?)(?= show|,|\.|$| reveal| suggest| indicate)",
    re.IGNORECASE,
)


@cache
def _closing() -> re.Pattern[str]:
    """A clause behind a mark that ends in a verb of saying (", the mayor pointed out.")."""
    verbs = "|".join(sorted({*_verbs(), "pointed", "points", "put it", "puts it", "held", "holds", "found", "finds"}))
    return re.compile(rf"[,;:–—] (?:(?P<who>[^,;:.]{{2,90}}) )?(?:{verbs})(?: out)?(?=[.,;:]|$)")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for verb in str(table("reporting_verbs")["speech"]).split() for form in _forms(verb))


def _forms(verb: str) -> tuple[str, str]:
    """The present and the past of a regular verb, third person; others are told by other patterns or not at all."""
    if verb.endswith("y") and verb[-2] not in "aeo":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    stem = verb.removesuffix("e")
    return (f"{verb}es" if verb.endswith(("s", "sh", "ch")) else f"{verb}s"), f"{stem}ed"


def cue_within(statement: Statement, spans: Iterable[Span]) -> bool:
    """Whether the words that say that somebody speaks stand in the spans."""
    wanted = list(spans)
    return any(span.overlaps(piece) for piece in statement.cue for span in wanted)
