"""A collation: the passages of two witnesses laid side by side."""

from typing import Literal

import msgspec

from stemma.records.span import Span

__all__ = ["AlignedPassages", "Alignment", "PassageKind"]

PassageKind = Literal["same", "edited", "rewritten", "quoting"]


class AlignedPassages(msgspec.Struct, frozen=True, kw_only=True):
    """Passages of A and of B that say the same thing: one or more on either side, in order.

    `a` and `b` are their spans, `a_index` and `b_index` their places in each witness. `score` is the similarity,
    0..1. `order_kept` is false where the pair is transposed against its neighbours. `quoting`: what they share is
    words inside quotation marks and little else, so the pair says nothing about copying.
    """

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    a_index: tuple[int, ...]
    b_index: tuple[int, ...]
    kind: PassageKind
    score: float
    order_kept: bool = True


class Alignment(msgspec.Struct, frozen=True):
    """All aligned passages of two witnesses, by place in A. `a_length`, `b_length`: passages in each."""

    a: str
    b: str
    a_length: int
    b_length: int
    pairs: tuple[AlignedPassages, ...]
