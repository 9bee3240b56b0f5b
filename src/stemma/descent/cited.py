"""What a citing credit is for: the part that an article shares with its kin, or a matter told in passing."""

import re
from collections.abc import Sequence

from stemma.descent.context import Context
from stemma.records import Credit, Witness
from stemma.text.outlets import outlet_key
from stemma.text.telling import is_owed, telling

__all__ = ["is_in_passing", "is_overruled"]

# A report that an article is made from is credited in its first passages, as a rule, or in its last.
_LEAD, _CLOSE = 3, 2
# "Reported last year", "in a 2019 article": an older report.
_OLDER = re.compile(
    r"\b(?:last (?:year|month|week|spring|summer|autumn|fall|winter)|(?:years?|months?|weeks?) (?:ago|earlier|before)"
    r"|in (?:\w+ )?(?:19|20)\d\d|previously|earlier this (?:year|month))\b",
    re.IGNORECASE,
)
# Or where it is cited for a part: then most of what is shared stands in the paragraphs of its credits.
_MOST = 0.5
# So much more of an article another text must account for than the one that it cites in passing (by eye).
_MUCH_MORE = 0.25


def is_in_passing(context: Context, article: str, credit: Credit, others: Sequence[str]) -> bool:
    """Whether the article shares much with `others` that it does not owe to whom it credits here.

    A wire and its copies all say that some paper reported something last year: they do not go back to that paper.
    """
    witness = context.witnesses[article]
    if _stands_out(witness, _passage_of(witness, credit)):
        return False
    shared = _shared(context, witness, others)
    paragraphs = {_paragraph_of(witness, each) for each in witness.article.credits if _is_same(each, credit)}
    outside = [index for index in shared if witness.passages[index].paragraph not in paragraphs]
    return len(outside) > _MOST * len(shared)


def is_overruled(context: Context, article: str, credit: Credit, exemplar: str, others: Sequence[str]) -> bool:
    """Whether the article cites the exemplar in passing and shares much more with another."""
    pairs = context.pairs
    owed = pairs[article, exemplar].side(article).coverage
    closer = [pairs[article, other].side(article).coverage for other in others if (article, other) in pairs]
    much = max(closer, default=0.0) > owed + _MUCH_MORE
    return credit.kind == "citation" and much and is_in_passing(context, article, credit, others)


def _stands_out(witness: Witness, index: int | None) -> bool:
    """Whether the passage is among the first, or among the last and tells of no older report."""
    body = [passage.index for passage in witness.passages if passage.role == "body"]
    if index is None or index in body[:_LEAD]:
        return True
    return index in body[-_CLOSE:] and not _OLDER.search(witness.passages[index].span.text)


def _passage_of(witness: Witness, credit: Credit) -> int | None:
    return next((p.index for p in witness.passages if p.span.overlaps(credit.span)), None)


def _paragraph_of(witness: Witness, credit: Credit) -> int | None:
    index = _passage_of(witness, credit)
    return None if index is None else witness.passages[index].paragraph


def _is_same(one: Credit, other: Credit) -> bool:
    return outlet_key(one.name) == outlet_key(other.name)


def _shared(context: Context, witness: Witness, others: Sequence[str]) -> list[int]:
    """The article's passages that another has as well, most of their telling words among its own."""
    article = witness.article
    language = article.language or "en"
    found: set[int] = set()
    for other in others:
        if (article.id, other) in context.pairs:
            told = telling(context.witnesses[other].article.text, language)
            aligned = context.pairs[article.id, other].side(article.id).aligned
            found |= {index for index in aligned if is_owed(witness.passages[index].span.text, told, language)}
    return sorted(found)
