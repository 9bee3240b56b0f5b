"""The order of the stages: the one file that knows it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from stemma.attribution import statements
from stemma.changes import between, changes
from stemma.claims import as_known, figure_groups, gather, timeline
from stemma.collate import collations
from stemma.descent import infer, kinship, wording
from stemma.engine.aside import Analysed, Analysis, apart, without
from stemma.engine.identities import prepared, renamed
from stemma.engine.local import Local
from stemma.engine.rows import Group, Kernel, Refused, Row, decoded, encoded
from stemma.engine.runner import Runner
from stemma.engine.witness import witness, witnesses
from stemma.extract import annotate, credited_among, extract
from stemma.figures import dated_events, figures
from stemma.records import (
    Account,
    Alignment,
    Article,
    Comparison,
    Evidence,
    Findings,
    Kinship,
    Lineage,
    RawPage,
    Statement,
    Story,
    StoryNote,
    Unreadable,
    Witness,
)
from stemma.stories import Settings, group
from stemma.stories.titles import entitled

__all__ = [
    "Analysis",
    "Progress",
    "analyse",
    "analysed",
    "analysis",
    "compare",
    "extracted",
    "findings",
    "lineage",
    "prepared",
    "read",
    "statements_of",
    "stories",
    "told_apart",
]

# Extraction takes a second for this many bytes, a worker is up in one: from twice that on, two workers save time.
EXTRACT = Kernel("stemma.engine.plan:extracted", worth=4_000_000)
# The analysis of stories is slower, and takes its second for less.
ANALYSE = Kernel("stemma.engine.plan:analysed", worth=200_000)

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


def _silent(what: str, done: int, total: int) -> None:
    """Say nothing."""


def read(
    inputs: Sequence[str], progress: Progress = _silent, runner: Runner | None = None
) -> tuple[tuple[Article, ...], tuple[Unreadable, ...]]:
    """Every article of the inputs, prepared, and every input that gave none with its reason."""
    runner = runner or Local()
    names: list[str] = []
    unreadable: list[Unreadable] = []
    found: list[Article] = []
    for outcome in runner.map(EXTRACT, _page_rows(runner.scan(inputs), names, unreadable)):
        if outcome.reason:
            unreadable.append(Unreadable(names[int(outcome.key)], outcome.reason))
        else:
            found.append(decoded(outcome.payload, Article))
        progress("reading", len(found) + len(unreadable), 0)
    return prepared(found), tuple(sorted(unreadable))


def _page_rows(pages: Iterable[RawPage | Unreadable], names: list[str], unreadable: list[Unreadable]) -> Iterator[Row]:
    """The pages as rows, numbered; their inputs are added to `names`, what is no page to `unreadable`."""
    for page in pages:
        if isinstance(page, Unreadable):
            unreadable.append(page)
        else:
            names.append(page.input)
            yield Row(str(len(names) - 1), encoded(page))


def extracted(page: bytes) -> bytes:
    """Kernel: a page's article."""
    result = extract(decoded(page, RawPage))
    if isinstance(result, Unreadable):
        raise Refused(result.reason)
    return encoded(result)


def stories(
    articles: Iterable[Article], settings: Settings | None = None, listener: Callable[[StoryNote], None] | None = None
) -> tuple[Story, ...]:
    """The articles grouped by event; `listener` is told every joining, merge and split with its reason."""
    return group(prepared(articles), settings=settings, listener=listener)


def analyse(articles: Iterable[Article], one_story: bool = False) -> tuple[Findings, ...]:
    """Everything, story by story, in this process; what a stage raises is not held up."""
    ready = prepared(articles)
    grouped = group(ready, one_story=one_story)
    by_id = {article.id: article for article in _credited(ready, grouped)}
    return tuple(findings(story, [by_id[article] for article in story.articles]) for story in grouped)


def analysis(
    articles: Iterable[Article],
    one_story: bool = False,
    progress: Progress = _silent,
    runner: Runner | None = None,
) -> Analysis:
    """Everything, story by story, on a runner; an article or story that a stage fails on is set aside."""
    ready = prepared(articles)
    progress("grouping", 0, 0)
    grouped = group(ready, one_story=one_story)
    progress("stories", 0, len(grouped))
    ready = _credited(ready, grouped)
    places = {article.id: str(place) for place, article in enumerate(ready)}
    rows = {places[article.id]: encoded(article) for article in ready}
    groups = [
        Group(str(place), encoded(story), tuple(places[article] for article in story.articles))
        for place, story in enumerate(grouped)
    ]
    groups.sort(key=lambda group: -sum(len(rows[member]) for member in group.members))  # the longest work first
    found: dict[int, Findings] = {}
    aside: list[Unreadable] = []
    for done, outcome in enumerate((runner or Local()).join(ANALYSE, groups, rows)):
        progress("stories", done, len(groups))
        place = int(outcome.key)
        if outcome.reason:
            aside.append(Unreadable(_named(grouped[place]), outcome.reason))
        else:
            analysed = decoded(outcome.payload, Analysed)
            found[place] = analysed.findings
            aside.extend(analysed.unreadable)
    progress("stories", len(groups), len(groups))
    return Analysis(ready, tuple(found[place] for place in sorted(found)), tuple(sorted(aside)))


