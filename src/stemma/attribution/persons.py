"""Whom each name of an article means: two people of one surname stay two."""

from collections.abc import Sequence
from typing import NamedTuple

from stemma.attribution.genders import of_words_before, told
from stemma.attribution.grammar import lexicon
from stemma.text.names import Name
from stemma.text.rarity import zipf

__all__ = ["Written", "is_given", "meant", "parted"]

# Rarer on the Zipf scale, a first word is more likely a given name than the first word of a thing ("Bettine Ash").
_UNUSUAL = 3.0
_TITLES = frozenset({"mr", "ms", "mrs", "miss"})
_TITLE_REACH = 6  # characters of the longest of them, with its point


class Written(NamedTuple):
    """What an article writes in full: the persons of each surname in order, who alone bears it; what is a thing."""

    bearers: dict[str, tuple[str, ...]]
    fullest: dict[str, str]
    things: frozenset[str]


def is_given(low: str) -> bool:
    """Whether the word is known to be a given name."""
    return low in lexicon("women", "persons") or low in lexicon("men", "persons")


def parted(text: str, name: Name) -> tuple[Name, ...]:
    """ "Bettine Ash of Tarn Orr" holds two names; "Bank of Norland" and "Board of Dray" one."""
    left, link, right = name.text.partition(" of ")
    words = left.split()
    low = [word.casefold() for word in words]
    closed = lexicon("bodies") | lexicon("titles") | lexicon("bodies", "persons")
    if not link or len(words) < 2 or not closed.isdisjoint(low):
        return (name,)
    if zipf(low[0]) >= _UNUSUAL and not is_given(low[0]):
        return (name,)
    middle = name.start + len(left)
    count = len(name.words) - len([word for word in right.split() if word.casefold() in name.words])
    first = Name(name.start, middle, text[name.start : middle], name.words[:count])
    second = Name(middle + len(link), name.end, text[middle + len(link) : name.end], name.words[count:])
    return (first, second) if first.words and second.words else (name,)


def meant(text: str, found: Sequence[Name], written: Written) -> tuple[tuple[str, ...], dict[str, str]]:
    """For each name the person meant, empty where it is none; and the gender of each person, if told."""
    full = [_in_full(name, written) for name in found]
    gender = told(text, found, full)
    persons: list[str] = []
    seen: dict[str, list[str]] = {}
    called: dict[str, str] = {}
    for name, in_full in zip(found, full, strict=True):
        surname, person = name.words[-1], in_full
        if in_full:
            seen.setdefault(surname, []).append(in_full)
        elif len(name.words) == 1 and not _is_thing(name, written):
            known = [called[surname]] if surname in called else seen.get(surname, [])
            bearer = _bearer(surname, _fitting(text, name, written, gender), known, written)
            if bearer is not None:
                called[surname] = bearer
            several = len(written.bearers.get(surname, ())) > 1
            person = bearer or (_title(text, name) if several else "") + name.text
        persons.append(person)
    return tuple(persons), told(text, found, persons) | gender


def _in_full(name: Name, written: Written) -> str:
    """The longest form of a name that is written with a first name; empty for any other."""
    for person in written.bearers.get(name.words[-1], ()):
        if person.split()[0].casefold() in name.words[:-1]:
            return person
    return ""


def _is_thing(name: Name, written: Written) -> bool:
    known = name.words[-1] in written.bearers
    body = name.text.isupper() or name.words[0] in lexicon("bodies") | lexicon("bodies", "persons")
    return not known and (body or name.text in written.things or not name.text[1:].islower())


def _title(text: str, name: Name) -> str:
    """ "Ms " of "Ms Holm": what tells her from Mr Holm; empty where no such title stands there."""
    word = next(reversed(text[max(0, name.start - _TITLE_REACH) : name.start].split()), "")
    return f"{word} " if word.rstrip(".").casefold() in _TITLES else ""


def _fitting(text: str, name: Name, written: Written, gender: dict[str, str]) -> list[str]:
    """The bearers of a surname whom its title does not exclude; those it names, if any is known to be."""
    said = of_words_before(text, name)
    fitting = [one for one in written.bearers.get(name.words[-1], ()) if said is None or gender.get(one, said) == said]
    sure = [one for one in fitting if said is not None and gender.get(one) == said]
    return sure or fitting


def _bearer(surname: str, fitting: Sequence[str], known: Sequence[str], written: Written) -> str | None:
    """Who is meant by the surname: the only bearer, the only one who fits, or the one so called or named before."""
    if len(written.bearers.get(surname, ())) < 2:
        return written.fullest.get(surname) if fitting else None
    before = sorted(set(known) & set(fitting))
    return fitting[0] if len(fitting) == 1 else before[0] if len(before) == 1 else None
