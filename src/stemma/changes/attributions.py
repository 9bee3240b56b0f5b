"""Attributions that went to somebody else."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from rapidfuzz.distance import Indel

from stemma.changes.links import Link
from stemma.changes.outlets import is_outlet_of
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, content_stems, cut, statements_in, words_in
from stemma.changes.sources import told_apart
from stemma.changes.telling import cue_within, finds, reckons, tells
from stemma.lexicon import table
from stemma.records import Change, Span, Statement
from stemma.text.names import Name
from stemma.text.tokens import tokens

__all__ = ["attributions_changed"]

# Two statements say the same if the smaller shares this much of its weight.
_SAME_CONTENT = 0.5
# Unnamed sources are compared only in what is nearly one sentence.
_SAME_SENTENCE = 0.6
# How far back "the department" may look for the department it means.
_REACH = 400
# Measured: the share right on edits made to order, by the rule of succession (100 of 109).
_CONFIDENCE = 0.91


def attributions_changed(pair: Pair) -> list[Change]:
    """Statements in aligned passages that say the same and name two different bodies or people."""
    return [
        source_changed(pair, ours.source[0], theirs.source[0])
        for link in pair.links
        for ours in statements_in(pair.first, link.first_index)
        for theirs in statements_in(pair.second, link.second_index)
        if _changed(pair, link, ours, theirs)
    ]


def _changed(pair: Pair, link: Link, ours: Statement, theirs: Statement) -> bool:
    if not ours.source or not theirs.source:
        return False
    if not _say_the_same(pair, ours, theirs) and not _speak_alone(pair, link):
        return False
    if not cue_within(ours, link.first) or not cue_within(theirs, link.second):
        return False
    if not all(tells(statement) or finds(statement) or reckons(statement) for statement in (ours, theirs)):
        return False
    if _is_one_person(ours, theirs) or is_outlet_of(pair.first, theirs.source[0]):  # who copies may name whom it copies
        return False
    if _kinds_differ(link, ours, theirs) or told_apart(pair, link, ours, theirs):
        return True
    left, right = _named(pair.first, ours), _named(pair.second, theirs)
    if not left or not right or _is_one(left, right, _are_bodies(ours, theirs)):
        return False
    return not _stands_in(pair.first, link.first, right) and not _stands_in(pair.second, link.second, left)


def _say_the_same(pair: Pair, ours: Statement, theirs: Statement) -> bool:
    left = content_stems(words_in(pair.first, ours.content))
    right = content_stems(words_in(pair.second, theirs.content))
    smaller = min(sum(left.values()), sum(right.values()))
    shared = sum(value for key, value in left.items() if key in right)
    return smaller > 0 and shared >= _SAME_CONTENT * smaller and shared >= 2 * 1.3


def _speak_alone(pair: Pair, link: Link) -> bool:
    """Whether these are counterparts in which one source speaks on either side: then both tell the same, reworded."""
    if link.score < _SAME_SENTENCE or link.kind == "quoting":
        return False
    ours = _speaking(pair.first, link.first_index, link.first)
    theirs = _speaking(pair.second, link.second_index, link.second)
    return len(ours) == len(theirs) == 1


def _speaking(of: Side, places: Iterable[int], spans: Iterable[Span]) -> list[Statement]:
    """The statements made in the passages by somebody who is told."""
    within, told = tuple(spans), statements_in(of, places)
    return [each for each in told if each.source and (tells(each) or finds(each)) and cue_within(each, within)]


# Unnamed sources of two of these sorts are not the same people; officials and "people familiar" may be anybody.
_SORTS = frozenset({"police", "witnesses", "diplomats", "military"})


def _kinds_differ(link: Link, ours: Statement, theirs: Statement) -> bool:
    """Whether two unnamed sources of nearly one sentence are of two sorts."""
    sorts = {sort for sort in (ours.anonymous, theirs.anonymous) if sort is not None}
    return link.score >= _SAME_SENTENCE and len(sorts) == 2 and sorts <= _SORTS


def _named(of: Side, statement: Statement) -> frozenset[str]:
    """Stems that tell the source's name apart; empty where the source is not named."""
    source = _bare_source(of, statement.source[0])
    inside = [name for name in of.names if source.start <= name.start < source.end]
    if inside:
        return frozenset(part for name in inside for part in _telling(name.text))
    meant = _antecedent(of, source)
    return frozenset(_telling(meant.text)) if meant is not None else frozenset()


