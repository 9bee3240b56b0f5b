"""Two stages beside the tool that many would take in their place, on the same pairs of articles in the same run."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.fuzz import token_set_ratio

from benchmarks.clock import of_call
from benchmarks.stages import Cast, aligned, casts, kin
from stemma.engine import plan

__all__ = ["Beside", "peers"]

# A passage counts as matched by difflib from this ratio on, its documentation's rule of thumb for a close match.
_CLOSE = 0.6


class Beside(NamedTuple):
    """Median seconds of ours and of the peer for the same pairs."""

    ours: str
    ours_seconds: float
    peer: str
    peer_seconds: float

    @property
    def ratio(self) -> float:
        """How many times as long the peer takes."""
        return self.peer_seconds / self.ours_seconds


def peers(inputs: Sequence[str], runs: int) -> list[Beside]:
    """collate beside difflib, kinship beside rapidfuzz; empty where no story has two articles."""
    articles, _ = plan.read(inputs)
    several = [cast for cast in casts(articles) if len(cast) > 1]
    if not several:
        return []
    ready = [(cast, aligned(cast)) for cast in several]
    collating = of_call(lambda: [aligned(cast) for cast in several], runs)
    matching = of_call(lambda: [_matched(cast) for cast in several], runs)
    judging = of_call(lambda: [kin(*one) for one in ready], runs)
    likening = of_call(lambda: [_likened(cast) for cast in several], runs)
    return [
        Beside("collate", collating, "difflib.SequenceMatcher on passages", matching),
        Beside("kinship", judging, "rapidfuzz token_set_ratio", likening),
    ]


def _matched(cast: Cast) -> list[tuple[int, int]]:
    """The pairs of passages that difflib finds close, by words; its two cheap upper bounds are asked first."""
    words = [[passage.span.text.split() for passage in witness.passages] for witness in cast]
    found = []
    for one, other in combinations(words, 2):
        matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
        for j, second in enumerate(other):
            matcher.set_seq2(second)
            found += [(i, j) for i, first in enumerate(one) if _close(matcher, first)]
    return found


def _close(matcher: SequenceMatcher[str], first: list[str]) -> bool:
    matcher.set_seq1(first)
    return matcher.real_quick_ratio() >= _CLOSE and matcher.quick_ratio() >= _CLOSE and matcher.ratio() >= _CLOSE


def _likened(cast: Cast) -> list[float]:
    return [token_set_ratio(a.article.text, b.article.text) for a, b in combinations(cast, 2)]
