"""Paragraphs of plain text."""

import re

__all__ = ["paragraphs"]

_BREAK = re.compile(r"\r\n?|\n|\x85|\u2028|\u2029|\x0b|\x0c")

# A line of at least this many characters that ends without a closing mark was broken by a wrapping editor: editors
# wrap at 60 to 80 columns, while a heading or list line that long is rare (chosen by eye).
_WRAPPED_LINE = 55
_CLOSING = frozenset(".!?:;\"”’'»)]*…")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph, trimmed of white space, in order.

    A blank line always divides. A single line break divides too, unless the line before it looks hard-wrapped.
    """
    found: list[tuple[int, int]] = []
    last_line: tuple[int, int] | None = None
    for start, end in _lines(text):
        if start == end:
            last_line = None
            continue
        if last_line is not None and _is_wrapped(text, last_line):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        last_line = (start, end)
    return found


def _lines(text: str) -> list[tuple[int, int]]:
    """Trimmed extent of each line; an empty line has start == end."""
    lines = []
    position = 0
    for match in _BREAK.finditer(text):
        lines.append(_trim(text, position, match.start()))
        position = match.end()
    lines.append(_trim(text, position, len(text)))
    return lines


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    start += len(line) - len(line.lstrip())
    return start, start + len(line.strip())


def _is_wrapped(text: str, line: tuple[int, int]) -> bool:
    """Whether the line runs on into the next one."""
    return line[1] - line[0] >= _WRAPPED_LINE and text[line[1] - 1] not in _CLOSING
