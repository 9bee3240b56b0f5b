"""The time of each stage on some articles, each fed with what the stages before it found."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import combinations
from typing import NamedTuple

from benchmarks.clock import of_call
from stemma import __version__
from stemma.attribution import statements
from stemma.changes import changes
from stemma.claims import figure_groups, gather
from stemma.collate import collations
from stemma.descent import infer, kinship, wording
from stemma.engine import plan
from stemma.engine.witness import witnesses
from stemma.figures import dated_events, figures
from stemma.records import Account, Alignment, Article, Kinship, Lineage, Witness
from stemma.rendering import Report
from stemma.stories import group

__all__ = ["Stage", "aligned", "casts", "kin", "stages"]

Cast = tuple[Witness, ...]


class Stage(NamedTuple):
    """A stage and its median seconds for all articles together."""

    name: str
    seconds: float


class _Story(NamedTuple):
    """What the later stages of one story are fed with."""

    cast: Cast
    alignments: tuple[Alignment, ...]
    kinships: tuple[Kinship, ...]
    lineage: Lineage
    accounts: tuple[Account, ...]


def casts(articles: Sequence[Article]) -> list[Cast]:
    """The witnesses of each story of the articles."""
    known = {article.id: article for article in articles}
    return [witnesses([known[name] for name in story.articles]) for story in group(articles)]


def aligned(cast: Cast) -> tuple[Alignment, ...]:
    """Each pair of the witnesses collated."""
    return tuple(collations(cast))


def kin(cast: Cast, alignments: Sequence[Alignment]) -> tuple[Kinship, ...]:
    """The kinship of each pair of the witnesses."""
    own = {witness.article.id: wording(witness) for witness in cast}
    pairs = zip(combinations(cast, 2), alignments, strict=True)
    return tuple(kinship(a, b, found, (own[a.article.id], own[b.article.id])) for (a, b), found in pairs)


def stages(inputs: Sequence[str], runs: int) -> Iterator[Stage]:
    """Each stage in the order of the program."""
    articles, unreadable = plan.read(inputs)
    stories = [_story(cast) for cast in casts(articles)]
    report = Report(articles=articles, stories=plan.analyse(articles), unreadable=unreadable, version=__version__)
    tasks: dict[str, Callable[[], object]] = {
        "read and extract": partial(plan.read, inputs),
        "group": partial(group, articles),
        **_deep(articles, stories),
        "rendering, text": report.to_text,
        "rendering, JSON": report.to_json,
        "rendering, HTML": report.to_html,
    }
    for name, task in tasks.items():
        yield Stage(name, of_call(task, runs))


def _story(cast: Cast) -> _Story:
    alignments = aligned(cast)
    kinships = kin(cast, alignments)
    accounts = tuple(Account(one, statements(one.article), figures(one.article)) for one in cast)
    return _Story(cast, alignments, kinships, infer(cast, alignments, kinships), accounts)


def _deep(articles: Sequence[Article], stories: Sequence[_Story]) -> dict[str, Callable[[], object]]:
    """The stages that work on one story at a time."""
    return {
        "collate": lambda: [aligned(one.cast) for one in stories],
        "kinship": lambda: [kin(one.cast, one.alignments) for one in stories],
        "infer": lambda: [infer(one.cast, one.alignments, one.kinships) for one in stories],
        "statements": lambda: [statements(article) for article in articles],
        "figures": lambda: [figures(article) for article in articles],
        "dates": lambda: [dated_events(article, article.published) for article in articles],
        "claims": lambda: [gather(one.accounts, one.alignments, one.lineage) for one in stories],
        "figure groups": lambda: [figure_groups(one.accounts, one.alignments) for one in stories],
        "changes": lambda: [changes(one.accounts, one.alignments, one.lineage) for one in stories],
    }
