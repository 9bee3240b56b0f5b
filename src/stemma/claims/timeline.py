"""The timeline of a story: what its articles say happened on which day."""

from collections.abc import Iterable, Mapping, Sequence

from stemma.claims.support import ALTERED
from stemma.records import DatedEvent, Lineage

__all__ = ["timeline"]


def timeline(events: Iterable[Sequence[DatedEvent]], lineage: Lineage) -> tuple[DatedEvent, ...]:
    """One entry for each date, with every place that names it, told by the first of the least altered article's."""
    altered = {edge.copy: ALTERED[edge.operation] for edge in lineage.descent}
    by_date: dict[tuple[str, str], list[DatedEvent]] = {}
    for article in events:
        for event in article:
            by_date.setdefault((event.date, event.precision), []).append(event)
    return tuple(_merged(by_date[key], altered) for key in sorted(by_date))


def _merged(events: Sequence[DatedEvent], altered: Mapping[str, int]) -> DatedEvent:
    shown = min(events, key=lambda e: (altered.get(e.spans[0].article, 0), e.spans[0].start, e.spans, e.what))
    spans = tuple(sorted({span for event in events for span in event.spans}))
    return DatedEvent(shown.date, shown.precision, shown.what, spans)
