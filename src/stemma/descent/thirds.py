"""What two rewrites share against a third text: words that it has not cannot have come from it.

A rewriter keeps some of the exemplar's words. So what two copies of one text have in common is nearly all in that text,
and what they have in common is often not in a third copy. Where rewriters change the same words alike (one machine's
copies do), no text stands out, and nothing follows.
"""

from functools import cached_property
from itertools import combinations

from stemma.descent.graph import Graph

__all__ = ["Thirds"]

# Shorter words are mostly grammar.
_TELLING = 4
# Two texts with fewer words in common tell nothing.
_ENOUGH = 12
# Chosen on the fit half of the rewrites by hand: of what a copy shares with any third text its exemplar lacks less.
_MOST_LACKING = 0.2
# There the common exemplar lacks, in the mean, less than the first of what two others share, and every copy lacks so
# much more; of the stars and chains of the fit half of the corpus, made by one machine each, none looks so.
_ROOT_LACKS, _COPIES_MORE = 0.15, 0.15
# Measured on families of three and four; among many rewrites by one machine some text stands out by chance.
_LARGEST = 5


class Thirds:
    """The words of a family's witnesses, place by place; `doubted` have wording that none of their copies kept."""

    def __init__(self, graph: Graph, doubted: frozenset[int]) -> None:
        self.doubted = doubted
        self._size = graph.size
        self._at = [
            [{word for word in words if len(word) >= _TELLING} for words in row] for row in graph.costs.readings
        ]

    @cached_property
    def _known(self) -> list[set[str]]:
        return [set().union(*row) for row in self._at]

    def common(self, one: int, other: int) -> list[set[str]]:
        """The words that both have, at each place."""
        return [these & those for these, those in zip(self._at[one], self._at[other], strict=True)]

    def excluding(self, exemplar: int, copy: int) -> int | None:
        """The third text that shares with the copy most of what the exemplar lacks, if that is too much."""
        found = [(share, -other) for other in range(self._size) if other not in (exemplar, copy)
                 if (share := self._lacking(exemplar, (copy, other))) is not None]  # fmt: skip
        share, other = max(found, default=(0.0, 0))
        return -other if share > _MOST_LACKING else None

    def clears(self, exemplar: int, copy: int) -> bool:
        """Whether third texts speak for this exemplar: one at least could exclude it, and none does."""
        others = [other for other in range(self._size) if other not in (exemplar, copy)]
        asked = any(self._lacking(exemplar, (copy, other)) is not None for other in others)
        return asked and self.excluding(exemplar, copy) is None

    @cached_property
    def root(self) -> int | None:
        """The one text that has nearly all that any two others share, where every other lacks much; None if none is."""
        if not 3 <= self._size <= _LARGEST:
            return None
        means = [self._mean(one) for one in range(self._size)]
        ranked = sorted((mean, one) for one, mean in enumerate(means) if mean is not None)
        if len(ranked) < self._size:
            return None
        (least, first), (second, _) = ranked[:2]
        return first if least <= _ROOT_LACKS and second - least >= _COPIES_MORE else None

    def _mean(self, one: int) -> float | None:
        others = [other for other in range(self._size) if other != one]
        shares = [share for pair in combinations(others, 2) if (share := self._lacking(one, pair)) is not None]
        return sum(shares) / len(shares) if shares else None

    def _lacking(self, one: int, pair: tuple[int, int]) -> float | None:
        """Of the words that two others share, the part that this one has nowhere; None where they share too few."""
        common = self.common(*pair)
        count = sum(map(len, common))
        return sum(len(words - self._known[one]) for words in common) / count if count >= _ENOUGH else None
