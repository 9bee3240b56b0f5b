"""Statements of an article: the attributions of its units made into records."""

from bisect import bisect_left

from stemma.records import Article, Span, Statement, StatementKind, digest
from stemma.statements.anonymous import category
from stemma.statements.draft import Draft
from stemma.statements.drafts import drafts
from stemma.statements.hedges import hedges
from stemma.statements.quoted import Quoted
from stemma.statements.runs import Found, found_in, with_runs
from stemma.statements.senses import asks, declines, denies
from stemma.statements.speakers import Roll, roll, speaker
from stemma.statements.units import Unit, inside, units

__all__ = ["statements"]

# How often an annotator of PolNeAR's train part marks the cue that a rule finds there, rounded.
PRECISION = {
    "according": 0.9,
    "inverted": 0.95,
    "fronted": 0.85,
    "clause": 0.8,
    "quotation": 0.75,
    "quoted": 0.75,
    "participle": 0.75,
    "passive": 0.7,
    "particle": 0.65,
    "attitude": 0.6,
    "question": 0.55,
    "finding": 0.5,
    "urging": 0.5,
    "belief": 0.4,
    "intent": 0.4,
    "attached": 0.7,
    "label": 0.6,
    "tail": 0.6,
    "asked": 0.6,
    "noun": 0.6,
    "before": 0.4,
    "unclaimed": 0.3,
}


def statements(article: Article) -> tuple[Statement, ...]:
    """Who is said to have said what, by place of the first word of each statement.

    Set-aside words give no statement.
    """
    found, _ = attributions(article)
    known = roll(article.text)
    made: list[Statement] = []
    last: str | None = None
    for attribution in found:
        statement = _statement(article, attribution, known, last)
        last = statement.speaker or last
        made.append(statement)
    return tuple(sorted(made, key=_place))


def attributions(article: Article) -> tuple[list[Found], list[Unit]]:
    """The attributions of the article's units and the units they were found in."""
    whole, marks = units(article)
    found = [
        found_in(unit, number, draft, _marks_of(unit, marks))
        for number, unit in enumerate(whole)
        for draft in drafts(unit.words)
    ]
    inner = [
        found_in(unit, number, draft, [])
        for number, outer in enumerate(whole)
        for unit in inside(article.text, outer)
        for draft in drafts(unit.words)
        if draft.source is not None and draft.rule in _REPORTED and not _is_first_person(unit, draft)
    ]
    return [*with_runs(found, whole, marks), *inner], whole


# Inside a quotation only what somebody else is said to have said counts; a speaker's own "I think" is his content.
_REPORTED = frozenset({"clause", "fronted", "inverted", "according"})


def _is_first_person(unit: Unit, draft: Draft) -> bool:
    return draft.source is not None and unit.words[draft.source[0]].low in {
        "i",
        "we",
        "you",
        "it",
        "that",
        "who",
        "which",
        "they",
        "people",
    }


def _marks_of(unit: Unit, marks: list[Quoted]) -> list[Quoted]:
    first = bisect_left(marks, unit.start - 2, key=lambda mark: mark.start)
    last = bisect_left(marks, unit.end, key=lambda mark: mark.start)
    return marks[first:last]


def _place(statement: Statement) -> tuple[int, int]:
    spans = [*statement.source, *statement.cue, *statement.content]
    return min(span.start for span in spans), statement.cue[0].start if statement.cue else 0


def _statement(article: Article, found: Found, known: Roll, last: str | None) -> Statement:
    source = _spans(article, found.source)
    cue = _spans(article, found.cue)
    content = _spans(article, found.content)
    said = " ".join(span.text for span in content)
    name = speaker(known, article.text, source[0].start, source[0].end, last) if source else None
    return Statement(
        id=digest(article.id, *(f"{span.start}:{span.end}" for span in (*source, *cue, *content))),
        article=article.id,
        kind=_kind(content),
        source=source,
        cue=cue,
        content=content,
        speaker=name,
        anonymous=category(source[0].text) if source and name is None else None,
        addressee=_spans(article, found.addressee),
        denies=denies(found, said),
        declined=declines(found, said),
        asks=asks(found, said),
        hedge=_hedges(article, (*cue, *content)),
        confidence=PRECISION[found.rule],
    )


def _hedges(article: Article, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(article.span(*place) for span in spans for place in hedges(article.text, span.start, span.end))


def _spans(article: Article, extents: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    return tuple(article.span(start, end) for start, end in extents)


def _kind(content: tuple[Span, ...]) -> StatementKind:
    marks = "“\"„«'‘`"
    if all(span.text[0] in marks and span.text[-1] in "”\"»'’“" for span in content):
        return "direct"
    return (
        "mixed"
        if any(mark in span.text for span in content for mark in ("“", '"', "''", "„", "«", " ‘", "‘‘"))
        else "indirect"
    )
