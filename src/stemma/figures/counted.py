"""What a number counts: the noun phrase after it."""

import re
from typing import NamedTuple

from stemma.lexicon import table

__all__ = ["Counted", "is_one_person", "is_person", "plural_after", "singular_after"]

_LEXICON: dict[str, str] = table("numbers")["counted"]
_PLURALS = frozenset(_LEXICON["plurals"].split())
_ATTRIBUTIVE = frozenset(_LEXICON["attributive"].split())
_NOT_PLURALS = frozenset(_LEXICON["not_plurals"].split())
_STOPS = frozenset(_LEXICON["stops"].split())
_DROPPED = frozenset(_LEXICON["dropped"].split())
_PEOPLE = frozenset(_LEXICON["people"].split())
_PARTICIPLES = frozenset(_LEXICON["participles"].split())
_EMPTY = frozenset(_LEXICON["empty"].split())

_TURNS = frozenset(["last", "next", "past", "previous"])
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’.\-‑][^\W\d_]+)*|['’]s?(?=\s)")
_OF = re.compile(
    r"[ \u00a0]of(?: (?:the|its|their|his|her|our|these|those|all|all the|some))?(?=[ \u00a0])", re.IGNORECASE
)
# No noun phrase of a news text has more words before its head (chosen by eye).
_MOST_WORDS = 7
_PERSON_ENDINGS = ("ers", "ors", "ists", "men", "women", "people", "ians", "eers", "ees", "cans", "crats")


class Counted(NamedTuple):
    """What is counted: `end` is where its last word ends, `text` is in lower case without determiners."""

    end: int
    text: str
    head: str


def plural_after(text: str, position: int, limit: int) -> Counted | None:
    """The noun phrase with a plural head that begins at `position` ("of" and an article are passed over)."""
    words = _words(text, position, limit)
    first = next((i for i, word in enumerate(words) if _is_plural(word.group())), None)
    if first is None:
        return None
    head = _last_plural(words, first)
    return _counted(words[: head + 1])


def singular_after(text: str, position: int, limit: int) -> Counted | None:
    """The noun phrase that begins at `position`, to the first word that cannot belong to it."""
    words = _words(text, position, limit)
    verb = (i for i, word in enumerate(words) if i > 0 and word.group().endswith(("ed", "ing")))
    return _counted(words[: min(4, next(verb, 4))]) if words else None


def is_person(head: str) -> bool:
    """Whether the noun most likely names people."""
    return head in _PEOPLE or head.endswith(_PERSON_ENDINGS)


def is_one_person(noun: str) -> bool:
    """Whether the noun is a singular that names a person: "driver", "suspect"."""
    return noun in _PEOPLE and noun not in _PLURALS and not noun.endswith("s")


def _words(text: str, position: int, limit: int) -> list[re.Match[str]]:
    """Words from `position`, one blank between them, up to a stop."""
    of = _OF.match(text, position, limit)
    at = of.end() if of else position
    found: list[re.Match[str]] = []
    while len(found) < _MOST_WORDS and at < limit and text[at] in " \u00a0":
        match = _WORD.match(text, at + 1, limit)
        if match is None or _stops(match.group(), found):
            break
        found.append(match)
        at = match.end()
    return found


def _stops(word: str, found: list[re.Match[str]]) -> bool:
    lower = word.lower()
    if lower in _DROPPED and not found:
        return False
    if lower in _TURNS and found:
        return True  # "1.3 metres of ice last year"
    if not found and lower.endswith("ed") and lower not in _PARTICIPLES and "-" not in lower:
        return True  # "five committed new offences": a verb, and nothing is counted
    return lower in _STOPS or (
        lower.endswith("ly") and lower not in {"family", "elderly", "early", "deadly"} and bool(found)
    )


def _is_plural(word: str) -> bool:
    lower = word.lower()
    last = re.split("[-‑]", lower)[-1]
    if lower in _PLURALS or last in _PLURALS:
        return True
    return (
        last.endswith("s")
        and len(last) > 2
        and not last.endswith(("ss", "ous", "'s", "’s"))
        and last not in _NOT_PLURALS
        and not word.isupper()
    )


def _last_plural(words: list[re.Match[str]], first: int) -> int:
    """Index of the head: the last of plurals in a row; a name or "police" looks for a head beyond it."""
    head = first
    for index in range(first + 1, len(words)):
        word = words[index].group()
        if _is_plural(word):
            head = index
        elif (
            not _may_precede(words[index - 1].group())
            or word.endswith(("ed", "ing"))
            or not any(_is_plural(later.group()) for later in words[index + 1 : index + 3])
        ):
            break
    return head


def _may_precede(word: str) -> bool:
    """Whether the plural-looking word may stand before the head: "police dog units", "Texas border towns"."""
    demonym = word.endswith(("ans", "is", "ists", "rs"))
    return word.lower() in _ATTRIBUTIVE or (word[0].isupper() and not demonym) or not _is_plural(word)


def _counted(words: list[re.Match[str]]) -> Counted | None:
    first = 0
    while first < len(words) and words[first].group() in _DROPPED:  # "New" with a capital belongs to a name
        first += 1
    kept = [word.group().lower() for word in words[first:]]
    if not kept or kept[-1] in _EMPTY:
        return None
    head = re.split("[-‑]", kept[-1])[-1]
    if head in {"persons", "person"}:
        kept[-1] = head = "people"
    return Counted(words[-1].end(), " ".join(kept), head)
