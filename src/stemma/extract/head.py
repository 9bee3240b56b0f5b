"""Labelled lines at a text's head: a block between two fences, "Outlet: ..." and "Date: ..." lines, above or below
the headline.
"""

import re
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from stemma.text.date_lines import is_date_line

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
# Except these, which no story says of itself in a line of its own.
_SURE = frozenset({"outlet", "publication", "newspaper", "authors", "author", "byline", "url"})
# A head is short; a longer run of labels is a list.
_MOST_LINES = 40
# So far down labels are looked for below a headline, and a line of so many words is the story's own.
_FURTHEST, _BODY = 8, 20
_REACH = 2000  # characters; eight lines of fewer than twenty words have fewer


class Head(NamedTuple):
    """The extents of its lines, where what stands above the headline ends, and the fields it gives, as written."""

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
    above = found if found.lines and _is_head(found, text) else Head((), 0, {})
    return above if above.lines else _below(text)


def _is_head(head: Head, text: str) -> bool:
    labels = {match[1].casefold() for start, _ in head.lines if (match := _LINE.match(text, start)) is not None}
    return len(head.lines) >= _LEAST or bool(labels & _SURE)


def _below(text: str) -> Head:
    """Labelled lines below a headline; those that give a date are left to the opening, which reads them."""
    lines: list[tuple[int, int]] = []
    fields: dict[str, str] = {}
    shown = (match for match in re.finditer(r"[^\r\n]*\S[^\r\n]*", text[:_REACH]))
    for line in islice(shown, _FURTHEST):
        if len(line.group().split()) >= _BODY:
            break
        label = _LINE.match(line.group())
        field = _FIELD_OF.get(label[1].casefold()) if label is not None and label[2] else None
        if label is None or field is None or is_date_line(line.group()):
            continue
        fields.setdefault(field, label[2].strip("\"'"))
        lines.append((line.start() + label.start(), line.start() + label.end(2)))
    found = Head(tuple(lines), 0, fields)
    return found if lines and _is_head(found, text) else Head((), 0, {})


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
