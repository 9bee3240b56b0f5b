"""What an article is about: counted stems of its whole text, of its head and of its title."""

import re
from collections import Counter
from datetime import date
from typing import NamedTuple

from stemma.records import Article
from stemma.text.tokens import Token, tokens

__all__ = ["Terms", "day", "language", "own_text", "terms"]

# News reports say what happened in the first sentences: about four of them (chosen by eye).
_HEAD_WORDS = 80
# A longer outlet's name than this many words is not looked for in the text (none of the corpora's is longer).
_OUTLET_WORDS = 6
_HOST_PARTS = re.compile(r"^www\.|\.(?:com|org|net|co|news|info|tv)(?:\.[a-z]{2})?$|\.[a-z]{2}$")
_NOT_BREAK = re.compile(r"[^\n]")

Stretch = tuple[int, int]


class Terms(NamedTuple):
    """One article's counted stems. `forms` gives a written form for each; `day` is None when the date is not known.

    `body` counts title and text, `head` the title and the first 80 words, `title` the title alone. Words set aside,
    boilerplate and the outlet's own name count nowhere.
    """

    body: Counter[str]
    head: Counter[str]
    title: Counter[str]
    forms: dict[str, str]
    language: str
    day: int | None


def terms(article: Article, boilerplate: tuple[Stretch, ...] = ()) -> Terms:
    """The article's terms; `boilerplate` are stretches of its text (start, end) that do not count."""
    outlet = _squeezed_outlet(article.outlet)
    body = _without_outlet(tokens(own_text(article, boilerplate), language(article)), outlet)
    title = _without_outlet(tokens(article.title or "", language(article)), outlet)
    return Terms(
        body=Counter(word.stem for word in title + body),
        head=Counter(word.stem for word in title + body[:_HEAD_WORDS]),
        title=Counter(word.stem for word in title),
        forms={word.stem: word.text for word in reversed(title + body)},
        language=language(article),
        day=day(article.published),
    )


def language(article: Article) -> str:
    """ISO 639-1 code; English where the article names none."""
    return (article.language or "en").casefold().replace("_", "-").split("-")[0]


def own_text(article: Article, boilerplate: tuple[Stretch, ...] = ()) -> str:
    """The text with blanks where words do not count: every offset stays true."""
    text = article.text
    for start, end in sorted({(aside.span.start, aside.span.end) for aside in article.set_aside} | {*boilerplate}):
        text = text[:start] + _NOT_BREAK.sub(" ", text[start:end]) + text[end:]
    return text


def day(published: str | None) -> int | None:
    """The day as a number; None where it is not known or not a date."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _squeezed_outlet(outlet: str | None) -> str:
    """The outlet's name as one run of letters: "www.pellam-echo.com" and "Pellam Echo" are both "pellamecho"."""
    return _squeezed(_HOST_PARTS.sub("", (outlet or "").casefold()))


def _squeezed(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _without_outlet(words: list[Token], outlet: str) -> list[Token]:
    """The words less every run of them that is the outlet's own name."""
    if not outlet:
        return words
    kept: list[Token] = []
    position = 0
    while position < len(words):
        length = _outlet_run(words, position, outlet)
        if not length:
            kept.append(words[position])
        position += max(1, length)
    return kept


def _outlet_run(words: list[Token], start: int, outlet: str) -> int:
    """How many words from `start` spell the outlet's name; 0 if they do not."""
    if words[start].text[0].casefold() != outlet[0]:
        return 0
    run = ""
    for length, word in enumerate(words[start : start + _OUTLET_WORDS], 1):
        run += _squeezed(word.text)
        if not outlet.startswith(run):
            return 0
        if run == outlet:
            return length
    return 0
