"""Edges that the models draw wide or short, mended by rule."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from stemma.attribution import contents
from stemma.attribution.columns import Read
from stemma.attribution.fields import verb_lemma
from stemma.attribution.finding_cues import Marked
from stemma.attribution.finding_roles import Roles
from stemma.attribution.grammar import is_clause_verb, lexicon
from stemma.attribution.units import Word

__all__ = ["apart", "begun", "is_printing", "shaped", "unmixed", "without_denied"]

# Before a number in figures they bound it ("about 40") and do not open what is spoken of.
_BOUNDS = frozenset({"about", "around", "over", "under", "nearly", "almost"})
_FIGURE = re.compile(r"[$£€]?\d")

# What a paper did to get what it reports from; with "by" after them.
_SEEN = frozenset({"seen", "obtained", "reviewed", "viewed", "examined", "read", "heard", "verified"})

_JOINS = frozenset({"and", "but", "yet", "then", "also", "while", "though"})


def is_printing(read: Read, cue: Marked) -> bool:
    """Whether the cue says only by whom somebody was quoted, or by whom what speaks was seen."""
    return _is_quoted_by(read.unit.words, cue) or _is_seen_by(read.unit.words, cue)


def shaped(read: Read, cue: Marked) -> Marked:
    """The cue without the bound of a number ("said about 40 ..."), with "in a statement" or "as saying" after it."""
    words = read.unit.words
    if words[cue.last].low == "quoted" and [word.low for word in words[cue.last + 1 : cue.last + 3]] == [
        "as",
        "saying",
    ]:
        return cue._replace(last=cue.last + 2)
    bounds = words[cue.last].low in _BOUNDS and cue.last + 1 < len(words)
    if cue.last > cue.first and bounds and _FIGURE.match(words[cue.last + 1].text):
        return cue._replace(last=cue.last - 1)
    return _with_statement(read, cue)


def _with_statement(read: Read, cue: Marked) -> Marked:
    """ "said", where "in a statement" follows, takes it along: annotators do so as often as not."""
    following = [word.low for word in read.unit.words[cue.last + 1 : cue.last + 4]]
    whole = len(following) == 3 and following[0] == "in" and following[1] in lexicon("articles")
    return cue._replace(last=cue.last + 3) if whole and following[2] == "statement" else cue


def _is_quoted_by(words: tuple[Word, ...], cue: Marked) -> bool:
    """ "was quoted by X as saying": X printed it, and the saying has a cue of its own."""
    following = [word.low for word in words[cue.last : cue.last + 10]]
    quoted = "quoted" in (word.low for word in words[cue.first : cue.last + 1])
    return quoted and "by" in following[:2] and "saying" in following[2:]


def _is_seen_by(words: tuple[Word, ...], cue: Marked) -> bool:
    """ "Papers seen by the Echo show that ...": the papers show it, and the showing has a cue of its own."""
    if cue.first == 0 or words[cue.first].low not in _SEEN:
        return False
    by = [word.low for word in words[cue.first + 1 : cue.first + 2]] == ["by"]
    before = words[cue.first - 1]
    return by and before.kind == "word" and before.low not in lexicon("be") | lexicon("auxiliaries")


def begun(read: Read, cue: Marked, given: Roles) -> Roles:
    """The roles with a content that begins at its "that", not at the day or the occasion before it.

    A source after "according to" ends before a clause of its own: "the harbor office, 12 boats needed repair".
    """
    words = read.unit.words
    content = tuple((_that(words, cue, start), end) for start, end in given.content)
    fronted = words[cue.last].low == "to" and cue.first <= 1 and len(given.source) == 1
    comma = _clause_after(words, given.source[0]) if fronted else None
    if comma is None:
        return _with_relative(words, given._replace(content=content)) if fronted else given._replace(content=content)
    (start, end), told = given.source[0], words[comma + 1].start
    rest = tuple(piece for piece in content if piece[0] >= end)
    whole = (told, max([end, *(last for _, last in rest)]))
    return given._replace(source=((start, words[comma - 1].end),), content=(whole,))


def _with_relative(words: tuple[Word, ...], given: Roles) -> Roles:
    """ "According to Ada Orr, who was aboard, it sank": who she is stands with her name."""
    (start, end), pieces = given.source[0], given.content
    at = bisect_left(words, end, key=lambda word: word.start)
    if [word.low for word in words[at : at + 2]] not in ([",", "who"], [",", "whose"]):
        return given
    comma = next((place for place in range(at + 2, len(words) - 1) if words[place].text == ","), None)
    if comma is None or not pieces or pieces[0][0] != words[at + 1].start or pieces[0][1] <= words[comma].end:
        return given
    told = (words[comma + 1].start, pieces[0][1])
    return given._replace(source=((start, words[comma - 1].end),), content=(told, *pieces[1:]))


def _clause_after(words: tuple[Word, ...], source: tuple[int, int]) -> int | None:
    """Place of the comma in a source after which a clause with a verb of its own begins."""
    first = bisect_left(words, source[0], key=lambda word: word.start)
    last = bisect_left(words, source[1], key=lambda word: word.start)
    for at in range(first + 1, last - 2):
        after = words[at + 1]
        if words[at].text != "," or after.low in {"who", "whose", "which", "where"}:
            continue
        numbered = after.text[0].isdigit() and words[at + 2].kind == "word"
        if numbered or any(is_clause_verb(words, place) for place in range(at + 2, last)):
            return at
    return None


def _that(words: tuple[Word, ...], cue: Marked, start: int) -> int:
    at = bisect_left(words, start, key=lambda word: word.start)
    if at <= cue.last or at >= len(words) or words[at].start != start:
        return start
    place = contents.skip_circumstance(words, at)
    if place < len(words) and words[place].text == ",":
        place += 1
    return words[place].start if place > at and place < len(words) and words[place].low == "that" else start


def without_denied(reads: Sequence[Read], drawn: Sequence[tuple[Marked, Roles]]) -> list[tuple[Marked, Roles]]:
    """The attributions, but none to whoever rejects it: in "X rejected claims that ..." others claim it."""
    denied = {
        (cue.read, cue.last + 1, roles.source)
        for cue, roles in drawn
        if verb_lemma(reads[cue.read].unit.words[cue.last].low) in lexicon("verbs", "denials")
    }
    return [(cue, roles) for cue, roles in drawn if (cue.read, cue.first, roles.source) not in denied]


def apart(reads: Sequence[Read], drawn: Sequence[tuple[Marked, Roles]]) -> list[tuple[Marked, Roles]]:
    """The attributions, none saying what its own speaker says by a later cue: "X said it sank, yet warned that ...".

    A content that stops at the speaker of a saying inside it ("X said Y [had warned that ...]") takes in all of that.
    """
    by_read: dict[int, list[tuple[Marked, Roles]]] = {}
    for cue, roles in drawn:
        by_read.setdefault(cue.read, []).append((cue, roles))
    return [(cue, _bounded(reads[cue.read].unit.words, cue, roles, by_read[cue.read])) for cue, roles in drawn]


def unmixed(reads: Sequence[Read], drawn: Sequence[tuple[Marked, Roles]]) -> list[tuple[Marked, Roles]]:
    """The attributions, no source with the saying that reports it: "[papers show] the board knew of it"."""
    by_read: dict[int, list[tuple[Marked, Roles]]] = {}
    for cue, roles in drawn:
        by_read.setdefault(cue.read, []).append((cue, roles))
    return [(cue, _unmixed(reads[cue.read].unit.words, cue, roles, by_read[cue.read])) for cue, roles in drawn]


def _unmixed(words: tuple[Word, ...], own: Marked, roles: Roles, beside: list[tuple[Marked, Roles]]) -> Roles:
    if len(roles.source) != 1:
        return roles
    start, end = roles.source[0]
    for cue, other in beside:
        reports = bool(other.source and other.content) and other.content[0][0] < words[own.first].start
        if reports and start <= other.source[0][0] < words[cue.first].start and words[cue.last].end < end:
            start = max(start, other.content[0][0])
    return roles._replace(source=((start, end),)) if start < end else roles


def _bounded(words: tuple[Word, ...], own: Marked, roles: Roles, beside: list[tuple[Marked, Roles]]) -> Roles:
    content = roles.content
    for cue, other in beside:
        if cue.first <= own.last or not roles.source:
            continue
        if _is_parenthesis(words, own, other):
            content = tuple(_before(words, _opening(words, cue, other), piece) for piece in content)
        elif other.source == roles.source:
            content = tuple(_before(words, cue.first, piece) for piece in content)
        elif other.source and other.content:
            content = tuple(_around(other, _to_semicolon(words, other, piece)) for piece in content)
    return roles._replace(content=content)


def _is_parenthesis(words: tuple[Word, ...], own: Marked, other: Roles) -> bool:
    """ "He had asked for that, he said, and they ...": whether all of the saying is what the later one says."""
    return bool(other.source and other.content) and (
        other.content[0][0] < words[own.first].start and words[own.last].end < other.content[0][1] < other.source[0][0]
    )


def _opening(words: tuple[Word, ...], cue: Marked, other: Roles) -> int:
    """The first word of "he said" or "said he"."""
    return min(cue.first, bisect_left(words, other.source[0][0], key=lambda word: word.start))


def _to_semicolon(words: tuple[Word, ...], later: Roles, piece: tuple[int, int]) -> tuple[int, int]:
    """ "X said it was too early; she would not say ...": a later saying after a semicolon is not said by X."""
    at = bisect_left(words, later.source[0][0], key=lambda word: word.start)
    cut = piece[0] < later.source[0][0] < piece[1] and words[at - 1].text == ";" and at > 1
    return (piece[0], words[at - 2].end) if cut and words[at - 2].start > piece[0] else piece


def _around(inner: Roles, piece: tuple[int, int]) -> tuple[int, int]:
    """The piece; where it ends with the source of a saying, to the end of what is said there."""
    start, end = piece
    ends = start <= inner.source[-1][0] and end == inner.source[-1][1]
    return (start, max(end, inner.content[-1][1])) if ends else piece


def _before(words: tuple[Word, ...], at: int, piece: tuple[int, int]) -> tuple[int, int]:
    start, end = piece
    if not start < words[at].start < end:
        return piece
    last = at - 1
    while last > 0 and (words[last].kind == "mark" or words[last].low in _JOINS):
        last -= 1
    return (start, words[last].end) if words[last].start >= start else piece
