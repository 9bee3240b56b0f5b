"""Invented outlets, their addresses, and the forms in which a copy credits one."""

import re
from random import Random

__all__ = ["credit_line", "host", "outlets"]

_PLACES = (
    "Marl Osk Tarn Fenwold Quarrow Haldon Brisk Lethe Cawdry Ponder Swale Umber Wexen Yarm Zell Dorrin Eskmoor Gannet"
    " Harrowby Inchmay Jarl Kirrin Lorn Mossgate Nether Orford Pellin Rudd Stour Thrale"
).split()
_KINDS = ("Courier", "Gazette", "Herald", "Observer", "Tribune")
# Forms that newspapers use for a text taken over whole.
_CREDITS = (
    "Source: {}",
    "This article was first published by the {}.",
    "This story originally appeared in the {}.",
    "Reprinted with permission from the {}.",
)


def outlets(count: int, chance: Random) -> list[str]:
    """So many different names, in chance order."""
    names = [f"{place} {kind}" for place in _PLACES for kind in _KINDS]
    return chance.sample(names, count)


def host(outlet: str) -> str:
    """The host of the outlet's site."""
    return re.sub(r"\W", "", outlet.lower()) + ".example"


def credit_line(outlet: str, chance: Random) -> str:
    """A last paragraph that credits the outlet with the whole text."""
    return chance.choice(_CREDITS).format(outlet)