def _credited(articles: Sequence[Article], grouped: Iterable[Story]) -> tuple[Article, ...]:
    """The articles, in their order, with their credits to others of their story."""
    by_id = {article.id: article for article in articles}
    for story in grouped:
        for article in credited_among([by_id[member] for member in story.articles]):
            by_id[article.id] = article
    return tuple(by_id[article.id] for article in articles)


def _named(story: Story) -> str:
    """A story as an input that could not be read."""
    return f"the story of {', '.join(story.articles)}"


def analysed(told: bytes) -> bytes:
    """Kernel: the findings of a story from [story, [article, ...]]; an article that a stage fails on is left out."""
    story, articles = decoded(told, tuple[Story, tuple[Article, ...]])
    try:
        return encoded(Analysed(findings(story, articles)))
    except Exception:
        sound, aside = apart(articles, _alone)
        if not aside or not sound:
            raise
        return encoded(Analysed(findings(without(story, aside), sound), aside))


def _alone(article: Article) -> None:
    """The stages that see one article alone."""
    account(witness(article))
    list(dated_events(article, article.published))


def findings(story: Story, articles: Sequence[Article]) -> Findings:
    """All that can be said of one story."""
    cast = witnesses(articles)
    alignments, kinships = _pairs(cast)
    stemma = infer(cast, alignments, kinships)
    # What one article counts, no other is held against.
    accounts = tuple(account(witness) for witness in cast) if len(cast) > 1 else tuple(map(_without_figures, cast))
    return Findings(
        story=entitled(story, articles, stemma),
        lineage=stemma,
        sigla={witness.article.id: witness.siglum for witness in cast},
        alignments=alignments,
        statements=as_known(accounts),
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
    cast = witnesses(credited_among(prepared(articles)))
    return infer(cast, *_pairs(cast))


def _pairs(cast: Sequence[Witness]) -> tuple[tuple[Alignment, ...], tuple[Kinship, ...]]:
    if len(cast) < 2:  # most stories are one article
        return (), ()
    by_id = {witness.article.id: witness for witness in cast}
    own = {witness.article.id: wording(witness) for witness in cast}
    alignments = tuple(collations(cast))
    kinships = tuple(kinship(by_id[one.a], by_id[one.b], one, (own[one.a], own[one.b])) for one in alignments)
    return alignments, kinships


def account(witness: Witness) -> Account:
    """What one article says."""
    return Account(witness, statements(witness.article), figures(witness.article))


def _without_figures(witness: Witness) -> Account:
    return Account(witness, statements(witness.article), ())


def statements_of(article: Article) -> tuple[Statement, ...]:
    """The statements of one article, prepared if need be."""
    return statements(prepared([article])[0])


def told_apart(a: Article, b: Article) -> tuple[Article, Article]:
    """The two articles prepared, in the order given, with different ids and with their credits to one another."""
    first = prepared([a])[0]
    second = prepared([b])[0]
    if first.id == second.id:
        second = annotate(renamed(second, f"{second.id}#2"))
    one, other = credited_among((first, second))
    return one, other


def compare(a: Article, b: Article) -> Comparison:
    """Two articles side by side: kinship with the direction found, alignment, and what was changed."""
    first, second = told_apart(a, b)
    cast = (witness(first, "A"), witness(second, "B"))
    alignments, kinships = _pairs(cast)
    stemma = infer(cast, alignments, kinships)
    kin = len(stemma.origins.groups) == 1
    made_from_first = kin and any(edge.copy == second.id and edge.exemplar == first.id for edge in stemma.descent)
    accounts = (account(cast[0]), account(cast[1]))
    altered = between(*accounts, alignments[0], kin=kin, second_is_copy=made_from_first)
    left_open = tuple(Evidence("undecided", pair.reason) for pair in stemma.undecided)
    evidence = (*left_open, *kinships[0].evidence)
    exemplar = _exemplar(first.id, second.id, stemma)
    kinship_found = msgspec.structs.replace(kinships[0], exemplar=exemplar, evidence=evidence)
    return Comparison(kinship_found, alignments[0], altered)


def _exemplar(a: str, b: str, stemma: Lineage) -> Literal["a", "b", "common"] | None:
    exemplars = {edge.copy: edge.exemplar for edge in stemma.descent}
    if exemplars.get(b) == a:
        return "a"
    if exemplars.get(a) == b:
        return "b"
    return "common" if a in exemplars and exemplars[a] == exemplars.get(b) else None
