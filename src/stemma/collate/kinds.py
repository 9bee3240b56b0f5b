"""What became of a passage: same, edited, rewritten, or only quoting the same words."""

import math
from collections.abc import Callable, Sequence

from rapidfuzz.distance import Indel

from stemma.collate.chain import Match
from stemma.collate.terms import Terms
from stemma.records import PassageKind

__all__ = ["kind"]

# Word-level similarity (twice the common words in order over all words). At 0.97 one word in thirty may differ, which
# is house style ("US" for "U.S."); at 0.72 a writer changed a few words; below, the sentence was written anew. Chosen
# by eye.
_SAME = 0.97
_EDITED = 0.72
# A pair is `quoting` if this share of the weight it has in common stands inside quotation marks on both sides, and ...
_QUOTED_SHARE = 0.7
# ... what stands outside the marks shares less than this of its own weight.
_OUTSIDE = 0.25


def kind(match: Match, terms: tuple[Sequence[Terms], Sequence[Terms]], weight: Callable[[str], float]) -> PassageKind:
    """The kind of one match, by the terms of the passages of A and of B."""
    a, b = [terms[0][i] for i in match.a], [terms[1][j] for j in match.b]
    likeness = float(Indel.normalized_similarity(_words(a), _words(b)))
    if likeness >= _SAME:
        return "same"
    if _is_quoting(a, b, weight):
        return "quoting"
    return "edited" if likeness >= _EDITED else "rewritten"


def _words(passages: Sequence[Terms]) -> list[str]:
    return [word for passage in passages for word in passage.words]


def _is_quoting(a: Sequence[Terms], b: Sequence[Terms], weight: Callable[[str], float]) -> bool:
    quoted_a, quoted_b = _quoted(a), _quoted(b)
    if quoted_a.isdisjoint(quoted_b):
        return False
    stems_a, stems_b = _stems(a), _stems(b)
    shared = _mass(stems_a & stems_b, weight)
    in_marks = _mass(quoted_a & quoted_b, weight)
    outside_a, outside_b = stems_a - quoted_a, stems_b - quoted_b
    smaller = min(_mass(outside_a, weight), _mass(outside_b, weight))
    outside = _mass(outside_a & outside_b, weight)
    return shared > 0 and in_marks >= _QUOTED_SHARE * shared and outside <= _OUTSIDE * max(smaller, 1e-9)


def _quoted(passages: Sequence[Terms]) -> frozenset[str]:
    return frozenset().union(*(passage.quoted for passage in passages))


def _stems(passages: Sequence[Terms]) -> frozenset[str]:
    return frozenset(stem for passage in passages for stem in passage.stems)


def _mass(stems: frozenset[str], weight: Callable[[str], float]) -> float:
    return math.fsum(weight(stem) for stem in stems)
