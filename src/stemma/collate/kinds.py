"""What became of a passage: same, edited, rewritten, or only quoting the same words."""

import math
import re
from collections.abc import Callable, Sequence

from rapidfuzz.distance import Indel

from stemma.collate.chain import Match
from stemma.collate.vectors import Terms
from stemma.records import PassageKind, Witness
from stemma.text.normalise import squeeze

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


def kind(
    a: Witness, b: Witness, match: Match, terms: tuple[Sequence[Terms], Sequence[Terms]], weight: Callable[[str], float]
) -> PassageKind:
    """The kind of one match."""
    words_a = _words(a, match.a)
    words_b = _words(b, match.b)
    likeness = float(Indel.normalized_similarity(words_a, words_b))
    if likeness >= _SAME:
        return "same"
    if _is_quoting([terms[0][i] for i in match.a], [terms[1][j] for j in match.b], weight):
        return "quoting"
    return "edited" if likeness >= _EDITED else "rewritten"


def _words(witness: Witness, indices: tuple[int, ...]) -> list[str]:
    text = " ".join(witness.passages[index].span.text for index in indices)
    return squeeze(re.sub(r"(?<=\b\w)\.(?=\w\b|\W)", "", text)).split()


def _is_quoting(a: Sequence[Terms], b: Sequence[Terms], weight: Callable[[str], float]) -> bool:
    quoted_a, quoted_b = _quoted(a), _quoted(b)
    stems_a, stems_b = _stems(a), _stems(b)
    shared = _mass(stems_a & stems_b, weight)
    in_marks = _mass((stems_a & stems_b) & quoted_a & quoted_b, weight)
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
