"""Statements of an article: the attributions of its units made into records."""

from bisect import bisect_left
from typing import NamedTuple

import msgspec

from stemma.attribution.anonymous import count, unnamed
from stemma.attribution.combined import attributions
from stemma.attribution.hedges import hedges
from stemma.attribution.rolls import Roll, roll
from stemma.attribution.runs import Found
from stemma.attribution.senses import asks, declines, denies
from stemma.attribution.speakers import speaker
from stemma.records import Article, Span, Statement, StatementKind, digest

__all__ = ["statements"]

# The confidence of what a rule alone finds: how often an annotator of PolNeAR's train part (840 articles) marked just
# the cue that the rule found outside quotations, to .05. Reading what was not marked shows many true attributions among
# it, so the figures are low rather than high. All else has the likelihood of the models (see accepting.py).
PRECISION = {
    "inverted": 0.95,  # 826 found: “...,” said Ms. Orr
    "according": 0.9,  # 425
    "fronted": 0.85,  # 3,008: “...,” Ms. Orr said
    "clause": 0.75,  # 4,453: Ms. Orr said (that) ...
    "turn": 0.9,  # SMITH: ... in a transcript; PolNeAR has none, the convention of print is plain
    "unanswered": 0.5,  # did not respond to ...; taken with "declined to comment" (.56 of 68)
    "label": 0.45,  # 108: Ada Orr: ...
    "tally": 0.45,  # "put the toll at 31"; too few to measure, taken as "label"
    "tail": 0.45,  # too few to measure, taken as "label": ... – sources
    "nested": 0.3,  # X said Y had warned that ...: of 159 sayings inside a saying 51 are marked
    "before": 0.3,  # a quotation whose speaker was named in the sentence before; PolNeAR marks none without a cue
    "unclaimed": 0.2,  # a quotation whose speaker the article does not give here
}


# Characters after a source in which it may ask not to be named (chosen by eye).
_REQUEST = 160


class _Known(NamedTuple):
    """What is looked up once for the whole article."""

    roll: Roll
    hedges: list[tuple[int, int]]


def statements(article: Article) -> tuple[Statement, ...]:
    """Who is said to have said what, by place of the first word of each statement.

    Set-aside words give no statement. `confidence` is how often a reader asked to mark
    attributions marks such a one, as the models say, or where a rule alone found it as was measured (see
    PRECISION). A quotation whose speaker
    is not given has no source, no cue and the least confidence.
    """
    found = attributions(article)
    known = _Known(roll(article.text), hedges(article.text))
    made: list[Statement] = []
    last: str | None = None
    for attribution in sorted(found, key=_first_character):
        statement = _statement(article, attribution, known, last)
        before = next((each for each in reversed(made) if each.source and each.source[0].text != "who"), None)
        if before is not None and _means_unnamed(statement, before, known.roll):
            kind = before.anonymous if _is_one(before) else None
            statement = msgspec.structs.replace(statement, speaker=None, anonymous=kind)
        last = statement.speaker or last
        made.append(statement)
    return tuple(sorted(made, key=_place))


# So near behind what an unnamed source said, "he said" goes on with it: a paragraph or two.
_NEAR = 300


def _means_unnamed(statement: Statement, before: Statement, known: Roll) -> bool:
    """Whether "he" or "she" is the unnamed source of the statement before, since no person is named between them."""
    if before.anonymous is None or len(statement.source) != 1 or not before.source:
        return False
    start, end = before.source[-1].end, statement.source[0].start
    pronoun = statement.source[0].text.casefold() in {"he", "she"}
    if not pronoun or not 0 <= end - start <= _NEAR:
        return False
    first = bisect_left(known.starts, start)
    between = known.persons[first : bisect_left(known.starts, end)]
    return known.certain.isdisjoint(between) and statement.speaker not in between


# "Several officers", "the police": whom "he" does not mean.
_SEVERAL = frozenset({"police", "people", "authorities", "some", "many", "others", "several", "both", "few"})


def _is_one(statement: Statement) -> bool:
    """Whether the unnamed source is one person: "a sailor", "one of the mothers", "she"."""
    words = statement.source[0].text.partition(",")[0].casefold().split()
    head = next((word for word in words if word in {"of", "at", "in", "from", "with", "on"}), None)
    last = words[words.index(head) - 1] if head is not None and words.index(head) else words[-1]
    return statement.anonymous_count in {None, 1} and _SEVERAL.isdisjoint(words) and not last.endswith("s")


def _first_character(found: Found) -> int:
    return min(start for start, _ in (*found.source, *found.cue, *found.content))


def _place(statement: Statement) -> tuple[int, int]:
    spans = [*statement.source, *statement.cue, *statement.content]
    return min(span.start for span in spans), statement.cue[0].start if statement.cue else 0


def _statement(article: Article, found: Found, known: _Known, last: str | None) -> Statement:
    source = _spans(article, found.source)
    cue = _spans(article, found.cue)
    content = _spans(article, found.content)
    said, told = " ".join(span.text for span in content), " ".join(span.text for span in cue)
    name = speaker(known.roll, article.text, found.source[0], last, found.content) if source else None
    if name is not None:
        known.roll.learn(source[0].text, name)
    kind = _anonymous(article.text, source[0]) if source and name is None else None
    return Statement(
        id=digest(article.id, *(f"{span.start}:{span.end}" for span in (*source, *cue, *content))),
        article=article.id,
        kind=_kind(content),
        source=source,
        cue=cue,
        content=content,
        speaker=name,
        anonymous=kind,
        anonymous_count=count(source[0].text) if kind is not None else None,
        addressee=_spans(article, found.addressee),
        denies=denies(found, " ".join(span.text for span in source), told, said),
        declined=declines(found, told, said),
        asks=asks(found, said),
        hedge=_hedges(article, (*cue, *content), known.hedges),
        confidence=PRECISION[found.rule] if found.chance is None else found.chance,
    )


def _anonymous(text: str, source: Span) -> str | None:
    """The category of a source whom no name stands for, with the rest of its sentence in view."""
    following = text[source.end : source.end + _REQUEST].partition("\n")[0].partition(". ")[0]
    return unnamed(source.text, following)


def _hedges(article: Article, spans: tuple[Span, ...], all_hedges: list[tuple[int, int]]) -> tuple[Span, ...]:
    """The hedges that stand inside the spans."""
    found: list[Span] = []
    for span in spans:
        first = bisect_left(all_hedges, (span.start, 0))
        last = bisect_left(all_hedges, (span.end, 0))
        found.extend(article.span(*place) for place in all_hedges[first:last])
    return tuple(found)


def _spans(article: Article, extents: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    return tuple(article.span(start, end) for start, end in extents)


def _kind(content: tuple[Span, ...]) -> StatementKind:
    if not content:
        return "indirect"
    marks = "“\"„«'‘`"
    if all(span.text[0] in marks and span.text[-1] in "”\"»'’“" for span in content):
        return "direct"
    return (
        "mixed"
        if any(mark in span.text for span in content for mark in ("“", '"', "''", "„", "«", " ‘", "‘‘"))
        else "indirect"
    )
