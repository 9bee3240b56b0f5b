"""The collation of two witnesses."""

import numpy as np

from stemma.collate.chain import Match, chain, choose, gather
from stemma.collate.kinds import kind
from stemma.collate.vectors import Prepared, prepared, similarities, weigher
from stemma.records import AlignedPassages, Alignment, PassageKind, Span, Witness

__all__ = ["collate"]


def collate(a: Witness, b: Witness, ready: tuple[Prepared, Prepared] | None = None) -> Alignment:
    """Passages of A and B that say the same thing, by place in A; one or more on either side.

    Similarity is the cosine of rare stems (rare in the language and in the two texts) and of character runs. A weak
    match counts where its neighbours match too. Transposed passages are found and marked. `ready` is what `prepared`
    made of A and of B, for a caller with many pairs.
    """
    ready_a, ready_b = ready if ready is not None else (prepared(a), prepared(b))
    matrix = similarities(ready_a, ready_b)
    terms = (ready_a.passages, ready_b.passages)
    weight = weigher(ready_a, ready_b)
    matches = chain(gather(choose(matrix), matrix))
    pairs = [_pair(a, b, match, kind(a, b, match, terms, weight)) for match in matches]
    return Alignment(a.article.id, b.article.id, len(a.passages), len(b.passages), tuple(pairs))


def _pair(a: Witness, b: Witness, match: Match, passage_kind: PassageKind) -> AlignedPassages:
    return AlignedPassages(
        a=_spans(a, match.a),
        b=_spans(b, match.b),
        a_index=match.a,
        b_index=match.b,
        kind=passage_kind,
        score=round(float(np.clip(match.score, 0.0, 1.0)), 4),
        order_kept=match.order_kept,
    )


def _spans(witness: Witness, indices: tuple[int, ...]) -> tuple[Span, ...]:
    return tuple(witness.passages[index].span for index in indices)
