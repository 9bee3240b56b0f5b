"""Short quotations whose words were altered: too few words to be known by their likeness, so known by their place."""

from collections.abc import Sequence

from stemma.changes.links import Link
from stemma.changes.pairs import Pair
from stemma.changes.sides import Quoted, Side, cut
from stemma.changes.wording import Said, is_telling, said
from stemma.records import Change
from stemma.text.tokens import stem

__all__ = ["short_quotations_altered"]

# A phrase in marks has at least this many words on one side (two are a title or a nickname) and at most this many.
_LEAST = 3
_MOST = 8
# The passages must be nearly one sentence.
_SAME_SENTENCE = 0.5
_CONFIDENCE = 0.8  # by the rule of succession: 3 of 3 on the bundled articles and the edits made to order
_ARTICLES = frozenset("a an the".split())


def short_quotations_altered(pair: Pair) -> list[Change]:
    """Phrases in marks, alone in their aligned passages, that share a telling word and are not worded alike."""
    found = []
    for link in pair.links:
        if link.score < _SAME_SENTENCE or not pair.kin:
            continue
        ours, theirs = _alone(pair.first, link, first=True), _alone(pair.second, link, first=False)
        if ours is not None and theirs is not None and _differ(pair, ours, theirs):
            found.append(_change(pair, ours, theirs))
    return found


def _alone(of: Side, link: Link, first: bool) -> Quoted | None:
    """The one quotation of the passages, if it is a short one."""
    spans = link.first if first else link.second
    inside = [each for each in of.quoted if any(span.start <= each.start < span.end for span in spans)]
    return inside[0] if len(inside) == 1 else None


def _differ(pair: Pair, ours: Quoted, theirs: Quoted) -> bool:
    left, right = said(pair.first.text, ours.start, ours.end), said(pair.second.text, theirs.start, theirs.end)
    if not _LEAST <= max(len(left), len(right)) <= _MOST or min(len(left), len(right)) < 2:
        return False
    if not _telling(left) & _telling(right):
        return False
    one, other = _words(left), _words(right)
    return one != other and not _within(one, other) and not _within(other, one)


def _telling(words: Sequence[Said]) -> set[str]:
    return {stem(word.word) for word in words if is_telling(word.word)}


def _words(words: Sequence[Said]) -> list[str]:
    """The stems in order without articles."""
    return [stem(word.word) for word in words if word.word not in _ARTICLES]


def _within(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the one is the other cut short."""
    return any(list(other[at : at + len(one)]) == list(one) for at in range(len(other) - len(one) + 1))


def _change(pair: Pair, ours: Quoted, theirs: Quoted) -> Change:
    before, after = cut(pair.first, ours.start, ours.end), cut(pair.second, theirs.start, theirs.end)
    return Change(
        kind="quotation",
        severity=2,
        before=before,
        after=after,
        between=pair.between,
        why=f"In quotation marks one account has “{before.text}”, the other “{after.text}”.",
        confidence=_CONFIDENCE,
    )
