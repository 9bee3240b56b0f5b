"""Pieces of what is said, mended by the grammar of English: what a word-by-word model cuts short or takes along.

A piece is an extent of the text; all are read in the unit of their cue.
"""

import re
from bisect import bisect_left

from stemma.attribution import contents
from stemma.attribution.columns import Read
from stemma.attribution.fields import verb_lemma
from stemma.attribution.finding_cues import Marked
from stemma.attribution.finding_roles import Piece, Roles
from stemma.attribution.grammar import is_clause_verb, lexicon
from stemma.attribution.units import Word

__all__ = ["mended"]

# Their listener is no part of what is said: "warned passengers that ...". Of "urged", "asked" and their like it is: the
# listener is to do it (so draw annotators of PolNeAR's train part: 33 of 45 and 64 of 75).
_TELLING = frozenset({"tell", "warn", "remind", "assure", "inform", "notify"})
_SAID_OPENERS = frozenset({"that", "to", "if", "whether", "how", "why", "what"})
# A listener has so many words at most, an aside ("shaking her head") too (chosen by eye).
_LONGEST = 12
_CONTRACTED = re.compile(r"(?:he|she|it|they|we|you|there|that)['’]")
_SPOKEN_NEXT = re.compile(r", [“\"«„]")
_QUOTED_NEXT = re.compile(r",? ([“\"«„][^“”\"«»„]+[”\"»])")
_SPOKEN_ENDS = frozenset(",.?!…")
_QUOTE_MARKS = frozenset('“”"«»„')


def mended(text: str, read: Read, cue: Marked, given: Roles) -> Roles:
    """The roles with their content mended piece by piece."""
    words = read.unit.words
    given = _taken_up(text, words, cue, _unquoted(text, given))
    content = _spoken_alone(text, words, cue, given.content)
    return given._replace(content=tuple(_mended(words, cue, piece, first=not at) for at, piece in enumerate(content)))


def _unquoted(text: str, given: Roles) -> Roles:
    """ "That, said X, “is a matter ...”": the quotation after the comma is what X says."""
    if not given.source:
        return given
    start, end = given.source[0]
    comma = _SPOKEN_NEXT.search(text, start, end)
    if comma is None:
        return given
    return given._replace(source=((start, comma.start()),), content=(*given.content, (comma.end() - 1, end)))


def _taken_up(text: str, words: tuple[Word, ...], cue: Marked, given: Roles) -> Roles:
    """ "That," said X, “is a matter ...”: the quotation right after the speaker goes on with what he says."""
    if not given.source or given.source[0][0] < words[cue.last].end:
        return given
    if not given.content or given.content[-1][1] > words[cue.first].start:
        return given
    quotation = _QUOTED_NEXT.match(text, given.source[-1][1], words[-1].end)
    return given._replace(content=(*given.content, quotation.span(1))) if quotation is not None else given


def _mended(words: tuple[Word, ...], cue: Marked, piece: Piece, *, first: bool) -> Piece:
    at = bisect_left(words, piece[0], key=lambda word: word.start)
    if at <= cue.last or at >= len(words) or words[at].start != piece[0]:
        return piece
    aside = _after_aside(words, at)
    start = aside if not first or words[aside].low == "that" else _after_listener(words, cue, at)
    start = cue.last + 1 if first and start == at and _is_asked_of(words, cue, at) else start
    piece = _over_relative(words, at, _to_that(words, cue, at, piece))
    return (words[start].start, piece[1]) if words[start].start < piece[1] else piece


def _after_listener(words: tuple[Word, ...], cue: Marked, at: int) -> int:
    """ "Told residents that": the place of "that"."""
    if at != cue.last + 1 or verb_lemma(words[cue.last].low) not in _TELLING or words[at].low in _SAID_OPENERS:
        return at
    end = contents.skip_listener(words, at)
    if not at < end < len(words) or words[end].low not in _SAID_OPENERS:
        return at
    if any(is_clause_verb(words, place) or _CONTRACTED.match(words[place].low) for place in range(at, end)):
        return at
    return end - (end - 1 > at and words[end - 1].low == "not")


def _is_asked_of(words: tuple[Word, ...], cue: Marked, at: int) -> bool:
    """ "Urged [the council] to repair it": whether what stands before "to" is who is to do it."""
    lemma = verb_lemma(words[cue.last].low)
    asking = lemma not in _TELLING and lemma in lexicon("urging", "reporting_verbs")
    if not asking or words[at].low != "to" or words[cue.last + 1].low in lexicon("prepositions"):
        return False
    return at > cue.last + 1 and contents.skip_listener(words, cue.last + 1) == at


def _after_aside(words: tuple[Word, ...], at: int) -> int:
    """ "..., she said, shaking her head, would cost": the place of "would"."""
    if not words[at].low.endswith("ing") or words[at - 1].text != ",":
        return at
    reach = range(at + 1, min(at + _LONGEST, len(words) - 1))
    return next((place + 1 for place in reach if words[place].text == ","), at)


def _over_relative(words: tuple[Word, ...], at: int, piece: Piece) -> Piece:
    """ "To form a watch[, which would ..., to guard the quay]": an infinitive goes on after a relative clause."""
    comma = bisect_left(words, piece[1], key=lambda word: word.start)
    opens = words[at].low == "to" and [word.low for word in words[comma : comma + 2]] in ([",", "which"], [",", "who"])
    if not opens:
        return piece
    reach = range(comma + 2, min(comma + 2 + _LONGEST, len(words) - 2))
    close = next((place for place in reach if words[place].text == ","), None)
    if close is None or words[close + 1].low != "to" or verb_lemma(words[close + 2].low) != words[close + 2].low:
        return piece
    last = close + 2
    while last + 1 < len(words) and words[last + 1].kind == "word":
        last += 1
    return piece[0], words[last].end


def _to_that(words: tuple[Word, ...], cue: Marked, at: int, piece: Piece) -> Piece:
    """ "The Post reported, citing two officials, that ...": the officials alone are cited."""
    if verb_lemma(words[cue.last].low) != "cite":
        return piece
    reach = range(at + 1, min(at + _LONGEST, len(words) - 1))
    comma = next((place for place in reach if words[place].text == "," and words[place + 1].low == "that"), None)
    return (piece[0], min(piece[1], words[comma - 1].end)) if comma is not None else piece


def _spoken_alone(text: str, words: tuple[Word, ...], cue: Marked, content: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """What is spoken before its cue, without what the reporter goes on to tell after it outside quotation marks."""
    if len(content) < 2 or content[0][1] > words[cue.first].start or not _is_spoken(text[slice(*content[0])]):
        return content
    spoken = [not _QUOTE_MARKS.isdisjoint(text[max(0, start - 1) : end]) for start, end in content]
    return tuple(
        piece
        for piece, is_spoken in zip(content, spoken, strict=True)
        if is_spoken or piece[1] <= words[cue.first].start
    )


def _is_spoken(said: str) -> bool:
    """Whether the words are a whole utterance: within marks, closed by a comma or a stop."""
    bare = said.rstrip()
    return bare[0] in _QUOTE_MARKS and bare[-1] in _QUOTE_MARKS and bare[-2:-1] in _SPOKEN_ENDS
