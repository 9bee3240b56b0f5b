"""Who a source is, as far as its own article says."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import NamedTuple

from stemma.attribution.anonymous import category
from stemma.attribution.grammar import forms, lexicon
from stemma.text.names import Name, names

__all__ = ["Roll", "head_name", "roll", "speaker"]

# A pronoun farther than this from the name it would stand for is left open: about two paragraphs of news prose
# (chosen by eye).
_REACH = 900
_HEAD_ENDS = frozenset(
    {"of", "for", "from", "in", "at", "with", "on", "to", "who", "whose", "which", "that", "by", "near"}
)
_QUOTES = '“”"‘'
# What is written with a capital before a name only because its sentence begins there.
_DESCRIBING = frozenset(
    {"actor", "actress", "author", "billionaire", "coach", "economist", "ex", "fellow", "former", "founder", "last"}
    | {"lawyer", "next", "pollster", "prosecutor", "rival", "scientist", "singer", "striker", "strategist"}
)
_OWNER = re.compile(r"^.*[’']s (?=\S+ \S)")
# "The 46-year-old South Norlander" is told by where he is from, not named.
_AGED = re.compile(r"\d-year-old $")
_AGED_REACH = 12
# "Reuters reports" is Reuters.
_ISSUES = frozenset(
    {"report", "reports", "statement", "release", "article", "story", "reporting", "poll", "survey", "study"}
)
_MALE, _FEMALE = frozenset({"he", "him"}), frozenset({"she", "her"})


# What stands between a person's name and that of a body or a place.
_WHERE_FROM = re.compile(r",? (?:of|from|in|at|with|for|near)(?: the| a)? (?:[a-z]+ (?:of |in )?(?:the )?){0,2}")


# "Ada Orr, the head of the mission, who"; "Ada Orr, the head of Dray Rovers, who".
_BESIDE = re.compile(r", (?:an?|the|its|his|her|their) [^.,;:“”\"()\n]{2,80}, $")
_BODY_BESIDE = re.compile(
    r", (?:an?|the|its|his|her|their) [a-z][^.,;:“”\"()\nA-Z]{2,60} (?:of|at|for|in|from|with)(?: the)? "
)


def _leads_to(between: str) -> bool:
    """Whether the words lead from a person's name to that of where he or she is from."""
    return _WHERE_FROM.fullmatch(between) is not None or _BODY_BESIDE.fullmatch(between) is not None


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
        if pronoun in _MALE | _FEMALE:
            self.gender.setdefault(name.rsplit(maxsplit=1)[-1].casefold(), "male" if pronoun in _MALE else "female")


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
        bare = _without_titles(name.text)
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


def _without_titles(text: str) -> str:
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


def speaker(roll: Roll, text: str, start: int, end: int, last: str | None) -> str | None:
    """The fullest name of the source at start:end; None where the article does not say.

    `last` is the speaker of the statement before, whom a pronoun may stand for.
    """
    words = text[start:end].casefold().split()
    if len(words) == 1 and words[0] in _MALE | _FEMALE:
        return _meant_by(roll, text, start, words[0], last)
    if len(words) == 1 and words[0] in {"who", "which"}:
        return _name_right_before(roll, text, start, person=words[0] == "who")
    name = head_name(roll, text, start, end)
    if name is not None and _AGED.search(text, max(0, name.start - _AGED_REACH), name.start):
        known = any(name.words[-1] == other.words[-1] and name.start != other.start for other in roll.names)
        return roll.fullest.get(name.words[-1]) if known else None
    if name is not None:
        return roll.fullest.get(name.words[-1], _without_titles(name.text))
    return _by_role(roll, words) or _in_capitals(roll, text[start:end])


def _in_capitals(roll: Roll, source: str) -> str | None:
    """ "MR. TAM" of a transcript is the one Tam whom the article names in full."""
    return roll.fullest.get(source.rsplit(maxsplit=1)[-1].strip(".,()").casefold()) if source.isupper() else None


def head_name(roll: Roll, text: str, start: int, end: int) -> Name | None:
    """The name that a source phrase is about: its own head, or one that stands beside a description."""
    first = bisect_left(roll.starts, start)
    inside = [name for name in roll.names[first : bisect_right(roll.starts, end)] if name.end <= end]
    for name in inside:
        if name.words[-1] in lexicon("titles") or category(name.words[-1]) is not None:
            continue
        if _is_head(text, name, start, end):
            return name
    return None


def _is_head(text: str, name: Name, start: int, end: int) -> bool:
    after = text[name.end : end].lstrip()
    before = text[start : name.start].casefold().replace(",", " , ").split()
    if after.startswith(("'s", "’s", "'", "’")):
        return False
    if after.rstrip(", ") in _ISSUES:
        return True
    if after and after[0] not in ",()" and after.split()[0].casefold() not in _HEAD_ENDS:
        return False
    piece = before[len(before) - before[::-1].index(",") :] if "," in before else before
    return not any(word in _HEAD_ENDS or word in {"and", "both"} for word in piece)


def _meant_by(roll: Roll, text: str, at: int, pronoun: str, last: str | None) -> str | None:
    """The person last named at the head of a sentence, or the last speaker, of a gender that fits.

    Nobody, where another who fits is named between them in the pronoun's own paragraph.
    """
    wanted = "male" if pronoun in _MALE else "female"
    place = bisect_left(roll.starts, at) - 1
    paragraph, between = text.rfind("\n", max(0, at - _REACH), at), set[str]()
    while place >= 0 and at - roll.names[place].end < _REACH:
        name = roll.names[place]
        full = roll.fullest.get(name.words[-1])
        fits = roll.gender.get(name.words[-1], wanted) == wanted
        if full is not None and fits:
            if full == last or _heads_a_sentence(text, name) or _is_introduced(text, name):
                return full if name.start > paragraph or not between - {full} else None
            between |= {full} if name.start > paragraph else set()
        place -= 1
    return None


def _is_introduced(text: str, name: Name) -> bool:
    """ "The labour minister, Ada Orr, [shook her head]": a name in apposition to a title."""
    before = text[max(0, name.start - 30) : name.start]
    titled = before.endswith(", ") and before[:-2].rpartition(" ")[2].casefold() in lexicon("titles")
    return titled and text.startswith(", ", name.end)


def _heads_a_sentence(text: str, name: Name) -> bool:
    """Whether only a title and a short lead-in stand between the name and the mark before it."""
    before = text[max(0, name.start - 30) : name.start]
    opening = max(before.rfind(mark) for mark in '\n.”"?!')
    return opening >= 0 or name.start < 30


def _name_right_before(roll: Roll, text: str, at: int, *, person: bool) -> str | None:
    place = bisect_left(roll.starts, at) - 1
    if place < 0:
        return None
    beside = _BESIDE.match(text, roll.names[place].end, at) if person else None
    if text[roll.names[place].end : at].strip(" ,") != "" and (beside is None or beside.end() != at):
        return None
    while person and place > 0 and _leads_to(text[roll.names[place - 1].end : roll.names[place].start]):
        place -= 1  # "Ada Orr of the harbor board in Dray, who": the person, not the place
    name = roll.names[place]
    return roll.fullest.get(name.words[-1], _without_titles(name.text))


def _by_role(roll: Roll, words: list[str]) -> str | None:
    """ "the mayor" where one person alone is called mayor."""
    if not words or words[0] != "the" or len(words) > 4:
        return None
    surname = roll.roles.get(words[-1])
    return roll.fullest.get(surname) if surname is not None else None
