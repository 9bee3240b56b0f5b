"""Words exchanged and turned about, sentence by sentence; quotations are left as they are."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from evals.traditions.prose import Prose, Sentence, sentences_of

__all__ = ["respell", "spin", "there_and_back"]

_HERE = Path(__file__).parent
_OUTSIDE = re.compile(r'("[^"]*")')
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
# Shorter synonyms ("as", "over") have too many other senses to be turned back.
_BACK = 5
# A name for this purpose: a word with a capital inside a sentence, long enough that one slip leaves it readable.
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}")


def respell(prose: Prose, amount: float, chance: Random) -> Prose:
    """Another house's spellings, for this share of the words that have one, and one name misspelt throughout."""
    pairs = _spellings()
    chosen = {word for word in sorted(pairs) if chance.random() < amount}
    names = Counter(name for s in sentences_of(prose) for name in _NAME.findall(s.text))
    wrong = {name: _misspelt(name, chance) for name in chance.sample(sorted(names), min(1, len(names)))}
    exchange = {word: pairs[word] for word in chosen} | wrong
    return _each(prose, lambda text: _exchanged(text, exchange))


@cache
def _spellings() -> dict[str, str]:
    pairs: dict[str, str] = tomllib.loads((_HERE / "spellings.toml").read_text(encoding="utf-8"))["pairs"]
    return pairs | {other: one for one, other in pairs.items()}


def _misspelt(name: str, chance: Random) -> str:
    """The name with two neighbouring letters changed about, or a letter doubled or dropped, never the first."""
    at = chance.randrange(1, len(name) - 1)
    a, b = name[at], name[at + 1]
    swapped = name[:at] + b + a + name[at + 2 :]
    options = [name[:at] + a + name[at:], name[:at] + name[at + 1 :], *([swapped] if a != b else [])]
    return chance.choice(options)


def _exchanged(text: str, exchange: dict[str, str]) -> str:
    if not exchange:
        return text
    words = "|".join(re.escape(word) for word in sorted(exchange, key=lambda word: (-len(word), word)))
    return re.sub(rf"\b(?:{words})\b", lambda found: exchange[found.group()], text)


def spin(prose: Prose, amount: float, chance: Random) -> Prose:
    """This share of the words that have a synonym exchanged, outside quotations."""
    return _each(prose, lambda text: "".join(_spun(piece, amount, chance) for piece in _OUTSIDE.split(text)))


def _spun(piece: str, amount: float, chance: Random) -> str:
    if piece.startswith('"'):
        return piece
    return _WORD.sub(lambda found: _synonym(found.group(), found.start() > 0, amount, chance), piece)


def _synonym(word: str, inside: bool, amount: float, chance: Random) -> str:
    options = _synonyms().get(word.lower())
    if options is None or (inside and word[0].isupper()) or chance.random() >= amount:
        return word
    new = chance.choice(options)
    return new[0].upper() + new[1:] if word[0].isupper() else new


@cache
def _synonyms() -> dict[str, list[str]]:
    """The table, and back again where it has no row of its own: a spun text can be spun anew."""
    table: dict[str, list[str]] = tomllib.loads((_HERE / "synonyms.toml").read_text(encoding="utf-8"))["synonyms"]
    back: dict[str, list[str]] = {}
    for word, options in table.items():
        for option in (option for option in options if len(option) >= _BACK):
            back.setdefault(option, []).append(word)
    return back | table


def there_and_back(prose: Prose, amount: float, chance: Random) -> Prose:
    """Each turn of phrase that a sentence allows, done with this chance: as after translation there and back."""
    return _each(prose, lambda text: _turned(text, amount, chance))


def _turned(text: str, amount: float, chance: Random) -> str:
    for turn in _TURNS:
        if chance.random() < amount:
            text = turn(text)
    return text


def _each(prose: Prose, change: Callable[[str], str]) -> Prose:
    return tuple(tuple(Sentence(s.key, change(s.text)) for s in paragraph) for paragraph in prose)


