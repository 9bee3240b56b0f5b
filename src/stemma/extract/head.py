"""Labelled lines that open a text: a block between two fences, or "Outlet: ..." and "Date: ..." lines."""

import re
from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["Head", "head_of"]

# What people call a field of an article at the head of a file.
_LABELS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "site"),
    "published": ("date", "published", "published on", "date published", "publication date"),
    "authors": ("author", "authors", "byline"),
    "url": ("url", "link"),
}
_FIELD_OF = {label: field for field, labels in _LABELS.items() for label in labels}
_LINE = re.compile(r"[ \t]*(?:\*\*)?([A-Za-z][\w -]{0,30}?)(?:\*\*)?[ \t]*:(?:\*\*)?[ \t]*(.*?)[ \t]*(?:\r?\n|$)")
_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n")
# One such line alone may be the story's own words ("Source: a report of ..."); two are a head.
_LEAST = 2
# A head is short; a longer run of labels is a list.
_MOST_LINES = 40


class Head(NamedTuple):
    """The extents of its lines, where it ends, and the fields it gives, as written."""

    lines: tuple[tuple[int, int], ...]
    end: int
    fields: Mapping[str, str]


def head_of(text: str) -> Head:
    """The labelled head of the text; one without lines where there is none."""
    fence = _FENCE.match(text)
    found = _labelled(text, fence.end() if fence else 0, any_label=fence is not None)
    closed = _FENCE.match(text, found.end) or re.compile(r"---[ \t]*$").match(text, found.end)
    if fence is not None:
        whole = (fence.start(), found.end + len(closed.group().rstrip())) if closed and found.fields else None
        return found._replace(lines=(whole,), end=closed.end()) if whole and closed else Head((), 0, {})
    return found if len(found.lines) >= _LEAST else Head((), 0, {})


def _labelled(text: str, start: int, any_label: bool) -> Head:
    """Labelled lines from `start` on; inside fences every label counts, elsewhere only those of a field."""
    lines: list[tuple[int, int]] = []
    fields: dict[str, str] = {}
    at = start
    while len(lines) < _MOST_LINES and (line := _LINE.match(text, at)) is not None:
        field = _FIELD_OF.get(line[1].casefold())
        if field is None and not any_label:
            break
        if field is not None and line[2]:
            fields.setdefault(field, line[2].strip("\"'"))
        lines.append((line.start(), line.end(2)))
        at = line.end()
    return Head(tuple(lines), at, fields)
