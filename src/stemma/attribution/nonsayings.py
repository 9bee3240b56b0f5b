"""Cues that are drawn like sayings and are none, by the grammar of English."""

import re

from stemma.attribution.columns import Read
from stemma.attribution.fields import field_of
from stemma.attribution.finding_cues import Marked
from stemma.attribution.finding_roles import Roles
from stemma.attribution.grammar import forms, lexicon
from stemma.attribution.units import Word

__all__ = ["is_no_saying", "without_ordered"]

# "Was declared the winner", "an island called Dray": it is told what somebody is or is called, not what is said.
_NAMING = frozenset({"called", "named", "declared", "elected", "appointed", "nicknamed", "titled"})
_NAMED = frozenset({"called", "named", "known", "nicknamed", "titled"})
# "All reported defects", "the alleged thief": a participle that describes a noun.
_PARTICIPLES = frozenset({"past", "participle"})
# "Goes according to plan" names no source; neither does "to say the least".
_PLANS = frozenset({"plan", "plans", "schedule"})
_IDIOM = re.compile(r"(?:the least|nothing of\b|the very least)", re.IGNORECASE)
_PART = re.compile(r"(?:his|her|its|their|my|our) (?:own )?part")
_OPENING_ALONE = frozenset({"leading", "following", "including", "according", "considering", "adding", "citing"})
# "Ordered to pay" after its subject: nobody orders "to pay" without somebody who is to.
_ORDERING = frozenset(
    {"ordered", "told", "urged", "advised", "instructed", "warned", "reminded", "invited", "persuaded"}
)


def is_no_saying(text: str, read: Read, cue: Marked, given: Roles) -> bool:
    """Whether the cue and its roles only look like a saying."""
    words = read.unit.words
    return (
        _is_naming(words, cue, given)
        or _is_name_of(text, words, cue, given)
        or _is_attribute(words, cue)
        or _is_nobody(text, words, given)
        or _is_idiom(text, words, cue, given)
    )


def _is_naming(words: tuple[Word, ...], cue: Marked, given: Roles) -> bool:
    """A passive of naming by nobody: "was declared the winner", "known as the Gate"."""
    named = any(word.low in _NAMING for word in words[cue.first : cue.last + 1])
    passive = words[cue.first].low in _NAMING | lexicon("be") | lexicon("auxiliaries")
    return named and passive and not given.source and words[cue.last].low not in {"for", "on"}


def _is_name_of(text: str, words: tuple[Word, ...], cue: Marked, given: Roles) -> bool:
    """ "An island called Dray Holm": nobody says a name alone of what stands right before it with "a" or "an"."""
    if words[cue.first].low not in _NAMED or len(given.source) != 1 or len(given.content) != 1:
        return False
    source, content = text[slice(*given.source[0])], text[slice(*given.content[0])]
    indefinite = source.split(maxsplit=1)[0].casefold() in {"a", "an", "another", "one"}
    right_before = text[given.source[0][1] : words[cue.first].start].strip() == ""
    thing = not {"person", "group"} & set(field_of(source.split()[-1].casefold(), "noun").split("+"))
    names = [word[:1].isupper() or word[:1].isdigit() for word in content.split()]
    return indefinite and right_before and (all(names) or (thing and names[0]))


def _is_attribute(words: tuple[Word, ...], cue: Marked) -> bool:
    """ "All reported defects had been put right": the participle stands between a determiner and its noun."""
    first = cue.first if cue.last > cue.first else cue.first - 1
    if first < 0 or cue.last - first != 1 or cue.last + 1 >= len(words):
        return False
    form = forms().get(words[cue.last].low)
    following = words[cue.last + 1]
    described = words[first].low in {"all", "the", "any", "every", "these", "those"}
    plain = following.kind == "word" and following.low.isalpha() and following.low.endswith("s")
    closed = lexicon("determiners") | lexicon("prepositions") | lexicon("auxiliaries") | lexicon("subject_pronouns")
    return described and form is not None and form.form in _PARTICIPLES and plain and following.low not in closed


def _is_nobody(text: str, words: tuple[Word, ...], given: Roles) -> bool:
    """A source that is a question ("Who said so?") or no noun phrase at all ("leading", "for his part", "Beyond")."""
    if len(given.source) != 1:
        return False
    source = text[slice(*given.source[0])].casefold()
    if source == "who":
        return given.source[0][0] == words[0].start
    alone = " " not in source and (source in lexicon("prepositions") or source in _OPENING_ALONE)
    return alone or _PART.fullmatch(source) is not None


def _is_idiom(text: str, words: tuple[Word, ...], cue: Marked, given: Roles) -> bool:
    if words[cue.first].low == "according" and words[cue.last].low in _PLANS and cue.last - cue.first == 2:
        return True
    said = text[slice(*given.content[0])] if given.content else ""
    return words[cue.first].low == "to" and words[cue.last].low == "say" and _IDIOM.match(said) is not None


def without_ordered(read: Read, cue: Marked, given: Roles) -> Roles:
    """The roles without a source that is ordered: "Dray Rovers ordered to pay 400,000" tells who has to pay."""
    words = read.unit.words
    followed = cue.last + 1 < len(words) and words[cue.last + 1].low == "to"
    ordered = followed and words[cue.last].low in _ORDERING and cue.first == cue.last
    if not ordered or not given.source or given.source[0][0] > words[cue.first].start:
        return given
    return given._replace(source=())
