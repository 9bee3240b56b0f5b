"""Persons across articles: a name spelt three ways is one person; two people of one surname stay two."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from msgspec.structs import replace
from rapidfuzz.distance import DamerauLevenshtein

from stemma.lexicon import table
from stemma.records import Account, Statement
from stemma.text.normalise import fold
from stemma.text.tokens import tokens

__all__ = ["People", "as_known", "noun_phrase", "people", "source_key"]

# A letter in four to six, two from seven on: slips and transcriptions of one name (as for altered names).
_SHORTEST = 4
_LONG = 7
_SUFFIXES = frozenset("jr sr ii iii iv".split())
# What is written short and in full, and is nobody's surname.
_LANDS = frozenset({"us", "uk"})
# "Harbour" and "harbor", "labour" and "labor".
_OUR = re.compile(r"(?<=[a-z]{2})our\b")
# Begins what is told of a source beside its name.
_TOLD_OF = re.compile(r",? (?:who|whose|which|speaking|citing|asking|on condition)\b.*$", re.DOTALL)

People = Mapping[tuple[str, str], str]
"""For an article's id and a speaker as it is named there, the name by which the story knows the person."""


class _Form(NamedTuple):
    """One spelling of a name: given names (or initials) and surname, folded, without titles but for Mr or Mrs."""

    given: tuple[str, ...]
    surname: str
    man: bool | None


def people(accounts: Sequence[Account]) -> People:
    """Every speaker of the accounts, by the longest form that most articles use for that person.

    Names are one person's if the surnames are the same, or nearly while the given names agree, and no given name
    contradicts another. A surname alone is the one person of that surname; where there are two, it stays by itself.
    """
    named = sorted({(a.witness.article.id, s.speaker) for a in accounts for s in a.statements if s.speaker})
    read = {name: _form(name) for name in sorted({name for _, name in named})}
    forms = {name: form for name, form in read.items() if form is not None}
    groups = _grouped(forms, _told_apart(named, forms))
    used = Counter(name for _, name in named)
    shown = {name: _best(group, forms, used) for group in groups for name in group}
    shown |= _bodies([name for name in read if name not in forms], used)
    bare = {name: _without_place(name, read) for name in sorted(read)}
    return {(article, name): shown.get(bare[name], bare[name]) for article, name in named}


def _bodies(bodies: Iterable[str], used: Counter[str]) -> dict[str, str]:
    """For each body that is written in several ways, the one that most articles use; the longer of equals."""
    ways: dict[str, list[str]] = {}
    for name in bodies:
        ways.setdefault(source_key(name), []).append(name)
    return {
        name: max(names, key=lambda each: (used[each], len(each), each))
        for names in ways.values()
        if len(names) > 1
        for name in names
    }


def as_known(accounts: Sequence[Account]) -> tuple[Statement, ...]:
    """The statements of all accounts, each with its speaker by the name that the story knows; in their order."""
    named = people(accounts)
    return tuple(
        replace(statement, speaker=named[statement.article, statement.speaker]) if statement.speaker else statement
        for account in accounts
        for statement in account.statements
    )


def _without_place(name: str, known: Iterable[str]) -> str:
    """ "Ada Orr of Vanter" is the Ada Orr who speaks elsewhere in the story."""
    person = name.partition(" of ")[0]
    return person if person in known else name


def noun_phrase(source: str) -> str:
    """The noun phrase of an unnamed source, without what is told of it: "an official, who asked not to be named,"."""
    return _TOLD_OF.sub("", source).strip(' ,;:“”"').removesuffix("’s").removesuffix("'s")


# Titles and articles tell no source from another.
_UNKEYED = frozenset(str(table("attribution")["titles"]).split()) | {"the", "a", "an"}


def source_key(name: str) -> str:
    """What two spellings of one source have in common: "the U.S. harbor board", "United States harbour board"."""
    low = name.casefold().replace("united states", "us").replace("united kingdom", "uk")
    words = (word.text.replace(".", "") for word in tokens(low))
    return " ".join(_OUR.sub("or", word) for word in words if word not in _UNKEYED) or low


