"""The roll of an article: the names in it, the fullest form of each, and how people are addressed."""

import re
from collections import Counter
from typing import NamedTuple

from stemma.attribution.fields import field_of
from stemma.attribution.grammar import forms, lexicon
from stemma.attribution.persons import Written, is_given, meant, parted
from stemma.text.names import Name, names
from stemma.text.paragraphs import paragraphs
from stemma.text.quotations import quotations
from stemma.text.rarity import zipf

__all__ = ["FEMALE", "MALE", "Roll", "roll", "without_titles"]

_QUOTES = '“”"‘'
# What is written with a capital before a name only because its sentence begins there.
_DESCRIBING = frozenset(
    {"actor", "actress", "author", "billionaire", "coach", "economist", "ex", "fellow", "former", "founder", "last"}
    | {"lawyer", "next", "pollster", "prosecutor", "rival", "scientist", "singer", "striker", "strategist"}
)
_OWNER = re.compile(r"^.*[’']s (?=\S+ \S)")
MALE, FEMALE = frozenset({"he", "him"}), frozenset({"she", "her"})


class Roll(NamedTuple):
    """The names of an article: where they stand, whom each means, and how people are addressed.

    `persons` has, for each name, the person meant in full, or as written where the article does not tell in full;
    empty for a thing, a place or a body. `certain` are those who are known to be people. `gender` is by person.
    `quoted` are the places of the words in quotation marks.
    """

    starts: tuple[int, ...]
    names: tuple[Name, ...]
    persons: tuple[str, ...]
    certain: frozenset[str]
    fullest: dict[str, str]
    gender: dict[str, str]
    roles: dict[str, str]
    quoted: tuple[tuple[int, int], ...]

    def learn(self, source: str, person: str) -> None:
        """Whoever was meant by "he" once is not meant by "she" later on."""
        pronoun = source.casefold()
        if pronoun in MALE | FEMALE:
            self.gender.setdefault(person, "male" if pronoun in MALE else "female")


def roll(text: str) -> Roll:
    """The names of the text."""
    found = tuple(part for name in names(text) if name.words for part in parted(text, _with_first_name(text, name)))
    written = _written(text, found)
    persons, gender = meant(text, found, written)
    quoted = tuple((mark.start, mark.end) for mark in quotations(text, paragraphs(text)))
    named = {form for forms in written.bearers.values() for form in forms if not _is_ordinary(form)}
    certain = named | set(gender)
    starts = tuple(name.start for name in found)
    return Roll(starts, found, persons, frozenset(certain), written.fullest, gender, _roles(text, found), quoted)


_FIRST_NAME = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]+|[A-Z]\.) $")
_FIRST_NAME_REACH = 24  # characters: no first name is longer

# The headline and the lead may hold a surname that the text then gives in full; so often only somebody known is so
# called.
_CALLED = 3
# From this on the Zipf scale a word is common: surnames and given names that are no words are rarer, as a rule.
_ORDINARY = 3.5


def _with_first_name(text: str, name: Name) -> Name:
    """The name with the first name before it, which at the head of a sentence is not told from any other word."""
    match = _FIRST_NAME.search(text, max(0, name.start - _FIRST_NAME_REACH), name.start)
    if match is None or _is_no_first_name(match.group(1).rstrip(".").casefold()):
        return name
    words = (match.group(1).casefold(), *name.words)
    return Name(match.start(1), name.end, text[match.start(1) : name.end], words)


def _is_no_first_name(low: str) -> bool:
    closed = ("titles", "determiners", "prepositions", "clause_openers", "lead_ins", "weekdays", "subject_pronouns")
    return low.endswith(("ly", "ing")) or low in forms() or any(low in lexicon(key) for key in closed)


def _written(text: str, found: tuple[Name, ...]) -> Written:
    """The persons whom the article names in full, the longest form of each.

    Who is called by the surname before any full name of it is somebody else: the relative comes later.
    """
    forms: dict[str, Counter[str]] = {}
    alone: Counter[str] = Counter()
    things = _things(text, found)
    for name in found:
        if len(name.words) == 1 and name.words[0] not in forms:
            alone[name.words[0]] += 1
        bare = without_titles(name.text)
        if 1 < len(bare.split()) < 5 and bare not in things and not _is_no_person(bare):
            forms.setdefault(name.words[-1], Counter())[bare] += 1
    bearers = {surname: _bearers(counts) for surname, counts in forms.items()}
    fullest = {
        surname: persons[0] for surname, persons in bearers.items() if len(persons) == 1 and alone[surname] < _CALLED
    }
    return Written(bearers, fullest, frozenset(things))


