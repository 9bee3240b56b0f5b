"""Names: runs of capitalised words that are not capitalised for standing first."""

import re
from functools import lru_cache
from typing import NamedTuple

from stemma.text.rarity import zipf
from stemma.text.tokens import WORD

__all__ = ["Name", "names"]

# Words that may stand inside a name but neither begin nor end one.
_PARTICLES = frozenset("of the de del della di da la le el al bin ibn van von der den ter y e and for".split())
_INNER = frozenset("of de del della di da la le el al bin ibn van von der den ter".split())
# Capitalised by custom, yet no name of a person, a place or a body.
_NOT_NAMES = frozenset(
    """i i'm i've i'll i'd monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays
    thursdays fridays saturdays sundays january february march april may june july august september october november
    december jan feb mar apr jun jul aug sept sep oct nov dec mr mrs ms miss dr prof gov sen rep gen col capt lt sgt
    sir the a an this that these those it its he she they we you his her their our my in on at by to from and or but
    as if when while after before since for with of no not yes there here what who why how where
    then also now so however meanwhile later earlier still even only both all some many most more""".split()
)
# Rarer than this, a word at the head of a sentence is taken for a name even when it stands nowhere else ("Glant").
_UNKNOWN_WORD = 1.5
# The same where another capitalised word follows: "Tomas Brell came", but not "Former Mayor Brell came".
_GIVEN_NAME = 4.6
# Words in lower case with a blank after each, which need not be looked at one by one; or any other word.
_STRETCH = re.compile(rf"((?:[a-z]++ )++)|(?:{WORD.pattern})")
_PARTICLE = re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(_INNER))})(?= )")
_POSSESSIVE = ("'s", "’s", "'", "’")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Rev|Hon|Adm|St)\.$")
# Above this share of capitalised words a line is set in title case, and its capitals say nothing (chosen by eye).
_TITLE_CASE = 0.6
# Characters of a line; no headline is longer.
_LONGEST_TITLE = 200


class _Word(NamedTuple):
    """A word that may belong to a name: capitalised, or a particle."""

    start: int
    end: int
    text: str


class Name(NamedTuple):
    """A name as written, and its words in lower case without titles, the last one most telling."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]


def names(text: str) -> list[Name]:
    """Names in order. A sentence's first word counts only if it is a name elsewhere in the text, or unknown."""
    return list(_names(text))


@lru_cache(maxsize=128)  # several stages ask for the names of one text; a story's texts, as a rule
def _names(text: str) -> tuple[Name, ...]:
    words, plain = _sifted(text)
    sure = _capitalised_inside(text, words, plain)
    found: list[Name] = []
    position = 0
    while position < len(words):
        end = _run_end(text, words, position, sure)
        if any(_is_telling(word) for word in words[position:end]):
            found.append(_name(text, words[position:end]))
        position = max(end, position + 1)
    return tuple(found)


def _sifted(text: str) -> tuple[list[_Word], frozenset[str]]:
    """The words that may belong to a name, in order, and all that stand in lower case."""
    words: list[_Word] = []
    plain: set[str] = set()
    for match in _STRETCH.finditer(text):
        written = match.group()
        if match.lastindex is not None:
            run = written.split()
            plain.update(run)
            if not _INNER.isdisjoint(run):
                words.extend(_Word(*found.span(), found.group()) for found in _PARTICLE.finditer(text, *match.span()))
            continue
        if written[0].isupper() or written in _INNER:
            words.append(_Word(*match.span(), written))
        if written[0].islower():
            plain.add(written)
    return words, frozenset(word for word in plain if word.islower())


def _capitalised_inside(text: str, words: list[_Word], plain: frozenset[str]) -> frozenset[str]:
    """Words that stand capitalised where no sentence begins, and never in lower case."""
    inside: set[str] = set()
    for word in words:
        if (
            _is_capital(word)
            and word.text not in inside
            and word.text.casefold() not in plain
            and not _begins(text, word)
            and not _in_title_line(text, word)
        ):
            inside.add(word.text)
    return frozenset(_bare(word) for word in inside)


