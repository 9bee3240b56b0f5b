"""Units: what each passage says, without the words that say who said it or where it was taken from."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from stemma.lexicon import table
from stemma.records import Account, Figure, Passage, Span, Statement
from stemma.text.negation import negates
from stemma.text.telling import telling as stems
from stemma.text.tokens import stem

__all__ = ["COMMON", "Unit", "stems", "units"]

# A word that more units or claims hold tells none of them apart, and trying them all would cost the square of their
# number.
COMMON = 400
# A unit of fewer content words says nothing that could be gathered (chosen by eye).
_LEAST_WORDS = 3
# Of what is told in other words than the speaker's, fewer content words say nothing ("the sum", "that").
_LEAST_SAID = 2
# A piece of what is said with fewer content words ("which", "US officials") is left out beside a fuller one.
_LEAST_PIECE = 3


# "her to wait", "to wait", "the two sides to wait": what somebody is urged to do.
# "(Corrects the hour in Tuesday's report)" tells of the report.
_CORRECTS = re.compile(r"\W*correct(?:s|ed|ion|ing)\b", re.IGNORECASE)
# A word in small letters, not one behind "@".
_IN_SMALL = re.compile(r"(?<![@#\w’'])[^\W\d_A-Z][^\W\d_]+")
_PARTICIPLE = re.compile(r"[a-z]+ing(?: (?:that|for|on|out))?")
_CLAUSE = re.compile(r"\W*(?:that|whether|if|how|why|what)\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?!that\b|whether\b|if\b)(?:[\w’'-]+ ){0,5}?(?:not )?to [a-z]+\b")
# "Rejected an offer", "praised the crews": who judges says little of what is judged, so that the whole is what is said.
_JUDGING = frozenset(
    stem(verb)
    for verb in table("reporting_verbs")["attitude"].split()
    if verb not in table("reporting_verbs")["speech"].split()
)
_URGING = frozenset(stem(verb) for verb in table("reporting_verbs")["urging"].split())


class Unit(NamedTuple):
    """One passage of one witness as a carrier of a claim.

    `said` is what it says (the contents of its statements, or the passage); `statements` are those it takes part in;
    `figures` are the counts in it.
    """

    article: str
    place: int
    passage: Span
    said: tuple[Span, ...]
    statements: tuple[Statement, ...]
    stems: frozenset[str]
    figures: tuple[Figure, ...]


def units(account: Account) -> list[Unit]:
    """The units of the account's body passages, by place.

    A passage with too few content words gives none, unless it denies something ("The board denied it", "there
    was no warning"), nor does one that only tells what somebody would not say.
    """
    article = account.witness.article
    credited = sorted(credit.span for credit in article.credits)
    found = []
    carried = _carried(account)
    starts = [figure.number.start for figure in account.figures]
    for passage in account.witness.passages:
        told = carried.get(passage.index, ())
        own = tuple(each for each in told if not each.declined)
        if passage.role != "body" or _is_none(passage.span.text) or (told and not own):
            continue
        pieces = _without(_said(passage, own), credited, account)
        said, content = tuple(piece for piece, _ in pieces), frozenset[str]().union(*(told for _, told in pieces))
        if len(content) < _LEAST_WORDS:
            content = _of_few(content, passage.span.text, own, article.language or "en")
        if content:
            first, last = (bisect_left(starts, edge) for edge in (passage.span.start, passage.span.end))
            counts = account.figures[first:last]
            found.append(Unit(article.id, passage.index, passage.span, said, own, content, counts))
    return found


def _is_none(text: str) -> bool:
    """Whether it corrects a report, or its words are capitalised as a signature's are: "— Ada Orr (@ada) 1 May"."""
    return _CORRECTS.match(text) is not None or (
        not text.isupper() and not _IN_SMALL.search(text) and any(char.islower() for char in text)
    )


def _of_few(content: frozenset[str], passage: str, own: Sequence[Statement], language: str) -> frozenset[str]:
    """What a passage that says little counts for: all its words if they are enough, what a denial has, else nothing."""
    if not own:
        return frozenset()
    whole = stems(passage, language)
    denies = any(each.denies for each in own) or negates(passage)
    quoted = any(each.kind != "indirect" for each in own)
    if len(whole) >= _LEAST_WORDS and (denies or quoted or len(content) >= _LEAST_SAID):
        return whole
    return (content or whole) if denies else frozenset()  # "The board denied it" says who denied


def _carried(account: Account) -> dict[int, tuple[Statement, ...]]:
    """For each passage, by its place, the statements of whose content a piece lies in it."""
    passages = account.witness.passages
    ends = [passage.span.end for passage in passages]
    found: dict[int, list[Statement]] = {}
    for statement in account.statements:
        for piece in statement.content:
            at = bisect_right(ends, piece.start)
            while at < len(passages) and passages[at].span.start < piece.end:
                known = found.setdefault(passages[at].index, [])
                if not known or known[-1] is not statement:
                    known.append(statement)
                at += 1
    return {place: tuple(statements) for place, statements in found.items()}


def _said(passage: Passage, statements: Sequence[Statement]) -> list[Span]:
    """The contents that lie in the passage, outermost first; the passage itself where nothing is attributed."""
    told = {piece for statement in statements for piece in statement.source}
    pieces = sorted(
        {
            piece
            for statement in statements
            if not _directive(statement) and not _in_passing(statement)
            for piece in _joined(statement, passage.span)
            if passage.span.contains(piece) and not any(source.contains(piece) for source in told)
        },
        key=lambda piece: (piece.start, -piece.end),
    )
    outer: list[Span] = []
    for piece in pieces:
        if not outer or piece.start >= outer[-1].end:
            outer.append(piece)
    return outer or [passage.span]


def _joined(statement: Statement, passage: Span) -> list[Span]:
    """The pieces of the content; two between which only the cue stands are one ("the mayor was declared winner")."""
    found: list[Span] = []
    for piece in statement.content:
        last = found[-1] if found else None
        between = None
        if last is not None and last.end <= piece.start and passage.contains(last) and passage.contains(piece):
            between = last.end, piece.start
        if between and not any(between[0] <= source.start < between[1] for source in statement.source):
            start, end = found.pop().start, piece.end
            text = passage.text[start - passage.start : end - passage.start]
            found.append(Span(piece.article, start, end, text))
        else:
            found.append(piece)
    return found


def _in_passing(statement: Statement) -> bool:
    """Whether the saying is told beside what its speaker did: "the court struck down the law, ruling that ..."."""
    return (
        bool(statement.source)
        and bool(statement.cue)
        and _PARTICIPLE.fullmatch(statement.cue[0].text.split()[0]) is not None
    )


def _directive(statement: Statement) -> bool:
    """Whether the cue itself is what happened ("advised Israel to wait"), not only the frame of what was said."""
    cue = " ".join(piece.text for piece in statement.cue).split()
    content = statement.content[0].text if statement.content else ""
    urged = any(stem(word.casefold()) in _URGING for word in cue)
    if statement.kind != "direct" and not statement.denies and any(stem(word.casefold()) in _JUDGING for word in cue):
        return not _CLAUSE.match(content)
    return urged and statement.kind != "direct" and bool(_INFINITIVE.match(content))


def _without(said: Sequence[Span], credited: Sequence[Span], account: Account) -> list[tuple[Span, frozenset[str]]]:
    """The spans less the words that give a credit, which are evidence and no claims; each with its content stems."""
    article = account.witness.article
    left: list[Span] = []
    for span in said:
        start = span.start
        for credit in (credit for credit in credited if credit.overlaps(span)):
            left += [article.span(start, credit.start)] if credit.start > start else []
            start = max(start, credit.end)
        if start == span.start:
            left.append(span)
        elif start < span.end:
            left.append(article.span(start, span.end))
    language = article.language or "en"
    pieces = [(piece, stems(piece.text, language)) for piece in left]
    telling = [(piece, told) for piece, told in pieces if len(told) >= _LEAST_PIECE]
    return telling or [(piece, told) for piece, told in pieces if any(c.isalnum() for c in piece.text)]
