"""What two witnesses share that independent reports of one event would not: the features of kinship."""

import math
from bisect import bisect_left, insort
from collections.abc import Collection, Mapping, Sequence
from itertools import filterfalse

from rapidfuzz.distance import LCSseq

from stemma.descent.passages import PassageWeights, best_run, log_odds
from stemma.descent.wording import Wording, runs_in
from stemma.records import AlignedPassages, Alignment, Witness

__all__ = ["FEATURES", "features"]

FEATURES = (
    "run_faint", "run_likely", "run_beyond", "sum_faint", "sum_beyond", "covered_of_longer", "covered_of_shorter",
    "neighbours", "order", "own_words", "own_order", "own_order_of_shorter", "own_pairs", "runs_of_two",
    "runs_of_three", "runs_of_five", "particulars", "particulars_of_shorter", "particulars_order",
)  # fmt: skip

# Texts of few passages are covered by chance: a share over n passages counts as if this many more had no counterpart.
# Chosen by eye on the fit part, whose highest false kinship lay in texts of three sentences.
_FEW = 2
# The passages' log-odds count from -6 to 10: beyond either, the answer is known. "Likely" begins at -3.
_LEAST, _LIKELY, _MOST = -6.0, -3.0, 10.0
# Where a share says nothing either way: between its means over the kin and over the independent of the fit half. Above
# it speaks for kinship, below against it; nothing is said where there is nothing to share.
_MIDDLE = {
    "covered_of_longer": 0.5,
    "covered_of_shorter": 0.6,
    "particulars": 0.35,
    "particulars_of_shorter": 0.6,
    "particulars_order": 0.4,
}
# Squared weight of particulars (about six names) at which they count by half; the same for own words that keep a tiny
# text from saying much; and such numbers of words, pairs and runs (all chosen by eye on the fit half).
_HALF_PARTICULARS = 120.0
_FEW_OWN = 60.0
_FEW_WORDS = 8
_FEW_RUNS = 20


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
        **_own_words(own),
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
    covered = sorted((_coverage(a, places_a), _coverage(b, places_b)))
    shorter = max(1, min(len(a.passages), len(b.passages)))
    enough = shorter / (shorter + _FEW)
    return {
        "covered_of_longer": (covered[0] - _MIDDLE["covered_of_longer"]) * enough,
        "covered_of_shorter": (covered[1] - _MIDDLE["covered_of_shorter"]) * enough,
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


def _own_words(own: tuple[Wording, Wording]) -> dict[str, float]:
    """What the writers chose: words outside names and numbers that are not quoted in both, and their order."""
    a, b = own
    quoted = a.whole.quoted & b.whole.quoted
    shared = _shared_mass(a.whole.own, b.whole.own, quoted)
    either = a.own_mass + b.own_mass
    words_a, words_b = (tuple(filterfalse(quoted.__contains__, one.own_sequence)) for one in own)
    shorter, longer = sorted((len(words_a), len(words_b)))
    in_order = float(LCSseq.similarity(words_a, words_b))
    two, three, five = (_share(x, y, _FEW_RUNS) for x, y in zip(a.runs, b.runs, strict=True))
    return {
        "own_words": shared / (max(0.0, either - shared) + _FEW_OWN),
        "own_order": in_order / (longer + _FEW_WORDS),
        "own_order_of_shorter": in_order / (shorter + _FEW_WORDS),
        "own_pairs": _share(_pairs(a, words_a), _pairs(b, words_b), _FEW_WORDS),
        "runs_of_two": two,
        "runs_of_three": three,
        "runs_of_five": five,
    }


def _pairs(own: Wording, words: tuple[str, ...]) -> frozenset[str]:
    """Pairs of neighbours among these own words, which are all of them or those that are not quoted in both texts."""
    return own.own_pairs if len(words) == len(own.own_sequence) else runs_in(words, 2)


def _particulars(own: tuple[Wording, Wording]) -> dict[str, float]:
    """Which names and numbers both chose to give, and in which order: all of them say little of independent reports."""
    a, b = own[0].whole.particulars, own[1].whole.particulars
    shared = _shared_mass(a, b, frozenset())
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


def _shared_mass(a: Mapping[str, float], b: Mapping[str, float], without: Collection[str]) -> float:
    """The same of the stems in both, by their lesser weight (a stem's weight is that of its word as written)."""
    return math.fsum(min(a[stem], b[stem]) ** 2 for stem in a.keys() & b.keys() if stem not in without)


def _share(a: frozenset[str], b: frozenset[str], few: int) -> float:
    """Share of the smaller set that is also in the other; some imagined misses keep a tiny set from saying much."""
    return len(a & b) / (min(len(a), len(b)) + few)
