"""One person's or place's name, spelt otherwise than the other accounts spell it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from stemma.changes.outlets import is_outlet
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, cut
from stemma.changes.spellings import LEAST_LETTERS, Spelling, plain
from stemma.lexicon import table
from stemma.records import Change, Span
from stemma.text.names import Name
from stemma.text.rarity import zipf
from stemma.text.tokens import tokens

__all__ = ["are_forms", "bare", "change_of_spelling", "is_variant", "names_altered", "odd_spellings"]

# One letter in four to six, two letters from seven on: slips and transcriptions (chosen by eye).
_LONG = 6
# Single names are compared only in passages that are nearly the same sentence.
_SAME_SENTENCE = 0.6
# A word commoner than this is a word, not a misspelt name.
_COMMON_WORD = 4.8
# Beside the same given name a surname may be an odd form of the other, unless it is as common as this in the language.
_KNOWN_WORD = 4.2
_ANAGRAM = 5
# So many other accounts must agree on a spelling.
_AGREE = 2
_ADJECTIVES = ("s", "es", "n", "an", "ian", "i", "is", "ns", "ans", "ians", "ese", "ish", "ite", "ites")
_BRITISH = (("our", "or"), ("tre", "ter"), ("ence", "ense"), ("ise", "ize"), ("isation", "ization"), ("ll", "l"))
# Measured: the share right on edits made to order, by the rule of succession (48 of 48).
_CONFIDENCE = 0.98


def odd_spellings(sides: Mapping[str, Side]) -> dict[str, int]:
    """For each account, how many names it alone spells as it does while two others agree on another spelling."""
    full = {name: _full(one.spellings) for name, one in sides.items()}
    words = {name: {each.word for each in one.spellings} for name, one in sides.items()}
    if len(sides) <= _AGREE:
        return dict.fromkeys(sorted(sides), 0)
    found: dict[str, int] = {}
    for name in sorted(sides):
        elsewhere = set[str]().union(*(own for other, own in words.items() if other != name))
        others_full = [entries for other, entries in full.items() if other != name]
        found[name] = sum(_is_odd(word, others, others_full) for word, others in full[name] if word not in elsewhere)
    return found


def _full(spellings: Sequence[Spelling]) -> list[tuple[str, frozenset[str]]]:
    return sorted({(each.word, each.others) for each in spellings if each.others}, key=lambda e: (e[0], sorted(e[1])))


def _is_odd(word: str, others: frozenset[str], elsewhere: Sequence[Sequence[tuple[str, frozenset[str]]]]) -> bool:
    rivals: Counter[str] = Counter()
    for theirs in elsewhere:
        rivals.update({each for each, beside in theirs if beside & others and is_variant(word, each)})
    return bool(rivals) and max(rivals.values()) >= _AGREE


@lru_cache(maxsize=65536)  # the names of a story, which its accounts are held against one another by
def is_variant(one: str, other: str) -> bool:
    """Whether the two are spellings of one name: a letter or two apart, and not forms of one word."""
    if one == other or one[0] != other[0] or min(len(one), len(other)) < LEAST_LETTERS:
        return False
    allowed = 2 if min(len(one), len(other)) >= _LONG else 1
    if min(len(one), len(other)) == _LONG - 1 and one[-1] == other[-1] and len(one) != len(other):
        allowed = 2  # letters lost from the middle ("Tomson", "Tmson")
    if abs(len(one) - len(other)) > allowed or DamerauLevenshtein.distance(one, other) > allowed:
        return False
    return not _are_words(one, other) and not are_forms(one, other)


def _are_words(one: str, other: str) -> bool:
    """Whether both are everyday words of the language ("Nations", "National"): then neither is a slip for the other."""
    low, high = sorted((zipf(one), zipf(other)))
    return low > _KNOWN_WORD and high > _COMMON_WORD


def _is_odd_form(one: str, other: str) -> bool:
    """Whether the two, beside the same given name, are one surname: a letter doubled, put in or turned about."""
    if one == other or one[0] != other[0] or min(len(one), len(other)) < LEAST_LETTERS:
        return False
    possessive = one.rstrip("s") == other.rstrip("s") and "ss" not in one + other
    if (
        possessive
        or max(zipf(one), zipf(other)) > _KNOWN_WORD
        or _is_adjective(one, other)
        or _is_adjective(other, one)
    ):
        return False
    if sorted((one[-2:], other[-1])) == ["ie", "y"] and one[:-2] == other[:-1]:
        return True
    if sorted((other[-2:], one[-1])) == ["ie", "y"] and other[:-2] == one[:-1]:
        return True
    return DamerauLevenshtein.distance(one, other) <= 1 or (len(one) >= _ANAGRAM and sorted(one) == sorted(other))


def _is_adjective(one: str, other: str) -> bool:
    return any(other == one + ending for ending in _ADJECTIVES[1:])


def are_forms(one: str, other: str) -> bool:
    """Whether one is the other with an ending, or its British spelling: a country and its people."""
    shorter, longer = sorted((one, other), key=len)
    for ending in _ADJECTIVES:
        if longer == shorter + ending or (shorter[-1] in "aeoy" and longer == shorter[:-1] + ending):
            return True
        if any(longer == shorter[: -len(end)] + ending for end in _ADJECTIVES if shorter.endswith(end)):
            return True
    return any(
        one.replace(left, right) == other.replace(left, right)
        for left, right in _BRITISH
        if left in one or left in other
    )


def names_altered(pair: Pair, sides: Sequence[Side]) -> list[Change]:
    """Names of the second that are spelt otherwise than in the first; one change for each odd spelling."""
    theirs = pair.second.spellings
    known = {one.word for one in pair.first.spellings}
    by_letter: dict[str, list[Spelling]] = {}
    for one in pair.first.spellings:
        by_letter.setdefault(one.word[0], []).append(one)
    found: dict[str, Change] = {}
    for odd in theirs:
        if odd.word in known or odd.word in found or zipf(odd.word) > _COMMON_WORD:
            continue
        rival = _rival(pair, odd, by_letter.get(odd.word[0], ()), theirs)
        if rival is None or not _prefers(rival.word, odd.word, pair, sides):
            continue
        if is_outlet(pair.first, bare(pair.first, rival.name)) or is_outlet(pair.second, bare(pair.second, odd.name)):
            continue
        found[odd.word] = _altered(pair, rival, odd)
    return [found[word] for word in sorted(found)]


def _rival(pair: Pair, odd: Spelling, ours: Sequence[Spelling], theirs: Sequence[Spelling]) -> Spelling | None:
    """How the first, by its spellings with one first letter, spells the name; None where it names no such person."""
    for one in ours:
        in_full = bool(one.others & odd.others) and one.name.words[-1] == plain(one.name.words[-1]) == one.word
        if not is_variant(one.word, odd.word) and not (in_full and _is_odd_form(one.word, odd.word)):
            continue
        if one.others & odd.others and not _both(one, odd, theirs) and _parts_agree(one, odd):
            return one
        unused = not any(other.word == one.word for other in theirs)
        if pair.kin and unused and _parts_agree(one, odd) and _same_place(pair, one, odd):
            return one
    return None


def _parts_agree(one: Spelling, odd: Spelling) -> bool:
    """Whether the other parts are the same but for what one of the two leaves out."""
    return one.others <= odd.others or odd.others <= one.others


def _both(one: Spelling, odd: Spelling, theirs: Sequence[Spelling]) -> bool:
    """Whether the second names both in full: then they are two people."""
    return any(other.word == one.word and other.others & odd.others for other in theirs)


def _same_place(pair: Pair, one: Spelling, odd: Spelling) -> bool:
    return any(
        link.score >= _SAME_SENTENCE and _stands_in(one.name, link.first) and _stands_in(odd.name, link.second)
        for link in pair.links
    )


def _stands_in(name: Name, spans: Iterable[Span]) -> bool:
    return any(span.start <= name.start < span.end for span in spans)


def _prefers(form: str, odd: str, pair: Pair, sides: Sequence[Side]) -> bool:
    """Whether the first's spelling is the one that most accounts use; the first's, where as many use either."""
    with_form = sum(_uses(one, form) for one in sides)
    with_odd = sum(_uses(one, odd) for one in sides)
    if with_form != with_odd:
        return with_form > with_odd
    return pair.kin


def _uses(of: Side, word: str) -> bool:
    return word in of.name_words


def _altered(pair: Pair, rival: Spelling, odd: Spelling) -> Change:
    return change_of_spelling(pair, bare(pair.first, rival.name), bare(pair.second, odd.name))


def change_of_spelling(pair: Pair, before: Span, after: Span) -> Change:
    """The change from one spelling of a name to another."""
    return Change(
        kind="name",
        severity=1,
        before=before,
        after=after,
        between=pair.between,
        why=f"One name is spelt “{before.text}” in one account and “{after.text}” in the other.",
        confidence=_CONFIDENCE,
    )


def bare(of: Side, name: Name) -> Span:
    """The name without the titles before it and what stands before them ("Harbour Minister Ada Holm")."""
    titles = frozenset(str(table("attribution")["titles"]).split())
    light = titles | {"of", "us", "u.s", "state", "the", "and"}
    parts = tokens(name.text, offset=name.start)
    low = [part.text.casefold().strip(".") for part in parts]
    last = max((place for place, word in enumerate(low[:-1]) if word in titles), default=-1)
    start = next(
        (part.start for part, word in zip(parts[last + 1 :], low[last + 1 :], strict=True) if word not in light),
        name.start,
    )
    return cut(of, start, name.end)
