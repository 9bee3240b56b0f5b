"""Accounts from plain texts, through the stages that come before."""

from stemma.attribution.attribution import statements
from stemma.changes import between
from stemma.collate import collate
from stemma.engine.witness import witness
from stemma.figures import figures
from stemma.records import Account, Article, Change


def account(name: str, text: str, title: str | None = None, language: str = "en") -> Account:
    article = Article(id=name, text=text, title=title, language=language, extracted=True)
    return Account(witness(article), statements(article), figures(article))


def compared(before: str, after: str, copy: bool = True) -> tuple[Change, ...]:
    first, second = account("first", before), account("second", after)
    return between(first, second, collate(first.witness, second.witness), True, copy)


def kinds(before: str, after: str, copy: bool = True) -> list[str]:
    return [change.kind for change in compared(before, after, copy)]


_SOLD = "The old lighthouse of Calder Point was sold at auction, and the keeper moved inland with her three goats."
_BUYER = "The buyer wants to turn the tower into a school for young sailors from every harbour of the coast."


def kinds_within(before: str, after: str, gap: str = " ") -> list[str]:
    """The kinds of the changes from one text to the other, each within the same two sentences; `gap` parts them."""
    return kinds(f"{_SOLD}{gap}{before}{gap}{_BUYER}", f"{_SOLD}{gap}{after}{gap}{_BUYER}")
