"""Light rewriting: what a subeditor or a rewriting program does without altering what is said."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from stemma.records import digest

__all__ = ["rewritten"]

_TABLE = Path(__file__).with_name("synonyms.toml")
# Each turn is done, where a sentence allows it, with this chance; each word that has a synonym is exchanged with this.
_TURN = 0.5
_EXCHANGE = 0.35
_SENTENCE = re.compile(r'(?<=[.!?])(?<!\d\.)\s+(?=[A-Z"0-9])|(?<=[.!?]")\s+(?=[A-Z"])')
_OUTSIDE = re.compile(r'("[^"]*")')
_WHO = r"(?P<who>(?:(?:The|the|A|a|An|an|Its|its)\s)?[^\",.]{3,60}(?:, [A-Z][^\",.]{2,40})?)"
_SAID_LAST = re.compile(rf"^(?P<what>[A-Z][^\"]+?), {_WHO} said\.$")
_SAID_FIRST = re.compile(rf"^{_WHO} said (?:that )?(?P<what>(?:the|its|their|prices|wages|fuel) [^\"]+)\.$")
_ACCORDING_LAST = re.compile(r"^(?P<what>[A-Z][^\"]+?), according to (?P<who>[^\".]+)\.$")
_DAY_LAST = re.compile(r"^(?P<what>[A-Z][^\",]+) (?P<day>on (?:\w+day|[A-Z]\w+ \d+))\.$")
_SMALL = frozenset(
    "The A An Its It He She They There This Some Most All Two Three Four Five Six Nine Ten One No".split()
)


def rewritten(text: str, seed: str = "") -> str:
    """The text worded otherwise, paragraph by paragraph; the same text and seed always give the same."""
    return "\n\n".join(_paragraph(paragraph, seed) for paragraph in text.split("\n\n"))


def _paragraph(paragraph: str, seed: str) -> str:
    if paragraph[-1:] not in '.!?"':  # a headline: its words only
        return _exchanged(paragraph, Random(digest("edits", seed, paragraph)))
    return " ".join(_sentence(sentence, seed) for sentence in _sentences(paragraph))


def _sentences(paragraph: str) -> list[str]:
    """Its sentences; those of one quotation stay together, so that no word of it is exchanged."""
    found: list[str] = []
    for piece in _SENTENCE.split(paragraph):
        if found and found[-1].count('"') % 2:
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def _sentence(sentence: str, seed: str) -> str:
    chance = Random(digest("edits", seed, sentence))
    for turn in _TURNS:
        if chance.random() < _TURN:
            sentence = turn(sentence)
    return "".join(piece if piece.startswith('"') else _exchanged(piece, chance) for piece in _OUTSIDE.split(sentence))


def _small(text: str) -> str:
    return text[0].lower() + text[1:] if text.split(maxsplit=1)[0] in _SMALL else text


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _said(text: str) -> str:
    """Who said it to the front or to the end."""
    if found := _SAID_LAST.match(text):
        return f"{_capital(found['who'])} said {_small(found['what'])}."
    if found := _SAID_FIRST.match(text):
        return f"{_capital(found['what'])}, {_small(found['who'])} said."
    return text


def _according(text: str) -> str:
    found = _ACCORDING_LAST.match(text)
    return f"According to {found['who']}, {_small(found['what'])}." if found else text


def _day(text: str) -> str:
    found = _DAY_LAST.match(text)
    return f"{_capital(found['day'])}, {_small(found['what'])}." if found else text


def _that(text: str) -> str:
    """ "That" dropped after "said", or put there."""
    if '"' in text:
        return text
    if " said that " in text:
        return text.replace(" said that ", " said ", 1)
    return re.sub(r" said (?=(?:the|its|he|his|her|prices|two)\b)", " said that ", text, count=1)


def _contracted(text: str) -> str:
    pieces = _OUTSIDE.split(text)
    return "".join(piece if piece.startswith('"') else _short(piece) for piece in pieces)


def _short(piece: str) -> str:
    for long, short in _table()["contractions"].items():
        piece = piece.replace(f" {long} ", f" {short} ")
    return piece


_TURNS: tuple[Callable[[str], str], ...] = (_said, _according, _day, _that, _contracted)


@cache
def _table() -> dict[str, dict[str, str]]:
    """Synonyms that say the same in any sentence of the articles, and contractions."""
    table: dict[str, dict[str, str]] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return table


@cache
def _synonyms() -> re.Pattern[str]:
    words = sorted(_table()["synonyms"], key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b")


def _exchanged(piece: str, chance: Random) -> str:
    def other(found: re.Match[str]) -> str:
        return _table()["synonyms"][found.group()] if chance.random() < _EXCHANGE else found.group()

    return _synonyms().sub(other, piece)
