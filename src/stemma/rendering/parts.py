"""A report as a folder of files: articles and stories in parts, what was set aside, and a manifest."""

import io
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Protocol

import msgspec

from stemma.rendering.encode import Plain, encoded, encoded_line, well_formed
from stemma.rendering.model import Report
from stemma.rendering.objects import article_object, story_object

__all__ = ["write_parts"]

_SCHEMA = "stemma.run/1"
# Rows of a part: a part of stories is then tens of megabytes, which readers of columns like.
_PART = 2000
_ARTICLE_COLUMNS = ("id", "outlet", "url", "published", "title", "language", "text")
_STORY_COLUMNS = ("id", "title", "from", "to", "articles")


class _Folder(Protocol):
    def names(self, below: str) -> list[str]: ...

    def write(self, name: str, content: bytes) -> None: ...

    def remove(self, name: str) -> None: ...


def write_parts(report: Report, folder: _Folder, *, parquet: bool) -> None:
    """Write `articles/part-*`, `stories/part-*`, `unreadable.jsonl`, and last `manifest.json`, which names them.

    As JSON lines each line is an Article or a Story of the contract. As Parquet each row has the plain fields as
    columns and the whole object as JSON in the column `json`. Parts of an earlier run that are no more are removed.
    """
    ending = "parquet" if parquet else "jsonl"
    parts: list[Plain] = []
    for kind, columns, objects in (
        ("articles", _ARTICLE_COLUMNS, (article_object(article) for article in report.articles)),
        ("stories", _STORY_COLUMNS, (story_object(story) for story in report.stories)),
    ):
        earlier = {f"{kind}/{name}" for name in folder.names(kind)}
        for number, rows in enumerate(_cut(objects)):
            content = _table(rows, columns) if parquet else _lines(rows)
            parts.append(_written(folder, f"{kind}/part-{number:05}.{ending}", content, len(rows)))
        for name in sorted(earlier - {str(part["name"]) for part in parts}):
            folder.remove(name)
    aside: list[Plain] = [msgspec.to_builtins(entry) for entry in report.unreadable]
    parts.append(_written(folder, "unreadable.jsonl", _lines(aside), len(aside)))
    manifest = {
        "schema": _SCHEMA,
        "stemma": report.version,
        "articles": len(report.articles),
        "stories": len(report.stories),
        "unreadable": len(report.unreadable),
        "parts": parts,
    }
    folder.write("manifest.json", encoded(manifest).encode())


def _written(folder: _Folder, name: str, content: bytes, rows: int) -> Plain:
    folder.write(name, content)
    return {"name": name, "rows": rows, "blake2b": blake2b(content, digest_size=16).hexdigest()}


def _cut(objects: Iterator[Plain]) -> Iterator[list[Plain]]:
    part: list[Plain] = []
    for one in objects:
        part.append(one)
        if len(part) == _PART:
            yield part
            part = []
    if part:
        yield part


def _lines(rows: Sequence[Plain]) -> bytes:
    return "".join(encoded_line(row) + "\n" for row in rows).encode()


def _table(rows: Sequence[Plain], columns: Sequence[str]) -> bytes:
    import polars as pl  # imported late: a tenth of a second that JSON lines need not cost

    kinds = {name: pl.List(pl.String) if name == "articles" else pl.String for name in (*columns, "json")}
    values = [{name: _cell(row[name]) for name in columns} | {"json": encoded_line(row)} for row in rows]
    stream = io.BytesIO()
    pl.DataFrame(values, schema=kinds).write_parquet(stream)
    return stream.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str):
        return well_formed(value)
    return [well_formed(str(entry)) for entry in value] if isinstance(value, list | tuple) else value
