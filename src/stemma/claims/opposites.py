"""Opposites: of units that speak of one thing, those that say that it is not so."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from stemma.claims.affirmed import Claims
from stemma.claims.denials import denied_words, is_denial
from stemma.claims.repeats import first_of_each, wording
from stemma.claims.times import is_of_another_time
from stemma.claims.units import Unit
from stemma.lexicon import table
from stemma.records import Account, Span, Statement
from stemma.text.negation import negates
from stemma.text.polarity import Asserted, Negated, asserted, contrary, opposed, stems_of
from stemma.text.tokens import Token, tokens

__all__ = ["Opposites"]

# These stand in what is said for the source, or for those whom the source speaks for.
_SPEAKING = re.compile(
    r"\b(?:we|us|our|ours|i|me|my|he|him|his|she|her|they|them|their|it|its|nobody|none|nothing|neither"
    r"|no one|there|not)\b",
    re.IGNORECASE,
)
# "You don't need a rocket that big", "don't try to": of nobody in particular, or what somebody is told to do.
_OF_NOBODY = re.compile(
    r"(?:\b[Yy]ou (?:really |just |simply )*(?:don['’]t|do not|can['’]t|cannot|won['’]t|never)"
    r"|(?:^|[.:;!?] |[‘“\"'])(?:Don['’]t|Do not|Never) (?=[a-z]))[^.;!?]*"
)
# What the first negation of a clause is of stands before it, since the last mark or joining word.
_NEGATION = re.compile(r"\b(?:not|never|no|nobody|nothing|neither|failed|unaware|cannot)\b|n['’]t\b", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[.;:,—–]|\b(?:and|but|because|which|that|who|while)\b")
_IS_PRONOUN = re.compile(
    r"\b(?:he|she|they|we|i|it|you|that|which|who)"
    r"(?: (?:has|have|had|was|were|is|are|did|do|does|would|could|will|can))* ?$",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
_NO_ONE = re.compile(r"\b(no)[-‑](?=one\b)", re.IGNORECASE)
# "Before this, no planet had been seen": what was not so earlier is no contrary of what is so now.
_EARLIER = re.compile(r"\b(?:before|until|till|prior to) (?:this|that|now|then|today)\b", re.IGNORECASE)
# "We have never had a case like this", "no mill has burned like the Orr mill": of all others, not of this one.
_FIRST_TIME = re.compile(
    r"\b(?:never|no|not)\b[^.;]*?(?:\blike (?:this|that|it|these|[A-Z])|\bsuch an? |\b(?:ever )?before(?=[.,;”\"]|$)"
    r"|\bin (?:its|our|my|his|her|their|the) (?:\w+ )?(?:history|life|career)\b)"
)
# Words that tell of no fact by themselves: of a name, of a compound ("a head-coaching career"), of "as part of".
_NO_FACTS = re.compile(r"(?<=[\w,;’'”\"] )[A-Z][\w’'-]*|\b\w+(?:-\w+)+|\bpart(?= of\b)")
# "of", "the": no word of a name is so short that matters.
_SHORTEST = 3
_AIM = re.compile(r"(?:\b(?:will|shall|to)|[’']ll)(?: (?:be|have|also|now|soon|not))* $", re.IGNORECASE)
_GOING_ON = re.compile(r"\b(?:am|is|are|was|were|be|been|an?|any)(?: (?:not|now|still))? $")
# "Closed", "closes", "a closure", "a violation", not "close".
_INFLECTED = ("ed", "s", "ion", "ure", "ment")
# Of so many words beside what is negated must two sentences of two articles tell, if nobody denies anything.
_IN_COMMON = 2
_ANYTHING = re.compile(r"\b(?:anything|anybody|anyone)\b", re.IGNORECASE)
# So many claims at most are read for the contrary of one unit.
_MOST = 200


class Opposites:
    """What the units of a story say to be so and not to be so; texts in English only."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._english = {a.witness.article.id for a in accounts if (a.witness.article.language or "en")[:2] == "en"}
        self._sources = {a.witness.article.id: _by_speaker(a.statements) for a in accounts}
        self._subjects: dict[tuple[str, int], frozenset[str]] = {}
        self._known: dict[tuple[str, int], Asserted] = {}
        self._denials: dict[tuple[str, int], bool] = {}

    def is_negative(self, unit: Unit) -> bool:
        """Whether the unit says of something that it is not so."""
        told = unit.article in self._english and (negates(_words(unit)) or self._is_denial(unit))
        return told and bool(self._asserted(unit).negated)

    def is_of_one_voice(self, denials: Sequence[Unit], group: Sequence[Unit]) -> bool:
        """Whether who denies is who says it: nobody denies his own words."""
        denying = [_named(each for each in denial.statements if each.denies) for denial in denials]
        telling = [_named(unit.statements) for unit in group if unit not in denials]
        return bool(telling) and all(one and one == other for one in denying for other in telling)

    def are_agreed(self, denials: Sequence[Unit], group: Sequence[Unit]) -> bool:
        """Whether all of the group say not to be so what is denied: "no fighter was freed", "denied that any was"."""
        denied = [one for unit in denials for one in self._asserted(unit).negated]
        return bool(group) and all(
            self.is_negative(unit)
            and any(_is_same(one, other) for one in self._asserted(unit).negated for other in denied)
            for unit in group
        )

    def turned(self, group: Sequence[Unit]) -> list[Unit]:
        """Those of a group of like units that say not to be so what others of the group say to be so."""
        told = first_of_each(group)
        negative = [unit for unit in told if self.is_negative(unit)]
        found = {wording(u) for u in negative if any(self._are_opposed(u, other, alike=True) for other in told)}
        return [unit for unit in group if wording(unit) in found] if found else []

    def are_opposed(self, unit: Unit, other: Unit) -> bool:
        """Whether the first of two like units says not to be so what the second says to be so."""
        return self._are_opposed(unit, other, alike=True)

    def at_odds(self, group: Sequence[Unit]) -> list[Unit]:
        """Those of a group of like units that negate words which most of the others tell without a negation."""
        told = first_of_each(group)
        negative = [unit for unit in told if self.is_negative(unit)]
        if not negative:
            return []
        plain = [unit for unit in told if unit not in negative and unit.article in self._english]
        found = {wording(u) for u in negative if 2 * sum(self._negates(u, other) for other in plain) > len(plain)}
        return [unit for unit in group if wording(unit) in found]

    def _negates(self, unit: Unit, other: Unit) -> bool:
        if _is_one_voice(unit, other):
            return False
        return any(one.scope & self._asserted(other).told for one in self._asserted(unit).negated)

    def denied_by(self, group: Sequence[Unit], claims: Claims) -> int | None:
        """Place of the claim, of most articles, of which some unit of the group says the contrary."""
        best: tuple[int, int] | None = None
        for unit in first_of_each(group):
            heads = [stems_of(one.head) for one in self._asserted(unit).negated] if self.is_negative(unit) else []
            for place in claims.holding(frozenset().union(*heads), _MOST):
                claim = claims.units(place)
                if any(self._are_opposed(unit, other, alike=False) for other in first_of_each(claim)):
                    found = len({other.article for other in claim}), -place
                    best = found if best is None else max(best, found)
        return -best[1] if best is not None else None

    def _are_opposed(self, unit: Unit, other: Unit, *, alike: bool) -> bool:
        if unit is other or other.article not in self._english or _is_one_voice(unit, other):
            return False
        one, two = unit.passage.text, other.passage.text
        if _EARLIER.search(one) or _FIRST_TIME.search(one) or is_of_another_time(one) != is_of_another_time(two):
            return False
        if not alike and (negates(_words(other)) or _WITHOUT.search(two)):
            return False  # two that negate something seldom negate the same
        denying, telling = self._asserted(unit), self._asserted(other)
        if not alike and not self._is_denial(unit):
            return self._are_contrary(unit, other)
        if self._is_denial(unit) and self._denies_any(unit, other):
            return True
        if not self._is_denial(unit):
            denying = denying._replace(negated=tuple(one for one in denying.negated if _came_about(one, other)))
        if not any(one.head in telling.facts for one in denying.negated):
            return False
        return opposed(denying, self._with_sources(other), self._participants(unit), alike=alike)

    def _are_contrary(self, unit: Unit, other: Unit) -> bool:
        """Whether two articles say the contrary of one party in one clause, though neither reports a denial.

        Of what is told beside the negation only who is spoken of counts.
        """
        if unit.article == other.article and not (unit.statements and other.statements):
            return False  # an article's own words that stand in one sentence only seem to contradict another
        denying, telling = self._asserted(unit), self._with_sources(other)
        subject = (denying.told & self._subject(unit)) or self._participants(unit)
        negated = tuple(one for one in denying.negated if _is_of_one_party(one, subject, telling, other))
        return bool(negated) and opposed(denying._replace(negated=negated, told=subject), telling, frozenset())

    def _denies_any(self, unit: Unit, other: Unit) -> bool:
        """Whether the unit denies anything of the kind ("had known anything") that another tells of who denies it."""
        if not _ANYTHING.search(denied_words(unit)):
            return False
        who = frozenset[str]().union(*(_stems(each.source) for each in unit.statements if each.denies))
        telling = self._asserted(other)
        return bool(who & telling.told) and any(
            one.head in telling.facts and _came_about(one, other) for one in self._asserted(unit).negated
        )

    def _with_sources(self, unit: Unit) -> Asserted:
        """What the unit says, with the words for its sources."""
        known = self._asserted(unit)
        return known._replace(told=known.told | _stems(piece for each in unit.statements for piece in each.source))

    def _asserted(self, unit: Unit) -> Asserted:
        key = unit.article, unit.place
        if key not in self._known:
            self._known[key] = contrary(denied_words(unit)) if self._is_denial(unit) else _asserted(_words(unit))
        return self._known[key]

    def _is_denial(self, unit: Unit) -> bool:
        key = unit.article, unit.place
        if key not in self._denials:
            self._denials[key] = is_denial(unit)
        return self._denials[key]

    def _participants(self, unit: Unit) -> frozenset[str]:
        """Words for those who speak, where what they say is of themselves; by all that the article calls them."""
        if self._asserted(unit).told and not _SPEAKING.search(_words(unit)):
            return frozenset()
        by_speaker = self._sources[unit.article]
        called = (by_speaker.get(each.speaker or "") or _stems(each.source) for each in unit.statements)
        return frozenset[str]().union(*called)

    def _subject(self, unit: Unit) -> frozenset[str]:
        """The words of the clause before its first negation: who or what it is of."""
        key = unit.article, unit.place
        if key not in self._subjects:
            text = _words(unit)
            negation = _NEGATION.search(text)
            before = _CLAUSE_ENDS.split(text[: negation.start()])[-1] if negation is not None else ""
            self._subjects[key] = frozenset() if _IS_PRONOUN.search(before) else _forms(before)
        return self._subjects[key]


