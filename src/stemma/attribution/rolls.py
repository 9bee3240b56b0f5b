"""The roll of an article: the names in it, the fullest form of each, and how people are addressed."""

import re
from collections import Counter
from typing import NamedTuple

from stemma.attribution.grammar import forms, lexicon
from stemma.text.names import Name, names

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
    """The names of an article: where they stand, the fullest form of each surname, and how people are addressed."""

    starts: tuple[int, ...]
    names: tuple[Name, ...]
    fullest: dict[str, str]
    gender: dict[str, str]
    roles: dict[str, str]

    def learn(self, source: str, name: str) -> None:
        """Whoever was meant by "he" once is not meant by "she" later on."""
        pronoun = source.casefold()
        if pronoun in MALE | FEMALE:
            self.gender.setdefault(name.rsplit(maxsplit=1)[-1].casefold(), "male" if pronoun in MALE else "female")


def roll(text: str) -> Roll:
    """The names of the text."""
    found = tuple(_with_first_name(text, name) for name in names(text) if name.words)
    return Roll(
        tuple(name.start for name in found), found, _fullest(text, found), _genders(text, found), _roles(text, found)
    )


_FIRST_NAME = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]+|[A-Z]\.) $")
_FIRST_NAME_REACH = 24  # characters: no first name is longer

# The headline and the lead may hold a surname that the text then gives in full; so often only somebody known is so
# called.
_CALLED = 3


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


def _fullest(text: str, found: tuple[Name, ...]) -> dict[str, str]:
    """Surname to the longest form of its name, where the article has one bearer of it alone.

    Who is called by the surname before any full name of it is somebody else: the relative comes later.
    """
    forms: dict[str, Counter[str]] = {}
    alone: Counter[str] = Counter()
    things = _things(text, found)
    for name in found:
        if len(name.words) == 1 and name.words[0] not in forms:
            alone[name.words[0]] += 1
        bare = without_titles(name.text)
        if (
            1 < len(bare.split()) < 5
            and bare not in things
            and not is_body(tuple(bare.casefold().split()))
            and not _has_verb(bare)
        ):
            forms.setdefault(name.words[-1], Counter())[bare] += 1
    fullest = {}
    for surname, counts in forms.items():
        first_names = {form.split()[0] for form in counts}
        if len(first_names) == 1 and alone[surname] < _CALLED:
            fullest[surname] = min(counts, key=lambda form: (-len(form.split()), form))
    return fullest


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
    while len(words) > 1 and words[0].casefold() in _DESCRIBING:
        words = words[1:]
    for place in range(len(words) - 2, -1, -1):
        if words[place].rstrip(".").casefold() in lexicon("titles"):
            words = words[place + 1 :]
            break
    if len(words) > 3 and words[0] == "of":  # "Secretary of State Ada Orr"
        words = words[2:]
    return " ".join(words)


def is_body(words: tuple[str, ...]) -> bool:
    """Whether the words name a body rather than a person."""
    return any(word in lexicon("bodies") for word in words)


def _genders(text: str, found: tuple[Name, ...]) -> dict[str, str]:
    genders: dict[str, str] = {}
    for name in found:
        title = text[max(0, name.start - 8) : name.start].split()
        word = title[-1].rstrip(".").casefold() if title else ""
        if word in lexicon("male"):
            genders[name.words[-1]] = "male"
        elif word in lexicon("female"):
            genders[name.words[-1]] = "female"
    return genders


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
