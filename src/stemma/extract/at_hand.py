"""The names of the outlets whose articles are at hand, in every form in which another article may write them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from stemma.extract.outlets import host_of
from stemma.lexicon import table
from stemma.records import Article
from stemma.text.outlets import outlet_key

__all__ = ["Names", "Use", "names_at_hand", "owner_of"]

# "SportWire", "harbour.example": no person, place or thing is written so.
_COINED = re.compile(r"[A-Z]+[a-z]+[A-Z]\w*|\w+\.[a-z]{2,}")
_LEAST = 3  # letters of a form; two letters are initials of too many
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# "Captain Harrow", "Anna Harrow": a capitalised word beside a name makes another name of it.
_WORD_BEFORE = re.compile(r"(?:^|[\s“\"(])([A-ZÀ-Þ][\w’'-]*\.?) $")
_WORD_AFTER = re.compile(rf" (?:(?:of|and|&) )?(?!{_DAYS}\b|(?:I|He|She|It|They|Its|The)\b)[A-ZÀ-Þ]")
_LEAD_IN = re.compile(
    rf"{_DAYS}|But|And|Meanwhile|Later|Earlier|However|As|When|On|In|That|Yet|So|The|While|Then|Since|Both|By|Reporting"
)


class Use(NamedTuple):
    """A name at start:end of a text, "the" included. `owner` is the outlet as its article gives it.

    `sure`: the name in full, of two words or coined, so that it can hardly be anything else. `alone`: its last word,
    in a text that has it nowhere in full.
    """

    start: int
    end: int
    owner: str
    sure: bool
    alone: bool


class _Form(NamedTuple):
    """What a spelling means. `of`: the name in full whose last word it is, "" where it is not a last word alone."""

    owner: str
    sure: bool
    needs_article: bool
    of: str = ""


class Names(NamedTuple):
    """The outlets' names of one story: a pattern of all their forms, and what each form means, by its letters."""

    pattern: re.Pattern[str] | None
    forms: Mapping[str, _Form]

    def uses(self, text: str) -> Iterator[Use]:
        """Each name in the text that can be an outlet's, by place; one that is part of a longer name is none."""
        for found in self.pattern.finditer(text) if self.pattern is not None else ():
            form = self.forms.get(_letters(found["name"]))
            has_article = bool(found["the"]) or found["name"].startswith("The ")
            if form is None or (form.needs_article and not has_article) or _is_part(text, found):
                continue
            if not form.of or not _has_namesake(text, form.of):
                yield Use(found.start(), found.end(), form.owner, form.sure, bool(form.of) and form.of not in text)


def _is_part(text: str, found: re.Match[str]) -> bool:
    """Whether a capitalised word before or after makes it a longer name."""
    before = None if found["the"] else _WORD_BEFORE.search(text, max(0, found.start() - 30), found.start())
    if before is not None and _LEAD_IN.fullmatch(before[1]) is None:
        return True
    return _WORD_AFTER.match(text, found.end()) is not None


def _has_namesake(text: str, name: str) -> bool:
    """Whether the text names another outlet with the same last word: "the Gazette" may then be that one."""
    last = name.rpartition(" ")[2]
    others = re.finditer(rf"([A-ZÀ-Þ][\w.’'-]*) {re.escape(last)}\b", text)
    return any(f"{other[1]} {last}" not in name and _LEAD_IN.fullmatch(other[1]) is None for other in others)


def owner_of(article: Article) -> str | None:
    """The outlet of the article as others may name it: the one that is known, else the agency of its dateline."""
    if article.outlet:
        return article.outlet
    datelines = [entry.span for entry in article.set_aside if entry.reason == "dateline"]
    own = (credit.name for credit in article.credits if any(span.overlaps(credit.span) for span in datelines))
    return next(own, None)


def names_at_hand(articles: Iterable[Article]) -> Names:
    """The names of the articles' outlets. A form that two outlets share names neither."""
    meant: dict[str, list[_Form]] = {}
    written: set[str] = set()
    for owner in sorted({owner for article in articles if (owner := owner_of(article))}):
        for spelling, pattern, form in _forms(owner):
            meant.setdefault(_letters(spelling), []).append(form)
            written.add(pattern)
    if not written:
        return Names(None, {})
    longest_first = "|".join(sorted(written, key=lambda pattern: (-len(pattern), pattern)))
    pattern = rf"(?<![\w’'.&-])(?P<the>[Tt]he )?(?P<name>(?:The )?(?:{longest_first}))(?![\w-]|\.\w|[’'](?!s\b)\w)"
    return Names(re.compile(pattern), {letters: forms[0] for letters, forms in meant.items() if _is_one(forms)})


def _is_one(forms: Iterable[_Form]) -> bool:
    return len({outlet_key(form.owner) for form in forms}) == 1


def _forms(owner: str) -> Iterator[tuple[str, str, _Form]]:
    """The spellings of an outlet's name with a pattern for each: in full, without what names drop, the last word."""
    host = host_of(owner) if " " not in owner else None
    if host is not None:
        label = host.split(".")[0].replace("-", "")
        if len(label) >= _LEAST and label.isascii() and label.isalnum():
            yield label, _spaced(label), _Form(owner, False, False)
        return
    bare = re.sub(r"\s*\(.*?\)", "", owner).strip()
    full = bare.removeprefix("The ").removeprefix("A ").strip()
    coined = _COINED.fullmatch(full) is not None
    for spelling in dict.fromkeys((full, *_shortened(full))):
        one_word = " " not in spelling
        sure = coined or (spelling == full and not one_word)
        if len(_letters(spelling)) >= _LEAST:
            yield spelling, _either_case(spelling), _Form(owner, sure, one_word and bare != full and not coined)
    last = full.rpartition(" ")[2]
    if last != full and len(last) >= _LEAST and last not in _words("too_wide"):
        yield last, re.escape(last), _Form(owner, False, True, full)


def _shortened(name: str) -> Iterator[str]:
    """ "Harrow" for "Harrow News Agency", and what is left of longer names on the way."""
    for word in table("credits")["at_hand"]["dropped"]:
        if name.endswith(f" {word}"):
            yield name.removesuffix(f" {word}")


def _either_case(spelling: str) -> str:
    return "|".join(dict.fromkeys((re.escape(spelling), re.escape(spelling.upper()))))


def _spaced(label: str) -> str:
    """A host's label as a name may write it: a capital first, blanks and hyphens anywhere."""
    letters = "[ -]?".join(f"[{letter}{letter.upper()}]" for letter in label[1:].lower())
    return f"{label[0].upper()}(?:[ -]?{letters})"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("credits")["at_hand"][key])


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.removeprefix("The ")).casefold()
