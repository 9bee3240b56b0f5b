"""What an article says happened when."""

import re
from collections.abc import Sequence
from datetime import date

from stemma.records import Article, DatedEvent
from stemma.text.dates import DateExpression, dates
from stemma.text.sentences import sentences

__all__ = ["dated_events"]

# A line of a timeline must be readable at a glance.
_LONGEST = 160
_BREAK = re.compile(r"[;:,–—]\s|\s[–—-]\s|\s(?=(?:and|but|while|after|before|when|as|because|which|who|where)\s)")
_CUT = " …"
_ENDS = " \t\n,;:–—-"


def dated_events(article: Article, base: str | None = None) -> tuple[DatedEvent, ...]:
    """Each date that the body names, with the words around it; by date, then by place.

    `base` (ISO 8601) is the day that "Friday" is counted from, the article's publication date if not given. An
    expression that gives no date is left out, and so is what is set aside; () for a text that is not in English.
    """
    if article.language and not article.language.lower().startswith("en"):
        return ()
    day = _day(base or article.published)
    aside = [(each.span.start, each.span.end) for each in article.set_aside]
    found: list[DatedEvent] = []
    for whole in sentences(article.text):
        start, end = _trimmed(article.text, whole, aside)
        if start < end and not any(first < end and start < last for first, last in aside):
            found.extend(_in_sentence(article, start, end, day))
    return tuple(sorted(found, key=lambda event: (event.date, event.spans)))


def _trimmed(text: str, sentence: tuple[int, int], aside: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The sentence without what is set aside before its first word, as a dateline is."""
    start, end = sentence
    start = max([start, *(last for first, last in aside if first <= start < last)])
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _in_sentence(article: Article, start: int, end: int, base: date | None) -> list[DatedEvent]:
    body = article.text[start:end]
    seen: set[str] = set()
    found = []
    for each in dates(body, base):
        if each.date is not None and each.precision is not None and each.date not in seen:
            seen.add(each.date)
            found.append(DatedEvent(each.date, each.precision, _around(body, each), (article.span(start, end),)))
    return found


def _around(sentence: str, expression: DateExpression) -> str:
    """The clauses around the date, as many as fit, in the sentence's own words."""
    if len(sentence) <= _LONGEST:
        return " ".join(sentence.split())
    cuts = [0, *(match.start() for match in _BREAK.finditer(sentence)), len(sentence)]
    first = max(index for index, cut in enumerate(cuts) if cut <= expression.start)
    last = next(index for index, cut in enumerate(cuts) if cut >= expression.end)
    if cuts[last] <= _LONGEST:  # the head of a sentence names who or what it is of
        first = 0
    if cuts[last] - cuts[first] > _LONGEST:
        return _window(sentence, expression)
    grown = True
    while grown:
        grown = False
        if first > 0 and cuts[last] - cuts[first - 1] <= _LONGEST:
            first, grown = first - 1, True
        if last + 1 < len(cuts) and cuts[last + 1] - cuts[first] <= _LONGEST:
            last, grown = last + 1, True
    cut = _CUT if last < len(cuts) - 1 else ""
    return " ".join(sentence[cuts[first] : cuts[last]].strip(_ENDS).split()) + cut


def _window(sentence: str, expression: DateExpression) -> str:
    """Whole words around the date where even its own clause is too long."""
    left = max(0, min(expression.start, expression.end - _LONGEST // 2 - 20))
    right = min(len(sentence), left + _LONGEST - len(_CUT))
    piece = sentence[left:right]
    if left > 0:
        piece = piece.partition(" ")[2]
    cut = _CUT if right < len(sentence) else ""
    return " ".join((piece.rsplit(" ", 1)[0] if cut else piece).strip(_ENDS).split()) + cut
