"""Paragraphs of plain text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from stemma.text.date_lines import is_byline, is_date_line

__all__ = ["paragraphs"]

_BREAK = re.compile(r"\r\n?|\n|\x85|\u2028|\u2029|\x0b|\x0c")

# A line of at least this many characters that ends without a closing mark was broken by a wrapping editor: editors
# wrap at 60 to 80 columns, while a heading or list line that long is rare (chosen by eye).
_WRAPPED_LINE = 55
_CLOSING = frozenset(".!?:;\"”’'»)]*…")

# No editor wraps at more columns: a longer line holds a whole paragraph (chosen by eye; the widest in use is 100).
_WIDEST = 120
# So far down a head goes: headline, deck, byline, outlet, place and date with a line each, and two to spare.
_HEAD = 8
# A headline is not longer (25 words of six letters), and does not break off at a small word.
_LONGEST_HEADLINE = 150
_BROKEN_OFF = re.compile(
    r"(?:[,–—-]|\b(?:a|an|and|as|at|by|for|from|had|has|have|in|is|its|of|on|or|said|that|the|their|to|told|was|were"
    r"|which|who|with))$"
)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph, trimmed of white space, in order.

    A blank line always divides. A single line break divides too, unless the line before it looks hard-wrapped. The
    lines of a head (headline, byline, outlet, date) never run on.
    """
    found: list[tuple[int, int]] = []
    last_line: tuple[int, int] | None = None
    lines = _lines(text)
    head = _head_ends(text, lines)
    for start, end in lines:
        if start == end:
            last_line = None
            continue
        if last_line is not None and last_line[1] not in head and _is_wrapped(text, last_line):
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


def _head_ends(text: str, lines: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Where the lines of the head end: those down to a date line or byline, and a headline above a whole paragraph.

    The head stands in the first lines, before the first blank one.
    """
    first = next((index for index, (start, end) in enumerate(lines) if start < end), 0)
    block: list[tuple[int, int]] = []
    for start, end in lines[first : first + _HEAD]:
        if start == end:
            break
        block.append((start, end))
    shown = [text[start:end] for start, end in block]
    last = max((index for index, line in enumerate(shown) if _is_label(line)), default=-1)
    above = {index for index, (line, following) in enumerate(pairwise(shown)) if _is_headline(line, following)}
    return frozenset(end for index, (_, end) in enumerate(block) if index <= last or index in above)


def _is_label(line: str) -> bool:
    return len(line) <= _WIDEST and (is_date_line(line) or is_byline(line))


def _is_headline(line: str, following: str) -> bool:
    """Whether the line stands above a paragraph that is one long line, and does not run on into it."""
    begins_anew = not following[:1].islower()
    return len(following) > _WIDEST and len(line) <= _LONGEST_HEADLINE and begins_anew and not _BROKEN_OFF.search(line)
