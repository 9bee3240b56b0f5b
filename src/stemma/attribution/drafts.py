"""The attributions of one unit."""

from stemma.attribution.cues import Cue
from stemma.attribution.draft import Draft, Range
from stemma.attribution.nonfinite import asked, participle, passive
from stemma.attribution.phrases import according, headline, nouns, silences
from stemma.attribution.subjects import source_before
from stemma.attribution.units import Word
from stemma.attribution.verbal import following, fronted, inverted, shared_subject

__all__ = ["drafts"]


def drafts(words: tuple[Word, ...], cues: list[Cue]) -> list[Draft]:
    """The attributions of one unit whose cue verbs are given, by place of their cue."""
    found: list[Draft] = []
    for cue in cues:
        draft = _of_verb(words, cue, cues, found)
        if draft is not None:
            found.append(draft)
    silent = silences(words)
    found = [draft for draft in found if not any(_overlap(draft.cue, other.cue) for other in silent)]
    found.extend([*silent, *according(words)])
    found.extend(nouns(words, cues))
    found.extend(headline(words, alone=not found))
    return sorted(_bounded(found), key=lambda draft: draft.cue)


def _overlap(one: Range, other: Range) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _bounded(found: list[Draft]) -> list[Draft]:
    """What is said inside a fronted content ends where that content ends: "X backs Y, officials said"."""
    fronts = [draft.content[0] for draft in found if draft.rule in {"fronted", "inverted", "according", "tail"}]
    return [draft._replace(content=tuple(_clamped(piece, fronts) for piece in draft.content)) for draft in found]


def _clamped(piece: Range, fronts: list[Range]) -> Range:
    for first, last in fronts:
        if first < piece[0] <= last < piece[1]:
            return piece[0], last
    return piece


def _of_verb(words: tuple[Word, ...], cue: Cue, cues: list[Cue], before: list[Draft]) -> Draft | None:
    if cue.passive:
        return passive(words, cue, cues)
    if cue.form == "ing":
        return participle(words, cue, cues, before)
    sooner = asked(words, cue, cues) or inverted(words, cue, cues)
    if sooner is not None:
        return sooner
    source = source_before(words, cue.first)
    if source is None:
        source = shared_subject(words, cue, before)
    if source is None:
        return None
    return fronted(words, cue, source, cues) or following(words, cue, source, cues)
