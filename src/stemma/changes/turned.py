"""Statements that were turned round: what was denied is confirmed, or who says it of whom changed places."""

from collections.abc import Iterable, Sequence

from stemma.changes.contrary import contrary
from stemma.changes.deeds import deed
from stemma.changes.negation import negated
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, content_stems, cut, is_quoted, statements_in, words_in
from stemma.changes.telling import tells
from stemma.records import Change, Span, Statement
from stemma.text.tokens import Token

__all__ = ["confirmations", "statements_reversed"]

# Below this, aligned passages may be on two matters that share their names.
_LEAST_SCORE = 0.5
_DENYING = frozenset("deni denial refut disput contest reject".split())
_CONFIRMING = frozenset("confirm admit conced acknowledg".split())
# Measured on edits made to order, by the rule of succession (4 of 4, 2 of 2).
_CONFIDENCE_CONFIRMED = 0.83
_CONFIDENCE_REVERSED = 0.75


def confirmations(pair: Pair) -> list[Change]:
    """Aligned passages of which one has a word of denial and the other a word of confirmation in its stead."""
    found = []
    for link in pair.links:
        if link.score < _LEAST_SCORE or link.kind == "quoting":
            continue
        ours, theirs = _plain(pair.first, link.first), _plain(pair.second, link.second)
        one, other = _alone(ours, _DENYING, _CONFIRMING), _alone(theirs, _CONFIRMING, _DENYING)
        if one is None or other is None:
            one, other = _alone(ours, _CONFIRMING, _DENYING), _alone(theirs, _DENYING, _CONFIRMING)
        if one is None or other is None or negated(pair.first, ours) or negated(pair.second, theirs):
            continue
        spans = cut(pair.first, one.start, one.end), cut(pair.second, other.start, other.end)
        why = f"One account has “{one.text}” where the other has “{other.text}”: the contrary."
        found.append(contrary(pair, spans, why, _CONFIDENCE_CONFIRMED))
    return found


def _plain(of: Side, spans: Iterable[Span]) -> list[Token]:
    return [word for word in words_in(of, spans) if not is_quoted(of, word.start)]


def _alone(words: Sequence[Token], wanted: frozenset[str], unwanted: frozenset[str]) -> Token | None:
    """The first word of the one sort, if none of the other stands beside it."""
    if any(word.stem in unwanted for word in words):
        return None
    return next((word for word in words if word.stem in wanted), None)


def statements_reversed(pair: Pair) -> list[Change]:
    """Statements with one verb whose source is in the other's content, and the other way round."""
    return [
        contrary(pair, (_whole(pair.first, ours), _whole(pair.second, theirs)), _WHY, _CONFIDENCE_REVERSED)
        for link in pair.links
        if link.score >= _LEAST_SCORE
        for ours in statements_in(pair.first, link.first_index)
        for theirs in statements_in(pair.second, link.second_index)
        if _is_reversed(pair, ours, theirs)
    ]


_WHY = "Who says it and of whom it is said are exchanged."


def _is_reversed(pair: Pair, ours: Statement, theirs: Statement) -> bool:
    if tells(ours) or tells(theirs):  # nobody says somebody
        return False
    if not _deeds(pair.first, ours) & _deeds(pair.second, theirs):
        return False
    source, content = _stems(pair.first, ours.source), _stems(pair.first, ours.content)
    other_source, other_content = _stems(pair.second, theirs.source), _stems(pair.second, theirs.content)
    if source & other_source or source & content or other_source & other_content:
        return False
    return bool(source) and bool(other_source) and source <= other_content and other_source <= content


def _stems(of: Side, spans: Iterable[Span]) -> frozenset[str]:
    return frozenset(content_stems(words_in(of, spans)))


def _deeds(of: Side, statement: Statement) -> frozenset[str]:
    return frozenset(deed(word) for word in words_in(of, statement.cue)) - {"be", "have"}


def _whole(of: Side, statement: Statement) -> Span:
    pieces = sorted((*statement.source, *statement.cue))
    return cut(of, pieces[0].start, pieces[-1].end)
