"""Credits as directed evidence: whom a witness names as its source, and whether that report is at hand."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from stemma.records import Article, Credit, Span, Witness
from stemma.text.clock import later
from stemma.text.outlets import outlet_key

__all__ = ["CreditLink", "Signed", "links", "names_outlet", "signed"]

# A line of so few words may be a signature: an outlet's name has seldom more.
_SIGNATURE = 6


class CreditLink(NamedTuple):
    """A witness credits a name; `exemplar` is the id of the article of that outlet, or None if it is not at hand."""

    copy: str
    credit: Credit
    exemplar: str | None


class Signed(NamedTuple):
    """A witness is signed with the outlet of another, its exemplar. `spans`: where, if it stands in the text."""

    copy: str
    exemplar: str
    name: str
    spans: tuple[Span, ...]


def names_outlet(name: str, article: Article) -> bool:
    """Whether the name is that of the article's outlet, by its name or its host."""
    key = outlet_key(name)
    if not key:
        return False
    own = (
        _from_dateline(article)
        | {outlet_key(article.outlet or "")}
        | {outlet_key(part) for part in _host_labels(article.url or "")}
    )
    return key in own - {""} or _are_initials(name, article.outlet or "")


def _is_own(credit: Credit, article: Article) -> bool:
    """Whether the credit is to the article's own outlet, by its name or by initials that others have too."""
    written = credit.span.text.strip(" ()[]-–—,.:")
    return names_outlet(credit.name, article) or _are_initials(written, article.outlet or "")


def _are_initials(name: str, outlet: str) -> bool:
    """ "NNA" of "Norvane News Agency"."""
    words = [
        word for word in re.findall(r"[^\W_]+", outlet) if word[0].isupper() and word.casefold() not in {"the", "of"}
    ]
    return len(words) > 1 and name.isupper() and name.replace(".", "") == "".join(word[0] for word in words)


def _from_dateline(article: Article) -> set[str]:
    """The agency in the dateline, where nothing else tells the outlet: the text may be the agency's own."""
    if article.outlet or article.url:
        return set()
    datelines = [entry.span for entry in article.set_aside if entry.reason == "dateline"]
    return {outlet_key(c.name) for c in article.credits if any(span.overlaps(c.span) for span in datelines)}


def _host_labels(url: str) -> list[str]:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # an address that is none says nothing about the outlet
        return []
    return [host, *host.removeprefix("www.").split(".")[:1]]


def links(witnesses: Sequence[Witness]) -> list[CreditLink]:
    """Every credit of every witness, resolved to the articles at hand; a credit to oneself is none."""
    found = []
    for witness in witnesses:
        for credit in witness.article.credits:
            if credit.name and _is_own(credit, witness.article):
                continue
            owners = [w.article for w in witnesses if w is not witness and names_outlet(credit.name, w.article)]
            earlier = [article for article in owners if _not_later(article, witness.article)] or owners
            found += [CreditLink(witness.article.id, credit, article.id) for article in earlier]
            found += [] if earlier else [CreditLink(witness.article.id, credit, None)]
    return found


def signed(witnesses: Sequence[Witness]) -> list[Signed]:
    """Witnesses whose author, or whose last line, is the outlet of another that is not later.

    That of an article whose own outlet is not known may be just this.
    """
    return [
        Signed(witness.article.id, other.article.id, name, spans)
        for witness in witnesses
        if witness.article.outlet or witness.article.url
        for name, spans in _signatures(witness)
        if outlet_key(name) and not names_outlet(name, witness.article)
        for other in witnesses
        if other is not witness and names_outlet(name, other.article) and _not_later(other.article, witness.article)
    ]


def _signatures(witness: Witness) -> list[tuple[str, tuple[Span, ...]]]:
    last = [passage.span for passage in witness.passages[1:][-1:] if len(passage.span.text.split()) <= _SIGNATURE]
    return [*((author, ()) for author in witness.article.authors), *((span.text, (span,)) for span in last)]


def _not_later(exemplar: Article, copy: Article) -> bool:
    """Whether the exemplar's day is not after the copy's; unknown days do not speak against it."""
    return later(exemplar.published, copy.published) != "day"
