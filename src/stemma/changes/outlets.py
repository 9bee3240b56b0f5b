"""The names by which accounts call their own outlets: that two outlets are called alike is no misspelling."""

import re
from functools import cache

from stemma.changes.sides import Side
from stemma.lexicon import table
from stemma.records import Span

__all__ = ["is_outlet", "is_outlet_of"]

# An outlet's name, a byline or a dateline opens a text: it is looked for in a headline and two lines (in characters).
_OPENING = 300
_BYLINE = re.compile(r"^\W*by\b[^\n.]*$", re.IGNORECASE)
_DASH = re.compile(r"^\W{0,3}[^\n.]{0,40}?\s[-–—]+\s")


def is_outlet(of: Side, name: Span) -> bool:
    """Whether the account means an outlet's own name by it: as its own outlet, in a credit, or in its opening line."""
    article = of.account.witness.article
    if article.outlet is not None and name.text.casefold() in article.outlet.casefold():
        return True
    if any(credit.span.overlaps(name) for credit in article.credits):
        return True
    if name.start > _OPENING:
        return False
    line = of.text.rfind("\n", 0, name.start) + 1
    return (
        bool(_BYLINE.search(of.text[line : name.start]) or _DASH.match(of.text[name.end : name.end + 60]))
        or name.text.split()[-1].casefold() in _outlet_words()
    )


def is_outlet_of(of: Side, source: Span) -> bool:
    """Whether the source is the outlet that the account came out in."""
    own = of.account.witness.article.outlet
    told = re.sub(r"^the ", "", source.text.strip().casefold())
    return own is not None and len(told) > 2 and re.search(rf"\b{re.escape(told)}\b", own.casefold()) is not None


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(str(table("confusable_bodies")["outlets"]).split())
