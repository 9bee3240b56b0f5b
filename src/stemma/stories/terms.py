"""What an article is about, in weighted terms: stems of the whole text, of its head and its title, and names."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stemma.records import Article
from stemma.text.names import names
from stemma.text.tokens import Token, tokens

__all__ = ["Terms", "day", "terms"]

# News reports say what happened in the first sentences: about four of them (chosen by eye; 60 and 120 did not differ).
_HEAD_WORDS = 80
# A longer host or company name than this many words is not looked for in the text (no outlet's name is longer).
_OUTLET_WORDS = 6
_HOST_PARTS = re.compile(r"^www\.|\.(?:com|org|net|co|news|info|tv)(?:\.[a-z]{2})?$|\.[a-z]{2}$")


class Terms(NamedTuple):
    """One article's counted terms. `forms` gives a written form for each stem; `day` is None when undated.

    `body` counts stems of title and text, `head` those of the title and the first 80 words, `title` those of the title
    alone, `names` single words and whole names in lower case (`names_written`: as first written). Set-aside words and
    the outlet's own name count nowhere.
    """

    body: Counter[str]
    head: Counter[str]
    title: Counter[str]
    names: Counter[str]
    names_written: dict[str, str]
    forms: dict[str, str]
    language: str
    day: int | None


def terms(article: Article, dropped: tuple[tuple[int, int], ...] = ()) -> Terms:
    """The article's terms; `dropped` are further stretches of its text (start, end) that do not count."""
    language = _language(article)
    text = _without(article, dropped)
    outlet = _squeezed_outlet(article.outlet)
    body = list(_telling(tokens(text, language), outlet))
    title = list(_telling(tokens(article.title or "", language), outlet))
    counted_names, written = _names(text, language, outlet)
    return Terms(
        body=Counter(word.stem for word in title + body),
        head=Counter(word.stem for word in title + body[:_HEAD_WORDS]),
        title=Counter(word.stem for word in title),
        names=counted_names,
        names_written=written,
        forms={word.stem: word.text for word in reversed(title + body)},
        language=language,
        day=day(article.published),
    )


def _language(article: Article) -> str:
    return (article.language or "en").lower().replace("_", "-").split("-")[0]


def _without(article: Article, dropped: tuple[tuple[int, int], ...]) -> str:
    """The text with blanks where words do not count, so that sentences still end where they did."""
    text = article.text
    stretches = [(aside.span.start, aside.span.end) for aside in article.set_aside]
    for start, end in sorted({*stretches, *dropped}):
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text


def _squeezed_outlet(outlet: str | None) -> str:
    """The outlet's name as one run of letters: "www.pellam-echo.com" and "Pellam Echo" are both "pellamecho"."""
    name = _HOST_PARTS.sub("", (outlet or "").casefold())
    return "".join(character for character in name if character.isalnum())


def _telling(words: list[Token], outlet: str) -> Iterator[Token]:
    """The words less every run of them that is the outlet's own name."""
    position = 0
    while position < len(words):
        length = _outlet_run(words, position, outlet)
        if not length:
            yield words[position]
        position += max(1, length)


def _outlet_run(words: list[Token], start: int, outlet: str) -> int:
    """How many words from `start` spell the outlet's name; 0 if they do not."""
    run = ""
    for length, word in enumerate(words[start : start + _OUTLET_WORDS], 1):
        run += "".join(character for character in word.text.casefold() if character.isalnum())
        if not outlet.startswith(run):
            return 0
        if run == outlet:
            return length
    return 0


def _names(text: str, language: str, outlet: str) -> tuple[Counter[str], dict[str, str]]:
    """Counts of single words and of whole names, and how each is written where it first stands."""
    found: Counter[str] = Counter()
    written: dict[str, str] = {}
    for name in names(text, language):
        if not name.words or "".join(name.words) == outlet:
            continue
        found.update(name.words)
        for word in name.words:
            written.setdefault(word, word.capitalize())
        if len(name.words) > 1:
            whole = " ".join(name.words)
            found[whole] += 1
            written.setdefault(whole, name.text)
        else:
            written[name.words[0]] = name.text
    return found, written


def day(published: str | None) -> int | None:
    """The day as a number; None where it is not known or not a date."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
