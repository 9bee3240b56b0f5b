"""Negated clauses of English: what is said not to be so, and whether another text says that it is."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from stemma.lexicon import table
from stemma.text.rarity import information
from stemma.text.tokens import Token, stem, tokens

__all__ = ["Asserted", "Negated", "asserted", "contrary", "opposed", "stems_of"]

# Words below this weight are grammar, as for claims.
_CONTENT = 1.3
# A negation reaches no farther than this many words, and what leaves a verb open stands within so many before it.
_REACH, _BEFORE = 14, 4
# So much of what the negation reaches, by weight and without its verb, must be in the other text (chosen by eye).
_SHARED = 0.5

# What is denied may be named first.
_REPORT = re.compile(
    r"^\W*(?:(?:as )?(?:false|untrue|baseless|unfounded|groundless) )?(?:(?:the|a|any|all|these|those|such) )?(?:\w+ )?"
    r"(?:claim|report|allegation|accusation|charge|suggestion|assertion|statement|idea|notion)s? (?:that|of) |^that ",
    re.IGNORECASE,
)
_AHEAD = frozenset({"will", "shall", "won't", "shan't"})  # "no train will leave": nothing is said of those that left


class Negated(NamedTuple):
    """`head` is what is said not to have been (a verb, or the noun of "no warning"); `scope` all under the negation.

    No contrary of what has been: what is `pending` ("has yet to rule", "not yet paid"), what `lies_ahead` ("will not").
    """

    head: str
    noun: str | None
    scope: frozenset[str]
    subject: bool
    pending: bool = False
    lies_ahead: bool = False


class Asserted(NamedTuple):
    """What a text says: `negated` clauses, `told` content words outside them, those of them that are told as fact.

    A noun is among `events` only where a light verb carries it or it stands as a verb: `surfaces` gives its forms.
    """

    negated: tuple[Negated, ...]
    told: frozenset[str]
    facts: frozenset[str]
    carried: frozenset[str]
    surfaces: frozenset[str]


def stems_of(key: str) -> frozenset[str]:
    """The stems of the words that a head stands for."""
    return frozenset(stem(form) for form in (key, *str(table("polarity")["forms"].get(key, "")).split()))


def asserted(text: str) -> Asserted:
    """The negated clauses of an English text and what it tells beside them."""
    words = tokens(text)
    lows = [_low(word) for word in words]
    negators = [at for at, low in enumerate(lows) if low in _turning() or low.endswith("n't")]
    clauses = [(at, found) for at in negators if (found := _clause(text, words, at))]
    inside = {id(word) for _, clause in clauses for word in clause}
    free = [(at, word) for at, word in enumerate(words) if id(word) not in inside and _is_content(word)]
    untold = _beside(text, words, [at for at, _ in clauses]) | _right_after(lows, "open")
    facts = [(at, word) for at, word in free if at not in untold]
    carried = _right_after(lows, "light")
    negated = (_negated(words, at, clause) for at, clause in clauses)
    return Asserted(
        tuple(one for one in negated if one.head),
        frozenset(_key(word) for _, word in free),
        frozenset(_key(word) for _, word in facts),
        frozenset(_key(word) for at, word in facts if at in carried),
        frozenset(word.text.casefold() for _, word in facts),
    )


def _right_after(lows: list[str], kind: str) -> set[int]:
    """The places so near after a word of the kind that it bears on them."""
    listed = _list(kind)
    return {place for at, low in enumerate(lows) if low in listed for place in range(at + 1, at + 1 + _BEFORE)}


def contrary(text: str) -> Asserted:
    """What is said by who denies the text ("that it had been warned", "the claim that it knew")."""
    words = tokens(_REPORT.sub("", text))
    head, noun = _after_subject(words) if words else ("", None)
    empty = _list("fillers") | _list("light")
    scope = frozenset(_key(word) for word in words if _is_content(word) and _low(word) not in empty)
    negated = (Negated(head, noun, scope, subject=True),) if head and head in scope else ()
    return Asserted(negated, frozenset(), frozenset(), frozenset(), frozenset())


def opposed(denying: Asserted, telling: Asserted, participants: frozenset[str], *, alike: bool = False) -> bool:
    """Whether the first says not to be so what the second says to be so, of the same participants.

    `participants` are stems of who the first speaks for ("we"). `alike`: both are known to be of one matter.
    """
    return any(
        _tells(telling, one) and (alike or _of_one_matter(one, denying, telling, participants))
        for one in denying.negated
    ) and not any(one.head == other.head for one in denying.negated for other in telling.negated)


def _tells(telling: Asserted, one: Negated) -> bool:
    """Whether the head is told as a fact; a noun as something that happened, not as a thing that is spoken of."""
    if one.pending or one.head not in telling.facts or (one.lies_ahead and not _is_to_come(telling, one.head)):
        return False
    return one.noun is None or one.head in telling.carried or one.noun not in telling.surfaces


def _is_to_come(telling: Asserted, head: str) -> bool:
    """Whether the verb stands in its plain form there, as it does after "will" and "to"."""
    plain = {form for form in telling.surfaces if not form.endswith(("ed", "ing")) and _forms().get(form, form) == form}
    return any(head == _forms().get(form, stem(form)) for form in plain)


def _of_one_matter(one: Negated, denying: Asserted, telling: Asserted, participants: frozenset[str]) -> bool:
    under = one.scope - {one.head}
    shared = under & telling.told
    if _weight(shared) < _SHARED * _weight(under):
        return False
    if one.subject and shared:  # "nobody at the plant": who is meant stands under the negation
        return True
    # Of a bare verb ("will not keep") one word beside it tells nothing.
    return len(shared) > 1 or len((denying.told | participants) & telling.told - {one.head}) > (not under)


def _weight(keys: frozenset[str]) -> float:
    return sum(information(key) for key in sorted(keys))


def _beside(text: str, words: list[Token], negators: list[int]) -> set[int]:
    """Places in a negator's own clause before it: "we open no gate" does not tell of an opening."""
    found: set[int] = set()
    for negator in negators:
        at = negator
        while at > 0 and _low(words[at]) not in _list("boundaries") and not _parts(text, words[at - 1], words[at]):
            at -= 1
            found.add(at)
    return found


