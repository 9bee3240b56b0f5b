"""Whether a person of an article is a man or a woman, as far as its words tell."""

import re
from collections.abc import Sequence

from stemma.attribution.grammar import lexicon
from stemma.text.names import Name

__all__ = ["of_word", "of_words_before", "told"]

# Characters before a name in which its title, or a word of kin, stands.
_TITLE_REACH = 24
# "Lotte Weems, his wife,"; "Bettine Ash, 43, a mother of two".
_BESIDE = re.compile(r",(?: \d+,)? ((?:[\w’'-]+ ){0,4}?[\w’'-]+)")
_BESIDE_REACH = 70
# "Weems, in his office"; "Lotte Weems and her sons"; "Orr resigned herself". A saying's "said his" may be another's.
_OWN = re.compile(r"(?: (?:in|with|and|at|on|from|by|of|for) (his|her)(?= [a-z])| (him|her)self\b)")
_OWN_REACH = 80
_STOPS = re.compile(r"[.;:!?“”\"\n]|\bthat\b|\b[A-Z]")


def of_word(low: str) -> str | None:
    """ "female" for "wife", "Mrs", "spokeswoman"; None where the word is said of both."""
    if low in lexicon("female") or low in lexicon("female", "persons"):
        return "female"
    return "male" if low in lexicon("male") or low in lexicon("male", "persons") else None


def of_words_before(text: str, name: Name) -> str | None:
    """What the title or word of kin right before the name says: "Ms Orr", "his wife, Ada Orr,", "King Otto"."""
    before = text[max(0, name.start - _TITLE_REACH) : name.start]
    closed = before.endswith(", ")
    if closed and not text.startswith(",", name.end):
        return None  # "With his wife, Otto Orr left"
    word = next(reversed(before.removesuffix(", ").split()), "")
    return of_word(word.rstrip(".").casefold()) or next(
        (said for part in name.text.split()[:-1] if (said := of_word(part.rstrip(".").casefold()))), None
    )


def told(text: str, found: Sequence[Name], persons: Sequence[str]) -> dict[str, str]:
    """Person to "male" or "female": by title and kin, else by given name, else by "his" and "her" of its own clause."""
    said: dict[str, str] = {}
    for way in (of_words_before, _beside, _given, _own):
        gathered: dict[str, set[str]] = {}
        for name, person in zip(found, persons, strict=True):
            gender = way(text, name) if person and person not in said else None
            if gender is not None:
                gathered.setdefault(person, set()).add(gender)
        said |= {person: min(genders) for person, genders in gathered.items() if len(genders) == 1}
    return said


def _beside(text: str, name: Name) -> str | None:
    match = _BESIDE.match(text, name.end, name.end + _BESIDE_REACH)
    if match is None:
        return None
    for word in match.group(1).split():
        if word.casefold() in lexicon("prepositions") or word.endswith(("'s", "’s")):
            return None
        gender = of_word(word.casefold())
        if gender is not None:
            return gender
    return None


def _given(text: str, name: Name) -> str | None:
    """What a given name says, where a surname follows."""
    del text
    given = set(name.words[:-1])
    found = {key for key, names in (("female", "women"), ("male", "men")) if given & lexicon(names, "persons")}
    return min(found) if len(found) == 1 else None


def _own(text: str, name: Name) -> str | None:
    stop = _STOPS.search(text, name.end, name.end + _OWN_REACH)
    match = _OWN.search(text, name.end, stop.start() if stop is not None else name.end + _OWN_REACH)
    if match is None or len(name.words) < 2:  # a lone word may be a country: "Ostra and her sons"
        return None
    return "male" if (match.group(1) or match.group(2)).startswith("hi") else "female"
