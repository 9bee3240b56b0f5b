"""The order of the stages: the one file that knows it."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Literal

import msgspec

from stemma.attribution import statements
from stemma.changes import between, changes
from stemma.claims import figure_groups, gather, timeline
from stemma.collate import collate
from stemma.collate import prepared as collation_terms
from stemma.descent import infer, kinship, wording
from stemma.engine.witness import witness, witnesses
from stemma.extract import annotate, extract
from stemma.figures import dated_events, figures
from stemma.records import (
    Account,
    Alignment,
    Article,
    Comparison,
    Findings,
    Kinship,
    Lineage,
    Statement,
    Story,
    Unreadable,
    Witness,
    digest,
)
from stemma.sources import pages
from stemma.stories import group

__all__ = [
    "Progress",
    "analyse",
    "compare",
    "findings",
    "lineage",
    "prepared",
    "read",
    "statements_of",
    "stories",
    "told_apart",
]

_LOG = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


def _silent(what: str, done: int, total: int) -> None:
    """Say nothing."""


def read(inputs: Sequence[str], progress: Progress = _silent) -> tuple[tuple[Article, ...], tuple[Unreadable, ...]]:
    """Every article of the inputs, prepared, and every input that gave none with its reason."""
    found: list[Article] = []
    unreadable: list[Unreadable] = []
    for page in pages(inputs):
        result = page if isinstance(page, Unreadable) else extract(page)
        progress("reading", len(found) + len(unreadable), 0)
        if isinstance(result, Unreadable):
            unreadable.append(result)
        else:
            found.append(result)
    return prepared(found), tuple(sorted(unreadable))


def prepared(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles with credits and set-aside passages found and with ids of their own, sorted by id.

    An article without an id gets one from its text. Where several share an id, the first by content keeps it and the
    others are numbered: no article is lost. The same record given twice is one article, which is logged.
    """
    named = [
        article if article.id else msgspec.structs.replace(article, id=digest(article.text)) for article in articles
    ]
    ordered = sorted(named, key=lambda article: (article.id, digest(*map(repr, msgspec.structs.astuple(article)))))
    distinct = [article for at, article in enumerate(ordered) if at == 0 or article != ordered[at - 1]]
    for article in (article for at, article in enumerate(ordered) if at and article == ordered[at - 1]):
        _LOG.info("counted once: the article %s was given twice with the same text and fields", article.id)
    seen: Counter[str] = Counter()
    taken = {article.id for article in ordered}
    unique: list[Article] = []
    for article in distinct:
        seen[article.id] += 1
        identity = article.id if seen[article.id] == 1 else _numbered(article.id, seen, taken)
        unique.append(article if identity == article.id else _renamed(article, identity))
    return tuple(sorted((a if a.extracted else annotate(a) for a in unique), key=lambda article: article.id))


def _numbered(identity: str, seen: Counter[str], taken: set[str]) -> str:
    while f"{identity}#{seen[identity]}" in taken:
        seen[identity] += 1
    taken.add(f"{identity}#{seen[identity]}")
    return f"{identity}#{seen[identity]}"


def _renamed(article: Article, identity: str) -> Article:
    """The article under another id; what was extracted points at the old one and is found anew."""
    return msgspec.structs.replace(article, id=identity, credits=(), set_aside=(), extracted=False)


def stories(articles: Iterable[Article], one_story: bool = False) -> tuple[Story, ...]:
    """The articles grouped by event."""
    return group(prepared(articles), one_story=one_story)


def analyse(articles: Iterable[Article], one_story: bool = False, progress: Progress = _silent) -> tuple[Findings, ...]:
    """Everything, story by story."""
    ready = prepared(articles)
    by_id = {article.id: article for article in ready}
    found = []
    grouped = group(ready, one_story=one_story)
    for place, story in enumerate(grouped):
        progress("stories", place, len(grouped))
        found.append(findings(story, [by_id[article] for article in story.articles]))
    progress("stories", len(grouped), len(grouped))
    return tuple(found)


def findings(story: Story, articles: Sequence[Article]) -> Findings:
    """All that can be said of one story."""
    cast = witnesses(articles)
    alignments, kinships = _pairs(cast)
    stemma = infer(cast, alignments, kinships)
    accounts = tuple(_account(witness) for witness in cast)
    return Findings(
        story=story,
        lineage=stemma,
        sigla={witness.article.id: witness.siglum for witness in cast},
        alignments=alignments,
        statements=tuple(statement for account in accounts for statement in account.statements),
        claims=gather(accounts, alignments, stemma),
        figures=figure_groups(accounts, alignments),
        changes=changes(accounts, alignments, stemma),
        timeline=timeline((dated_events(article, _base(article, story)) for article in articles), stemma),
    )


def _base(article: Article, story: Story) -> str | None:
    """The day from which an article's "on Sunday" is counted: its own, else the story's last."""
    return article.published or story.last


def lineage(articles: Iterable[Article]) -> Lineage:
    """The stemma of the articles, taken as one story."""
    cast = witnesses(prepared(articles))
    return infer(cast, *_pairs(cast))


def _pairs(cast: Sequence[Witness]) -> tuple[tuple[Alignment, ...], tuple[Kinship, ...]]:
    own = {witness.article.id: wording(witness) for witness in cast}
    terms = {witness.article.id: collation_terms(witness) for witness in cast}
    alignments = []
    kinships = []
    for a, b in combinations(cast, 2):
        alignment = collate(a, b, (terms[a.article.id], terms[b.article.id]))
        alignments.append(alignment)
        kinships.append(kinship(a, b, alignment, (own[a.article.id], own[b.article.id])))
    return tuple(alignments), tuple(kinships)


def _account(witness: Witness) -> Account:
    return Account(witness, statements(witness.article), figures(witness.article))


def statements_of(article: Article) -> tuple[Statement, ...]:
    """The statements of one article, prepared if need be."""
    return statements(prepared([article])[0])


def told_apart(a: Article, b: Article) -> tuple[Article, Article]:
    """The two articles prepared, in the order given, with different ids."""
    first = prepared([a])[0]
    second = prepared([b])[0]
    if first.id == second.id:
        second = annotate(_renamed(second, f"{second.id}#2"))
    return first, second


def compare(a: Article, b: Article) -> Comparison:
    """Two articles side by side: kinship with the direction found, alignment, and what was changed."""
    first, second = told_apart(a, b)
    cast = (witness(first, "A"), witness(second, "B"))
    alignments, kinships = _pairs(cast)
    stemma = infer(cast, alignments, kinships)
    kin = len(stemma.origins.groups) == 1
    made_from_first = any(edge.copy == second.id and edge.exemplar == first.id for edge in stemma.descent)
    accounts = (_account(cast[0]), _account(cast[1]))
    altered = between(*accounts, alignments[0], kin=kin, second_is_copy=made_from_first)
    kinship_found = msgspec.structs.replace(kinships[0], exemplar=_exemplar(first.id, second.id, stemma))
    return Comparison(kinship_found, alignments[0], altered)


def _exemplar(a: str, b: str, stemma: Lineage) -> Literal["a", "b", "common"] | None:
    exemplars = {edge.copy: edge.exemplar for edge in stemma.descent}
    if exemplars.get(b) == a:
        return "a"
    if exemplars.get(a) == b:
        return "b"
    return "common" if a in exemplars and exemplars[a] == exemplars.get(b) else None
