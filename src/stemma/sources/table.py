"""CSV: one row, one article, named columns."""

import csv
from collections.abc import Iterator
from pathlib import Path

from stemma.records import RawPage, Unreadable
from stemma.sources.decoding import Undecodable, decoded_lines
from stemma.sources.faults import Found, name_of, unreadable
from stemma.sources.fields import CONTENT, page_from

__all__ = ["read_csv"]

# The module's own limit of 131,072 characters is less than a web page. A field above this one is an open quotation
# mark that swallowed the file (chosen by eye: a hundred times the longest news article).
_LONGEST_FIELD = 16_000_000
_DELIMITERS = ",;\t"
_REST = "correct the row; the rows after it were not read"


def read_csv(path: Path) -> Found:
    """Each row as an article. Columns are divided by comma, semicolon or tab, whichever the first line has most of."""
    source = name_of(path)
    with path.open("rb") as stream:
        lines = _text_lines(decoded_lines(stream))
        rows: Iterator[list[str]] = iter(())
        number = 0
        try:
            header_line = next(lines, "")
            delimiter = max(_DELIMITERS, key=header_line.count)
            header = [name.strip().casefold() for name in next(csv.reader([header_line], delimiter=delimiter), [])]
            if not set(CONTENT) & set(header):
                yield _headless(source, header)
                return
            csv.field_size_limit(_LONGEST_FIELD)
            rows = csv.reader(lines, delimiter=delimiter, strict=True)
            for number, row in enumerate(rows, 1):
                if row:
                    yield _page(row, header, f"{source}:row {number}")
            if not number:
                yield unreadable(source, "it has a header and no rows", "put one article in each row")
        except (csv.Error, Undecodable) as error:
            yield unreadable(f"{source}:row {number + 1}", f"broken CSV ({error})", _REST)


def _text_lines(lines: Iterator[str | Undecodable]) -> Iterator[str]:
    for line in lines:
        if isinstance(line, Undecodable):
            raise line
        yield line


def _page(row: list[str], header: list[str], source: str) -> RawPage | Unreadable:
    if len(row) > len(header):
        return unreadable(
            source, f"{len(row)} fields under {len(header)} columns", "quote fields that hold a delimiter"
        )
    return page_from({name: value for name, value in zip(header, row, strict=False) if value}, source)


def _headless(source: str, header: list[str]) -> RawPage | Unreadable:
    if not any(header):
        return unreadable(source, "the file is empty", "put the columns' names in its first line")
    shown = ", ".join(header[:12])
    return unreadable(source, f"no column holds the text (columns: {shown})", "name one column “text” or “html”")
