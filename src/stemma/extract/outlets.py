"""Names of news outlets in running text: those the lexicon knows, and those that have the shape of one."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from stemma.lexicon import table
from stemma.text.normalise import squeeze

__all__ = ["Outlet", "canonical", "full_name", "host_of", "is_own", "outlet_after", "outlet_before", "outlet_of"]

# The longest name the lexicon holds has 42 characters; twice that, so that a run is never cut inside a name.
_WINDOW = 90
_WORD = r"(?:St\.(?= )|[A-ZÀ-Þ0-9](?:[\w&-]|[./'’](?=[A-ZÀ-Þ]))*(?:(?<=\.[A-Z])\.)?|dpa|taz|ynet|euronews|teleSUR)"
_RUN = rf"(?:[Tt]he )?{_WORD}(?: (?:(?:of|de|della|and|for|do|in|al|&) )?(?:[Tt]he )?{_WORD})*"
_RUN_BEFORE = re.compile(rf"(?<![\w’'.-]){_RUN}$")
_RUN_AFTER = re.compile(_RUN)
_NOT_A_NAME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|But|And|Meanwhile|Later|Earlier|However|As|When|On|In|That|Yet|So"
    r"|A|An|Another|Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|[12]\d{3})\b[., ]*"
    r"|\S+-(?:based|run|owned|backed|linked|controlled|language|leaning) "
)


class Outlet(NamedTuple):
    """An outlet's name in the text, as it is to be shown. `known`: the lexicon has it. `ambiguous`: also a word."""

    start: int
    end: int
    name: str
    known: bool
    ambiguous: bool


def outlet_before(text: str, position: int, reporting: bool = False) -> Outlet | None:
    """The outlet whose name ends at `position`; `reporting`: the verb after it is one that only a report goes with.

    Such a verb makes an outlet of a doubtful name: people "said", but "Harbour Wire reported".
    """
    window = max(0, position - _WINDOW)
    run = _RUN_BEFORE.search(text[window:position])
    if run is None:
        return None
    found = next(_readings(text, window + run.start(), position, at_end=True), None)
    return found or (_doubtful(text, window + run.start(), position) if reporting else None)


def _doubtful(text: str, start: int, end: int) -> Outlet | None:
    """The run as an outlet if its last word may end an outlet's name."""
    shaped = _shaped("the " + text[start:end].removeprefix("the ").removeprefix("The "))
    return Outlet(end - len(shaped), end, shaped, False, False) if shaped else None


def outlet_after(text: str, position: int) -> Outlet | None:
    """The outlet whose name begins at `position`."""
    run = _RUN_AFTER.match(text[position : position + _WINDOW])
    return next(_readings(text, position, position + run.end(), at_end=False), None) if run else None


def outlet_of(line: str) -> str | None:
    """The outlet that the whole line names, with or without its article; None where it is no outlet's name."""
    found = outlet_after(line, 0)
    if found is None and _RUN_AFTER.fullmatch(line):
        found = _doubtful(line, 0, len(line))
    return found.name if found is not None and found.end == len(line) else None


def _readings(text: str, start: int, end: int, at_end: bool) -> Iterator[Outlet]:
    """What part of a capitalised run is an outlet: the longest known name first, then the longest shape."""
    breaks = [start + match.start() for match in re.finditer(r"(?<= )\S|^\S", text[start:end])]
    ends = [start + match.end() for match in re.finditer(r"\S(?= |$)", text[start:end])]
    parts = [(left, end) for left in breaks] if at_end else [(start, right) for right in reversed(ends)]
    for left, right in parts:
        known = _known(text[left:right])
        if known is not None:
            bare = text[left:right].removeprefix("the ").removeprefix("The ")
            yield Outlet(left, right, known, True, bare in _shapes("ambiguous") and not _has_article(text, left, right))
    for left, right in parts:
        if _is_short(text[left:right]):
            yield Outlet(left, right, "The " + text[left + 4 : right], False, False)
    for left, right in parts:
        shaped = _shaped(text[left:right])
        if shaped is not None:
            with_article = _article_before(text, start, left + text[left:right].index(shaped))
            yield Outlet(with_article, right, _shown(text[with_article:right]), False, False)


def _has_article(text: str, left: int, right: int) -> bool:
    return text[left:right].startswith(("the ", "The "))


def _article_before(text: str, least: int, left: int) -> int:
    return left - 4 if left - 4 >= least and text[left - 4 : left] in {"the ", "The "} else left


