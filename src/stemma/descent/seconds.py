"""Second exemplars: what a copy that names its exemplar took word for word from a report that it does not name."""

from collections.abc import Sequence
from typing import NamedTuple

from stemma.descent.context import Context, Edge, reaches
from stemma.descent.families import UNSURE
from stemma.records import AlignedPassages, Evidence
from stemma.text.clock import before
from stemma.text.nouns import counted

__all__ = ["second_edges", "taken"]

# Passages word for word that no named exemplar accounts for: one or two may be a notice or a statement that both print.
_LEAST = 3
# As of a text that was put together from two (reasons.py).
_SURE = 0.85
# Passages shown; the rest is counted.
_SHOWN = 3


class _Second(NamedTuple):
    """A report from which a copy has passages that its named exemplars lack."""

    exemplar: str
    pairs: tuple[AlignedPassages, ...]


def second_edges(context: Context, edges: Sequence[Edge]) -> list[Edge]:
    """At most one edge for each copy that credits an exemplar at hand: to no kin of that one, dated before the copy.

    Of a report and its reprints, which all have the passages, it is the one that was made from none of the others.
    """
    found: list[Edge] = []
    for copy in sorted({edge.copy for edge in edges if any(entry.signal == "credit" for entry in edge.evidence)}):
        named = [edge.exemplar for edge in edges if edge.copy == copy]
        options = [
            second
            for other in sorted(context.witnesses)
            if _is_possible(context, [*edges, *found], (other, copy), named)
            and len((second := _second(context, copy, other, named)).pairs) >= _LEAST
        ]
        if options and set(named) <= context.witnesses.keys():
            found.append(_edge(copy, min(options, key=lambda second: _rank(edges, second, options))))
    return found


def _is_possible(context: Context, edges: Sequence[Edge], pair: tuple[str, str], named: Sequence[str]) -> bool:
    """Whether nothing in what is known keeps the second of the pair from being made from the first as well."""
    other, copy = pair
    if other == copy or pair not in context.pairs or reaches(edges, other, copy):
        return False
    if any(context.probability(other, one) >= UNSURE or reaches(edges, other, one) for one in named):
        return False
    dates = (context.witnesses[article].article.published for article in pair)
    return before(*dates) is True


def _second(context: Context, copy: str, other: str, named: Sequence[str]) -> _Second:
    known = {
        index
        for one in named
        if (copy, one) in context.pairs
        for pair in context.pairs[copy, one].alignment.pairs
        for index in _indices(context, pair, copy, one)
    }
    pairs = context.pairs[copy, other].alignment.pairs
    new = (pair for pair in pairs if taken(pair) and known.isdisjoint(_indices(context, pair, copy, other)))
    return _Second(other, tuple(new))


def taken(pair: AlignedPassages) -> bool:
    """Whether the two have the passage word for word, or but for a few words."""
    return pair.kind in {"same", "edited"}


def _indices(context: Context, pair: AlignedPassages, copy: str, other: str) -> tuple[int, ...]:
    """The places of the pair's passages in the copy."""
    return pair.a_index if context.pairs[copy, other].alignment.a == copy else pair.b_index


def _rank(edges: Sequence[Edge], second: _Second, options: Sequence[_Second]) -> tuple[bool, int, str]:
    """The first of several: one that goes back to no other of them, with the most passages, by id."""
    others = [option.exemplar for option in options if option.exemplar != second.exemplar]
    below = any(reaches(edges, second.exemplar, other) for other in others)
    return below, -len(second.pairs), second.exemplar


def _edge(copy: str, second: _Second) -> Edge:
    count = counted(len(second.pairs), "passage")
    detail = f"{copy} has {count} of {second.exemplar} word for word that no exemplar has which it names"
    spans = [span for pair in second.pairs[:_SHOWN] for span in (*pair.a, *pair.b)]
    ordered = tuple(sorted(spans, key=lambda span: span.article != copy))
    return Edge(copy, second.exemplar, _SURE, (Evidence("two_exemplars", detail, ordered),))
