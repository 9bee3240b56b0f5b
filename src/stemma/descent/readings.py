"""Shared readings: what two witnesses have in common against a third cannot come from that third."""

from collections.abc import Mapping, Sequence

from stemma.descent.direction import Objection
from stemma.descent.particulars import Particular, Particulars, lacking
from stemma.records import Evidence, Span
from stemma.text.nouns import counted

__all__ = ["SHARING", "shared_readings"]

# Kinship from which a third witness may bear witness: weaker than for asserting kinship, for the particulars must agree
# as well (chosen by eye).
SHARING = 0.3
# Weight of one particular shared against the exemplar: two witnesses do not invent the same one.
_SHARED = 1.5
# Particulars shown; the rest is counted.
_SHOWN = 4


def shared_readings(
    relatives: Sequence[str], known: Mapping[str, Particulars], exemplar: str, copy: str
) -> list[Objection]:
    """Particulars that the copy shares with a relative and the exemplar has nowhere.

    A relative that has nothing of the exemplar's beyond the copy may itself be made from the copy, and says nothing.
    """
    against = lacking(known[copy], known[exemplar])
    found: list[Objection] = []
    for other in relatives:
        if other in (exemplar, copy) or not _independent(known, other, exemplar, copy):
            continue
        shared = [particular for particular in against if _has(known[other], particular)]
        if shared:
            detail = f"{copy} and {other} agree in {counted(len(shared), 'particular')} that {exemplar} has nowhere"
            spans = tuple(span for p in shared[:_SHOWN] for span in (p.span, *_where(known[other], p)))
            found.append(Objection(_SHARED * len(shared), Evidence("shared_readings", detail, spans)))
    return sorted(found, key=lambda objection: -objection.weight)[:1]


def _independent(known: Mapping[str, Particulars], other: str, exemplar: str, copy: str) -> bool:
    """Whether the other witness has a particular of the exemplar that the copy lacks."""
    return any(_has(known[exemplar], particular) for particular in lacking(known[other], known[copy]))


def _has(found: Particulars, particular: Particular) -> bool:
    return any(p.kind == particular.kind and p.key == particular.key for p in found.found)


def _where(found: Particulars, particular: Particular) -> tuple[Span, ...]:
    return tuple(p.span for p in found.found if p.kind == particular.kind and p.key == particular.key)[:1]
