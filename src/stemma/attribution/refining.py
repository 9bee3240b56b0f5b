"""Edges that the models draw wide or short, mended by rule."""

from bisect import bisect_left
from collections.abc import Sequence

from stemma.attribution import contents
from stemma.attribution.columns import Read
from stemma.attribution.draft import Draft
from stemma.attribution.fields import verb_lemma
from stemma.attribution.finding_cues import Marked
from stemma.attribution.finding_roles import Roles, draft_of
from stemma.attribution.grammar import is_clause_verb, lexicon, particles
from stemma.attribution.units import Word

__all__ = ["apart", "begun", "shaped"]

# They open the circumstance of a saying ("said in a statement"), where no verb takes them along ("believes in").
_OPENERS = frozenset({"in", "on", "at", "during"})

_JOINS = frozenset({"and", "but", "yet", "then", "also", "while", "though"})


def shaped(read: Read, cue: Marked) -> Marked | None:
    """The cue from its auxiliaries to its last whole phrase; None where it says only that somebody was quoted."""
    draft = draft_of(read, cue)
    words = read.unit.words
    whole = _with_to(words, _with_verb(words, cue, draft))
    if _is_quoted_by(words, whole):
        return None
    last = _to_occasion(words, whole.last)
    last += words[last].low == "according" and [word.low for word in words[last + 1 : last + 2]] == ["to"]
    while last > whole.first and words[last].low in lexicon("articles"):
        last -= 1
    if last > whole.first and words[last].low in _OPENERS and not _takes(words[last - 1], words[last]):
        last -= 1
    return whole._replace(last=last)


def _to_occasion(words: tuple[Word, ...], last: int) -> int:
    """ "said in a": the phrase goes on to its noun, "statement"."""
    opens = words[last].low in lexicon("articles")
    reach = range(last + 1, min(last + 4, len(words))) if opens else range(0)
    for at in reach:
        if words[at].low in contents.OCCASIONS:
            return at
        if words[at].kind != "word":
            break
    return last


def _with_to(words: tuple[Word, ...], cue: Marked) -> Marked:
    """ "According" is no cue without its "to"."""
    after = words[cue.last + 1].low if cue.last + 1 < len(words) else ""
    return cue._replace(last=cue.last + 1) if words[cue.last].low == "according" and after == "to" else cue


def _with_verb(words: tuple[Word, ...], cue: Marked, draft: Draft | None) -> Marked:
    """ "was quoted as saying" is one cue, and none is an auxiliary alone."""
    bare = all(word.low in lexicon("auxiliaries") for word in words[cue.first : cue.last + 1])
    if draft is None or not (bare or draft.rule == "quoted"):
        return cue
    return cue._replace(last=max(cue.last, draft.cue[1]))


def _is_quoted_by(words: tuple[Word, ...], cue: Marked) -> bool:
    """ "was quoted by X as saying": X printed it, and the saying has a cue of its own."""
    following = [word.low for word in words[cue.last : cue.last + 10]]
    quoted = "quoted" in (word.low for word in words[cue.first : cue.last + 1])
    return quoted and "by" in following[:2] and "saying" in following[2:]


def _takes(verb: Word, preposition: Word) -> bool:
    """Whether the preposition belongs to the verb."""
    tails = particles().get(verb_lemma(verb.low), ())
    return any(tail[:1] == (preposition.low,) for tail in tails)


def begun(read: Read, cue: Marked, given: Roles) -> Roles:
    """The roles with a content that begins at its "that", not at the day or the occasion before it.

    A source after "according to" ends before a clause of its own: "the harbor office, 12 boats needed repair".
    """
    words = read.unit.words
    content = tuple((_that(words, cue, start), end) for start, end in given.content)
    fronted = words[cue.last].low == "to" and cue.first <= 1 and len(given.source) == 1
    comma = _clause_after(words, given.source[0]) if fronted else None
    if comma is None:
        return given._replace(content=content)
    (start, end), told = given.source[0], words[comma + 1].start
    rest = tuple(piece for piece in content if piece[0] >= end)
    whole = (told, max([end, *(last for _, last in rest)]))
    return given._replace(source=((start, words[comma - 1].end),), content=(whole,))


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


def apart(reads: Sequence[Read], drawn: Sequence[tuple[Marked, Roles]]) -> list[tuple[Marked, Roles]]:
    """The attributions, none saying what its own speaker says by a later cue: "X said it sank, yet warned that ...".

    A content that stops at the speaker of a saying inside it ("X said Y [had warned that ...]") takes in all of that.
    """
    by_read: dict[int, list[tuple[Marked, Roles]]] = {}
    for cue, roles in drawn:
        by_read.setdefault(cue.read, []).append((cue, roles))
    return [(cue, _bounded(reads[cue.read].unit.words, cue, roles, by_read[cue.read])) for cue, roles in drawn]


def _bounded(words: tuple[Word, ...], own: Marked, roles: Roles, beside: list[tuple[Marked, Roles]]) -> Roles:
    content = roles.content
    for cue, other in beside:
        if cue.first <= own.last or not roles.source:
            continue
        if other.source == roles.source:
            content = tuple(_before(words, cue, piece) for piece in content)
        elif other.source and other.content:
            content = tuple(_around(other, _to_semicolon(words, other, piece)) for piece in content)
    return roles._replace(content=content)


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


def _before(words: tuple[Word, ...], cue: Marked, piece: tuple[int, int]) -> tuple[int, int]:
    start, end = piece
    if not start < words[cue.first].start < end:
        return piece
    last = cue.first - 1
    while last > 0 and (words[last].kind == "mark" or words[last].low in _JOINS):
        last -= 1
    return (start, words[last].end) if words[last].start >= start else piece
