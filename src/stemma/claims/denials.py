"""Denials: which claim each of them denies."""

from collections.abc import Mapping, Sequence

from stemma.claims.units import Unit, stems
from stemma.records import Statement, Witness
from stemma.text.rarity import information

__all__ = ["denied_cluster", "is_denial"]

# So much of what is denied, by weight, must stand in the claim: half could be names alone, more is the matter itself.
_DENIED_SHARE = 0.55


def is_denial(unit: Unit) -> bool:
    """Whether the unit reports a denial."""
    return any(statement.denies for statement in unit.statements)


def denied_cluster(
    denials: Sequence[Unit], claims: Sequence[Sequence[Unit]], witnesses: Mapping[str, Witness]
) -> int | None:
    """Place of the claim that these units deny: the one that holds most of what is denied, if one holds enough."""
    language = witnesses[denials[0].article].article.language or "en"
    denied = frozenset(
        stem
        for unit in denials
        for statement in unit.statements
        if statement.denies
        for stem in _denied_stems(statement, language)
    )
    best = max(((_share(denied, claim), -place) for place, claim in enumerate(claims)), default=(0.0, 0))
    return -best[1] if best[0] >= _DENIED_SHARE else None


def _denied_stems(statement: Statement, language: str) -> frozenset[str]:
    return frozenset(stem for piece in statement.content for stem in stems(piece.text, language))


def _share(denied: frozenset[str], claim: Sequence[Unit]) -> float:
    """Largest share of the denied words' weight that one unit of the claim holds; claims of many articles win ties."""
    total = _mass(denied)
    if not total:
        return 0.0
    return max((_mass(denied & unit.stems) for unit in claim), default=0.0) / total + 0.001 * len({unit.article for unit in claim})


def _mass(words: frozenset[str]) -> float:
    return sum(information(word) for word in sorted(words))