def _is_same(one: Negated, other: Negated) -> bool:
    """Whether two negated clauses are of one thing: one head, or most of the words of the second in the first."""
    return one.head == other.head or (len(other.scope) > 1 and 2 * len(one.scope & other.scope) > len(other.scope))


def _is_of_one_party(one: Negated, subject: frozenset[str], telling: Asserted, other: Unit) -> bool:
    """Whether the party of whom the head is negated is told of too, with two words in all, in a clause of its time."""
    under = (one.scope - {one.head}) & telling.told
    party = under if one.subject else subject & telling.told - {one.head}
    enough = bool(party) and len(under | party) >= _IN_COMMON
    return enough and one.head in telling.facts and _came_about(one, other)


def _came_about(one: Negated, other: Unit) -> bool:
    """Whether what is negated is told there of the same time: as done, or of what is to be anything."""
    text, forms = other.passage.text, stems_of(one.head)
    return one.lies_ahead or any(_is_told(text, word, one.head) for word in tokens(text) if word.stem in forms)


def _is_told(text: str, word: Token, head: str) -> bool:
    """Whether the word tells what came about: "met", "is meeting", not "will meet", "a meeting room", "close to"."""
    low, before = word.text.casefold(), text[: word.start]
    if low.endswith("ing"):
        return _GOING_ON.search(before) is not None
    is_plain = low == head if head in table("polarity")["forms"] else not low.endswith(_INFLECTED)
    return not is_plain and not _AIM.search(before)


