"""What one pair of aligned passages says: was one made from the other, or did two reporters write of one fact?"""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from stemma.descent.wording import Wording, Words, joined
from stemma.records import AlignedPassages, Alignment

__all__ = ["PASSAGE_FEATURES", "PassageWeights", "best_run", "log_odds", "passage_features"]

PASSAGE_FEATURES = (
    "own_words", "particulars", "unshared_most", "unshared_least", "word_order", "runs_of_three",
    "runs_of_four", "order_kept",
)  # fmt: skip

# Two imagined words in order for each of six: short sentences have their few words in order by chance (chosen by eye).
_FEW_WORDS = 6
# Evidence lost for each passage passed over within a run, and how many may be passed over at once on either side
# (chosen by eye: a rewriter drops a sentence or two, seldom three).
_GAP = 0.5
_FURTHEST = 3
# Log-odds where no pair of passages is aligned at all: about those of the poorest pairs that are (read off the fit).
_NOTHING = -4.0
# A shared quotation takes away half its weight from the most that own words can say beside it (chosen by eye).
_QUOTATION = 0.5
# A pair continues one of the last few pairs by place in A: more candidates only cost time.
_EARLIER = 5


class PassageWeights(NamedTuple):
    """Intercept and weights of the log-odds of one pair of passages."""

    intercept: float
    weights: Mapping[str, float]


def log_odds(alignment: Alignment, own: tuple[Wording, Wording], model: PassageWeights) -> list[float]:
    """Natural log-odds of each pair of the alignment, in its order; zero for one that only quotes the same words."""
    rarity = _rarity(own)
    found = []
    for pair in alignment.pairs:
        if pair.kind == "quoting":
            found.append(0.0)
        else:
            values = passage_features(pair, own, rarity)
            odds = model.intercept + math.fsum(model.weights[name] * values[name] for name in PASSAGE_FEATURES)
            # Two reporters of one quotation name its speaker too: only the writers' own words outweigh it.
            found.append(min(odds, values["own_words"] - _QUOTATION * values["quotation"]))
    return found


def _rarity(own: tuple[Wording, Wording]) -> Sequence[float]:
    """Weight of a word by the number of passages of both that have it: 1 for two passages (one in each)."""
    return _rarities(len(own[0].passages) + len(own[1].passages))


@lru_cache(maxsize=256)  # the sums of two lengths in a story of some hundred articles
def _rarities(total: int) -> tuple[float, ...]:
    least = math.log(1 + total / 2) or 1.0
    return tuple(math.log(1 + total / max(1, count)) / least for count in range(total + 1))


def passage_features(
    pair: AlignedPassages, own: tuple[Wording, Wording], rarity: Sequence[float] | None = None
) -> dict[str, float]:
    """Values of PASSAGE_FEATURES, and `quotation`, which only bounds them.

    They are square roots of shared weight, so that each further word says a little less.

    Words that both passages have in quotation marks count for nothing: two reporters heard them. `unshared_most` and
    `unshared_least` are the names and numbers of one side that the other lacks, below zero.
    """
    by_count = _rarity(own) if rarity is None else rarity
    a = joined([own[0].passages[i] for i in pair.a_index])
    b = joined([own[1].passages[j] for j in pair.b_index])
    quoted = a.quoted & b.quoted
    spread_a, spread_b = own[0].spread, own[1].spread

    def mass(words: Mapping[str, float], stems: set[str]) -> float:
        return math.fsum(words[s] * by_count[spread_a.get(s, 0) + spread_b.get(s, 0)] for s in stems)

    only_a = mass(a.particulars, a.particulars.keys() - b.particulars.keys() - a.quoted)
    only_b = mass(b.particulars, b.particulars.keys() - a.particulars.keys() - b.quoted)
    three, four, order = _flow(a, b, quoted)
    return {
        "own_words": math.sqrt(mass(a.own, (a.own.keys() & b.own.keys()) - quoted)),
        "quotation": math.sqrt(mass(a.own, (a.own.keys() & b.own.keys()) & quoted)),
        "particulars": math.sqrt(mass(a.particulars, (a.particulars.keys() & b.particulars.keys()) - quoted)),
        "unshared_most": -math.sqrt(max(only_a, only_b)),
        "unshared_least": -math.sqrt(min(only_a, only_b)),
        "word_order": order,
        "runs_of_three": math.sqrt(three),
        "runs_of_four": math.sqrt(four),
        "order_kept": float(pair.order_kept),
    }


def _flow(a: Words, b: Words, quoted: frozenset[str]) -> tuple[int, int, float]:
    """Shared runs of three and of four words, and the share of words in one order, what both quote left out."""
    words_a, words_b = a.flow, b.flow
    if quoted:
        words_a = tuple(stem for stem in words_a if stem not in quoted)
        words_b = tuple(stem for stem in words_b if stem not in quoted)
    three = len(_runs(words_a, 3) & _runs(words_b, 3))
    four = len(_runs(words_a, 4) & _runs(words_b, 4)) if three > 1 else 0
    shorter = min(len(words_a), len(words_b))
    return three, four, float(LCSseq.similarity(words_a, words_b)) / (shorter + _FEW_WORDS)


def _runs(words: tuple[str, ...], length: int) -> set[tuple[str, ...]]:
    return set(zip(*(words[k:] for k in range(length)), strict=False))


def best_run(pairs: Sequence[AlignedPassages], odds: Sequence[float]) -> float:
    """The largest sum of log-odds along pairs that keep their order on both sides, with small gaps."""
    best = _NOTHING
    ending: list[tuple[AlignedPassages, float]] = []
    for pair, gain in zip(pairs, odds, strict=True):
        before = [total - lost for earlier, total in ending[-_EARLIER:] if (lost := _loss(earlier, pair)) is not None]
        total = gain + max([0.0, *before])
        ending.append((pair, total))
        best = max(best, total)
    return best


def _loss(earlier: AlignedPassages, later: AlignedPassages) -> float | None:
    """What is lost between two pairs of a run; None where one cannot follow the other."""
    step_a = later.a_index[0] - earlier.a_index[-1]
    step_b = later.b_index[0] - earlier.b_index[-1]
    if not (0 < step_a <= _FURTHEST and 0 < step_b <= _FURTHEST):
        return None
    return _GAP * (step_a + step_b - 2)
