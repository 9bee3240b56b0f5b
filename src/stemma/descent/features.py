"""What two witnesses share that independent reports of one event would not: the features of kinship."""

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import LCSseq

from stemma.descent.passages import PassageWeights, best_run, log_odds
from stemma.descent.wording import Wording
from stemma.records import AlignedPassages, Alignment, Witness

__all__ = ["FEATURES", "PART", "WHOLE", "features"]

# What speaks for a passage that was copied, whatever stands around it.
PART = (
    "run_likely", "run_beyond", "sum_faint", "sum_beyond", "together", "block", "neighbours", "runs_of_three",
    "runs_of_five",
)  # fmt: skip
# What speaks for two texts that are wholes told from one; more than a passage's worth of both takes part.
WHOLE = (
    "sum_faint", "together", "once_in_order", "particulars_kept", "particulars_order", "own_quotations",
)  # fmt: skip
FEATURES = tuple(dict.fromkeys((*PART, *WHOLE)))

# Texts of few passages are covered by chance: a share over n passages counts as if this many more had no counterpart.
# Chosen by eye on the fit part, whose highest false kinship lay in texts of three sentences.
_FEW = 2
# The passages' log-odds count from -6 to 10: beyond either, the answer is known. "Likely" begins at -3.
_LEAST, _LIKELY, _MOST = -6.0, -3.0, 10.0
# Where a share says nothing either way: between its means over the kin and over the independent of the fit half. Above
# it speaks for kinship, below against it; nothing is said where there is nothing to share.
_MIDDLE = {"particulars_kept": 0.55, "particulars_order": 0.4}
# Weight of particulars (about six names, or three) at which they count by half, and as many imagined runs, or words in
# order, that are not shared, which keep a tiny text from saying much (chosen on the fit half).
_HALF_KEPT, _HALF_ORDERED = 24.0, 12.0
_FEW_RUNS = 20
_FEW_WORDS = 8
# A word of this weight (one in a thousand to ten thousand) counts 1; others by the root, for a rare one is less often
# there at all (of the fit half's kin more stand above the independent so than by the weight or by mere number).
_RARE = 4.0
# So many such words for each passage, beyond one: where more no longer add anything. A tenth of the kin of the fit half
# have more; the independent have 1 at most.
_MOST_TOGETHER = 3.0
# Passages in a row, in each text, that such words are looked for in at once: a copied part keeps to itself, and two
# passages are too few where one was split (of 2, 3 and 4 the last left the least loss on the fit half).
_ROW = 4
# So many such words in one block: beyond, the answer is known.
_MOST_BLOCK = 12.0
# A quotation is another's own if the other text has less than this share of its content words: rewriters turn a
# quotation into their words and keep some (chosen by eye). From two on it is known whose reporting it is.
_HEARD = 0.35
_MOST_QUOTATIONS = 2


def features(
    a: Witness, b: Witness, alignment: Alignment, own: tuple[Wording, Wording], model: PassageWeights
) -> dict[str, float]:
    """Each feature's value, symmetrical in A and B and normalised by length; more of any speaks for kinship."""
    odds = log_odds(alignment, own, model)
    telling = [(pair, gain) for pair, gain in zip(alignment.pairs, odds, strict=True) if pair.kind != "quoting"]
    pairs = [pair for pair, _ in telling]
    shorter = min(len(a.passages), len(b.passages))
    return {
        **_passages(pairs, [gain for _, gain in telling], len(a.passages) * len(b.passages)),
        "neighbours": _neighbours(pairs) / (max(1, shorter) + _FEW),
        **_once(own, shorter),
        **_runs(own),
        **_particulars(own, shorter),
        "own_quotations": _quotations(own),
    }


def _passages(pairs: Sequence[AlignedPassages], odds: Sequence[float], chances: int) -> dict[str, float]:
    """The best run and the sum of all evidence, each less what the best of so many chances reaches.

    The greatest of n x m sums of log-odds grows with log(n m) when nothing was copied (Karlin and Altschul 1990); so
    length alone is no evidence.
    """
    expected = math.log(max(1, chances))
    best = best_run(pairs, odds)
    run = best - expected
    total = max(best, math.fsum(max(0.0, gain) for gain in odds) or best) - expected
    return {
        "run_likely": _ramp(run, _LIKELY, 0.0),
        "run_beyond": _ramp(run, 0.0, _MOST),
        "sum_faint": _ramp(total, _LEAST, 0.0),
        "sum_beyond": _ramp(total, 0.0, _MOST),
    }


def _ramp(value: float, low: float, high: float) -> float:
    """0 up to `low`, 1 from `high` on, straight between."""
    return min(1.0, max(0.0, (value - low) / (high - low)))


