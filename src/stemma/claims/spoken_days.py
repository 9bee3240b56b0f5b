"""Days that a speaker names by the day on which he speaks: in every copy the "today" of the first report."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from stemma.records import DatedEvent, Lineage
from stemma.text.dates import dates

__all__ = ["by_exemplar"]

_QUOTED = re.compile(r"[“\"]([^“”\"]+)(?:[”\"]|$)")
_WORD = re.compile(r"\w+")
_RELATIVE = re.compile(
    r"\b(?:(?P<back>yesterday)|(?P<ahead>tomorrow)|today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE
)


def by_exemplar(events: Sequence[Sequence[DatedEvent]], lineage: Lineage) -> list[list[DatedEvent]]:
    """The events of each article without those that count a quoted "today" from the day of a copy.

    Where articles date one quotation differently, those made from another of them give way to it; where more than one
    day is left, nobody knows which it was, and none is told.
    """
    told: dict[str, dict[str, str]] = {}
    for event in (event for article in events for event in article):
        if words := _spoken(event):
            told.setdefault(words, {})[event.spans[0].article] = event.date
    wrong = {(words, article) for words, days in told.items() for article in _misdated(days, lineage)}
    return [[each for each in article if (_spoken(each), each.spans[0].article) not in wrong] for article in events]


def _spoken(event: DatedEvent) -> str:
    """The quoted words, without marks, by whose "today" the event is dated; "" where its date stands elsewhere."""
    sentence = event.spans[0].text
    spoken = [found for found in _QUOTED.finditer(sentence) if _RELATIVE.search(found[1])]
    if len(spoken) != 1 or event.precision != "day":
        return ""
    named = _RELATIVE.search(spoken[0][1])
    step = 0 if named is None else bool(named["ahead"]) - bool(named["back"])
    counted_from = date.fromisoformat(event.date) - timedelta(days=step)
    start, end = spoken[0].span()
    beside = (each for each in dates(sentence, counted_from) if each.end <= start or each.start >= end)
    return "" if any(each.date == event.date for each in beside) else " ".join(_WORD.findall(spoken[0][1].casefold()))


def _misdated(days: Mapping[str, str], lineage: Lineage) -> list[str]:
    """The articles whose day is not to be told."""
    if len(set(days.values())) < 2:
        return []
    copies = {article for article in days if any(above in days for above in _above(article, lineage))}
    first = {day for article, day in days.items() if article not in copies}
    return sorted(copies if len(first) == 1 else days)


def _above(article: str, lineage: Lineage) -> Iterator[str]:
    """What the article was made from, directly or by way of others."""
    waiting, seen = [article], {article}
    while waiting:
        made_of = waiting.pop()
        for edge in lineage.descent:
            if edge.copy == made_of and edge.exemplar not in seen:
                seen.add(edge.exemplar)
                waiting.append(edge.exemplar)
                yield edge.exemplar
