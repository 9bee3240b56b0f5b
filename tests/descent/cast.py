"""Witnesses and pairs of witnesses from plain texts."""

from stemma.collate import collate
from stemma.descent import kinship, wording
from stemma.descent.pairing import Pairing, pairings
from stemma.descent.particulars import Particulars, particulars
from stemma.engine.witness import witness
from stemma.records import Article, Credit, CreditKind, Span, Witness

__all__ = ["cast", "credit", "known", "paired"]


def cast(name: str, text: str, outlet: str | None = None, credits_: tuple[Credit, ...] = ()) -> Witness:
    written = Article(id=name, text=text, outlet=outlet, language="en", credits=credits_, extracted=True)
    return witness(written, name.upper())


def credit(name: str, kind: CreditKind, article: str = "b") -> Credit:
    return Credit(name, kind, Span(article, 0, 1, "x"))


def known(text: str) -> Particulars:
    return particulars(cast("a", text))


def paired(a: Witness, b: Witness) -> Pairing:
    alignment = collate(a, b)
    kin = kinship(a, b, alignment, (wording(a), wording(b)))
    by_id = {entry.article.id: entry for entry in (a, b)}
    found = pairings(by_id, [alignment], [kin], {name: particulars(entry) for name, entry in by_id.items()})
    return found[a.article.id, b.article.id]
