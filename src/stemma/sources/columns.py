"""Parquet: one row, one article, named columns."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stemma.sources.faults import Found, name_of, unreadable
from stemma.sources.fields import CONTENT, page_from

__all__ = ["read_parquet"]


def read_parquet(path: Path) -> Found:
    """Each row as an article; dates and times are read as ISO 8601."""
    import polars  # imported late: 0.1 s that only a table of this kind should cost

    source = name_of(path)
    try:
        table = polars.read_parquet(path)
    except (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError) as error:
        first_line = (str(error).splitlines() or ["unknown"])[0]
        yield unreadable(source, f"it is not a whole Parquet file ({first_line})", "write the file again")
        return
    if not set(CONTENT) & {name.casefold() for name in table.columns}:
        shown = ", ".join(table.columns[:12])
        yield unreadable(source, f"no column holds the text (columns: {shown})", "name one column “text” or “html”")
        return
    if table.is_empty():
        yield unreadable(source, "it has no rows", "put one article in each row")
    for number, row in enumerate(table.iter_rows(named=True), 1):
        yield page_from(dict(_plain_values(row)), f"{source}:row {number}")


def _plain_values(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        yield name.casefold(), value.isoformat() if hasattr(value, "isoformat") else value
