"""Plain text and Markdown: one file, one article."""

import re
from pathlib import Path

from stemma.records import RawPage
from stemma.sources.decoding import Undecodable, decode
from stemma.sources.faults import Found, name_of, unreadable

__all__ = ["read_markdown", "read_text"]

_HEADING = re.compile(r"^#[ \t]+(\S.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_SAVE_AGAIN = "save it again as UTF-8 text"


def read_text(path: Path) -> Found:
    """The file's text, exactly; a byte-order mark alone is dropped."""
    source = name_of(path)
    try:
        text = decode(path.read_bytes())
    except Undecodable as problem:
        yield unreadable(source, str(problem), _SAVE_AGAIN)
        return
    if not text.strip():
        yield unreadable(source, "the file is empty", "leave it out, or put the article's text in it")
        return
    yield RawPage(input=source, text=text, id=name_of(Path(path.stem)))


def read_markdown(path: Path) -> Found:
    """The file's text, exactly, with its first heading as the title."""
    for page in read_text(path):
        heading = _HEADING.search(page.text or "") if isinstance(page, RawPage) else None
        if isinstance(page, RawPage) and heading is not None:
            yield RawPage(input=page.input, text=page.text, id=page.id, title=heading.group(1))
        else:
            yield page