def _bare_source(of: Side, source: Span) -> Span:
    """The source without a clause that was read with it ("the police, they came at noon")."""
    match = re.search(r", (?:they|he|she|it|we|I)\b", source.text)
    return cut(of, source.start, source.start + match.start()) if match is not None else source


def _telling(name: str) -> list[str]:
    plain = frozenset(str(table("confusable_bodies")["plain"]).split())
    return [word.stem for word in tokens(name) if word.text.casefold() not in plain and len(word.text) > 1]


@cache
def _heads() -> frozenset[str]:
    return frozenset(str(table("confusable_bodies")["heads"]).split())


def _antecedent(of: Side, source: Span) -> Name | None:
    """The body that "the department" means: the last one named before with that word in its name."""
    match = re.fullmatch(r"(?:the|its|that)\s+(\w+)", source.text.strip(), re.IGNORECASE)
    if match is None or match.group(1).casefold() not in _heads():
        return None
    wanted = match.group(1).casefold()
    last = bisect_left([name.start for name in of.names], source.start)
    for name in reversed(of.names[:last]):
        if source.start - name.end > _REACH:
            return None
        if wanted in name.words and len(name.words) > 1:
            return name
    return None


def _is_one(left: frozenset[str], right: frozenset[str], bodies: bool) -> bool:
    """Whether one name shortens the other, or stands for it by its initials."""
    if left & right and (left <= right or right <= left or not bodies):
        return True
    left, right = left - right, right - left
    if any(float(Indel.normalized_similarity(one, other)) >= 0.8 for one in left for other in right):
        return True
    return _initials(left, right) or _initials(right, left)


def _is_one_person(ours: Statement, theirs: Statement) -> bool:
    """Whether both sources end in the same two names ("Ch Insp Ada Holm", "Chief Inspector Ada Holm"), or nearly."""
    told = ((given.speaker or given.source[0].text).split()[-2:] for given in (ours, theirs))
    left, right = ([word for word in words if word[0].isupper()] for words in told)
    alike = [float(Indel.normalized_similarity(one, other)) for one, other in zip(left, right, strict=False)]
    return len(left) == len(right) == len(alike) == 2 and min(alike) >= 0.6 <= sum(alike) / 2 and max(alike) >= 0.8


def _are_bodies(ours: Statement, theirs: Statement) -> bool:
    """Whether both sources are bodies of one kind: two ministries of one country are two."""
    kinds = [{word.text.casefold() for word in tokens(given.source[0].text)} & _heads() for given in (ours, theirs)]
    return bool(kinds[0] & kinds[1])


def _initials(short: frozenset[str], long: frozenset[str]) -> bool:
    letters = sorted(word[0].casefold() for word in long)
    return any(len(word) >= 2 and sorted(word.casefold()) == letters for word in short)


def _stands_in(of: Side, spans: Iterable[Span], stems: frozenset[str]) -> bool:
    """Whether the other account's source is named in these passages too: then it may speak for this one."""
    return stems <= {word.stem for word in words_in(of, spans)}


def source_changed(pair: Pair, ours: Span, theirs: Span) -> Change:
    return Change(
        kind="attribution_changed",
        severity=2,
        before=ours,
        after=theirs,
        between=pair.between,
        why=f"One account puts this down to “{ours.text}”, the other to “{theirs.text}”.",
        confidence=_CONFIDENCE,
    )
