"""The claims of a story as what a denial may be of."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from stemma.claims.denials import denied_stems, denied_words, points_back
from stemma.claims.units import COMMON, Unit
from stemma.text.polarity import contrary, stems_of

__all__ = ["Claims"]

# So much of what is denied, by weight, must stand in the claim (chosen by eye: names alone make up less).
_DENIED_SHARE = 0.45
# So many of the denied words at least: who "sought a delay" is denied is not denied by "the delay" alone, and a single
# word ("the claims of Ostra") tells no claim from another.
_MATCHED, _TELLING = 3, 2
# A claim gains this much for each further article that makes it: what is denied is what is being said.
_WIDELY_SAID = 0.03
# "It denied this" points at a statement at most so many passages before (chosen by eye: the same paragraph, mostly).
_FAR_BACK = 2
# "Denied that any fault had been reported", "denied having been told": what was said last before is answered.
_ANYTHING = re.compile(
    r"\W*(?:that )?(?:any(?:body|one|thing)?\b|having\b|being\b|(?:it|he|she|they) (?:had|was|were)\b)"
)


def _heads(denial: Unit) -> frozenset[str]:
    """Stems of what is denied to have been: of "any fault had been reported" that of reporting."""
    return frozenset[str]().union(*(stems_of(one.head) for one in contrary(denied_words(denial)).negated))


class Claims:
    """The affirming units of each cluster, found again by their words."""

    def __init__(self, claims: Sequence[Sequence[Unit]], rarity: Mapping[str, float]) -> None:
        self._claims = claims
        self._rarity = rarity

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """The places of the claims in which each stem stands: asked for where something is denied alone."""
        found: dict[str, list[int]] = {}
        for place, claim in enumerate(self._claims):
            for stem in frozenset().union(*(unit.stems for unit in claim)):
                found.setdefault(stem, []).append(place)
        return found

    @cached_property
    def _told(self) -> dict[tuple[str, int], list[tuple[int, Unit]]]:
        """For each passage in which somebody says something: the claims that it makes, and by which unit."""
        found: dict[tuple[str, int], list[tuple[int, Unit]]] = {}
        for place, claim in enumerate(self._claims):
            for unit in claim:
                if unit.statements:
                    found.setdefault((unit.article, unit.place), []).append((place, unit))
        return found

    def denied_by(self, denials: Sequence[Unit], language: str) -> int | None:
        """Place of the claim that these units deny: it holds most of what they deny on average, if enough."""
        denied = [denied_stems(unit, language) for unit in denials]
        best = (0.0, 0)
        for place in sorted({place for words in denied for place in self._near(words)}):
            share = sum(self._share(words, place) for words in denied) / len(denied)
            best = max(best, (share, -place))
        return -best[1] if best[0] >= _DENIED_SHARE else None

    def said_before(self, denials: Sequence[Unit]) -> int | None:
        """Place of the claim right before a denial that only points at it, in the same article."""
        if not all(points_back(unit) for unit in denials):
            return None
        return max(((at, place) for at, place, _ in self._told_before(denials)), default=(0, None))[1]

    def answered(self, denials: Sequence[Unit], language: str) -> int | None:
        """Place of the claim right before a denial of anything of the kind, if it tells of that."""
        denied = frozenset[str]().union(*(denied_stems(unit, language) for unit in denials))
        if not all(_ANYTHING.match(denied_words(unit)) for unit in denials):
            return None
        heads = frozenset[str]().union(*(_heads(unit) for unit in denials))
        told = self._told_before(denials)
        before = [
            (at, place) for at, place, unit in told if heads & unit.stems or 2 * len(denied & unit.stems) > len(denied)
        ]
        return max(before)[1] if before else None

    def _told_before(self, denials: Sequence[Unit]) -> list[tuple[int, int, Unit]]:
        """What somebody says in the passages right before the first of these: (passage, claim, unit)."""
        first = min((unit.article, unit.place) for unit in denials)
        passages = range(first[1] - _FAR_BACK, first[1])
        return [(at, place, unit) for at in passages for place, unit in self._told.get((first[0], at), ())]

    def holding(self, words: frozenset[str], most: int) -> list[int]:
        """Places of the first so many claims in which any of the words stands."""
        return sorted({place for word in words for place in self._holders.get(word, ())[:most]})[:most]

    def units(self, place: int) -> Sequence[Unit]:
        """The affirming units of the claim."""
        return self._claims[place]

    def _near(self, words: frozenset[str]) -> list[int]:
        """Claims that hold one of the words that tell claims apart; whether they hold enough `_share` says."""
        holders = (self._holders.get(word, ()) for word in words)
        return sorted({place for held in holders if len(held) <= COMMON for place in held})

    def _share(self, denied: frozenset[str], place: int) -> float:
        """Largest share of the denied words' weight that one unit of the claim holds; widely made claims first."""
        total = self._mass(denied)
        claim = self._claims[place]
        matched = max(len(denied & unit.stems) for unit in claim)
        if not total or matched < min(_MATCHED, max(_TELLING, len(denied))):
            return 0.0
        said_by = len({unit.article for unit in claim})
        return max(self._mass(denied & unit.stems) for unit in claim) / total * (1 + _WIDELY_SAID * (said_by - 1))

    def _mass(self, words: frozenset[str]) -> float:
        return sum(self._rarity[word] for word in sorted(words))
