"""A change: what was altered between one account and another."""

from typing import Literal

import msgspec

from stemma.records.span import Span

__all__ = ["Change", "ChangeKind"]

ChangeKind = Literal[
    "quotation",
    "quotation_made",
    "figure",
    "name",
    "date",
    "attribution_changed",
    "attribution_lost",
    "hedge_lost",
    "denial_absent",
    "meaning",
    "omitted",
    "added",
]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One typed difference. `between` is (exemplar or sibling, copy).

    `before` stands in the first, `after` in the second.

    Severity: 3 changes what the reader believes happened or was said; 2 changes who said it, how sure it is, or how
    many; 1 changes a detail or a spelling.
    """

    kind: ChangeKind
    severity: int
    before: Span | None
    after: Span | None
    between: tuple[str, str]
    why: str
    confidence: float
