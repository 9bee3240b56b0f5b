"""Whether a text negates anything, and whether its speaker says that what he is held to is not so."""

import re

__all__ = ["disclaims", "negates"]

# "We never received any warning", "nobody told us": who speaks says that what he is held to is not so. Only "never"
# makes a denial of "I did not ask", which may as well be part of a tale.
_HELD_TO = (
    "receiv\\w*|know|known|take|taken|pay|paid|sign|signed|agree|agreed|approve|approved|authori[sz]ed?|promise|promised"
    "|warned|informed|told|consent|consented|accept|accepted|steal|stolen|lie|lied|cheat|cheated|hide|hidden|conceal"
    "|concealed|touch|touched|have any|had any"
)
_NEVER = (
    f"{_HELD_TO}|knew|took|stole|hid|gets?|got|see|saw|seen|hear|heard|tell|say|said|ask|asked|order|ordered|meet|met"
)
_DISCLAIMED = re.compile(
    rf"\b(?:i|we) (?:(?:(?:have |had |was |were )?never(?: (?:been|once|knowingly|personally|even))* (?:{_NEVER}))"
    rf"|(?:did not|didn't|had not|hadn't|have not|haven't|was not|wasn't|were not|weren't)"
    rf"(?: (?:been|once|knowingly|personally|even))* (?:{_HELD_TO})) \w"
    rf"|\b(?:nobody|no one|no-one|none of (?:us|them)|not a single \w+|not one \w+)(?: \w+){{0,4}}? "
    rf"(?:told|warned|informed|asked|notified|consulted|paid|contacted) (?:us|me)\b"
    rf"|\b(?:i|we) (?:have|had) (?:absolutely )?no (?:knowledge|part|hand|role|warning|say)\b"
    rf"|\b(?:i|we) knew nothing\b",
)
# "Had not received any such letter", "there was no such order": what is not so was told before.
_SUCH = re.compile(r"\bno such (?!thing as\b)|(?:\b(?:never|not)|n't)\b [^.;:]{0,40}\bany such\b")
_NEGATOR = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|unaware)\b|n['’]t\b"
    r"|\b(?:fail(?:s|ed|ing)?|yet) to\b|\bfar from \w+ing\b",
    re.IGNORECASE,
)


# What every negation holds a part of: a text without them need not be searched.
_PARTS = ("no", "never", "neither", "n't", "n’t", "unaware", "fail", "yet", "far")
# What every disclaimer holds: a text without them need not be searched.
_SIGNS = ("never", "n't", "no")


def negates(text: str) -> bool:
    """Whether a word of negation stands in the text."""
    low = text.lower()
    if not any(part in low for part in _PARTS):
        return False
    return _NEGATOR.search(text) is not None


def disclaims(text: str) -> bool:
    """Whether who speaks says of himself that what he may be held to is not so ("we were never told")."""
    low = text.casefold().replace("’", "'")
    if not any(sign in low for sign in _SIGNS):
        return False
    return _DISCLAIMED.search(low) is not None or _SUCH.search(low) is not None
