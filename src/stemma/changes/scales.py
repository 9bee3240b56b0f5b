"""Words that stand on a scale of meaning, and what they govern."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from stemma.changes.sides import Side, cut, is_quoted, weight, words_in
from stemma.changes.wording import words_of
from stemma.lexicon import table
from stemma.records import Span
from stemma.text.tokens import Token, stem, tokens

__all__ = ["Placed", "govern_alike", "is_adjacent", "levels", "may_follow", "placed", "severity", "what"]

# How many telling words after (and before) a scale's word are taken for what it governs.
_AFTER = 4
_BEFORE = 2
# A negation so many words before reverses the scale; such places are left alone.
_NEGATED_WITHIN = 4
# What is for a time only is said so within so many words after the scale's.
_TIME = 14
_STILL = frozenset("near next beside by at outside to in for".split())
_BEING = frozenset("is are was were be been being".split())


class Placed(NamedTuple):
    """A word of a scale where it stands. `next` is the stem after it, `objects` the stems that it may govern."""

    scale: str
    level: int
    span: Span
    next: str
    objects: frozenset[str]


class _Phrase(NamedTuple):
    scale: str
    level: int
    stems: tuple[str, ...]


def placed(of: Side, spans: Iterable[Span]) -> list[Placed]:
    """The scales' words in the spans, outside quotation marks and negations."""
    found: list[Placed] = []
    for span in spans:
        words = words_in(of, [span])
        position = 0
        while position < len(words):
            length = _ignored(words, position)
            if length:
                position += length
                continue
            phrase = _longest(words, position)
            size = 1
            for entry in phrase:
                size = len(entry.stems)
                if not is_quoted(of, words[position].start) and not _is_passed_over(words, position, entry):
                    found.append(_placed(of, words, position, entry))
            position += size
    return found


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """The scales' phrases by their first stem, the longest first."""
    found: dict[str, list[_Phrase]] = {}
    for name, scale in table("scales")["scales"].items():
        for level, entries in enumerate(scale["levels"]):
            for entry in entries:
                stems = tuple(word.stem for word in tokens(str(entry)))
                found.setdefault(stems[0], []).append(_Phrase(name, level, stems))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e.stems), e))) for first, entries in found.items()}


@cache
def _ignored_phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases passed over, by their first stem."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table("scales")["ignored"]["phrases"]:
        stems = tuple(stem(word) for word in str(phrase).split())
        found.setdefault(stems[0], []).append(stems)
    return found


def _ignored(words: Sequence[Token], at: int) -> int:
    for phrase in _ignored_phrases().get(words[at].stem, ()):
        if tuple(word.stem for word in words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _longest(words: Sequence[Token], at: int) -> list[_Phrase]:
    """The phrases that begin here, of the greatest length; a word may stand on two scales."""
    phrases = _phrases().get(words[at].stem)
    if phrases is None or words[at].text == "May":
        return []
    found = [
        phrase for phrase in phrases if tuple(word.stem for word in words[at : at + len(phrase.stems)]) == phrase.stems
    ]
    longest = max((len(phrase.stems) for phrase in found), default=0)
    return [phrase for phrase in found if len(phrase.stems) == longest]


def _is_negated(words: Sequence[Token], at: int) -> bool:
    before = words[max(0, at - _NEGATED_WITHIN) : at]
    return any(
        word.text.casefold() in words_of("negators") or word.text.casefold().endswith(("n't", "n’t")) for word in before
    )


def _is_passed_over(words: Sequence[Token], at: int, phrase: _Phrase) -> bool:
    return _is_negated(words, at) or _is_still(words, at, phrase) or _is_noun(words, at, phrase)


def _is_noun(words: Sequence[Token], at: int, phrase: _Phrase) -> bool:
    """Whether the noun of an asking stands there ("on the bishop's instruction"): it asks nobody in this sentence."""
    return phrase.scale == "asking" and words[at].text.casefold().rstrip("s").endswith(("ion", "al"))


def _is_still(words: Sequence[Token], at: int, phrase: _Phrase) -> bool:
    """Whether somebody only stopped moving ("paused next to the gate"): a verb without an object, in the active."""
    end = at + len(phrase.stems)
    following = words[end].text.casefold() if end < len(words) else ""
    before = words[at - 1].text.casefold() if at else ""
    return phrase.scale == "stopping" and following in _STILL and before not in _BEING


def _level(words: Sequence[Token], at: int, phrase: _Phrase) -> int:
    """The phrase's level; that of what is for a time only, where its sentence says so."""
    told = " ".join(word.text.casefold() for word in words[max(0, at - _BEFORE) : at + _TIME])
    entry = table("scales")["scales"][phrase.scale]
    if any(f" {phrase_} " in f" {told} " for phrase_ in entry.get("for_a_time", ())):
        return min(phrase.level, int(entry["for_a_time_level"]))
    return phrase.level


def _placed(of: Side, words: Sequence[Token], at: int, phrase: _Phrase) -> Placed:
    end = at + len(phrase.stems)
    following = islice((word.stem for word in words[end:] if weight(word) > 0), _AFTER)
    before = islice((word.stem for word in reversed(words[:at]) if weight(word) > 0), _BEFORE)
    return Placed(
        phrase.scale,
        _level(words, at, phrase),
        cut(of, words[at].start, words[end - 1].end),
        words[end].stem if end < len(words) else "",
        frozenset((*following, *before)),
    )


def govern_alike(one: Placed, other: Placed) -> bool:
    """Whether both words may govern the same matter."""
    if one.scale != other.scale:
        return False
    if is_adjacent(one.scale):
        return one.next != "" and may_follow(one, other)
    return bool(one.objects & other.objects)


def may_follow(one: Placed, other: Placed) -> bool:
    """Whether the words after both are one, or may count the same things ("most people", "most residents")."""
    return one.next == other.next or any({one.next, other.next} <= group for group in _counted())


@cache
def _counted() -> tuple[frozenset[str], ...]:
    """Stems of nouns that may count the same things."""
    return tuple(frozenset(stem(word) for word in str(line).split()) for line in table("scales")["counted"]["groups"])


def levels(found: Iterable[Placed]) -> frozenset[int]:
    """The levels of the words found, which are of one scale."""
    return frozenset(entry.level for entry in found)


def is_adjacent(scale: str) -> bool:
    """Whether the scale's words say nothing of their own, so that the next word must be the same."""
    return bool(table("scales")["scales"][scale].get("adjacent", False))


def severity(scale: str) -> int:
    """How much a move on the scale changes."""
    return int(table("scales")["scales"][scale]["severity"])


def what(scale: str) -> str:
    """What the scale measures, as a phrase."""
    return str(table("scales")["scales"][scale]["what"])
