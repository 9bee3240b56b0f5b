"""What an article is read for: its title and the first characters of its own text, as terms in order."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from stemma.records import Article
from stemma.stories.vocabulary import NO_TERM, Vocabulary, term, written
from stemma.text.tokens import stem

__all__ = ["Reading", "Stretch", "day", "language", "opening", "read"]

# News tells its event first. So many characters (some 500 words) of the own text are read: with more, background that
# other events share weighs in (giveme5w1h 91.7 B-cubed with all, 94.3 with these), and time grows with length.
_CHARACTERS = 3000
# Endings and beginnings of hosts that are no part of an outlet's name.
_HOST_START, _HOST_ENDS = "www.", (".com", ".org", ".net", ".co", ".news", ".info", ".tv")
# Shorter beginnings of an outlet's name are found in too many words ("a", "in").
_LEAST_BEGINNING = 2

Stretch = tuple[int, int]


class Reading(NamedTuple):
    """The term of each of an article's words: the title's, of which there are `in_title`, then those of the text."""

    title: str
    text: str
    language: str
    terms: list[int]
    in_title: int

    def words(self) -> list[str]:
        """The words that the terms stand for."""
        return written(self.title, self.language) + written(self.text, self.language)


def read(article: Article, repeated: Sequence[Stretch], vocabulary: Vocabulary) -> Reading:
    """The article's words; those set aside, of `repeated` stretches and of the outlet's own name have no term."""
    code = language(article)
    title, text = (article.title or "")[:_CHARACTERS], _own_text(article, repeated)
    in_title, in_text = vocabulary.identify(title, code), vocabulary.identify(text, code)
    outlet = _squeezed_outlet(article.outlet)
    if outlet:
        for terms, part in ((in_title, title), (in_text, text)):
            if not _beginnings(outlet).isdisjoint(terms):
                _blank(terms, written(part, code), outlet)
    return Reading(title, text, code, in_title + in_text, len(in_title))


def opening(article: Article, cut: Sequence[Stretch] = ()) -> list[Stretch]:
    """The stretches of the text that are read: the first 3,000 characters that are neither set aside nor in `cut`."""
    asides = sorted({(aside.span.start, aside.span.end) for aside in article.set_aside} | {*cut})
    found: list[Stretch] = []
    left, position = _CHARACTERS, 0
    for start, end in (*asides, (len(article.text), len(article.text))):
        if start > position:
            found.append((position, min(start, position + left)))
            left -= found[-1][1] - position
        position = max(position, end)
        if left <= 0:
            break
    return found


def language(article: Article) -> str:
    """ISO 639-1 code; English where the article names none."""
    return (article.language or "en").casefold().replace("_", "-").split("-")[0]


def day(published: str | None) -> int | None:
    """The day as a number; None where it is not known or not a date."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _own_text(article: Article, repeated: Sequence[Stretch]) -> str:
    return " ".join(article.text[start:end] for start, end in opening(article, repeated))


@lru_cache(maxsize=1024)  # the outlets of a stream
def _squeezed_outlet(outlet: str | None) -> str:
    """The outlet's name as one run of letters: "www.pellam-echo.com" and "Pellam Echo" are both "pellamecho"."""
    name = (outlet or "").casefold().removeprefix(_HOST_START)
    if name[-3:-2] == ".":
        name = name[:-3]
    for ending in _HOST_ENDS:
        name = name.removesuffix(ending)
    return _squeezed(name)


def _squeezed(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


@lru_cache(maxsize=1024)  # the outlets of a stream
def _beginnings(outlet: str) -> frozenset[int]:
    """The terms of every word that the outlet's name may begin with."""
    starts = (outlet[:end] for end in range(_LEAST_BEGINNING, len(outlet) + 1))
    return frozenset(term(stem(form)) for start in starts for form in (start, start.upper()))


def _blank(terms: list[int], words: list[str], outlet: str) -> None:
    """Take the term from every run of words that is the outlet's name."""
    beginnings = _beginnings(outlet)
    for start in [place for place, number in enumerate(terms) if number in beginnings]:
        length = _run(words, start, outlet)
        terms[start : start + length] = [NO_TERM] * length


def _run(words: list[str], start: int, outlet: str) -> int:
    """How many words from `start` spell the outlet's name; 0 if they do not."""
    run = ""
    for place in range(start, min(len(words), start + len(outlet))):
        run += _squeezed(words[place])
        if not outlet.startswith(run):
            return 0
        if run == outlet:
            return place - start + 1
    return 0
