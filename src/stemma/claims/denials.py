"""Denials: which claim each of them denies."""

import re
from collections.abc import Mapping, Sequence

from stemma.claims.units import Unit, stems
from stemma.records import Witness
from stemma.text.rarity import information

__all__ = ["denied_cluster", "is_denial"]

# So much of what is denied, by weight, must stand in the claim: half could be names alone, more is the matter itself.
_DENIED_SHARE = 0.55
# A denial told in passing ("cited an aide denying any part in it"); "denied bail" and "denied entry" are none.
_DENYING = re.compile(
    r"\bden(?:y|ies|ied|ying)\b (?:that\b|any\b|having\b|being\b|it\b|\w+ (?:had|was)\b"
    r"|(?:the )?(?:claim|report|allegation|accusation)s?\b)"
)


def is_denial(unit: Unit) -> bool:
    """Whether the unit reports a denial."""
    return any(statement.denies for statement in unit.statements) or bool(_DENYING.search(unit.passage.text))


def denied_cluster(
    denials: Sequence[Unit], claims: Sequence[Sequence[Unit]], witnesses: Mapping[str, Witness]
) -> int | None:
    """Place of the claim that these units deny: the one that holds most of what one of them denies, if enough."""
    language = witnesses[denials[0].article].article.language or "en"
    denied = [_denied_stems(unit, language) for unit in denials]
    shares = ((max(_share(words, claim) for words in denied), -place) for place, claim in enumerate(claims))
    best = max(shares, default=(0.0, 0))
    return -best[1] if best[0] >= _DENIED_SHARE else None


def _denied_stems(unit: Unit, language: str) -> frozenset[str]:
    """Words of the first sentence of what is denied: a denial that runs on goes over to reasons."""
    for statement in unit.statements:
        if statement.denies and statement.content:
            piece = statement.content[0]
            return stems(piece.text[: max(0, unit.passage.end - piece.start)], language)
    match = _DENYING.search(unit.passage.text)
    return stems(unit.passage.text[match.end() :], language) if match else unit.stems


def _share(denied: frozenset[str], claim: Sequence[Unit]) -> float:
    """Largest share of the denied words' weight that one unit of the claim holds; claims of many articles win ties."""
    total = _mass(denied)
    if not total:
        return 0.0
    return max((_mass(denied & unit.stems) for unit in claim), default=0.0) / total + 0.001 * len(
        {unit.article for unit in claim}
    )


def _mass(words: frozenset[str]) -> float:
    return sum(information(word) for word in sorted(words))
