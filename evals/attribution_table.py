"""Attributions by construction, told from the annotators' spans alone, and how many of each are found right."""

import re
from collections.abc import Sequence
from itertools import pairwise

from evals.measure import Measure
from evals.roles import Attribution, Compared, agree, merged

__all__ = ["construction_notes", "constructions", "link_measure"]

_QUOTED = '“"«„'
_CLOSED = '”"»'
_SENTENCE_ENDS = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"‘A-Z])")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b.*\b\w+(?:ed|wn|id|ought)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$|^(?:his|her|its|their|our|my|your)$", re.IGNORECASE)
_HEADLINE = 120  # characters: no headline is longer
_NAMES = (
    *("direct", "indirect", "mixed", "content alone before", "content on both sides", "inverted", "according to"),
    *("passive", "X's claim", "no source", "no cue", "across sentences", "across paragraphs", "headline", "others"),
)


def constructions(text: str, one: Attribution) -> frozenset[str]:
    """What the attribution is: by its quotation marks, its order, its cue, its reach. "others": plain and in order."""
    found = {_by_marks(text, one)}
    cue = " ".join(text[start:end] for start, end in one.cue).casefold()
    source = " ".join(text[start:end] for start, end in one.source)
    tests = {
        "according to": cue.startswith("according"),
        "no source": not one.source,
        "no cue": not one.cue,
        "passive": _BE.search(cue) is not None,
        "X's claim": bool(one.source) and _POSSESSIVE.search(source) is not None,
        **_order(one),
        **_reach(text, one),
    }
    shapes = {name for name, holds in tests.items() if holds}
    return frozenset(found | (shapes or {"others"}))


def _by_marks(text: str, one: Attribution) -> str:
    """Direct: every piece stands in quotation marks. Mixed: some words do."""
    pieces = [_with_marks(text, piece) for piece in one.content]
    if pieces and all(piece[:1] in _QUOTED and piece[-1:] in _CLOSED for piece in pieces):
        return "direct"
    return "mixed" if any(mark in piece for piece in pieces for mark in _QUOTED) else "indirect"


def _with_marks(text: str, piece: tuple[int, int]) -> str:
    """The piece with the marks right around it: annotators leave them out as often as not."""
    start, end = piece
    start -= start > 0 and text[start - 1] in _QUOTED
    while end < len(text) and text[end - 1] not in _CLOSED and text[end] in ",.!?" + _CLOSED:
        end += 1
    return text[start:end]


def _order(one: Attribution) -> dict[str, bool]:
    if not (one.cue and one.content):
        return {}
    cue = one.cue[0][0]
    before = [piece for piece in one.content if piece[1] <= cue]
    return {
        "content alone before": len(before) == len(one.content),
        "content on both sides": 0 < len(before) < len(one.content),
        "inverted": bool(before) and bool(one.source) and one.source[0][0] > cue,
    }


def _reach(text: str, one: Attribution) -> dict[str, bool]:
    """Whether the parts stand in several sentences or paragraphs, or all in the headline."""
    pieces = sorted((*one.source, *one.cue, *one.content))
    gaps = [text[left[1] : right[0] + 1] for left, right in pairwise(pieces)]
    whole = text[pieces[0][0] : pieces[-1][1]]
    first_line = text.strip().partition("\n")[0]
    headline = len(first_line) < _HEADLINE and first_line[-1:] not in '.”"' and pieces[-1][1] <= len(first_line)
    return {
        "across sentences": any(_SENTENCE_ENDS.search(gap) for gap in gaps),
        "across paragraphs": "\n" in whole,
        "headline": headline,
    }


def construction_notes(compared: Sequence[Compared]) -> tuple[str, ...]:
    """A line for each construction: how many are true, and the share whose cue, source, content are found exactly."""
    counts = {name: [0, 0, 0, 0] for name in _NAMES}
    for article in compared:
        found = [{merged(article.text, getattr(one, role)) for one in article.found} for role in Attribution._fields]
        for one in article.true:
            pieces = [merged(article.text, pieces) for pieces in one]
            for name in constructions(article.text, one):
                counts[name][0] += 1
                for place, (each, all_found) in enumerate(zip(pieces, found, strict=True), 1):
                    counts[name][place] += each in all_found or not each
    head = f"{'construction':24}{'true':>6}{'source':>8}{'cue':>8}{'content':>8}   (share found exactly)"
    rows = [
        f"{name:24}{true:6}" + "".join(f"{right / true:8.2f}" for right in (source, cue, content))
        for name, (true, source, cue, content) in counts.items()
        if true
    ]
    return (head, *rows)


def link_measure(compared: Sequence[Compared]) -> Measure:
    """Of the attributions whose cue is found exactly, the share whose source and content go with it.

    They do where the sources share a word, or neither is there, and half the words of the contents agree.
    """
    right, matched = 0, 0
    for article in compared:
        true = {merged(article.text, one.cue): one for one in article.true if one.cue}
        for one in article.found:
            other = true.get(merged(article.text, one.cue)) if one.cue else None
            if other is not None:
                matched += 1
                right += agree(article.text, one, other)
    return Measure(
        "source, cue and content linked right, of matched cues", right / matched if matched else 1.0, matched
    )
