"""The timeline of a story: what its articles say happened on which day."""

from collections.abc import Iterable, Sequence

from stemma.records import DatedEvent

__all__ = ["timeline"]


def timeline(events: Iterable[Sequence[DatedEvent]]) -> tuple[DatedEvent, ...]:
    """One entry for each date, told in the words of the shortest sentence that names it, with every place that does."""
    by_date: dict[tuple[str, str], list[DatedEvent]] = {}
    for article in events:
        for event in article:
            by_date.setdefault((event.date, event.precision), []).append(event)
    return tuple(_merged(by_date[key]) for key in sorted(by_date))


def _merged(events: Sequence[DatedEvent]) -> DatedEvent:
    shown = min(events, key=lambda event: (len(event.what), event.what, event.spans))
    spans = tuple(sorted({span for event in events for span in event.spans}))
    return DatedEvent(shown.date, shown.precision, shown.what, spans)
