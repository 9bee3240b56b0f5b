"""Dates of a file's records that may be read in two ways, read as the file's other dates are written."""

from collections.abc import Iterable

import msgspec

from stemma.records import RawPage, Unreadable
from stemma.sources.faults import Found
from stemma.text.day_order import in_order, is_ambiguous, order_of

__all__ = ["by_one_custom"]


def by_one_custom(found: Found) -> Found:
    """The pages of one file in their order; "03/04/2036" is read as its unambiguous dates, if any, all are written.

    From the first such date on, the pages are held back to the end of the file, whose other dates decide.
    """
    written: set[str] = set()
    held: list[RawPage | Unreadable] = []
    try:
        for page in found:
            date = page.published if isinstance(page, RawPage) else None
            order = order_of(date) if date else None
            written.update([order] if order else [])
            if held or (date and is_ambiguous(date)):
                held.append(page)
            else:
                yield page
    except (OSError, ValueError):  # the file breaks off: what came before it is kept
        yield from _read_alike(held, "day" in written, "month" in written)
        raise
    yield from _read_alike(held, "day" in written, "month" in written)


def _read_alike(held: Iterable[RawPage | Unreadable], by_day: bool, by_month: bool) -> Found:
    for page in held:
        date = page.published if isinstance(page, RawPage) else None
        if isinstance(page, RawPage) and date and is_ambiguous(date) and by_day != by_month:
            yield msgspec.structs.replace(page, published=in_order(date, "day" if by_day else "month"))
        else:
            yield page
