"""The units of an article with what the rules make of each, those inside utterances last."""

from stemma.attribution.columns import Read
from stemma.attribution.cues import verb_cues
from stemma.attribution.drafts import drafts
from stemma.attribution.quoted import Quoted
from stemma.attribution.units import Unit, inside, units
from stemma.records import Article

__all__ = ["readings"]


def readings(article: Article) -> tuple[list[Read], list[Quoted]]:
    """The units in order, then the sentences inside their utterances, and the quotations of the text."""
    whole, marks = units(article)
    reads = [_read(unit, within=False) for unit in whole]
    reads.extend(_read(unit, within=True) for outer in whole for unit in inside(article.text, outer))
    return reads, marks


def _read(unit: Unit, *, within: bool) -> Read:
    cues = verb_cues(unit.words)
    return Read(unit, cues, drafts(unit.words, cues), within)