def _shown(name: str) -> str:
    return name.removeprefix("the ")


def _known(name: str) -> str | None:
    """The canonical name; "the" may stand before any, and "The" is needed where a name is nothing without it."""
    return _names().get(name) or _names().get(name.removeprefix("the ").removeprefix("The "))


def _is_short(name: str) -> bool:
    """Whether it is an outlet's last word with an article, as "the Post" is."""
    return name.startswith(("the ", "The ")) and name[4:] in (_shapes("sure") | _shapes("doubtful"))


def full_name(short: str, named_before: Mapping[str, str], outlet: str | None) -> str | None:
    """What "The Post" stands for: the name before it that ends so, else the outlet's own, else one that is called so.

    `named_before` has the latest name by its last word. A name that is no such short form is returned as it is; None
    where nothing tells which outlet is meant.
    """
    if not _is_short(short):
        return short
    last = short[4:]
    named = named_before.get(last)
    if named is None and outlet and any(own.endswith(_letters(last)) for own in _own_letters(outlet)):
        return outlet
    return named or _known(short)


def _shaped(name: str) -> str | None:
    """The name without article or lead-in words, where it has an outlet's shape."""
    has_article = name.startswith(("the ", "The "))
    bare = name.removeprefix("the ").removeprefix("The ")
    while lead_in := _NOT_A_NAME.match(bare):
        bare = bare[lead_in.end() :]
    inner = re.search(r".*\b([Tt]he) ", bare)
    if inner:
        has_article, bare = True, bare[inner.end() :]
    bare = _after_person(bare)
    words = bare.split()
    if len(words) < 2 or words[-2] in _shapes("never_first"):
        return None
    sure = words[-1] in _shapes("sure") or (" ".join(words[-2:]) in _shapes("sure") and len(words) > 2)
    return bare if sure or (has_article and words[-1] in _shapes("doubtful")) else None


def _after_person(name: str) -> str:
    """ "Jane Doe of Harbour News" without the person."""
    person, of, rest = name.rpartition(" of ")
    return rest if of and len(person.split()) == 2 and (_known(rest) or len(rest.split()) > 1) else name


@cache
def _names() -> dict[str, str]:
    """Every spelling with its canonical name."""
    spelt: dict[str, str] = {}
    for group in ("agencies", "outlets"):
        for name, aliases in table("agencies")[group].items():
            for spelling in (name, *aliases):
                spelt.setdefault(spelling, name)
    return spelt


@cache
def _in_capitals() -> dict[str, str]:
    return {spelling.upper(): name for spelling, name in reversed(_names().items())}


@cache
def _shapes(key: str) -> frozenset[str]:
    return frozenset(table("agencies")["shapes"][key])


@cache
def _squeezed() -> dict[str, str]:
    """Every spelling as a host's name would write it, with its canonical name."""
    letters = {_letters(spelling): name for spelling, name in reversed(_names().items())}
    return {**letters, **table("agencies")["domains"]}


def _letters(name: str) -> str:
    return squeeze(name).removeprefix("the ").replace(" ", "").replace("'", "")


def canonical(name: str) -> str:
    """The name as the lexicon spells it, else as it stands without a leading "the"."""
    bare = name.strip()
    return _known(bare) or (_in_capitals().get(bare) if bare.isupper() else None) or _shown(bare)


def host_of(url: str) -> str | None:
    """The host of an address without its "www."; None where it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def is_own(name: str, outlet: str | None) -> bool:
    """Whether the outlet, given by its name or its host, is the one that `name` names."""
    if not outlet:
        return False
    theirs, ours = _letters(canonical(name)), _own_letters(outlet)
    longer = f"{squeeze(outlet)} ".startswith(f"{squeeze(name)} ")  # "CNN Online" is CNN's
    return longer or any(theirs == own or _squeezed().get(own) == canonical(name) for own in ours)


@cache
def _own_letters(outlet: str) -> tuple[str, ...]:
    """The outlet's name, or each label of its host, in letters alone."""
    bare = re.sub(r"\s*\(.*?\)", "", outlet).strip()  # "Name (Web)"
    host = host_of(bare) if " " not in bare else None
    labels = host.split(".")[:-1] if host else [bare]
    return tuple(_letters(label).removeprefix("the") or _letters(label) for label in labels) + tuple(
        _letters(label) for label in labels
    )
