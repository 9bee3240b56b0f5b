"""Who speaks in an account, and what each is known by there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from stemma.changes.sides import Side, cut, weight, words_in
from stemma.lexicon import table
from stemma.records import Span, Statement
from stemma.text.names import Name
from stemma.text.tokens import Token, stem

__all__ = ["Voice", "is_one_voice", "known_as", "voice_at", "voice_of"]

# What a person is told by stands so many words before the name, or behind it up to the next mark ("Treasurer Ida Holt",
# "Ida Holt, who keeps the accounts,").
_BEFORE = 3
_BEHIND = 6
_CLAUSE = frozenset("they he she we who which whose whom that".split())
# These say by what it is known, not whose word it is ("by the union's count").
_RECKONED = frozenset("count tally estimate reckoning map poll".split())
_COUNTS = frozenset({"one", "two", "some", "many"})  # "One of them" is no name
_PRONOUNS = frozenset("it they he she".split())


class Voice(NamedTuple):
    """A source: stems of its name, stems of what else it is known by, those of them that say what sort it is.

    `agent`: it is told by a word for somebody who speaks for a body.
    """

    names: frozenset[str]
    told: frozenset[str]
    sorts: frozenset[str]
    agent: bool = False

    @property
    def is_known(self) -> bool:
        """Whether anything tells it apart from others."""
        return bool(self.names or self.told or self.sorts)


def voice_of(of: Side, statement: Statement) -> Voice:
    """The statement's source, with all that the account tells of it; "it" is who spoke in the passage before.

    Nobody is known of a "he" or "she": whom it stands for is too often guessed wrong.
    """
    source = statement.source[0]
    if source.text.casefold() in {"he", "she"}:
        return _NOBODY
    if source.text.casefold() in _PRONOUNS:
        before = _spoke_before(of, statement)
        return voice_of(of, before) if before is not None else _NOBODY
    return voice_at(of, source, statement.speaker)


_NOBODY = Voice(frozenset(), frozenset(), frozenset())


def voice_at(of: Side, source: Span, speaker: str | None = None) -> Voice:
    """The source that stands there, with all that the account tells of it where it is named."""
    words = _itself(words_in(of, [source]))
    named = [name for name in of.names if source.start <= name.start < (words[-1].end if words else source.end)]
    own = _name_stems(named, speaker)
    return _voice(own, [*words, *_described(of, own)])


def known_as(of: Side, voice: Voice, but: Voice) -> Voice | None:
    """Who in the account must be this voice, and is not `but`; None if there is nobody, or it may be either."""
    listed = _everyone(of)
    keys = sorted(voice.names) or sorted(voice.told | voice.sorts)[:1]
    surely = [other for key in keys for other in listed.get(key, ()) if _is_surely(voice, other)]
    return surely[0] if surely and not any(is_one_voice(other, but) for other in surely) else None


# An account is laid beside one after another: what it tells of its voices is read once for a few accounts at a time.
_AT_HAND = 16


@lru_cache(maxsize=_AT_HAND)
def _everyone(of: Side) -> dict[str, tuple[Voice, ...]]:
    """Everybody whom the account lets speak or names, under each stem by which they are known."""
    spoken = [voice_of(of, each) for each in _speaking(of)]
    named = [_voice(frozenset(own), _described(of, frozenset(own))) for own in _surnames(of)]
    found: dict[str, list[Voice]] = {}
    for voice in dict.fromkeys((*spoken, *named)):
        for key in sorted(voice.names | voice.told | voice.sorts):
            found.setdefault(key, []).append(voice)
    return {key: tuple(voices) for key, voices in found.items()}


@lru_cache(maxsize=_AT_HAND)
def _speaking(of: Side) -> tuple[Statement, ...]:
    """The statements that have a source, by its place."""
    told = (each for each in of.account.statements if each.source)
    return tuple(sorted(told, key=lambda each: (each.source[0].start, each.id)))


@lru_cache(maxsize=_AT_HAND)
def _told_of(of: Side) -> dict[str, tuple[Token, ...]]:
    """The words beside each place where a name stands, under each stem of the name."""
    found: dict[str, list[Token]] = {}
    for name in of.names:
        inside = words_in(of, [cut(of, name.start, name.end)])
        beside = (*_run(of, name.start, -1), *inside, *_run(of, name.end, 1))
        for key in sorted({stem(word) for word in name.words}):
            found.setdefault(key, []).extend(beside)
    return {key: tuple(words) for key, words in found.items()}


def is_one_voice(one: Voice, other: Voice) -> bool:
    """Whether the two may be one: a name, a word or a sort in common, or a person who may speak for a body."""
    if one.names & other.names or one.told & other.told or one.sorts & other.sorts:
        return True
    if any(one.told & group and other.told & group for group in _groups("alike")):
        return True
    if any(one.sorts & group and other.sorts & group for group in _groups("groups")):
        return True
    if _initials(one.names, other) or _initials(other.names, one) or _may_be_any(one) or _may_be_any(other):
        return True
    return _may_speak_for(one, other) or _may_speak_for(other, one)


def _may_speak_for(one: Voice, other: Voice) -> bool:
    """Whether the one speaks for a body that it is not told by, and the other may be that body."""
    own = one.sorts & _words("heads") - _words("generic")
    return one.agent and not other.agent and not own and not other.sorts & _words("roles")


def _may_be_any(voice: Voice) -> bool:
    """Whether it is told by such a word alone as any body may be called by ("the operator")."""
    return not voice.names and not voice.told and voice.sorts <= _words("generic")


def _is_surely(voice: Voice, other: Voice) -> bool:
    if voice.names:
        return bool(voice.names & other.names)
    return voice.is_known and voice.told <= other.told and voice.sorts <= other.sorts


def _initials(short: Iterable[str], long: Voice) -> bool:
    letters = {each[0] for each in (*long.names, *long.told, *long.sorts)}
    return any(2 <= len(each) <= 5 and set(each) <= letters for each in short)


def _spoke_before(of: Side, statement: Statement) -> Statement | None:
    """The last statement before this one with a source of its own, in the same passage or the one before."""
    at = min(piece.start for piece in statement.source)
    earlier = bisect_left(_speaking(of), at, key=lambda each: each.source[0].start)
    place = bisect_right(of.passages, at, key=lambda passage: passage.span.end)
    if earlier == 0 or not 0 < place < len(of.passages):
        return None
    last = _speaking(of)[earlier - 1]
    if last.source[0].start < of.passages[place - 1].span.start or last.source[0].text.casefold() in _PRONOUNS:
        return None
    return last


def _itself(words: Sequence[Token]) -> list[Token]:
    """The words of the source before a clause about it."""
    ends = (at for at, word in enumerate(words) if at and word.text in _CLAUSE)
    return list(words[: next(ends, len(words))])


def _name_stems(named: Iterable[Name], speaker: str | None) -> frozenset[str]:
    words = [word for name in named for word in name.words if word not in _COUNTS]
    known = speaker.casefold().split() if speaker is not None else []
    if known and (not words or set(words) & set(known)):  # another name than the source's own is a wrong guess
        words = known
    return (
        frozenset(stem(word) for word in words)
        - _words("plain")
        - _words("roles")
        - _words("heads")
        - _words("persons")
    )


def _surnames(of: Side) -> list[tuple[str, ...]]:
    """The stems of each name that stands in the account, once."""
    return sorted({tuple(sorted(_name_stems([name], None))) for name in of.names} - {()})


def _described(of: Side, names: frozenset[str]) -> list[Token]:
    """The words beside each place where somebody of such a name stands."""
    return [word for name in sorted(names) for word in _told_of(of).get(name, ())]


def _run(of: Side, at: int, step: int) -> list[Token]:
    """The words on one side of a name that may describe it: right before it, or between the marks behind it."""
    place = bisect_right(of.passages, at - (step > 0), key=lambda each: each.span.end)
    if place == len(of.passages) or of.passages[place].span.start > at:
        return []
    passage = of.passages[place].span
    if step < 0:
        text = of.text[passage.start : at]
        begin = max((text.rfind(mark) for mark in ',;:–—"'), default=-1) + 1
        return words_in(of, [cut(of, passage.start + begin, at)])[-_BEFORE:] if text[begin:].strip() else []
    behind = re.match(r", ([^,;:.\"“”]+)[,.]", of.text[at : passage.end])
    words = words_in(of, [cut(of, at + behind.start(1), at + behind.end(1))]) if behind is not None else []
    return words if len(words) <= _BEHIND else []


def _voice(names: frozenset[str], words: Iterable[Token]) -> Voice:
    found = [word for word in words if word.text.casefold() not in _RECKONED]
    stems = [word.stem for word in found if weight(word) > 0 or word.stem in _words("heads")]
    sorts = frozenset(stems) & (_words("heads") | _words("roles"))
    told = frozenset(stems) - sorts - _words("plain") - _words("persons") - names
    agent = any(word.stem in _words("persons") | _words("agents") for word in found)
    return Voice(names, told, sorts, agent)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(stem(word) for word in str(table("confusable_bodies")[key]).split())


@cache
def _groups(key: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stem(word) for word in str(line).split()) for line in table("confusable_bodies")[key])
