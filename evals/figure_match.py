"""Figures found and true, compared by place, value, bound and what is counted."""

import re
from collections.abc import Sequence

from evals.measure import Measure, measures_of
from evals.metrics import mean, score
from evals.truth import TrueFigure
from stemma.records import Figure, Span

__all__ = ["Placed", "figure_measures", "paired", "same_counted", "same_value"]

Placed = tuple[TrueFigure, Span | None]

# "Fewer than" and "at most" differ only at the end point itself, and a gold file may know one word for both.
_ONE_BOUND = {"less_than": "at_most"}
_WORD = re.compile(r"\w+")


def figure_measures(articles: Sequence[tuple[Sequence[Figure], Sequence[Placed]]]) -> tuple[Measure, ...]:
    """Scores over articles of (found, true): the number noticed; with value and bound; with what is counted too."""
    pairs = [pair for found, true in articles for pair in paired(found, true)]
    found_count, true_count = (sum(len(entry[side]) for entry in articles) for side in (0, 1))
    valued = [(found, true) for found, true in pairs if same_value(found, true)]
    whole = [(found, true) for found, true in valued if _counts_the_same(found, true)]
    roles = [float(found.role == true.role) for found, true in pairs]
    measures: list[Measure] = []
    for name, right in (("noticed", pairs), ("value and bound", valued), ("value, bound and counted", whole)):
        measures += measures_of(name, score(len(right), found_count, true_count), true_count)
    return (*measures, Measure("role right, if noticed", mean(roles), len(roles)))


def paired(found: Sequence[Figure], true: Sequence[Placed]) -> list[tuple[Figure, TrueFigure]]:
    """Each found figure with the true one whose words hold its number, one to one, left to right."""
    pairs, used = [], set()
    for figure in sorted(found, key=lambda entry: (entry.number.start, entry.number.end)):
        for n, (answer, span) in enumerate(true):
            if n not in used and span and figure.number.start < span.end and span.start < figure.number.end:
                used.add(n)
                pairs.append((figure, answer))
                break
    return pairs


def same_value(found: Figure, true: TrueFigure) -> bool:
    """Whether the interval and the bound are the true ones."""
    bounds = [_ONE_BOUND.get(bound, bound) for bound in (found.value.bound, true.bound)]
    return (found.value.low, found.value.high) == (true.low, true.high) and bounds[0] == bounds[1]


def _counts_the_same(found: Figure, true: TrueFigure) -> bool:
    """Whether what is counted agrees; "three days" may be told to count days, or nothing in the unit of days."""
    named = [found.counted, found.value.unit or ""] if true.counted == true.unit else [found.counted]
    return any(same_counted(name, true.counted) for name in named)


def same_counted(found: str, true: str) -> bool:
    """Whether one names what the other does, be it with more words ("trucks", "aid trucks"); number is ignored."""
    a, b = (frozenset(word.removesuffix("s") for word in _WORD.findall(name.lower())) for name in (found, true))
    return a == b or bool(a and b and (a <= b or b <= a))
