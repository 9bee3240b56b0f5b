"""Where quotation marks open and close."""

import re
from typing import NamedTuple

__all__ = ["Quotation", "quotations"]

_OPENERS = {"“": "”", "„": "“”", "«": "»", '"': '"'}
_MARK = re.compile('[“”„«»"]')


class Quotation(NamedTuple):
    """Words between quotation marks. `start:end` takes in the marks, `inner_start:inner_end` does not.

    `closed` is false where the paragraph ended first: the quotation runs on into the next one, or a mark is missing.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """Quotations in order, within each paragraph. A mark that opens nothing and closes nothing is passed over."""
    found: list[Quotation] = []
    for start, end in paragraphs:
        found.extend(_in_paragraph(text, start, end))
    return found


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if _opens(text, mark, start):
                opened = mark
        elif mark.group() in _OPENERS[opened.group()] or (mark.group() == '"' and not _opens(text, mark, start)):
            found.append(Quotation(opened.start(), mark.end(), opened.end(), mark.start(), True))
            opened = None
    if opened is not None and opened.end() < end:
        found.append(Quotation(opened.start(), end, opened.end(), end, False))
    return [quotation for quotation in found if quotation.inner_end > quotation.inner_start]


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    """Whether the mark can open a quotation: a curly one by its shape, a straight one by what surrounds it."""
    if mark.group() != '"':
        return mark.group() in _OPENERS
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1]
    inches = before.isdigit()
    return not inches and (before.isspace() or before in "([—–-:") and not (after.isspace() or after == "")