def _run_end(text: str, words: list[_Word], start: int, sure: frozenset[str]) -> int:
    """Index after the last word of the name that begins at `start`; `start` where none does."""
    if not _can_begin(text, words, start, sure):
        return start
    end = start + 1
    while end < len(words) and _joined(text, words[end - 1], words[end]):
        if _is_capital(words[end]) and words[end].text.casefold() not in _NOT_NAMES:
            end += 1
        elif _particle_continues(text, words, end):
            end += 2
        elif _particles_continue(text, words, end):
            end += 3  # "van der Brell"
        else:
            break
    return end


def _is_telling(word: _Word) -> bool:
    return word.text.casefold() not in _PARTICLES


def _can_begin(text: str, words: list[_Word], start: int, sure: frozenset[str]) -> bool:
    """Whether the word may begin a name."""
    word = words[start]
    if not _is_capital(word) or _bare(word.text).casefold() in _NOT_NAMES:
        return False
    if _bare(word.text) in sure:
        return True
    if _in_title_line(text, word):
        return False
    rarity = zipf(_bare(word.text).casefold())
    if not _begins(text, word) or rarity < _UNKNOWN_WORD:
        return True
    return rarity < _GIVEN_NAME and _is_followed(text, words, start)


def _is_followed(text: str, words: list[_Word], start: int) -> bool:
    """Whether the next word is capitalised and belongs to the name."""
    if start + 1 >= len(words):
        return False
    following = words[start + 1]
    known = following.text.casefold() in _NOT_NAMES
    return _is_capital(following) and not known and _joined(text, words[start], following)


def _particle_continues(text: str, words: list[_Word], at: int) -> bool:
    return (
        words[at].text in _INNER
        and at + 1 < len(words)
        and _is_capital(words[at + 1])
        and words[at + 1].text.casefold() not in _NOT_NAMES
        and _joined(text, words[at], words[at + 1])
    )


def _particles_continue(text: str, words: list[_Word], at: int) -> bool:
    return (
        at + 1 < len(words)
        and words[at].text in _INNER
        and _joined(text, words[at], words[at + 1])
        and _particle_continues(text, words, at + 1)
    )


def _joined(text: str, left: _Word, right: _Word) -> bool:
    """Whether nothing but a blank, a hyphen or an initial's point stands between two words."""
    between = text[left.end : right.start]
    if left.text.endswith(("'s", "’s")):
        return False
    return between in {" ", "-", "\u00a0"} or (between in {". ", "."} and len(left.text) == 1)


def _is_capital(word: _Word) -> bool:
    return word.text[:1].isupper()


def _bare(word: str) -> str:
    if word.endswith(_POSSESSIVE):
        return word[: -2 if word[-1] == "s" else -1]
    return word


def _begins(text: str, word: _Word) -> bool:
    """Whether the word stands where a sentence or a quotation begins."""
    before = text[max(0, word.start - 6) : word.start].rstrip(" \t")
    if before[-1:] == "." and _TITLE.search(before):
        return False
    return not before or before[-1] in '.!?:\n\r“"„«‘(*•-—–' or before.endswith(("”", "’ ", "|"))


def _in_title_line(text: str, word: _Word) -> bool:
    """Whether the word's line is set in title case or capitals."""
    start = text.rfind("\n", 0, word.start) + 1
    end = text.find("\n", word.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) <= _LONGEST_TITLE and _is_in_capitals(line)


@lru_cache(maxsize=128)  # a line is asked for with each of its words
def _is_in_capitals(line: str) -> bool:
    long_words = [piece for piece in re.findall(r"[^\W\d_]+", line) if len(piece) > 3]
    if len(long_words) < 4 or line.rstrip().endswith((".", "”", '"')):
        return False
    capitals: int = sum(piece[0].isupper() for piece in long_words)
    return capitals > _TITLE_CASE * len(long_words)


def _name(text: str, run: list[_Word]) -> Name:
    start, end = run[0].start, run[-1].end
    if _bare(run[-1].text) != run[-1].text:
        end = run[-1].start + len(_bare(run[-1].text))
    parts = tuple(_bare(word.text).casefold() for word in run if word.text.casefold() not in _PARTICLES)
    return Name(start, end, text[start:end], parts)