def _named(statements: Iterable[Statement]) -> frozenset[str]:
    return frozenset(each.speaker.split()[-1] for each in statements if each.speaker)


def _is_one_voice(unit: Unit, other: Unit) -> bool:
    """Whether one speaker is said to say both, or both are one article's own words: what differs then was altered.

    A person goes by the surname, for articles name people more or less in full.
    """
    if _named(unit.statements) and _named(unit.statements) == _named(other.statements):
        return True
    voices = [frozenset(s.speaker or s.id for s in each.statements) for each in (unit, other)]
    return unit.article == other.article and voices[0] == voices[1]


@lru_cache(maxsize=4096)  # the passages of a story, of which copies have the same
def _asserted(text: str) -> Asserted:
    """What the words assert."""
    plain = _OF_NOBODY.sub(" ", text) if any(sign in text for sign in _SIGNS) else text
    found = asserted(_NO_ONE.sub(r"\1 ", plain))
    apart: list[str] = []

    def without(match: re.Match[str]) -> str:
        apart.append(match.group())
        return " "

    rest = _NO_FACTS.sub(without, text)
    telling = found.facts & _forms(" ".join(apart))
    return found._replace(facts=found.facts - (telling - _forms(rest))) if telling else found


# What every match of _OF_NOBODY holds one of: a text without them need not be searched.
_SIGNS = ("ou ", "Do", "Never")


def _forms(text: str) -> frozenset[str]:
    return frozenset(form for word in tokens(text) for form in (word.stem, word.text.casefold()))


def _by_speaker(statements: Sequence[Statement]) -> dict[str, frozenset[str]]:
    """The stems of all that the article calls each speaker, once for however many statements."""
    called: dict[str, set[str]] = {}
    for statement in statements:
        if statement.speaker:
            called.setdefault(statement.speaker, set()).update(piece.text for piece in statement.source)
    return {
        speaker: frozenset(stem for text in texts for stem in _long_stems(text)) for speaker, texts in called.items()
    }


def _stems(pieces: Iterable[Span]) -> frozenset[str]:
    """Stems of the words, without the shortest, which are grammar."""
    return frozenset(stem for piece in pieces for stem in _long_stems(piece.text))


@lru_cache(maxsize=4096)  # the sources of a long article
def _long_stems(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokens(text) if len(token.text) > _SHORTEST)


def _words(unit: Unit) -> str:
    return ". ".join(span.text for span in unit.said)
