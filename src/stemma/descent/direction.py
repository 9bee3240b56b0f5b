"""Direction: what speaks against one witness being made from another."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.descent.corruption import absorbed_quotations, slips
from stemma.descent.pairing import Pairing
from stemma.descent.particulars import Particular
from stemma.records import Evidence, Span
from stemma.text.clock import later
from stemma.text.nouns import counted

__all__ = ["Objection", "objections", "spoilt", "weight"]

# A long text gives more room for chance: an exemplar is also excused for this share of the copy's aligned passages.
_EXCUSED = 0.04
# A witness that the other covers to this share is a copy throughout: what it has beyond also came from its exemplar.
_THROUGHOUT = 0.6
# Weights, in particulars: a copyist who has nothing else cannot mend a spoilt quotation or a wrong spelling, though an
# editor may guess; a text with fragments is hardly the model of a clean one.
_PARTICULAR = 1.0
_BEYOND = 0.5
_ABSORBED = 2.0
_MISSPELT = 1.5
_FRAGMENTS = 1.0
_LATER = 2.0
# Words shown for one objection; the rest is counted in its sentence.
_SHOWN = 4


class Objection(NamedTuple):
    """One reason why `exemplar` is not what the copy was made from, with its weight in particulars."""

    weight: float
    evidence: Evidence


def weight(found: Sequence[Objection]) -> float:
    """The weight of all objections together."""
    return sum(objection.weight for objection in found)


def objections(
    pairing: Pairing, exemplar: str, copy: str, odd: Mapping[str, Sequence[tuple[Span, str]]]
) -> tuple[Objection, ...]:
    """What speaks against `copy` being made from `exemplar`, heaviest first.

    `odd`: the names that each witness alone misspells, with the usual spelling.
    """
    found = [
        *_particulars(pairing, exemplar, copy),
        *spoilt(pairing, exemplar, copy, odd),
        *_later(pairing, exemplar, copy),
    ]
    return tuple(sorted(found, key=lambda objection: -objection.weight))


def spoilt(
    pairing: Pairing, exemplar: str, copy: str, odd: Mapping[str, Sequence[tuple[Span, str]]]
) -> tuple[Objection, ...]:
    """What the exemplar has spoilt and the copy has sound: quotations, names, sentences."""
    return (
        *_absorbed(pairing, exemplar),
        *_misspelt(pairing, exemplar, copy, odd),
        *_fragments(pairing, exemplar, copy),
    )


def _particulars(pairing: Pairing, exemplar: str, copy: str) -> list[Objection]:
    """Names, numbers and long quotations of the copy that the exemplar has nowhere."""
    side = pairing.side(copy)
    weighed = [p for p in side.alone if p.kind != "quotation" or _is_unmatched(p, pairing, copy)]
    inside = [p for p in weighed if p.passage in side.aligned]
    beyond = [p for p in weighed if p.passage not in side.aligned] if side.coverage >= _THROUGHOUT else []
    mass = _PARTICULAR * len(inside) + _BEYOND * len(beyond) - _EXCUSED * len(side.aligned)
    if mass <= 0:
        return []
    spans = tuple(p.span for p in (*inside, *beyond))
    detail = f"{copy} has {counted(len(spans), 'particular')} that {exemplar} has nowhere"
    return [Objection(mass, Evidence("particulars_not_in_exemplar", detail, spans[:_SHOWN]))]


def _is_unmatched(particular: Particular, pairing: Pairing, copy: str) -> bool:
    """Whether the passage has no counterpart: a quotation in one that has was altered, not added."""
    return particular.passage not in pairing.side(copy).aligned


def _absorbed(pairing: Pairing, exemplar: str) -> list[Objection]:
    spans = absorbed_quotations(pairing, exemplar)
    detail = f"{exemplar} puts the narrator's words inside quotation marks"
    return [Objection(_ABSORBED, Evidence("spoilt_quotation", detail, spans[:_SHOWN]))] if spans else []


def _misspelt(
    pairing: Pairing, exemplar: str, copy: str, odd: Mapping[str, Sequence[tuple[Span, str]]]
) -> list[Objection]:
    """The exemplar misspells a name that the copy has right."""
    text = pairing.side(copy).witness.article.text.casefold()
    wrong = [(span, usual) for span, usual in odd.get(exemplar, ()) if usual in text]
    if not wrong:
        return []
    names = ", ".join(span.text for span, _ in wrong)
    detail = f"{exemplar} alone spells {names}; {copy} spells it as the others do"
    return [Objection(_MISSPELT, Evidence("misspelt_name", detail, tuple(span for span, _ in wrong)[:_SHOWN]))]


def _fragments(pairing: Pairing, exemplar: str, copy: str) -> list[Objection]:
    own, others = slips(pairing.side(exemplar).witness), slips(pairing.side(copy).witness)
    if len(own) <= len(others):
        return []
    detail = f"{exemplar} has {counted(len(own), 'broken sentence')}, {copy} has {len(others)}"
    return [Objection(_FRAGMENTS, Evidence("broken_sentences", detail, own[:_SHOWN]))]


def _later(pairing: Pairing, exemplar: str, copy: str) -> list[Objection]:
    first = pairing.side(exemplar).witness.article.published
    second = pairing.side(copy).witness.article.published
    gap = later(first, second)
    if first is None or second is None or gap is None:
        return []
    days = first[:10], second[:10]
    first, second = days if days[0] != days[1] else (first, second)
    detail = f"{exemplar} is dated {first}, after {copy} ({second})"
    return [Objection(_LATER, Evidence("published_later", detail))]
