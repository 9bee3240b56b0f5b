"""What two witnesses share that independent reports of one event would not: the features of kinship."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from stemma.records import AlignedPassages, Alignment, Witness
from stemma.text.names import names
from stemma.text.quotations import quotations
from stemma.text.rarity import information
from stemma.text.tokens import Token, tokens

Term = TypeVar("Term")

__all__ = ["FEATURES", "Wording", "features", "wording"]

# A pair of passages scores above this when one was made from the other more often than when two reporters wrote of one
# fact (chosen by eye).
_OWN_WORDING = 0.35
# A run of aligned passages is at most this long for its feature: beyond, kinship is beyond doubt.
_LONGEST_RUN = 6.0
# Texts of few passages are covered by chance: a share over n passages counts as if this many more had no counterpart.
# Chosen by eye on the fit part, whose highest false kinship lay in texts of three sentences.
_FEW = 2
# Words below this weight are grammar; sharing them is no evidence.
_CONTENT = 1.5
# Words that occur less than once in 10,000 (Zipf below 4.2 is rarer still; 7.2 - 3.2): rare enough to be a choice.
_RARE = 3.2

FEATURES = (
    "coverage_of_shorter", "coverage_of_longer", "strength", "chain", "neighbours", "best_run", "best_five",
    "shared_stems", "shared_rare_stems", "shared_pairs", "shared_runs", "order",
)  # fmt: skip


class Wording(NamedTuple):
    """A witness's own words: outside quotation marks and names, with the sets that the features compare."""

    stems: frozenset[str]
    rare: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    runs: frozenset[tuple[str, ...]]
    weight: dict[str, float]


def wording(witness: Witness) -> Wording:
    """The words of the witness that its writer chose: no quotation, no name, no number, no grammar."""
    article = witness.article
    language = article.language or "en"
    extents = [(passage.span.start, passage.span.end) for passage in witness.passages]
    taken = [(mark.inner_start, mark.inner_end) for mark in quotations(article.text, extents)]
    taken += [(name.start, name.end) for name in names(article.text, language)]
    words = _outside(_words(witness, language), sorted(taken))
    weight = {token.stem: information(token.text, language) for token in words if not token.text[0].isdigit()}
    content = {stem: value for stem, value in weight.items() if value >= _CONTENT}
    return Wording(
        stems=frozenset(content),
        rare=frozenset(stem for stem, value in content.items() if value >= _RARE),
        pairs=frozenset(_content_pairs(words, content)),
        runs=frozenset(zip(*([token.stem for token in words[k:]] for k in range(5)), strict=False)),
        weight=content,
    )


def _words(witness: Witness, language: str) -> list[Token]:
    return [token for passage in witness.passages for token in tokens(passage.span.text, language, passage.span.start)]


def _outside(words: Sequence[Token], taken: Sequence[tuple[int, int]]) -> list[Token]:
    """The words that begin in none of the sorted extents."""
    kept: list[Token] = []
    reach = 0
    at = 0
    for word in words:
        while at < len(taken) and taken[at][0] <= word.start:
            reach = max(reach, taken[at][1])
            at += 1
        if word.start >= reach:
            kept.append(word)
    return kept


def _content_pairs(words: Sequence[Token], content: dict[str, float]) -> list[tuple[str, str]]:
    """Neighbouring content words, grammar between them passed over."""
    stems = [word.stem for word in words if word.stem in content]
    return list(pairwise(stems))


def features(a: Witness, b: Witness, alignment: Alignment, own: tuple[Wording, Wording]) -> dict[str, float]:
    """Each feature's value, 0..1, symmetrical in A and B and normalised by length."""
    telling = [pair for pair in alignment.pairs if pair.kind != "quoting"]
    coverage = sorted(
        (_coverage(a, [i for p in telling for i in p.a_index]), _coverage(b, [j for p in telling for j in p.b_index]))
    )
    shorter = max(1, min(len(a.passages), len(b.passages)))
    enough = shorter / (shorter + _FEW)
    scores = sorted((pair.score for pair in telling), reverse=True)
    return {
        "coverage_of_shorter": coverage[1] * enough,
        "coverage_of_longer": coverage[0] * enough,
        "strength": min(1.0, sum(scores) / shorter),
        "chain": min(1.0, sum(pair.score for pair in telling if pair.order_kept) / shorter),
        "neighbours": _neighbours(telling) / (shorter + _FEW),
        "best_run": _best_run(telling) / _LONGEST_RUN,
        "best_five": sum(scores[:5]) / 5,
        "shared_stems": _containment(own[0].stems, own[1].stems, own),
        "shared_rare_stems": _share(own[0].rare, own[1].rare),
        "shared_pairs": _share(own[0].pairs, own[1].pairs),
        "shared_runs": _share(own[0].runs, own[1].runs),
        "order": _order(telling),
    }


def _coverage(witness: Witness, places: Sequence[int]) -> float:
    """Share of the witness's characters that stand in the passages at these places."""
    covered = set(places)
    lengths = [passage.span.end - passage.span.start for passage in witness.passages]
    return sum(lengths[place] for place in covered) / max(1, sum(lengths))


def _neighbours(pairs: Sequence[AlignedPassages]) -> float:
    """How many pairs are followed by the pair of the next passages on both sides."""
    firsts = {(pair.a_index[0], pair.b_index[0]) for pair in pairs}
    return float(sum((pair.a_index[-1] + 1, pair.b_index[-1] + 1) in firsts for pair in pairs))


def _best_run(pairs: Sequence[AlignedPassages]) -> float:
    """Largest sum of score over own-wording level along pairs that keep the order with gaps of at most two passages."""
    best = 0.0
    ending: list[tuple[AlignedPassages, float]] = []
    for pair in pairs:
        gain = 2 * (pair.score - _OWN_WORDING) + 0.5
        before = [total for earlier, total in ending[-3:] if _follows(earlier, pair)]
        total = gain + max([0.0, *before])
        ending.append((pair, total))
        best = max(best, total)
    return min(_LONGEST_RUN, best)


def _follows(earlier: AlignedPassages, later: AlignedPassages) -> bool:
    return 0 < later.a_index[0] - earlier.a_index[-1] <= 3 and 0 < later.b_index[0] - earlier.b_index[-1] <= 3


def _containment(a: frozenset[str], b: frozenset[str], own: tuple[Wording, Wording]) -> float:
    weight = {**own[0].weight, **own[1].weight}
    smaller = min(_mass(a, weight), _mass(b, weight))
    return _mass(a & b, weight) / smaller if smaller else 0.0


def _mass(stems: frozenset[str], weight: dict[str, float]) -> float:
    return sum(weight[stem] ** 2 for stem in sorted(stems))


def _share(a: frozenset[Term], b: frozenset[Term]) -> float:
    """Share of the smaller set that is also in the other; two imagined misses keep a tiny set from saying much."""
    smaller = min(len(a), len(b))
    return len(a & b) / (smaller + 2) if smaller else 0.0


def _order(pairs: Sequence[AlignedPassages]) -> float:
    """Concordant less discordant pairs of pairs, drawn to zero where there are few."""
    places = [pair.b_index[0] for pair in pairs]
    total = len(places) * (len(places) - 1) / 2
    discordant = sum(later < earlier for at, earlier in enumerate(places) for later in places[at + 1 :])
    return max(0.0, (total - 2 * discordant) / (total + 6))
