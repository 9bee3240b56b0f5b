"""A saved web page: one file, one article, still in HTML."""

import re
from pathlib import Path

from stemma.records import RawPage
from stemma.sources.decoding import Undecodable, decode
from stemma.sources.faults import Found, name_of, unreadable

__all__ = ["read_html"]

# The HTML standard wants the declaration within the first 1,024 bytes; pages put it later.
_HEAD = 4096
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read_html(path: Path) -> Found:
    """The file's HTML, decoded as it declares where it is not UTF-8."""
    source = name_of(path)
    raw = path.read_bytes()
    declared = _CHARSET.search(raw, 0, _HEAD)
    try:
        html = decode(raw, declared.group(1).decode("ascii") if declared else None)
    except Undecodable as problem:
        yield unreadable(source, str(problem), "save the page again from a browser, as HTML")
        return
    if not html.strip():
        yield unreadable(source, "the file is empty", "save the page again, or leave it out")
        return
    yield RawPage(input=source, html=html, id=name_of(Path(path.stem)))