def _form(name: str) -> _Form | None:
    """The name's parts without titles; None where it is a body's or no name at all."""
    titles, bodies = (frozenset(str(table("attribution")[key]).split()) for key in ("titles", "bodies"))
    words = [word for word in tokens(name) if word.text.casefold().strip(".") not in titles | _SUFFIXES]
    if (
        source_key(name) in _LANDS
        or not words
        or not words[-1].text[0].isupper()
        or any(word.text.casefold() in bodies for word in words)
    ):
        return None
    parts = [fold(word.text).replace("'s", "").strip("'.") for word in words]
    return _Form(tuple(parts[:-1]), parts[-1], _man(name))


def _man(name: str) -> bool | None:
    """What "Mr" or "Mrs" says; None without either."""
    first = name.split(maxsplit=1)[0].casefold().rstrip(".")
    male, female = (str(table("attribution")[key]).split() for key in ("male", "female"))
    return True if first in male else False if first in female else None


def _told_apart(named: Iterable[tuple[str, str]], forms: Mapping[str, _Form]) -> frozenset[tuple[str, str]]:
    """Pairs of full names that one article uses side by side: two people, however alike."""
    by_article: dict[str, list[str]] = {}
    for article, name in named:
        if name in forms and forms[name].given:
            by_article.setdefault(article, []).append(name)
    return frozenset(
        pair
        for names in by_article.values()
        for pair in permutations(names, 2)
        if forms[pair[0]][:2] != forms[pair[1]][:2]
    )


def _grouped(forms: Mapping[str, _Form], apart: frozenset[tuple[str, str]]) -> list[list[str]]:
    """The fullest names first, each with those that may be the same person; a doubtful one stays alone."""
    groups: list[list[str]] = []
    for name in sorted(forms, key=lambda each: (-len(forms[each].given), each)):
        fitting = [
            group
            for group in groups
            if all((name, other) not in apart and _one_person(forms[name], forms[other]) for other in group)
        ]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            groups.append([name])
    return groups


def _one_person(one: _Form, other: _Form) -> bool:
    if {one.man, other.man} == {True, False}:
        return False
    if one.surname == other.surname:
        return _agree(one.given, other.given)
    if not one.given or not other.given:  # a surname alone, spelt otherwise: a long one may be a slip
        return min(len(one.surname), len(other.surname)) >= _LONG and _alike(one.surname, other.surname)
    return _alike(one.surname, other.surname) and one.given[0] == other.given[0] and _agree(one.given, other.given)


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the given names can be one person's: the first the same, an initial of it, or spelt nearly so."""
    if not one or not other:
        return True
    left, right = one[0], other[0]
    if min(len(left), len(right)) == 1:
        return left[0] == right[0]
    return left == right or (_alike(left, right) and min(len(left), len(right)) > _SHORTEST)


def _alike(one: str, other: str) -> bool:
    if one[0] != other[0] or min(len(one), len(other)) < _SHORTEST:
        return False
    allowed = 2 if min(len(one), len(other)) >= _LONG else 1
    return DamerauLevenshtein.distance(one, other) <= allowed


def _best(group: Sequence[str], forms: Mapping[str, _Form], used: Counter[str]) -> str:
    """The longest form; of forms as long the one whose parts most articles spell so."""
    spelt: Counter[str] = Counter()
    for name in group:
        for part in _parts(forms[name]):
            spelt[part] += used[name]

    def attested(name: str) -> tuple[int, int, int, int, str]:
        parts = _parts(forms[name])
        return sum(len(part) > 1 for part in parts), len(parts), sum(spelt[part] for part in parts), -len(name), name

    return max(group, key=attested)


def _parts(form: _Form) -> tuple[str, ...]:
    return (*form.given, form.surname)
