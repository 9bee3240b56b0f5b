"""Kinship has learned neither length nor topic nor collection: both answers from one collection, cut to one length."""

from itertools import pairwise, product

import pytest

from evals.rewrites import Event, events
from evals.splits import split
from stemma import kinship
from stemma.descent.families import KIN
from stemma.records import Article
from stemma.text.sentences import sentences

_REPORTED = [event for event in events() if event.half == "report"]


def _probability(a: str, b: str) -> float:
    return kinship(Article(id="a", text=a, language="en"), Article(id="b", text=b, language="en")).probability


def _cut(text: str, length: int) -> str:
    """The sentences that end within so many characters; the first at least."""
    ends = [end for _, end in sentences(text)]
    return text[: max([end for end in ends if end <= length], default=ends[0])]


@pytest.mark.parametrize("event", _REPORTED, ids=lambda event: event.name)
def test_independent_reports_at_the_lengths_of_kin(event: Event) -> None:
    """Each rewrite lends its length to the independent reports: none is asserted, and the rewrite ranks higher."""
    for made, other in product(event.rewrites, event.independent):
        apart = _probability(_cut(event.original.text, len(made.text)), _cut(other.text, len(made.text)))
        assert apart < KIN
        assert apart < _probability(event.original.text, made.text)


@pytest.mark.parametrize("event", _REPORTED, ids=lambda event: event.name)
def test_two_reports_in_one_are_not_kin_for_being_long(event: Event) -> None:
    both = "\n\n".join(made.text for made in event.independent)
    assert _probability(event.original.text, both) < KIN


def test_one_writers_manner_is_no_evidence() -> None:
    """Rewrites of one manner, of two events: what the manner alone makes alike."""
    for one, two in pairwise(_REPORTED):
        for a, b in product(one.rewrites, two.rewrites):
            assert _probability(a.text, b.text) < 0.1


def test_the_halves_hold_whole_events() -> None:
    assert all(event.half == split(event.name) for event in events())
