"""The timeline of a story: what its articles say happened on which day."""

import re
from collections.abc import Iterable, Mapping, Sequence

from stemma.claims.spoken_days import by_exemplar
from stemma.claims.support import ALTERED
from stemma.records import DatedEvent, Lineage, Span

__all__ = ["timeline"]

# Begins what only the sentence before it explains.
_LEANS = re.compile(
    r"[\s“\"‘'(]*(?:he|she|it|they|them|we|i|you|who|which|his|her|its|their|our|my|these|those|such|and|but|so|or|nor|then|also"
    r"|this(?! (?:week|month|year|morning|afternoon|evening|\w+day)\b)|that|another|others|both|neither|either)\b",
    re.IGNORECASE,
)
# "40 of them", "“...,” he said": somebody named before.
_POINTS_BACK = re.compile(
    r"\bof (?:them|these|those|whom)\b|[,”\"] (?:he|she|they) (?:said|added|told|wrote)\b|\b(?:i|we|us|my|our)\b",
    re.IGNORECASE,
)
# The day of the saying, not of what is told: "the board said on Tuesday".
_SAID_THEN = re.compile(
    r"\b(?:said|says|told|reported|announced|added|confirmed|wrote|warned|stated)(?: [\w’'.-]+){0,3}? (?:on )?"
    r"(?:late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
# Fewer words tell no event; and none without a verb does, of which a form is among these.
_FEWEST = 2
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|did|does|[a-z]{2,}(?:ed|es|s)"
    r"|went|came|took|made|gave|got|saw|knew|became|began|left|lost|won|ran|met|brought|held|kept|led|put|set|sent|sank|fell"
    r"|rose|broke|struck|shut|cut|said|told|found|burst|drove|spread|grew|hit|paid|sold|bought|built|spent|stood|wrote)\b"
)


def timeline(events: Iterable[Sequence[DatedEvent]], lineage: Lineage) -> tuple[DatedEvent, ...]:
    """One entry for each date, with every place that names it, told by the first of the least altered article's.

    An entry is understood by itself: where every place leans on the sentence before it, the date is left out. What
    happened on the day tells it before what was said on it.
    """
    altered = {edge.copy: ALTERED[edge.operation] for edge in lineage.descent}
    by_date: dict[tuple[str, str], list[DatedEvent]] = {}
    for article in by_exemplar([list(article) for article in events], lineage):
        for event in article:
            by_date.setdefault((event.date, event.precision), []).append(event)
    entries: list[DatedEvent] = []
    for key in sorted(by_date):
        entry = _merged(by_date[key], altered, frozenset(entry.what for entry in entries))
        entries.extend([entry] if entry is not None else [])
    return tuple(entries)


def _merged(events: Sequence[DatedEvent], altered: Mapping[str, int], told: frozenset[str]) -> DatedEvent | None:
    """The entry of one date; a sentence told of an earlier date tells this one only where no other does."""

    def rank(event: DatedEvent) -> tuple[bool, bool, int, int, tuple[Span, ...], str]:
        span = event.spans[0]
        return (
            event.what in told,
            bool(_SAID_THEN.search(event.what)),
            altered.get(span.article, 0),
            span.start,
            event.spans,
            event.what,
        )

    shown = min((event for event in events if _stands_alone(event)), key=rank, default=None)
    if shown is None:
        return None
    spans = tuple(sorted({span for event in events for span in event.spans}))
    return DatedEvent(shown.date, shown.precision, shown.what, spans)


def _stands_alone(event: DatedEvent) -> bool:
    """Whether the entry can be understood without the sentence before it."""
    words = event.what.split()
    begins = event.what[:1].isupper() or not event.what[:1].isalpha()
    leans = _LEANS.match(event.what) or _POINTS_BACK.search(event.what)
    return begins and len(words) >= _FEWEST and not leans and _VERBAL.search(event.what) is not None
