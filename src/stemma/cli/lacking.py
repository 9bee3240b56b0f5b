"""What the inputs do not tell of their articles: outlets, and dates that are missing, are none or are one of two."""

import json
import sys
from collections.abc import Sequence

from stemma.records import Article
from stemma.text.day_order import is_ambiguous

__all__ = ["tell_misread", "tell_unknown"]

# So many of the articles that lack a field are named; the rest are counted.
_SHOWN = 5
# So many characters of what was given for a date are shown.
_LONGEST = 40
_AS_ISO = "write it as 2031-12-31"


def tell_unknown(articles: Sequence[Article]) -> None:
    """The articles whose outlet or date is not known, on standard error: the first few by name, with the reason."""
    head = "give it in the text's first lines or in the field"
    undated = [article.id for article in articles if not article.published and not _given(article)]
    _tell("Outlet not known", [a.id for a in articles if not a.outlet], f"{head} “outlet”")
    _tell("Date not known", undated, f"{head} “published”")
    tell_misread(articles)


def tell_misread(articles: Sequence[Article]) -> None:
    """The articles whose date was given and could not be read, or in two ways, on standard error."""
    given = [(article, _given(article)) for article in articles if not article.published]
    misread = [(_shown(article, date), is_ambiguous(date)) for article, date in given if date]
    _tell("Date of two readings", [shown for shown, two in misread if two], f"day or month first? {_AS_ISO}")
    _tell("Date not understood", [shown for shown, two in misread if not two], _AS_ISO)


def _given(article: Article) -> str:
    """What was given for the date and could not be read; "" where nothing was."""
    given = json.loads(article.extra).get("published")
    return "" if given is None else str(given)


def _shown(article: Article, given: str) -> str:
    short = given if len(given) <= _LONGEST else given[:_LONGEST] + "…"
    return f"{article.id} (“{short}”)"


def _tell(what: str, names: Sequence[str], remedy: str) -> None:
    more = f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
    if names:
        print(f"{what}: {', '.join(names[:_SHOWN])}{more} ({remedy}).", file=sys.stderr)