def _neighbours(pairs: Sequence[AlignedPassages]) -> int:
    """How many pairs are followed by the pair of the next passages on both sides."""
    firsts = {(pair.a_index[0], pair.b_index[0]) for pair in pairs}
    return sum((pair.a_index[-1] + 1, pair.b_index[-1] + 1) in firsts for pair in pairs)


def _once(own: tuple[Wording, Wording], shorter: int) -> dict[str, float]:
    """Words that each text has only once: how many stand together, in one passage of each or in a few, and in order.

    A word said once is what the writer chose to say; what the event is about is said again and again. Independent
    writers choose a few such words alike, each in another place; a rewriter keeps several of a passage, and goes
    through the matter in its order. Words that both have in quotation marks were heard. A name counts by its first
    word, and not for the order, in which others come upon the same people too.
    """
    a, b = own
    common = sorted((a.once.keys() & b.once.keys()) - (a.whole.quoted & b.whole.quoted))
    cells: dict[tuple[int, int], float] = {}
    for stem in common:
        if stem not in a.within or stem not in b.within:
            one, other = a.once[stem], b.once[stem]
            cell = (one.place, other.place)
            cells[cell] = cells.get(cell, 0.0) + math.sqrt(min(one.weight, other.weight) / _RARE)
    beyond = math.fsum(max(0.0, words - 1) for _, words in sorted(cells.items()))
    named = a.whole.particulars.keys() | b.whole.particulars.keys()
    chosen = [stem for stem in common if stem not in named or stem[0] == "#"]
    chosen.sort(key=lambda stem: a.once[stem].position)
    in_order = _longest_rise([b.once[stem].position for stem in chosen])
    return {
        "together": min(1.0, beyond / (shorter + _FEW) / _MOST_TOGETHER),
        "block": _ramp(_block(cells), 0.0, _MOST_BLOCK),
        "once_in_order": in_order / (len(chosen) + _FEW_WORDS) * shorter / (shorter + _FEW),
    }


def _block(cells: Mapping[tuple[int, int], float]) -> float:
    """The most weight in one block of _ROW passages in a row of either text."""
    best = 0.0
    for top in sorted({row for row, _ in cells}):
        band: dict[int, list[float]] = {}
        for (row, column), weight in cells.items():
            if top <= row < top + _ROW:
                band.setdefault(column, []).append(weight)
        for left in band:
            best = max(best, math.fsum(weight for at in range(left, left + _ROW) for weight in band.get(at, ())))
    return best


def _longest_rise(positions: Sequence[int]) -> int:
    """How many of the positions can be kept so that they rise (Schensted 1961)."""
    ends: list[int] = []
    for position in positions:
        at = bisect_left(ends, position)
        ends[at : at + 1] = [position]
    return len(ends)


def _runs(own: tuple[Wording, Wording]) -> dict[str, float]:
    """Shared runs of three and five words outside quotations."""
    three, five = (_share(x, y) for x, y in zip(own[0].runs, own[1].runs, strict=True))
    return {"runs_of_three": three, "runs_of_five": five}


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that is also in the other; some imagined misses keep a tiny set from saying much."""
    return len(a & b) / (min(len(a), len(b)) + _FEW_RUNS)


def _particulars(own: tuple[Wording, Wording], shorter: int) -> dict[str, float]:
    """Which names and numbers of one text the other gives too, and in which order.

    All of them say little of independent reports; but each of two reporters has some that the other has not.
    """
    sides = [one.whole.particulars for one in own]
    masses = [math.fsum(side.values()) for side in sides]
    if not min(masses):
        return {"particulars_kept": 0.0, "particulars_order": 0.0}
    common = sides[0].keys() & sides[1].keys()
    kept = [
        (math.fsum(side[stem] for stem in common) / mass - _MIDDLE["particulars_kept"]) * mass / (mass + _HALF_KEPT)
        for side, mass in zip(sides, masses, strict=True)
    ]
    sequences = [one.particular_sequence for one in own]
    in_order = float(LCSseq.similarity(*sequences)) / max(map(len, sequences)) - _MIDDLE["particulars_order"]
    return {
        "particulars_kept": max(kept) * shorter / (shorter + _FEW),
        "particulars_order": in_order * min(masses) / (min(masses) + _HALF_ORDERED),
    }


def _quotations(own: tuple[Wording, Wording]) -> float:
    """Below zero where each text quotes what the other has not: each reporter asked on his own."""
    heard = [
        sum(len(said & other.words) < _HEARD * len(said) for said in one.quotations) for one, other in (own, own[::-1])
    ]
    return -min(_MOST_QUOTATIONS, *heard) / _MOST_QUOTATIONS
