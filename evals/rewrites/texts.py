"""The events' files: one report, what was made from it, and what was not."""

import re
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from evals.splits import Half, split

__all__ = ["Collection", "Event", "Made", "events", "sources"]

Collection = Literal["events", "conferences"]

_FOLDER = Path(__file__).parent
# "=== name", then "of" or "part of" the text that it was made from, or "independent"; then what was done.
_HEAD = re.compile(
    r"^=== (?P<name>\S+)(?: \| (?:(?P<relation>of|part of) (?P<parent>\S+)|independent)(?: \| (?P<how>.+))?)?$",
    re.MULTILINE,
)


class Made(NamedTuple):
    """One text of an event. `parent` is what it was made from, None for the original and for independent reports;
    `part` tells that it owes the parent only a part; `manner` is how it was made."""

    name: str
    text: str
    parent: str | None
    part: bool
    manner: str


class Event(NamedTuple):
    """One invented event: its original report, everything made from that, and other reporters' own reports."""

    name: str
    half: Half
    original: Made
    rewrites: tuple[Made, ...]
    chain: tuple[Made, ...]
    partial: tuple[Made, ...]
    independent: tuple[Made, ...]


def sources(collection: Collection = "events") -> list[Path]:
    """The files of a collection's events, by name."""
    return sorted((_FOLDER / collection).glob("*.txt"))


@cache
def events(collection: Collection = "events") -> tuple[Event, ...]:
    """Every event of the collection, by name; ValueError where a file has no original or a parent is missing."""
    return tuple(_event(path.stem, path.read_text(encoding="utf-8")) for path in sources(collection))


def _event(name: str, written: str) -> Event:
    texts = [_made(head, text) for head, text in _sections(written)]
    named = {made.name: made for made in texts}
    missing = [made.name for made in texts if made.parent is not None and made.parent not in named]
    if "original" not in named or missing:
        raise ValueError(f"{name}.txt has no original or no parent of {missing}: mend its headings")
    return Event(
        name=name,
        half=split(name),
        original=named["original"],
        rewrites=tuple(made for made in texts if made.parent == "original" and not made.part),
        chain=tuple(made for made in texts if made.parent not in (None, "original")),
        partial=tuple(made for made in texts if made.part),
        independent=tuple(made for made in texts if made.name.startswith("independent")),
    )


def _sections(written: str) -> list[tuple[re.Match[str], str]]:
    heads = list(_HEAD.finditer(written))
    ends = [head.start() for head in heads[1:]] + [len(written)]
    return [(head, written[head.end() : end].strip()) for head, end in zip(heads, ends, strict=True)]


def _made(head: re.Match[str], text: str) -> Made:
    name = head["name"]
    return Made(name, text, head["parent"], head["relation"] == "part of", head["how"] or name)