_QUOTE_FIRST = re.compile(r'^("[^"]+),?" (?P<who>[A-Z][^"]*?) (?P<verb>said|asked|recalled|remarked)\.$')
_QUOTE_LAST = re.compile(r'^(?P<who>[A-Z][^"]*?) (?P<verb>said|asked|recalled|remarked): ("[^"]+)\."$')
_SAID_THAT = re.compile(r'^(?P<who>[A-Z][^",]*?) said that (?P<what>[a-z][^"]*)\.$')
_SAID_LAST = re.compile(r'^(?P<what>[A-Z][^"]*), (?P<who>[^",]+) said\.$')
_CLAUSE_LAST = re.compile(r'^(?P<main>[A-Z][^"]{15,}?),? (?P<link>after|because|when|while|before) (?P<side>[^",]+)\.$')
_CLAUSE_FIRST = re.compile(r'^(?P<link>After|Because|When|While|Before) (?P<side>[^",]+), (?P<main>[^"]+)\.$')
_DAY_LAST = re.compile(r'^(?P<main>[A-Z][^"]+) (?P<day>on \w+day(?: \w+)?)\.$')
_DAY_FIRST = re.compile(r'^(?P<day>On \w+day(?: \w+)?), (?P<main>[^"]+)\.$')
_PASSIVE = re.compile(
    r'^(?P<object>[A-Z][^",]*?) (?:was|were) (?P<verb>[a-z]+ed) by (?P<agent>(?:the|a|an|its|two) [a-z]+(?: [a-z]+)?)'
    r"(?P<rest>(?: (?:on|in|at|within|before|after|because|since) [^\"]*)?)\.$"
)
_PAIRS = (
    ("did not", "didn't"),
    ("was not", "wasn't"),
    ("does not", "doesn't"),
    ("will not", "won't"),
    ("more than", "over"),
    ("per cent", "percent"),
    ("which", "that"),
    ("had been", "was"),
    ("were", "have been"),
)
# Words that keep their capital inside a sentence are those not seen small anywhere: a list of openers suffices here.
_OPENERS = frozenset(
    (
        "The A An Its It He She They Their His Her Some Nearly All About Only No Nobody Such "
        "Passengers Farmers Most Three Five Two Four Railway Soldiers Engineers Thieves Astronomers "
        "Pupils Nurses Surgeons Each One Lorries Electricity Insurers Shareholders Children Schools "
        "Warnings Gusts Either Without Inside Among Roughly Around Approximately Persons "
        "Individuals"
    ).split()
)


def _small(text: str) -> str:
    """The text as it stands inside a sentence."""
    return text[0].lower() + text[1:] if text.split(maxsplit=1)[0] in _OPENERS else text


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _quotation(text: str) -> str:
    if found := _QUOTE_FIRST.match(text):
        return f'{_capital(found["who"])} {found["verb"]}: {found[1].rstrip(",")}."'
    if found := _QUOTE_LAST.match(text):
        return f'{found[3]}," {_small(found["who"])} {found["verb"]}.'
    return text


def _report(text: str) -> str:
    if found := _SAID_THAT.match(text):
        return f"{_capital(found['what'])}, {_small(found['who'])} said."
    if found := _SAID_LAST.match(text):
        return f"{_capital(found['who'])} said that {_small(found['what'])}."
    return text


def _clause(text: str) -> str:
    if found := _CLAUSE_FIRST.match(text):
        return f"{_capital(found['main'])} {found['link'].lower()} {found['side']}."
    if found := _CLAUSE_LAST.match(text):
        return f"{_capital(found['link'])} {found['side']}, {_small(found['main'])}."
    return text


def _day(text: str) -> str:
    if found := _DAY_FIRST.match(text):
        return f"{_capital(found['main'])} {_small_day(found['day'])}."
    if found := _DAY_LAST.match(text):
        return f"{_capital(found['day'])}, {_small(found['main'])}."
    return text


def _small_day(day: str) -> str:
    return day[0].lower() + day[1:]


def _active(text: str) -> str:
    found = _PASSIVE.match(text)
    if found is None:
        return text
    return f"{_capital(found['agent'])} {found['verb']} {_small(found['object'])}{found['rest']}."


def _small_words(text: str) -> str:
    """Contractions and other little words, one way where the one stands, the other way where the other does."""
    pieces = _OUTSIDE.split(text)
    return "".join(piece if piece.startswith('"') else _little(piece) for piece in pieces)


def _little(piece: str) -> str:
    for one, other in _PAIRS:
        if re.search(rf"\b{one}\b", piece):
            piece = re.sub(rf"\b{one}\b", other, piece)
        else:
            piece = re.sub(rf"\b{other}\b", one, piece) if "'" in other else piece
    return piece


_TURNS: tuple[Callable[[str], str], ...] = (_active, _clause, _day, _quotation, _report, _small_words)
