"""The collation of two witnesses, and of every two of a story."""

from collections.abc import Iterator, Sequence

from stemma.collate.chain import WEAK, Match, chain, choose, gather
from stemma.collate.kinds import kind
from stemma.collate.likeness import Cells, cells
from stemma.collate.sheets import stacked
from stemma.collate.vectors import Prepared, prepared, weigher
from stemma.records import AlignedPassages, Alignment, PassageKind, Span, Witness

__all__ = ["collate", "collations"]


def collate(a: Witness, b: Witness) -> Alignment:
    """Passages of A and B that say the same thing, by place in A; one or more on either side.

    Similarity is the cosine of rare stems (rare in the language and in the two texts) and of character runs. A weak
    match counts where its neighbours match too. Transposed passages are found and marked.
    """
    return next(collations((a, b)))


def collations(witnesses: Sequence[Witness]) -> Iterator[Alignment]:
    """The collation of every two witnesses, the first with each later one, then the second, and so on.

    What is found for two does not depend on the others. A pair of which no two passages are WEAK or more has an
    alignment without pairs and costs no more than the similarities, which are found for one witness and all later ones
    together.
    """
    if len(witnesses) < 2:
        return
    ready = [prepared(witness) for witness in witnesses]
    stems, runs = stacked([one.stems for one in ready]), stacked([one.runs for one in ready])
    for at, a in enumerate(witnesses):
        for other, found in enumerate(cells(stems, runs, at, WEAK), start=at + 1):
            yield _alignment(a, witnesses[other], found, (ready[at], ready[other]))


def _alignment(a: Witness, b: Witness, found: Cells, ready: tuple[Prepared, Prepared]) -> Alignment:
    terms = (ready[0].passages, ready[1].passages)
    weight = weigher(*ready)
    matches = chain(gather(choose(found), found)) if found else []
    pairs = tuple(_pair(a, b, match, kind(match, terms, weight)) for match in matches)
    return Alignment(a.article.id, b.article.id, len(a.passages), len(b.passages), pairs)


def _pair(a: Witness, b: Witness, match: Match, passage_kind: PassageKind) -> AlignedPassages:
    return AlignedPassages(
        a=_spans(a, match.a),
        b=_spans(b, match.b),
        a_index=match.a,
        b_index=match.b,
        kind=passage_kind,
        score=round(min(1.0, max(0.0, match.score)), 4),
        order_kept=match.order_kept,
    )


def _spans(witness: Witness, indices: tuple[int, ...]) -> tuple[Span, ...]:
    return tuple(witness.passages[index].span for index in indices)