def _parts(text: str, before: Token, after: Token) -> bool:
    """Whether a mark other than of quotation stands between two words."""
    return bool(text[before.end : after.start].strip("“”\"'‘’ \n"))


def _clause(text: str, words: list[Token], at: int) -> list[Token]:
    """The words that a negator at `at` reaches; none where it is no negation of fact."""
    low = _low(words[at])
    following = [_low(word) for word in words[at + 1 : at + 3]]
    if not following or not _turns(words, at, following) or _is_doubt(words, at):
        return []
    if _among(words, at, "open") or (low == "no" and words[at].text == "No" and text[words[at].end :][:1] in ",.!"):
        return []
    found: list[Token] = []
    for before, after in pairwise(words[at : at + _REACH]):
        joins = _low(after) in {"and", "or"} and low in {"neither", "nor"}
        if _parts(text, before, after) or (_low(after) in _list("boundaries") and not joins):
            break
        found.append(after)
    return [words[at], *found] if low == "unaware" else found


_FAILING = frozenset({"failed", "fails", "failing", "fail"})


@cache
def _turning() -> frozenset[str]:
    """The words that may make a negated clause of what follows, beside those that end in "n't"."""
    return _list("negators") | _FAILING | {"far", "yet"}


def _turns(words: list[Token], at: int, following: list[str]) -> bool:
    """Whether the word says of what follows that it is not so, or not so far."""
    low = _low(words[at])
    if low in _FAILING:
        return following[0] == "to"
    if low == "far":
        return following[0] == "from" and following[-1].endswith("ing")
    if low == "yet":
        return following[0] == "to" and at > 0 and _low(words[at - 1]) in _list("owing")
    negates_it = low in _list("negators") or low.endswith("n't")
    passes = following[0] in _list("passing") and following[0] != "yet"
    return negates_it and not passes and following[-1] != "than"


def _is_doubt(words: list[Token], at: int) -> bool:
    """ "Nobody doubts that", "did not deny that": what is negated is the denial. "No dispute" is a negation."""
    verb = next((_low(w) for w in words[at + 1 : at + 1 + _BEFORE] if _low(w) not in _list("fillers")), "")
    return _low(words[at]) != "no" and verb in _list("doubting")


