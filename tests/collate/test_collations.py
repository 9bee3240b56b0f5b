"""Every two witnesses of a story at once: nothing is lost by what is skipped, and no pair depends on the others."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.collate import collate, collations, likeness
from stemma.collate.chain import WEAK
from stemma.collate.sheets import stacked
from stemma.collate.terms import runs_of
from stemma.collate.vectors import Prepared, prepared
from stemma.records import Witness
from tests.collate.table import cast

_WORDS = (
    "ferry Marigold sank Arden harbour purser raft trawler Selbrook gasket pumps engine dawn survivors survey hull "
    "January deckhands drowned breakwater lantern council inquiry tide Velda wheat millers the of and was in 60 1,400"
).split()
_SENTENCE = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(lambda words: " ".join(words) + ".")
_TEXT = st.lists(_SENTENCE, max_size=7).map("\n\n".join)
# Two similarities closer than this are one: each way of adding up is rounded to nine places.
_ROUNDED = 2e-9

Vector = dict[str, float]


def _witnesses(texts: Sequence[str]) -> list[Witness]:
    return [cast(f"w{place}", text) for place, text in enumerate(texts)]


def _plain(a: Witness, b: Witness) -> dict[tuple[int, int], float]:
    """Similarity of every two passages by its definition, without a matrix and without skipping any."""
    one, other = prepared(a), prepared(b)
    stems = _rarest(one), _rarest(other)
    runs = _runs(a), _runs(b)
    found = {}
    for i in range(len(a.passages)):
        for j in range(len(b.passages)):
            by_stem = _cosine(stems, i, j)
            found[i, j] = 0.7 * by_stem + 0.3 * _cosine(runs, i, j) if by_stem else 0.0
    return found


def _rarest(one: Prepared) -> list[Vector]:
    return [{stem: one.weight[stem] for stem in passage.stems} for passage in one.passages]


def _runs(witness: Witness) -> list[Vector]:
    counts = [runs_of(passage.span.text) for passage in witness.passages]
    return [{run: 1 + math.log(count) for run, count in found.items()} for found in counts]


def _cosine(rows: tuple[list[Vector], list[Vector]], i: int, j: int) -> float:
    everything = [*rows[0], *rows[1]]

    def weighed(row: Vector) -> Vector:
        spread = {term: sum(term in other for other in everything) for term in row}
        return {term: value * math.log(1 + len(everything) / spread[term]) for term, value in row.items()}

    a, b = weighed(rows[0][i]), weighed(rows[1][j])
    dot = math.fsum(a[term] * b[term] for term in a.keys() & b.keys())
    return dot / (math.hypot(*a.values()) * math.hypot(*b.values())) if dot else 0.0


def _found(witnesses: Sequence[Witness]) -> Iterator[likeness.Cells]:
    ready = [prepared(witness) for witness in witnesses]
    stems, runs = stacked([one.stems for one in ready]), stacked([one.runs for one in ready])
    for at in range(len(ready)):
        yield from likeness.cells(stems, runs, at, WEAK)


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXT, min_size=2, max_size=5))
def test_no_pair_of_passages_that_is_weak_or_more_is_skipped(texts: list[str]) -> None:
    witnesses = _witnesses(texts)
    for (a, b), found in zip(combinations(witnesses, 2), _found(witnesses), strict=True):
        for places, score in _plain(a, b).items():
            if places in found:
                assert abs(found[places] - score) < _ROUNDED
            else:
                assert score < WEAK + _ROUNDED


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXT, min_size=2, max_size=6))
def test_what_is_found_for_two_does_not_depend_on_the_others(texts: list[str]) -> None:
    witnesses = _witnesses(texts)
    assert list(collations(witnesses)) == [collate(a, b) for a, b in combinations(witnesses, 2)]


@pytest.mark.parametrize("size", [1, 5, 40])
def test_blocks_of_any_size_give_the_same(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["\n\n".join(" ".join(_WORDS[k + n : k + n + 6]) for k in range(0, 20, 2)) for n in range(5)]
    whole = list(collations(_witnesses(texts)))
    monkeypatch.setattr(likeness, "_BLOCK", size)
    assert list(collations(_witnesses(texts))) == whole


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_witnesses_have_no_collation(count: int) -> None:
    assert list(collations(_witnesses(["The ferry Marigold sank."] * count))) == []


def test_witnesses_without_words_have_nothing_side_by_side() -> None:
    found = list(collations(_witnesses(["", "...", "The ferry sank.", ""])))
    assert [alignment.pairs for alignment in found] == [()] * 6
