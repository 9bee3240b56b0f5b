"""The text as units of words: a sentence each, an utterance in quotation marks as one word."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, compress, repeat
from operator import add, itemgetter
from typing import NamedTuple

from stemma.attribution.quoted import Quoted, quoted
from stemma.records import Article
from stemma.text.paragraphs import paragraphs
from stemma.text.sentences import sentences_by_paragraph

__all__ = ["Unit", "Word", "inside", "lows", "plain_words", "units"]

# The first line is a short way: what it matches, the others would match alike.
_WORD = re.compile(
    r"[A-Za-z][a-z]*+(?=[ ,\n])|[.,](?= )"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Prof|St|Jr|Sr|Adm|Maj|Hon|Pres|Inc|Co|Corp|Ltd"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|Esq|Fla|Calif|Conn|Mass|Pa|Va|Ga|Ala|Ill|Mich|Minn|Wis|Ore|Ariz|La|Tenn|Md|Ind|Wash|Ky|Okla|Tex|Del|Mo|Miss|Neb|Nev|Ark|Colo|Kan|Mont|Wyo|Vt)\."
    r"|[A-Z]-(?:[A-Z][a-z]*\.)+(?=\W)"
    r"|(?:[^\W\d_]\.){2,}|(?<![\w.])[A-Z]\.(?=\s[A-Z])"
    r"|[$£€]?\d+(?:[.,:]\d+)*%?|[@#]?\w+(?:[-‑'’.]\w+)*['’]?|--+|\.\.\.|[^\w\s]"
)
# No sentence of prose is longer: what is (a table, a text without stops) is read in runs of so many words, so that
# the work stays linear in the length of the text.
_LONGEST = 150
# Characters of the shortest utterance that is searched for a report within it (chosen by eye).
_REPORT = 60
_QUOTE_MARKS = frozenset("“”„«»\"‘’'`")


class Word(NamedTuple):
    """One word, one punctuation mark, or one utterance (`kind` "word", "mark", "quote"); `low` is its lower case."""

    start: int
    end: int
    text: str
    low: str
    kind: str


class Unit(NamedTuple):
    """A sentence, or the sentences that one utterance binds together. `paragraph` counts from 0."""

    start: int
    end: int
    words: tuple[Word, ...]
    paragraph: int


class _Closed(NamedTuple):
    """The set-aside words in order, and how far they reach up to each."""

    pieces: list[tuple[int, int]]
    reach: list[int]

    @classmethod
    def of(cls, pieces: list[tuple[int, int]]) -> "_Closed":
        return cls(pieces, list(accumulate((end for _, end in pieces), max)))

    def are_clear(self, start: int, end: int) -> bool:
        """Whether none stands between two places."""
        place = bisect_left(self.pieces, (end, 0))
        return not place or self.reach[place - 1] <= start


def units(article: Article) -> tuple[list[Unit], list[Quoted]]:
    """Units in order without set-aside words, and the quotations of the text."""
    text = article.text
    marks = quoted(text, paragraphs(text))
    closed = _Closed.of(sorted((aside.span.start, aside.span.end) for aside in article.set_aside))
    utterances = [mark for mark in marks if mark.utterance]
    found: list[Unit] = []
    for number, pieces in enumerate(sentences_by_paragraph(text)):
        for start, end in _bound_together(text, pieces, utterances):
            words = tuple(_words(text, start, end, utterances, closed))
            found.extend(_unit(piece, number) for piece in _pieces(words))
    return found, marks


def inside(text: str, unit: Unit) -> list[Unit]:
    """The sentences inside the unit's utterances, a unit each: a report may quote a report."""
    found: list[Unit] = []
    for quote in unit.words:
        if quote.kind == "quote" and quote.end - quote.start >= _REPORT:
            words = tuple(plain_words(text, quote.start, quote.end))
            stops = [at for at, word in enumerate(words) if word.text in {".", "!", "?"}]
            for first, last in zip([0, *(at + 1 for at in stops)], [*stops, len(words)], strict=True):
                found.extend(_unit(piece, unit.paragraph) for piece in _pieces(words[first:last]))
    return found


def _pieces(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """The words of a sentence in runs of at most _LONGEST, those without a word left out."""
    runs = [words[at : at + _LONGEST] for at in range(0, len(words), _LONGEST)]
    return [run for run in runs if any(word.kind != "mark" for word in run)]


def _unit(words: tuple[Word, ...], paragraph: int) -> Unit:
    return Unit(words[0].start, words[-1].end, words, paragraph)


def _bound_together(text: str, pieces: list[tuple[int, int]], utterances: list[Quoted]) -> list[tuple[int, int]]:
    """Sentences joined where a bound falls inside an utterance."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        place = bisect_left(utterances, start, key=lambda mark: mark.end)
        inside = place < len(utterances) and utterances[place].start < start < utterances[place].end
        if joined and (
            inside or _TITLE.search(text, max(0, start - 8), start) or _is_tag(text, joined[-1][1], start, end)
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


# The segmenter ends a sentence at some of these.
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Rev|Prof|St|Capt|Sgt|Adm|Maj)\.\s$")
_TAG = re.compile(r"(?:[\w.’'-]+ ){1,4}(?:asked|said|says|asks|shouted|replied|cried|wondered|exclaimed|added)\b")


def _is_tag(text: str, before: int, start: int, end: int) -> bool:
    """Whether the sentence names the speaker of a question that closes right before it: “Is it safe?” Ms. Orr asked."""
    question = text[before - 2 : before - 1] in {"?", "!"} and text[before - 1] in "”\"’'"
    return question and _TAG.match(text, start, end) is not None


def _words(text: str, start: int, end: int, utterances: list[Quoted], closed: _Closed) -> list[Word]:
    found: list[Word] = []
    place = bisect_left(utterances, start, key=lambda mark: mark.end)
    position = start
    while position < end:
        mark = utterances[place] if place < len(utterances) else None
        stop = min(mark.start, end) if mark is not None else end
        found.extend(plain_words(text, position, stop))
        position = max(stop, position)
        if mark is None or mark.start >= end:
            break
        found.append(Word(mark.start, mark.end, text[mark.start : mark.end], "", "quote"))
        position = max(position, mark.end)
        place += 1
    if not found or closed.are_clear(found[0].start, found[-1].end):
        return found
    return [word for word in found if not _within(word, closed.pieces)]


def lows(words: tuple[Word, ...]) -> Iterator[str]:
    """The lower case of each word."""
    return map(_low, words)


_low = itemgetter(3)


def plain_words(text: str, start: int, end: int) -> list[Word]:
    """The words and marks between two places of the text, quotation marks left out."""
    matches = list(_WORD.finditer(text, start, end))
    forms = list(map(_form, map(_written, matches)))
    extents = compress(map(_extent, matches), forms)
    return list(map(_new, repeat(Word), map(add, extents, filter(None, forms))))


_new = tuple.__new__  # in half the time of the class's own
_written, _extent = re.Match.group, re.Match.span


@lru_cache(maxsize=1 << 16)  # the vocabulary of many articles
def _form(written: str) -> tuple[str, ...]:
    """The word as it is written, its lower case and its kind; empty for a quotation mark."""
    if written in _QUOTE_MARKS:
        return ()
    return written, written.lower(), "word" if written[0].isalnum() or written[-1].isalnum() else "mark"


def _within(word: Word, closed: list[tuple[int, int]]) -> bool:
    place = bisect_right(closed, (word.start, word.start + len(word.text) + 1)) - 1
    return any(start <= word.start < end for start, end in closed[max(0, place - 1) : place + 2])