def _negated(words: list[Token], at: int, clause: list[Token]) -> Negated:
    low, carried = _low(words[at]), _among(words, at, "light")
    pending = low == "yet" or "yet" in [_low(word) for word in clause[:2]]
    empty = _list("fillers") | _list("light") | _list("negators")
    scope = frozenset(_key(word) for word in clause if _is_content(word) and _low(word) not in empty)
    if low == "no" or (low == "not" and [_low(word) for word in clause[:2]] in (["a", "single"], ["one", "of"])):
        head, noun = _no(clause, carried)
    elif low in _list("subjects"):
        head, noun = _after_subject(clause)
    else:
        head, noun = _verb(clause[1:] if low == "far" else clause)
    ahead = noun is None and any(_low(word) in _AHEAD for word in (*words[max(0, at - 1) : at + 1], *clause))
    return Negated(head, noun, scope, low in _list("subjects"), pending, ahead)


def _no(clause: list[Token], carried: bool) -> tuple[str, str | None]:
    """ "There was no warning": the noun; "no warning was given", "no train ran": what is said of it."""
    auxiliary = next((at for at, word in enumerate(clause) if at and _low(word) in _auxiliaries()), None)
    if carried or auxiliary is None:
        ends = next((at for at, word in enumerate(clause) if at and _low(word) in _list("prepositions")), len(clause))
        phrase = [word for word in clause[:ends] if _is_content(word) and _low(word) not in _list("fillers")]
        if not carried and len(phrase) > 1 and _is_past(phrase[-1]):
            return _key(phrase[-1]), None
        return (_key(phrase[-1]), _low(phrase[-1])) if phrase else ("", None)
    head, noun = _verb(clause[auxiliary:])
    if head and noun is None and clause[auxiliary + 1 :] and head not in {_key(w) for w in clause[:auxiliary]}:
        light = next((word for word in clause[auxiliary:] if _low(word) not in _list("fillers")), None)
        if light is None or _low(light) not in _list("light"):
            return head, None
    named = [word for word in clause[:auxiliary] if _is_content(word) and _low(word) not in _list("fillers")]
    return (_key(named[0]), _low(named[0])) if named else (head, noun)


def _after_subject(clause: list[Token]) -> tuple[str, str | None]:
    verb = next((at for at, word in enumerate(clause) if _low(word) in _auxiliaries()), None)
    if verb is None:
        verb = next((at for at, word in enumerate(clause) if _is_past(word)), 0)
    return _verb(clause[verb:])


def _is_past(word: Token) -> bool:
    return _low(word).endswith("ed") or _low(word) in _forms()


def _verb(clause: list[Token]) -> tuple[str, str | None]:
    """The verb after its auxiliaries, or the noun that a light verb carries."""
    rest = [word for word in clause if _low(word) not in _list("fillers") and not _low(word).endswith("ly")]
    if not rest:
        return "", None
    if _low(rest[0]) not in _list("light"):
        return _key(rest[0]), None
    phrase: list[Token] = []
    for word in rest[1:]:
        if _low(word) in _list("prepositions"):
            break
        phrase.append(word)
    nouns = [word for word in phrase if _is_content(word)]
    return (_key(nouns[-1]), _low(nouns[-1])) if nouns else (_key(rest[0]), None)


def _among(words: list[Token], at: int, kind: str) -> bool:
    return any(_low(word) in _list(kind) for word in words[max(0, at - _BEFORE) : at])


def _low(word: Token) -> str:
    return _lowered(word.text)


def _key(word: Token) -> str:
    return _forms().get(_low(word), word.stem)


def _is_content(word: Token) -> bool:
    return _tells_much(word.text)


@lru_cache(maxsize=1 << 16)  # the vocabulary of many articles
def _lowered(written: str) -> str:
    return written.casefold().replace("’", "'")


@lru_cache(maxsize=1 << 16)
def _tells_much(written: str) -> bool:
    return written[0].isdigit() or _lowered(written) in _forms() or information(written) >= _CONTENT


@cache
def _list(kind: str) -> frozenset[str]:
    return frozenset(str(table("polarity")[kind]).split())


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(str(table("attribution")["auxiliaries"]).split())


@cache
def _forms() -> dict[str, str]:
    forms: dict[str, str] = table("polarity")["forms"]
    return {form: verb for verb, listed in forms.items() for form in (verb, *listed.split())}
