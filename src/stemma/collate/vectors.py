"""A witness's passages as weighted vectors of stems and character runs."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from stemma.collate.sheets import Sheet, sheet
from stemma.collate.terms import Terms, runs_of, terms_of
from stemma.records import Witness

__all__ = ["Prepared", "prepared", "weigher"]


class Prepared(NamedTuple):
    """What the collation needs of a witness, made once: its terms by place, as sheets, and each stem's weight."""

    passages: tuple[Terms, ...]
    stems: Sheet
    runs: Sheet
    spread: Mapping[str, int]
    weight: Mapping[str, float]


def prepared(witness: Witness) -> Prepared:
    """The terms of every passage of the witness, by place."""
    found = terms_of(witness)
    weight = _weights(found)
    runs = [runs_of(passage.span.text) for passage in witness.passages]
    return Prepared(
        passages=found,
        stems=sheet([dict(zip(stems, map(weight.__getitem__, stems), strict=True)) for _, stems, _ in found]),
        runs=sheet([{run: 1 + math.log(count) for run, count in counts.items()} for counts in runs]),
        spread=Counter(chain.from_iterable(passage.stems for passage in found)),
        weight=weight,
    )


def _weights(passages: Sequence[Terms]) -> dict[str, float]:
    """Each stem's weight in the language: that of its rarest form in the text."""
    weight: dict[str, float] = {}
    for passage in passages:
        for stem, value in passage.stems.items():
            weight[stem] = max(weight.get(stem, 0.0), value)
    return weight


def weigher(a: Prepared, b: Prepared) -> Callable[[str], float]:
    """Weight of a stem for this pair: rare in the language and rare in these two texts."""
    total = len(a.passages) + len(b.passages)

    def weight(stem: str) -> float:
        count = a.spread.get(stem, 0) + b.spread.get(stem, 0)
        return max(a.weight.get(stem, 0.0), b.weight.get(stem, 0.0)) * math.log(1 + total / max(1, count))

    return weight
