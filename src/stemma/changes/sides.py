"""One account made ready for comparison: its words, names and utterances, found once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from stemma.changes.spellings import Spelling, plain, spellings
from stemma.changes.wording import Utterance, utterance
from stemma.records import Account, Figure, Passage, Span, Statement
from stemma.text.names import Name, names
from stemma.text.paragraphs import paragraphs
from stemma.text.quotations import quotations
from stemma.text.rarity import information
from stemma.text.scripts import has_script
from stemma.text.tokens import Token, tokens

__all__ = [
    "Quoted",
    "Side",
    "content_stems",
    "cut",
    "head",
    "is_in_single_marks",
    "is_quoted",
    "side",
    "statements_in",
    "weight",
    "words_in",
]

# Words below this weight (about the 300 commonest of a language) say nothing about what a sentence says; the collation
# draws the same line.
_LEAST_INFORMATION = 1.3
# A headline and its subheads come before the text; the lead is what follows, this many passages of it (chosen by eye:
# reprints and rewrites move the opening sentence by up to three places).
_LEAD_PASSAGES = 3
# A single mark that opens: after a blank or at the start, before a word.
_SINGLE = re.compile(r"(?:^|[\s(:])['‘](?=\w|$)")


class Quoted(NamedTuple):
    """Words between quotation marks, without the marks, the paragraph they stand in, and who is said to speak."""

    start: int
    end: int
    paragraph: int
    speaker: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """An account, with its words in order, its names, and its quotations outside set-aside words.

    `told` and `counted` hold the statements and figures of each passage by its place, `stems` each passage's telling
    stems with their weight, `uttered` the words of each quotation, `name_words` all words of names, folded.
    """

    account: Account
    words: tuple[Token, ...]
    starts: tuple[int, ...]
    names: tuple[Name, ...]
    quoted: tuple[Quoted, ...]
    told: Mapping[int, tuple[Statement, ...]]
    counted: Mapping[int, tuple[Figure, ...]]
    stems: tuple[Mapping[str, float], ...]
    uttered: tuple[Utterance, ...]
    spellings: tuple[Spelling, ...]
    name_words: frozenset[str]

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
    words = tuple(_words(account, language))
    starts = tuple(word.start for word in words)
    passages = account.witness.passages
    named, quoted = tuple(names(article.text)), tuple(_quoted(account))
    return Side(
        account,
        words,
        starts,
        named,
        quoted,
        _by_place(passages, [(each, (*each.cue, *each.content)) for each in account.statements]),
        _by_place(passages, [(each, (each.number,)) for each in account.figures]),
        tuple(content_stems(_between(words, starts, passage.span)) for passage in passages),
        tuple(utterance(article.text, each.start, each.end) for each in quoted),
        spellings(named),
        frozenset(plain(part) for name in named for part in name.words),
    )


Found = TypeVar("Found")


def _by_place(
    passages: Sequence[Passage], found: Iterable[tuple[Found, tuple[Span, ...]]]
) -> dict[int, tuple[Found, ...]]:
    """What was found, by each passage that one of its spans stands in."""
    ends = [passage.span.end for passage in passages]
    places: dict[int, list[Found]] = {}
    for entry, spans in found:
        touched = {place for span in spans for place in _touched(passages, ends, span)}
        for place in sorted(touched):
            places.setdefault(place, []).append(entry)
    return {place: tuple(entries) for place, entries in places.items()}


def _touched(passages: Sequence[Passage], ends: Sequence[int], span: Span) -> Iterable[int]:
    place = bisect_right(ends, span.start)
    while place < len(passages) and passages[place].span.start < span.end:
        yield place
        place += 1


def _words(account: Account, language: str) -> Iterable[Token]:
    """The words that stand in a passage: set-aside words are no part of the story."""
    text = account.witness.article.text
    spans = [passage.span for passage in account.witness.passages]
    if not has_script(text) and all(_is_apart(text, span) for span in spans):
        # Word by word the same, and earlier stages have asked for each passage.
        return (word for span in spans for word in tokens(span.text, language, span.start))
    return _outside_aside(account, tokens(text, language))


def _is_apart(text: str, span: Span) -> bool:
    """Whether blanks stand before and after the passage, so that no word goes over its edge."""
    return not (text[max(0, span.start - 1) : span.start].strip() or text[span.end : span.end + 1].strip())


def _outside_aside(account: Account, words: Iterable[Token]) -> Iterable[Token]:
    passages = [(passage.span.start, passage.span.end) for passage in account.witness.passages]
    place = 0
    for word in words:
        while place < len(passages) and passages[place][1] < word.end:
            place += 1
        if place < len(passages) and passages[place][0] <= word.start:
            yield word


def _quoted(account: Account) -> Iterable[Quoted]:
    text = account.witness.article.text
    bounds = paragraphs(text)
    starts = [start for start, _ in bounds]
    passages = account.witness.passages
    ends = [passage.span.end for passage in passages]
    told = _by_place(passages, [(each, each.content) for each in account.statements])
    for mark in quotations(text, bounds):
        end = _closed(text, mark.inner_start, mark.inner_end)
        inside = account.witness.article.span(mark.inner_start, end)
        places = list(_touched(passages, ends, inside))
        if places:
            paragraph = bisect_left(starts, mark.start + 1) - 1
            near = [statement for place in places for statement in told.get(place, ())]
            speaker = _speaker(near, mark.inner_start, end)
            yield Quoted(mark.inner_start, end, paragraph, speaker)


def _closed(text: str, start: int, end: int) -> int:
    """Where the quotation ends: at a lone closing mark of another form within it (" opens, ” closes), if any."""
    closing = text.find("”", start, end)
    return closing if closing > start and "“" not in text[start:closing] else end


def _speaker(statements: Sequence[Statement], start: int, end: int) -> str | None:
    for statement in statements:
        if any(span.start < end and start < span.end for span in statement.content):
            return statement.speaker
    return None


def words_in(of: Side, spans: Iterable[Span]) -> list[Token]:
    """The side's words inside the spans, in order."""
    return [word for span in spans for word in _between(of.words, of.starts, span)]


def _between(words: Sequence[Token], starts: Sequence[int], span: Span) -> Sequence[Token]:
    return words[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def is_quoted(of: Side, position: int) -> bool:
    """Whether the character stands inside quotation marks."""
    place = bisect_right(of.quoted, position, key=lambda quoted: quoted.start) - 1
    return place >= 0 and position < of.quoted[place].end


def is_in_single_marks(spans: Iterable[Span], position: int) -> bool:
    """Whether a single mark opens before the character in its passage: single marks are marks too."""
    return any(
        _SINGLE.search(span.text[: position - span.start]) for span in spans if span.start <= position <= span.end
    )


def weight(word: Token) -> float:
    """How much sharing the word says: 0 for grammar, 4 for a number, up to 5 for a rare word."""
    return _weight(word.text)


@lru_cache(maxsize=65536)  # a story's vocabulary many times over
def _weight(written: str) -> float:
    if written[0].isdigit():
        return 4.0
    told = information(written)
    return told if told >= _LEAST_INFORMATION else 0.0


def content_stems(words: Iterable[Token]) -> dict[str, float]:
    """Weight of each stem that says something, by stem."""
    return {word.stem: told for word in words if (told := _weight(word.text)) > 0}


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


def statements_in(of: Side, places: Iterable[int]) -> list[Statement]:
    """The side's statements whose cue or content stands in one of these passages, each once."""
    return list({each.id: each for place in places for each in of.told.get(place, ())}.values())
