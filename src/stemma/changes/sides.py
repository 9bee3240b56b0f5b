"""One account made ready for comparison: its words, names and utterances, found once."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stemma.records import Account, Passage, Span, Statement
from stemma.text.names import Name, names
from stemma.text.paragraphs import paragraphs
from stemma.text.quotations import quotations
from stemma.text.rarity import information
from stemma.text.tokens import Token, tokens

__all__ = ["Quoted", "Side", "content_stems", "cut", "head", "side", "statements_in", "weight", "words_in"]

# Words below this weight (about the 300 commonest of a language) say nothing about what a sentence says; the collation
# draws the same line.
_LEAST_INFORMATION = 1.3
# A headline and its subheads come before the text; the lead is what follows, this many passages of it (chosen by eye:
# reprints and rewrites move the opening sentence by up to three places).
_LEAD_PASSAGES = 3


class Quoted(NamedTuple):
    """Words between quotation marks, without the marks, the paragraph they stand in, and who is said to speak."""

    start: int
    end: int
    paragraph: int
    speaker: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """An account, with its words in order, its names, and its quotations outside set-aside words."""

    account: Account
    words: tuple[Token, ...]
    starts: tuple[int, ...]
    names: tuple[Name, ...]
    quoted: tuple[Quoted, ...]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.account.witness.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.account.witness.article.text

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The witness's passages."""
        return self.account.witness.passages


def side(account: Account) -> Side:
    """The account made ready."""
    article = account.witness.article
    language = article.language or "en"
    words = tuple(_outside_aside(account, tokens(article.text, language)))
    return Side(
        account,
        words,
        tuple(word.start for word in words),
        tuple(names(article.text, language)),
        tuple(_quoted(account)),
    )


def _outside_aside(account: Account, words: Iterable[Token]) -> Iterable[Token]:
    """The words that stand in a passage: set-aside words are no part of the story."""
    passages = account.witness.passages
    starts = [passage.span.start for passage in passages]
    for word in words:
        place = bisect_left(starts, word.start + 1) - 1
        if place >= 0 and word.end <= passages[place].span.end:
            yield word


def _quoted(account: Account) -> Iterable[Quoted]:
    text = account.witness.article.text
    bounds = paragraphs(text)
    starts = [start for start, _ in bounds]
    kept = [passage.span for passage in account.witness.passages]
    for mark in quotations(text, bounds):
        if any(span.start < mark.inner_end and mark.inner_start < span.end for span in kept):
            paragraph = bisect_left(starts, mark.start + 1) - 1
            speaker = _speaker(account.statements, mark.inner_start, mark.inner_end)
            yield Quoted(mark.inner_start, mark.inner_end, paragraph, speaker)


def _speaker(statements: Sequence[Statement], start: int, end: int) -> str | None:
    for statement in statements:
        if any(span.start < end and start < span.end for span in statement.content):
            return statement.speaker
    return None


def words_in(of: Side, spans: Iterable[Span]) -> list[Token]:
    """The side's words inside the spans, in order."""
    found: list[Token] = []
    for span in spans:
        first = bisect_left(of.starts, span.start)
        last = bisect_left(of.starts, span.end)
        found.extend(of.words[first:last])
    return found


def weight(word: Token) -> float:
    """How much sharing the word says: 0 for grammar, 4 for a number, up to 5 for a rare word."""
    if word.text[0].isdigit():
        return 4.0
    told = information(word.text)
    return told if told >= _LEAST_INFORMATION else 0.0


def content_stems(words: Iterable[Token]) -> dict[str, float]:
    """Weight of each stem that says something, by stem."""
    return {word.stem: weight(word) for word in words if weight(word) > 0}


def cut(of: Side, start: int, end: int) -> Span:
    """Characters start:end of the side's text."""
    return of.account.witness.article.span(start, end)


def head(of: Side) -> list[Passage]:
    """The headline, the subheads under it, and the lead."""
    found: list[Passage] = []
    body = 0
    for passage in of.passages:
        body += passage.role == "body"
        if body > _LEAD_PASSAGES:
            break
        found.append(passage)
    return found


def statements_in(of: Side, spans: Iterable[Span]) -> list[Statement]:
    """The side's statements whose cue or content stands inside one of the spans."""
    wanted = list(spans)
    return [
        statement
        for statement in of.account.statements
        if any(piece.overlaps(span) for piece in (*statement.cue, *statement.content) for span in wanted)
    ]
