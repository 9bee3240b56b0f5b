"""Figures of which the other account says “many” instead."""

import re
from functools import cache

from stemma.changes.counted import figures_within, heads, one_thing
from stemma.changes.figures import compatible
from stemma.changes.links import Link
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, cut, words_in
from stemma.lexicon import table
from stemma.records import Change, Figure, Span
from stemma.text.tokens import stem

__all__ = ["figures_lost"]

# A vague word with the very noun or role of the figure says more, so less likeness is enough (chosen by eye).
_LEAST_SCORE_LOST = 0.25
# Figures below this are seldom what "several" stands for.
_LEAST_LOST = 3
_LOOSE = frozenset({"dozens", "hundreds", "thousands", "millions"})
# Measured: the share right on edits made to order, by the rule of succession (8 of 8).
_CONFIDENCE_LOST = 0.9


def figures_lost(pair: Pair) -> list[Change]:
    """Figures of the first where the aligned passages of the second say "many" instead."""
    found = []
    for link in pair.links:
        if link.score < _LEAST_SCORE_LOST:
            continue
        theirs = figures_within(pair.second, link.second_index)
        for figure in figures_within(pair.first, link.first_index):
            if not _is_precise(figure) or any(one_thing(figure, other) for other in theirs):
                continue
            if any(one_thing(figure, other) and compatible(figure, other) for other in pair.second.account.figures):
                continue
            vague = _vague(pair.second, link, figure)
            if vague is not None:
                found.append(_lost(pair, figure, vague))
    return found


def _is_precise(figure: Figure) -> bool:
    low = figure.value.low
    return low is not None and low >= _LEAST_LOST and figure.value.bound not in _LOOSE


@cache
def _vague_words() -> re.Pattern[str]:
    phrases = sorted((str(word) for word in table("scales")["vague"]["words"]), key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b", re.IGNORECASE)


def _vague(second: Side, link: Link, figure: Figure) -> Span | None:
    """A vague quantity of what the figure counts, with its noun."""
    wanted = heads(figure.counted) | _role_words(figure.role)
    for span in link.second:
        for match in _vague_words().finditer(second.text, span.start, span.end):
            following = words_in(second, [span])
            nouns = [word for word in following if word.start >= match.end()][:3]
            noun = next((word for word in nouns if word.stem in wanted), None)
            if noun is not None:
                return cut(second, match.start(), noun.end)
    return None


@cache
def _role_words(role: str) -> frozenset[str]:
    return frozenset(stem(word) for word in str(table("scales")["roles"].get(role, "")).split())


def _lost(pair: Pair, figure: Figure, vague: Span) -> Change:
    return Change(
        kind="figure",
        severity=2,
        before=figure.value.span,
        after=vague,
        between=pair.between,
        why=f"One account has “{figure.value.span.text}”, the other “{vague.text}” and no number.",
        confidence=_CONFIDENCE_LOST,
    )
