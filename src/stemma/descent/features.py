"""What two witnesses share that independent reports of one event would not: the features of kinship."""

import math
from bisect import bisect_left, insort
from collections.abc import Collection, Sequence

from rapidfuzz.distance import LCSseq

from stemma.descent.passages import PassageWeights, best_run, log_odds
from stemma.descent.wording import Wording
from stemma.records import AlignedPassages, Alignment, Witness

__all__ = ["FEATURES", "features"]

FEATURES = (
    "run_faint", "run_likely", "run_beyond", "sum_faint", "sum_beyond", "covered_of_shorter", "neighbours", "order",
    "together", "runs_of_two", "runs_of_three", "runs_of_five", "particulars", "particulars_of_shorter",
    "particulars_order",
)  # fmt: skip

# Texts of few passages are covered by chance: a share over n passages counts as if this many more had no counterpart.
# Chosen by eye on the fit part, whose highest false kinship lay in texts of three sentences.
_FEW = 2
# The passages' log-odds count from -6 to 10: beyond either, the answer is known. "Likely" begins at -3.
_LEAST, _LIKELY, _MOST = -6.0, -3.0, 10.0
# Where a share says nothing either way: between its means over the kin and over the independent of the fit half. Above
# it speaks for kinship, below against it; nothing is said where there is nothing to share.
_MIDDLE = {
    "covered_of_shorter": 0.6,
    "particulars": 0.35,
    "particulars_of_shorter": 0.6,
    "particulars_order": 0.4,
}
# Squared weight of particulars (about six names) at which they count by half, and as many imagined runs that are not
# shared, which keep a tiny text from saying much (chosen by eye on the fit half).
_HALF_PARTICULARS = 120.0
_FEW_RUNS = 20
# A word of this weight (one in a thousand to ten thousand) counts 1; others by the root, for a rare one is less often
# there at all (of the fit half's kin more stand above the independent so than by the weight or by mere number).
_RARE = 4.0
# So many such words for each passage, beyond one: where more no longer add anything. A tenth of the kin of the fit half
# have more; the independent have 1 at most.
_MOST_TOGETHER = 3.0


def features(
    a: Witness, b: Witness, alignment: Alignment, own: tuple[Wording, Wording], model: PassageWeights
) -> dict[str, float]:
    """Each feature's value, symmetrical in A and B and normalised by length; more of any speaks for kinship."""
    odds = log_odds(alignment, own, model)
    telling = [(pair, gain) for pair, gain in zip(alignment.pairs, odds, strict=True) if pair.kind != "quoting"]
    pairs = [pair for pair, _ in telling]
    return {
        **_passages(pairs, [gain for _, gain in telling], len(a.passages) * len(b.passages)),
        **_places(a, b, pairs),
        **_together(own, min(len(a.passages), len(b.passages))),
        **_runs(own),
        **_particulars(own),
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
        "run_faint": _ramp(run, _LEAST, 0.0),
        "run_likely": _ramp(run, _LIKELY, 0.0),
        "run_beyond": _ramp(run, 0.0, _MOST),
        "sum_faint": _ramp(total, _LEAST, 0.0),
        "sum_beyond": _ramp(total, 0.0, _MOST),
    }


def _ramp(value: float, low: float, high: float) -> float:
    """0 up to `low`, 1 from `high` on, straight between."""
    return min(1.0, max(0.0, (value - low) / (high - low)))


def _places(a: Witness, b: Witness, pairs: Sequence[AlignedPassages]) -> dict[str, float]:
    """How much of each text is matched, and in which order."""
    places_a = {place for pair in pairs for place in pair.a_index}
    places_b = {place for pair in pairs for place in pair.b_index}
    covered = max(_coverage(a, places_a), _coverage(b, places_b))
    shorter = max(1, min(len(a.passages), len(b.passages)))
    enough = shorter / (shorter + _FEW)
    return {
        "covered_of_shorter": (covered - _MIDDLE["covered_of_shorter"]) * enough,
        "neighbours": _neighbours(pairs) / (shorter + _FEW),
        "order": _order(pairs),
    }


def _coverage(witness: Witness, places: Collection[int]) -> float:
    """Share of the witness's characters that stand in the passages at these places."""
    lengths = [passage.span.end - passage.span.start for passage in witness.passages]
    return sum(lengths[place] for place in places) / max(1, sum(lengths))


def _neighbours(pairs: Sequence[AlignedPassages]) -> int:
    """How many pairs are followed by the pair of the next passages on both sides."""
    firsts = {(pair.a_index[0], pair.b_index[0]) for pair in pairs}
    return sum((pair.a_index[-1] + 1, pair.b_index[-1] + 1) in firsts for pair in pairs)


def _order(pairs: Sequence[AlignedPassages]) -> float:
    """Concordant less discordant pairs of pairs, drawn to zero where there are few."""
    places = [pair.b_index[0] for pair in pairs]
    total = len(places) * (len(places) - 1) / 2
    discordant = 0
    later: list[int] = []
    for place in reversed(places):
        discordant += bisect_left(later, place)
        insort(later, place)
    return max(0.0, (total - 2 * discordant) / (total + 6))


def _together(own: tuple[Wording, Wording], shorter: int) -> dict[str, float]:
    """Words that each text has only once, and that stand together in one passage of each.

    A word said once is what the writer chose to say; what the event is about is said again and again. Independent
    writers choose a few such words alike, each in another place; a rewriter keeps several of a passage. Words that
    both have in quotation marks were heard, and a name counts by its first word.
    """
    a, b = own
    left_out = (a.whole.quoted & b.whole.quoted) | (a.within & b.within)
    cells: dict[tuple[int, int], float] = {}
    for stem in sorted((a.once.keys() & b.once.keys()) - left_out):
        (i, weight_a), (j, weight_b) = a.once[stem], b.once[stem]
        cells[i, j] = cells.get((i, j), 0.0) + math.sqrt(min(weight_a, weight_b) / _RARE)
    beyond = math.fsum(max(0.0, words - 1) for _, words in sorted(cells.items()))
    return {"together": min(1.0, beyond / (shorter + _FEW) / _MOST_TOGETHER)}


def _runs(own: tuple[Wording, Wording]) -> dict[str, float]:
    """Shared runs of two, three and five words outside quotations."""
    two, three, five = (_share(x, y) for x, y in zip(own[0].runs, own[1].runs, strict=True))
    return {"runs_of_two": two, "runs_of_three": three, "runs_of_five": five}


def _particulars(own: tuple[Wording, Wording]) -> dict[str, float]:
    """Which names and numbers both chose to give, and in which order: all of them say little of independent reports."""
    a, b = own[0].whole.particulars, own[1].whole.particulars
    shared = math.fsum(min(a[stem], b[stem]) ** 2 for stem in a.keys() & b.keys())
    smaller, larger = sorted(one.particulars_mass for one in own)
    if not smaller:
        return {"particulars": 0.0, "particulars_of_shorter": 0.0, "particulars_order": 0.0}
    sequences = own[0].particular_sequence, own[1].particular_sequence
    in_order = float(LCSseq.similarity(*sequences)) / max(map(len, sequences))
    shares = {
        "particulars": shared / (smaller + larger - shared),
        "particulars_of_shorter": shared / smaller,
        "particulars_order": in_order,
    }
    enough = smaller / (smaller + _HALF_PARTICULARS)
    return {name: (share - _MIDDLE[name]) * enough for name, share in shares.items()}


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that is also in the other; some imagined misses keep a tiny set from saying much."""
    return len(a & b) / (min(len(a), len(b)) + _FEW_RUNS)
