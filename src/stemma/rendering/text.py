"""Results for a terminal: the report, the lineage, a comparison, statements, story membership."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from stemma.records import Article, Comparison, Findings, Statement, Story, Unreadable
from stemma.rendering import sections
from stemma.rendering.cast import Cast, cast_of
from stemma.rendering.pair import pair_cast
from stemma.rendering.terminal import Line, heading, indented, labelled, rendered, styled
from stemma.rendering.tree import evidence_lines, reasons, tree_lines
from stemma.rendering.wording import (
    STATEMENTS,
    counted,
    exemplar_line,
    legible,
    origins_line,
    percent,
    quoted,
    unread_line,
)

__all__ = ["comparison_text", "lineage_text", "report_text", "statements_text", "stories_text"]


def report_text(
    articles: Sequence[Article],
    stories: Sequence[Findings],
    unreadable: Sequence[Unreadable],
    width: int = 80,
    color: bool = False,
) -> str:
    """The whole report in `width` columns, with ANSI colours or without: for each story results before details."""
    return rendered(_report(articles, stories, unreadable), width, color)


def _report(
    articles: Sequence[Article], stories: Sequence[Findings], unreadable: Sequence[Unreadable]
) -> Iterator[Line]:
    if len(stories) != 1:
        yield f"{counted(len(articles), 'article')}, {counted(len(stories), 'story', 'stories')}"
    shown = [findings for findings in stories if len(findings.story.articles) > 1] or list(stories)[:1]
    for findings in shown:
        if len(stories) != 1:
            yield ""
        yield from _story(findings, cast_of(findings, articles))
    yield from _alone([findings for findings in stories if findings not in shown], articles)
    if unreadable:
        yield heading(f"Unreadable inputs ({len(unreadable)})")
    for lost in unreadable:
        yield indented(f"{legible(lost.input)}: {legible(lost.reason)}")


def _alone(stories: Sequence[Findings], articles: Sequence[Article]) -> Iterator[Line]:
    """Articles that share their event with no other: one line each, for there is nothing to compare them with."""
    if not stories:
        return
    yield heading(f"Alone in their story ({len(stories)})")
    known = {article.id: article for article in articles}
    for findings in stories:
        article = known[findings.story.articles[0]]
        credited = [hidden.name or "a feed" for hidden in findings.lineage.hidden]
        told = f", from {credited[0]}" if credited else ""
        yield indented(f"{legible(article.outlet or article.id)}: {legible(findings.story.title)}{told}")
    yield indented("Their statements, figures and dates: see the JSON and HTML reports.")


def _story(findings: Findings, cast: Cast) -> Iterator[Line]:
    yield from _head(findings, cast)
    yield heading("Who copied whom")
    yield from tree_lines(findings, cast)
    yield from sections.claims(findings, cast)
    yield from sections.figures(findings, cast)
    yield from sections.change_lines(findings.changes, cast)
    yield from sections.timeline(findings, cast)
    if findings.lineage.descent or findings.lineage.hidden:
        yield heading("Why this tree")
        yield from reasons(findings, cast)
    aside = list(sections.set_aside(cast))
    if aside or findings.statements:
        yield heading("Also found")
    yield from sections.statements(findings)
    if aside:
        yield indented("Set aside, not counted as the story's text:")
    yield from aside


def _head(findings: Findings, cast: Cast) -> Iterator[Line]:
    story, origins = findings.story, findings.lineage.origins
    yield Text(legible(story.title), style="bold")
    dates = sorted({date for date in (story.first, story.last) if date})
    if dates:
        yield Text(" to ".join(dates), style="dim")
    yield Text(f"{counted(len(story.articles), 'article')}, {origins_line(origins)}", style="bold")
    if origins.why:
        yield cast.told(origins.why)
    yield from _unread(cast.ordered())


def _unread(articles: Sequence[Article]) -> Iterator[Line]:
    line = unread_line(articles)
    if line:
        yield line


def lineage_text(findings: Findings, articles: Sequence[Article], width: int = 80, color: bool = False) -> str:
    """The head, the tree and the reasons of one story."""
    cast = cast_of(findings, articles)
    lines: list[Line] = [*_head(findings, cast), "", *tree_lines(findings, cast)]
    why = list(reasons(findings, cast))
    return rendered([*lines, *([heading("Why this tree"), *why] if why else [])], width, color)


def comparison_text(comparison: Comparison, articles: Sequence[Article], width: int = 80, color: bool = False) -> str:
    """Two articles: kinship, how much of each the other accounts for, then the changes."""
    return rendered(_comparison(comparison, pair_cast(comparison, articles)), width, color)


def _comparison(comparison: Comparison, cast: Cast) -> Iterator[Line]:
    kinship = comparison.kinship
    yield styled((cast.label(kinship.a), "bold"), (" and ", ""), (cast.label(kinship.b), "bold"))
    yield f"One written text behind both: {percent(kinship.probability)} probable"
    yield f"Aligned passages: {len(comparison.alignment.pairs)}"
    yield f"Of A, B accounts for {percent(kinship.coverage[0])}; of B, A accounts for {percent(kinship.coverage[1])}"
    yield exemplar_line(kinship)
    yield from _unread(cast.ordered())
    yield from evidence_lines(kinship.evidence, cast, (kinship.a, kinship.b))
    yield from sections.change_lines(comparison.changes, cast)


def statements_text(statements: Iterable[Statement], width: int = 80, color: bool = False) -> str:
    """Who is said to have said what, article by article, in the order given."""
    return rendered(list(_statements(statements)) or ["No statement was found."], width, color)


def _statements(statements: Iterable[Statement]) -> Iterator[Line]:
    shown: str | None = None
    for statement in statements:
        if statement.article != shown:
            shown = statement.article
            yield Text(legible(shown), style="bold")
        yield indented(_who(statement))
        yield from (labelled(f"{span.start}–{span.end}", quoted(span), 14, by=4) for span in statement.content)


def _who(statement: Statement) -> Text:
    written = " … ".join(legible(span.text) for span in statement.source)
    who = legible(statement.speaker or "") or written or "no source named"
    notes = [STATEMENTS[statement.kind]]
    notes += [f"written “{written}”"] if statement.speaker and written and written != who else []
    notes += [f"unnamed: {legible(statement.anonymous)}"] if statement.anonymous else []
    marks = (("denies", statement.denies), ("declined to say", statement.declined), ("asks", statement.asks))
    notes += [word for word, so in marks if so]
    return styled((who, "bold"), (f" ({', '.join(notes)})", ""))


def stories_text(stories: Sequence[Story], articles: Sequence[Article], width: int = 80, color: bool = False) -> str:
    """Each story with its articles."""
    return rendered(_stories(stories, articles), width, color)


def _stories(stories: Sequence[Story], articles: Sequence[Article]) -> Iterator[Line]:
    names = {article.id: article for article in articles}
    for story in stories:
        yield styled(
            (legible(story.title), "bold"), (f"  {story.id}, {counted(len(story.articles), 'article')}", "dim")
        )
        for member in story.articles:
            outlet = names[member].outlet if member in names else None
            yield indented(f"{legible(member)}{f'  {legible(outlet)}' if outlet else ''}")
