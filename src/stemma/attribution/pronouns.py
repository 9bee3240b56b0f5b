"""Whom "he" or "she" means: the person who is the subject of the sentence before, or nobody that is told."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from stemma.attribution.fields import field_of, verb_lemma
from stemma.attribution.genders import of_word
from stemma.attribution.grammar import forms, lexicon
from stemma.attribution.rolls import MALE, Roll
from stemma.text.names import Name
from stemma.text.rarity import zipf

__all__ = ["Extent", "Pronoun", "meant_by"]

Extent = tuple[int, int]

# A pronoun farther than this from the name it would stand for is left open: about two paragraphs of news prose
# (chosen by eye).
_REACH = 900
# Characters between the mark before a sentence and the name at its head: a title and a short lead-in (by eye).
_LEAD_IN = 30
# A bare surname of which nothing else is known to be a person's is taken for one if its bearer has just spoken and the
# word is rarer than this on the Zipf scale: what is more common is mostly a country or a town.
_COMMON = 3.5
_SUBJECTS = frozenset({"he", "she", "they", "we", "i", "it", "who", "which"})
# "The driver laughed", "His wife was not at home": a subject that is described and not named.
_DESCRIBED = re.compile(
    r"(?:[.!?][”\"’']?\s+|\n\s*|[”\"] )((?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Tt]he)\b)"
    r"((?: [\w’'-]+){1,7})"
)
# Characters beside a name within which a noun tells what the person is (by eye).
_CALLED_BEFORE, _CALLED_AFTER = 40, 60


class Pronoun(NamedTuple):
    """A pronoun, in lower case, at a place of the text, and the places of what is said by whom it means."""

    at: int
    word: str
    said: tuple[Extent, ...]

    @property
    def gender(self) -> str:
        """Whom it may mean: "male" or "female"."""
        return "male" if self.word in MALE else "female"


def meant_by(roll: Roll, text: str, pronoun: Pronoun, last: str | None) -> str | None:
    """The person last named at the head of a sentence, or the last speaker, of a gender that fits.

    Nobody, where another who fits is named between them in the pronoun's own paragraph, or is the described subject
    of a later sentence, or where it is not known whether the one at the head of the last sentence is a person.
    """
    paragraph = text.rfind("\n", max(0, pronoun.at - _REACH), pronoun.at)
    between = set[str]()
    for place in range(bisect_left(roll.starts, pronoun.at) - 1, -1, -1):
        name, person = roll.names[place], roll.persons[place]
        if pronoun.at - name.end >= _REACH:
            return None
        fits = person and roll.gender.get(person, pronoun.gender) == pronoun.gender
        if not fits or _is_within(roll, pronoun, name):
            continue
        if person == last or _heads_a_sentence(text, name) or _is_introduced(text, name):
            open_still = between - {person} if name.start <= paragraph else set[str]()
            sure = person in roll.certain or (person == last and zipf(name.words[-1]) < _COMMON)
            return person if sure and not open_still and not _other_subject(roll, text, name, pronoun) else None
        between |= {person} if name.start > paragraph else set()
    return None


def _is_within(roll: Roll, pronoun: Pronoun, name: Name) -> bool:
    """Whether the name stands in what is said, or in any quotation."""
    place = bisect_right(roll.quoted, (name.start, name.end)) - 1
    quoted = place >= 0 and name.start < roll.quoted[place][1]
    return quoted or any(start <= name.start < end for start, end in pronoun.said)


def _is_introduced(text: str, name: Name) -> bool:
    """ "The labour minister, Ada Orr, [shook her head]": a name in apposition to a title."""
    before = text[max(0, name.start - _LEAD_IN) : name.start]
    word = before[:-2].rpartition(" ")[2].casefold() if before.endswith(", ") else ""
    titled = word in lexicon("titles") or field_of(word, "noun").split("+")[0] == "person"
    return titled and text.startswith(",", name.end)


def _heads_a_sentence(text: str, name: Name) -> bool:
    """Whether only a title and a short lead-in stand between the name and the mark before it.

    Whom somebody tells something is not at the head: "“No,” he told Ada Orr".
    """
    before = text[max(0, name.start - _LEAD_IN) : name.start]
    opening = max(before.rfind(mark) for mark in '\n.”"?!')
    if opening < 0 and name.start >= _LEAD_IN:
        return False
    words = [word.strip(",").casefold() for word in before[opening + 1 :].split()]
    if not _SUBJECTS.isdisjoint(words):
        return False
    return not any((word in forms() and at > 0) or verb_lemma(word) == "tell" for at, word in enumerate(words))


def _other_subject(roll: Roll, text: str, name: Name, pronoun: Pronoun) -> bool:
    """Whether a person who is described and not named is the subject of a sentence between the name and the pronoun."""
    for match in _DESCRIBED.finditer(text, name.end, pronoun.at):
        place = bisect_right(roll.quoted, (match.start(1), match.end())) - 1
        if place >= 0 and match.start(1) < roll.quoted[place][1]:
            continue
        noun = _person_noun(match.group(2).split())
        if noun is None or (of_word(noun) or pronoun.gender) != pronoun.gender:
            continue
        if match.group(1).casefold() != "the" or not _is_called(roll, text, name, noun):
            return True
    return False


def _person_noun(words: list[str]) -> str | None:
    """The head of a noun phrase that is about one person, read from its words after the determiner."""
    closed = lexicon("prepositions") | lexicon("auxiliaries") | lexicon("determiners") | {"who", "whose", "that"}
    noun = None
    for word in words:
        low = word.casefold()
        if low in closed or low in forms():
            break
        if of_word(low) is not None or field_of(low, "noun").split("+")[0] == "person":
            noun = low
        elif word[:1].isupper() and noun is not None:
            return None  # "the mayor Ada Orr" is named
    return noun if noun is not None and (not noun.endswith("s") or noun.endswith("ss")) else None


def _is_called(roll: Roll, text: str, name: Name, noun: str) -> bool:
    """Whether the article calls the person so: "Ada Orr, the mayor", "Mayor Ada Orr"."""
    person = roll.persons[bisect_left(roll.starts, name.start)]
    return any(
        re.search(
            rf"\b{re.escape(noun)}\b", text[max(0, one.start - _CALLED_BEFORE) : one.end + _CALLED_AFTER].casefold()
        )
        for one, meant in zip(roll.names, roll.persons, strict=True)
        if meant == person
    )
