"""Which reader reads which file, by the ending of its name."""

from collections.abc import Callable
from pathlib import Path

from stemma.sources.columns import read_parquet
from stemma.sources.faults import Found
from stemma.sources.jsonl import read_gzip, read_jsonl, read_zstd
from stemma.sources.plain import read_markdown, read_text
from stemma.sources.table import read_csv
from stemma.sources.web import read_html

__all__ = ["ENDINGS", "ONE_ARTICLE", "reader_for"]

Reader = Callable[[Path], Found]

_READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".jsonl.gz": read_gzip,
    ".jsonl.zst": read_zstd,
    ".csv": read_csv,
    ".parquet": read_parquet,
}
# The endings as a reader of an error message sees them.
ENDINGS = ", ".join(_READERS)
# Files that hold one article each, whose id is the file's stem.
ONE_ARTICLE = (".txt", ".md", ".html", ".htm")


def reader_for(path: Path) -> Reader | None:
    """The reader of this file, None where its ending is not known. Case does not matter."""
    name = path.name.casefold()
    return next((reader for ending, reader in _READERS.items() if name.endswith(ending) and name != ending), None)
