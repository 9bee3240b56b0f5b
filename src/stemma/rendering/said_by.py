"""Who is said to have said a claim, each with the letters of the articles that say so."""

from collections.abc import Mapping

from stemma.records import Claim
from stemma.rendering.wording import legible

__all__ = ["said_by"]


def said_by(claim: Claim, sigla: Mapping[str, str]) -> list[str]:
    """The speakers in their order: "two clerks (A, C)"; without letters where it is not known which articles say so."""
    named = dict(zip(claim.speakers, claim.speaker_articles, strict=False))
    return [
        _told(speaker, [sigla[article] for article in named.get(speaker, ()) if article in sigla])
        for speaker in claim.speakers
    ]


def _told(speaker: str, letters: list[str]) -> str:
    told = ", ".join(sorted(letters, key=lambda letter: (len(letter), letter)))
    return f"{legible(speaker)} ({told})" if told else legible(speaker)