def _is_no_person(bare: str) -> bool:
    return is_body(tuple(bare.casefold().split())) or _has_verb(bare)


def _is_ordinary(form: str) -> bool:
    """Whether all words of a name are common ones and none is a given name: "Best Harbour", not "Ada Harbour"."""
    words = form.casefold().split()
    return all(zipf(word) >= _ORDINARY and not is_given(word) for word in words)


def _bearers(counts: Counter[str]) -> tuple[str, ...]:
    """One form for each first name, the longest; in the order in which the article names them."""
    by_first: dict[str, list[str]] = {}
    for form in counts:
        by_first.setdefault(form.split()[0], []).append(form)
    return tuple(min(forms, key=lambda form: (-len(form.split()), form)) for forms in by_first.values())


# "The Falcon Mill", "in Coral Bay", “Harbour Nights”: people are seldom named so. "In Ada Orr’s office" tells nothing.
_THING_BEFORE = re.compile(r"(?<![\w-])(?:[Tt]he|[Aa]n?|[Ii]n|[Ii]nto|[Oo]utside|[Ii]nside|[Nn]ear) $")
_THING_REACH = 10


def _things(text: str, found: tuple[Name, ...]) -> set[str]:
    """The names that stand half of the time after an article or "in", or alone between quotation marks."""
    known, seen = Counter[str](), Counter[str]()
    for name in found:
        known[name.text] += 1
        owned = text.startswith(("’s", "'s"), name.end)
        placed = _THING_BEFORE.search(text, max(0, name.start - _THING_REACH), name.start) is not None
        before, after = text[max(0, name.start - 1) : name.start], text[name.end : name.end + 2].lstrip(",.")[:1]
        seen[name.text] += not owned and (placed or (before in _QUOTES and after in _QUOTES and before != "" != after))
    return {form for form, count in known.items() if 2 * seen[form] >= count}


def _has_verb(bare: str) -> bool:
    """Whether a line in title case was read as one name: "Mayor Urges Calm"."""
    known = forms()
    return any(word in known and known[word].form in {"s", "past"} for word in bare.casefold().split())


def without_titles(text: str) -> str:
    """ "Ostran Trade Minister Ada Orr" is "Ada Orr", and so are "Actress Ada Orr" and "the Echo’s Ada Orr"."""
    owned = _OWNER.sub("", text)
    words = (text if is_body(tuple(owned.casefold().split())) else owned).split()
    while len(words) > 1 and (words[0].casefold() in _DESCRIBING or _is_calling(words)):
        words = words[1:]
    for place in range(len(words) - 2, -1, -1):
        if words[place].rstrip(".").casefold() in lexicon("titles"):
            words = words[place + 1 :]
            break
    if len(words) > 3 and words[0] == "of":  # "Secretary of State Ada Orr"
        words = words[2:]
    return " ".join(words)


# Callings that are given names as well.
_CALLED_SO = frozenset(
    "archer baker bishop carter christian cooper dean duke earl guy hunter major mason parker piper porter".split()
)


def _is_calling(words: list[str]) -> bool:
    """Whether a calling stands before a name in full: "Engineer Ada Orr"."""
    low = words[0].casefold()
    person = len(words) > 2 and len(words[1]) > 2 and field_of(low, "noun").split("+")[0] == "person"
    return person and low not in _CALLED_SO and not is_given(low)


def is_body(words: tuple[str, ...]) -> bool:
    """Whether the words name a body rather than a person."""
    return any(word in lexicon("bodies") for word in words) or words[-1] in lexicon("bodies", "persons")


def _roles(text: str, found: tuple[Name, ...]) -> dict[str, str]:
    """Role noun to the name that alone bears it: "Mayor Orr", "Orr, the mayor"."""
    bearers: dict[str, set[str]] = {}
    for name in found:
        if is_body(name.words):
            continue
        before = text[max(0, name.start - 20) : name.start].split()[-1:]
        inside = name.text.split()[:-1]
        after = text[name.end : name.end + 30].lstrip(", ").split()[:3] if text[name.end : name.end + 1] == "," else []
        for word in (*before, *inside, *after):
            role = word.strip(".,").casefold()
            if role in lexicon("titles") and len(role) > 4:
                bearers.setdefault(role, set()).add(name.words[-1])
    return {role: next(iter(who)) for role, who in bearers.items() if len(who) == 1}
