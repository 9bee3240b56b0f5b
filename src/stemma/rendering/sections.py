"""The sections of the text report below the tree: claims, figures, changes, timeline, what was set aside."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.text import Text

from stemma.records import Change, Claim, FigureGroup, Findings, Span
from stemma.rendering.cast import Cast
from stemma.rendering.difference import LONGEST, difference
from stemma.rendering.interest import by_interest, by_severity, by_verdict
from stemma.rendering.said_by import said_by
from stemma.rendering.terminal import Line, heading, indented, labelled, marked, remaining
from stemma.rendering.wording import (
    CHANGES,
    SET_ASIDE,
    SEVERITIES,
    VERDICTS,
    carried,
    counted,
    legible,
    percent,
    quoted,
    value_words,
)

__all__ = ["change_lines", "claims", "figures", "set_aside", "statements", "timeline"]

# How many findings of a kind a terminal shows before it points to the full report, and how many places of one
# finding. Chosen by eye: two screens of an ordinary terminal for a story of five articles.
_CLAIMS, _FIGURES, _CHANGES, _EVENTS, _PLACES = 6, 8, 12, 12, 4
_COLUMN = 14  # "AA 12345–12399" and no more


def claims(findings: Findings, cast: Cast) -> Iterator[Line]:
    """What is said, the denied and the most carried first."""
    ranked = by_interest(findings.claims)
    if ranked:
        yield heading(f"Claims ({len(ranked)})")
    for claim in ranked[:_CLAIMS]:
        yield from _claim(claim, cast)
    yield from remaining(len(ranked) - _CLAIMS, "claim")


def _claim(claim: Claim, cast: Cast) -> Iterator[Line]:
    yield indented(Text(legible(claim.text), style="bold"))
    yield indented(f"{carried(claim)}. {cast.told(claim.why)}", 4)
    if claim.speakers:
        yield indented("Said by: " + "; ".join(said_by(claim, cast.sigla)), 4)
    yield from _places(claim.support, cast, denied=False)
    yield from _places(claim.denials, cast, denied=True)


def _places(spans: tuple[Span, ...], cast: Cast, *, denied: bool) -> Iterator[Line]:
    for span in spans[:_PLACES]:
        before = "denied: " if denied else cast.alterations(span)
        yield labelled(Text(cast.place(span), style="bold"), before + quoted(span), _COLUMN, by=4)
    yield from remaining(len(spans) - _PLACES, "place", by=4)


def figures(findings: Findings, cast: Cast) -> Iterator[Line]:
    """The quantities on which articles differ, then those that only seem to; the agreeing ones are counted."""
    ranked = by_verdict(findings.figures)
    agreeing = sum(group.verdict == "agree" for group in ranked)
    if ranked:
        yield heading(f"Figures ({len(ranked)})")
    for group in ranked[: min(_FIGURES, len(ranked) - agreeing)]:
        yield from _figure(group, cast)
    yield from remaining(len(ranked) - agreeing - _FIGURES, "figure")
    if agreeing:
        yield indented(f"{counted(agreeing, 'figure')} without disagreement: see the JSON and HTML reports.")


def _figure(group: FigureGroup, cast: Cast) -> Iterator[Line]:
    yield indented(Text(f"{legible(group.counted)}: {VERDICTS[group.verdict]}", style="bold"))
    yield indented(cast.told(group.why), 4)
    for value in group.values[:_PLACES]:
        told = [value_words(value), quoted(value.span)]
        told += [f"as of {legible(value.as_of)}"] if value.as_of else []
        told += [f"says {legible(value.speaker)}"] if value.speaker else []
        yield labelled(Text(cast.place(value.span), style="bold"), ", ".join(told), _COLUMN, by=4)
    yield from remaining(len(group.values) - _PLACES, "value", by=4)


def change_lines(found: tuple[Change, ...], cast: Cast) -> Iterator[Line]:
    """The changes by severity, each severity under its own line."""
    ranked = [change for change in by_severity(found) if change.kind != "denial_absent"]
    if found:
        yield heading(f"Changes ({len(found)})")
    for severity in sorted(SEVERITIES, reverse=True):
        own = [change for change in ranked[:_CHANGES] if change.severity == severity]
        absent = [change for change in found if change.severity == severity and change.kind == "denial_absent"]
        if own or absent:
            yield indented(Text(f"{severity}  {SEVERITIES[severity]}", style="italic"))
        for change in own:
            yield from _change(change, cast)
        yield from _denials(absent, cast)
    yield from remaining(len(ranked) - _CHANGES, "change")


def _denials(found: Iterable[Change], cast: Cast) -> Iterator[Line]:
    """Each denial that some article lacks, once, with the articles that lack it."""
    lacking: dict[Span, list[Change]] = {}
    for change in found:
        denial = change.before or change.after
        if denial:
            lacking.setdefault(denial, []).append(change)
    for span, changes in lacking.items():
        articles = dict.fromkeys(cast.label(name) for each in changes for name in each.between if name != span.article)
        sure = sorted({percent(change.confidence) for change in changes})
        yield indented(Text(f"{CHANGES['denial_absent']} in {', '.join(articles)}", style="bold"), 4)
        yield indented(f"{cast.told(changes[0].why)} Confidence {' to '.join(sure[:1] + sure[1:][-1:])}.", 6)
        yield _side(span, quoted(span), cast)


def _change(change: Change, cast: Cast) -> Iterator[Line]:
    yield indented(Text(cast.headed(change), style="bold"), 4)
    yield indented(f"{cast.told(change.why)} Confidence {percent(change.confidence)}.", 6)
    if change.before and change.after:
        found = difference(change.before.text, change.after.text)
        yield _side(change.before, marked(found.before, "before"), cast)
        yield _side(change.after, marked(found.after, "after"), cast)
        if not found.marked:
            yield indented(f"Altered words are not marked in passages of more than {LONGEST:,} characters.", 6)
        return
    for span in (span for span in (change.before, change.after) if span):
        yield _side(span, quoted(span), cast)


def _side(span: Span, words: Text | str, cast: Cast) -> Line:
    return labelled(Text(cast.place(span), style="bold"), words, _COLUMN, by=6)


def timeline(findings: Findings, cast: Cast) -> Iterator[Line]:
    """The dates that the articles name, and what they say of them."""
    if findings.timeline:
        yield heading(f"Timeline ({len(findings.timeline)})")
    for event in findings.timeline[:_EVENTS]:
        where = ", ".join(cast.place(span) for span in event.spans[:_PLACES])
        where += f" and {len(event.spans) - _PLACES} more" if len(event.spans) > _PLACES else ""
        yield labelled(Text(event.date, style="bold"), f"{legible(event.what)} ({where})", 12)
    yield from remaining(len(findings.timeline) - _EVENTS, "date")


def statements(findings: Findings) -> Iterator[Line]:
    """How many statements were found, and of whom."""
    named = {statement.speaker for statement in findings.statements if statement.speaker}
    unnamed = sum(statement.speaker is None for statement in findings.statements)
    if findings.statements:
        found = f"{counted(len(findings.statements), 'statement')} found"
        by = f"{counted(len(named), 'named speaker')}, {unnamed} of unnamed sources"
        yield indented(f"{found} ({by}): see the JSON and HTML reports.")


def set_aside(cast: Cast) -> Iterator[Line]:
    """How many passages were set aside in each article, and why."""
    for article in cast.ordered():
        reasons = Counter(aside.reason for aside in article.set_aside)
        if reasons:
            told = ", ".join(f"{count} {SET_ASIDE[reason]}" for reason, count in sorted(reasons.items()))
            yield labelled(Text(cast.siglum(article.id), style="bold"), told, 3)
