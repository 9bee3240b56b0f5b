"""From a record's named fields (a JSON object, a table's row) to a raw page."""

import json
from collections.abc import Mapping
from typing import Any

from stemma.records import RawPage, Unreadable, digest
from stemma.sources.faults import unreadable
from stemma.text.bylines import divided

__all__ = ["CONTENT", "page_from"]

# What other collections call a field of ours, in the order of trust. Each is used only where ours is missing.
_ALIASES = {
    "text": ("body", "content"),
    "published": ("date",),
    "outlet": ("source", "publisher", "domain"),
    "authors": ("author",),
}
_PLAIN = ("id", "outlet", "url", "published", "title", "language")
# Names of the fields that can hold an article.
CONTENT = ("text", *_ALIASES["text"], "html")

_PARTIAL = "give the article's text as a string in “text”, or its page in “html”"


def page_from(record: Mapping[str, Any], source: str) -> RawPage | Unreadable:
    """The record as a page; unknown fields, and known ones of another type, are kept in `extra`."""
    left = {key: value for key, value in record.items() if value is not None}
    text, html = _take(left, "text"), left.pop("html", None)
    wrong = next((value for value in (text, html) if value is not None and not isinstance(value, str)), None)
    if wrong is not None:
        return unreadable(source, f"its text is {_kind(wrong)}, not a string", _PARTIAL)
    if text and text.strip():
        html = None
    elif html and html.strip():
        text = None
    else:
        return unreadable(source, "it has no text", _PARTIAL)
    content = text or html or ""
    if not _is_unicode(content):
        return unreadable(source, "its text holds half of a surrogate pair", "write the text as UTF-8")
    known = {name: _plain(left, name) for name in _PLAIN}
    authors = _authors(left)
    marks = (known[name] or "" for name in ("outlet", "url", "published", "title"))
    known["id"] = known["id"] or digest(content, *marks)
    return RawPage(input=source, text=text, html=html, authors=authors, extra=_as_json(left), **known)


def _take(left: dict[str, Any], name: str) -> Any:
    """The field under our name, else under the first alias it has, taken out of what is left."""
    if name in left:
        return left.pop(name)
    alias = next((alias for alias in _ALIASES.get(name, ()) if alias in left), None)
    return left.pop(alias) if alias is not None else None


def _plain(left: dict[str, Any], name: str) -> str | None:
    """A field of one line; a number is written out, anything else goes back to what is left."""
    value = _take(left, name)
    if isinstance(value, str) and _is_unicode(value):
        return value.strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if value is not None:
        left[name] = value
    return None


def _authors(left: dict[str, Any]) -> tuple[str, ...]:
    value = _take(left, "authors")
    if isinstance(value, str) and _is_unicode(value):
        return divided(value)
    if isinstance(value, list) and all(isinstance(name, str) and _is_unicode(name) for name in value):
        return tuple(name.strip() for name in value if name.strip())
    if value is not None:
        left["authors"] = value
    return ()


def _kind(value: Any) -> str:
    kinds = {bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return kinds.get(type(value), f"of type {type(value).__name__}")


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _as_json(left: Mapping[str, Any]) -> str:
    """JSON in ASCII, so that no half surrogate can hurt; types that JSON lacks are written as text."""
    return json.dumps(left, sort_keys=True, default=str) if left else "{}"
