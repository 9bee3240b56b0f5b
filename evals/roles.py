"""Attributions compared: the pieces of source, cue and content, found and true."""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Literal, NamedTuple

from evals.measure import Measure, measures_of
from evals.metrics import score, set_score
from evals.truth import Piece
from stemma.records import Statement

__all__ = ["ROLES", "Attribution", "Compared", "Role", "agree", "attribution_of", "linked", "merged", "role_measures"]

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")

_WORD = re.compile(r"\w+")
# Edges that annotators include or leave out as their guidelines say: spaces, quotation marks, commas, stops.
_EDGE = " \t\r\n\"'“”‘’«».,;:!?-–—()[]"
# Two attributions are the same one from this agreement of their content's words on (the usual half).
_SAME_CONTENT = 0.5


class Attribution(NamedTuple):
    """Who said what, as character ranges of one article's text."""

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]


class Compared(NamedTuple):
    """One article with the attributions found in it and the true ones."""

    article: str
    text: str
    found: Sequence[Attribution]
    true: Sequence[Attribution]


_Units = Callable[[str, Sequence[Attribution], Role], frozenset[Hashable]]


def attribution_of(statement: Statement) -> Attribution:
    """The character ranges of a statement."""
    roles = (statement.source, statement.cue, statement.content)
    source, cue, content = (tuple((span.start, span.end) for span in spans) for spans in roles)
    return Attribution(source, cue, content)


def merged(text: str, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces in order, trimmed of quotation marks and stops, those with nothing else between them joined."""
    joined: list[Piece] = []
    for start, end in sorted(pieces):
        if joined and not text[joined[-1][1] : start].strip(_EDGE):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(trimmed for piece in joined if (trimmed := _trimmed(text, piece)))


def _trimmed(text: str, piece: Piece) -> Piece | None:
    words = text[slice(*piece)]
    start = piece[0] + len(words) - len(words.lstrip(_EDGE))
    kept = words.strip(_EDGE)
    return (start, start + len(kept)) if kept else None


def _words(text: str, pieces: Iterable[Piece]) -> frozenset[int]:
    """The places at which words start within the pieces."""
    return frozenset(match.start() for start, end in pieces for match in _WORD.finditer(text, start, end))


def _exact(text: str, attributions: Sequence[Attribution], role: Role) -> frozenset[Hashable]:
    """Each distinct way in which the role is filled."""
    filled = (merged(text, getattr(attribution, role)) for attribution in attributions)
    return frozenset(pieces for pieces in filled if pieces)


def _covered(text: str, attributions: Sequence[Attribution], role: Role) -> frozenset[Hashable]:
    """Each word that stands in the role somewhere."""
    return _words(text, (piece for attribution in attributions for piece in getattr(attribution, role)))


def role_measures(compared: Sequence[Compared]) -> tuple[Measure, ...]:
    """Exact and word-level scores of each role, then of attributions as wholes."""
    measures: list[Measure] = []
    for role in ROLES:
        measures += _scored(f"{role} exact", compared, role, _exact)
        measures += _scored(f"{role} words", compared, role, _covered)
    right = sum(len(linked(article)) for article in compared)
    true = sum(len(article.true) for article in compared)
    total = score(right, sum(len(article.found) for article in compared), true)
    return (*measures, *measures_of("who said what", total, true))


def _scored(name: str, compared: Sequence[Compared], role: Role, units: _Units) -> tuple[Measure, ...]:
    found = [(one.article, unit) for one in compared for unit in units(one.text, one.found, role)]
    true = [(one.article, unit) for one in compared for unit in units(one.text, one.true, role)]
    return measures_of(name, set_score(found, true), len(true))


def linked(compared: Compared) -> tuple[tuple[int, int], ...]:
    """Found and true attributions paired one to one: half their content's words agree, and their sources overlap.

    The best agreement is paired first. Sources also agree where neither has one.
    """
    found = [_places_of(compared.text, attribution) for attribution in compared.found]
    true = [_places_of(compared.text, attribution) for attribution in compared.true]
    candidates = sorted(
        (-agreement, f, t)
        for f, (source, content) in enumerate(found)
        for t, (true_source, true_content) in enumerate(true)
        if (agreement := set_score(content, true_content).f1) >= _SAME_CONTENT
        and (source & true_source or not (source or true_source))
    )
    pairs: list[tuple[int, int]] = []
    for _, f, t in candidates:
        if all(f != used_f and t != used_t for used_f, used_t in pairs):
            pairs.append((f, t))
    return tuple(pairs)


def agree(text: str, one: Attribution, other: Attribution) -> bool:
    """Whether half the words of their contents agree and their sources overlap, or neither has one."""
    (source, content), (other_source, other_content) = _places_of(text, one), _places_of(text, other)
    sources = bool(source & other_source) or not (source or other_source)
    return sources and set_score(content, other_content).f1 >= _SAME_CONTENT


def _places_of(text: str, attribution: Attribution) -> tuple[frozenset[int], frozenset[int]]:
    return _words(text, attribution.source), _words(text, attribution.content)
