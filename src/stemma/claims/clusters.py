"""Clusters: units of several witnesses that say the same thing, by their alignments."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, pairwise, product

from stemma.claims.counts import at_variance
from stemma.claims.groups import Groups, Node
from stemma.claims.predicates import may_say_the_same
from stemma.claims.units import COMMON, Unit
from stemma.records import Alignment
from stemma.text.rarity import information
from stemma.text.telling import telling
from stemma.text.tokens import words

__all__ = ["Rarity", "clusters"]

# An aligned pair says the same thing from this score on (chosen by eye on the bundled example: below it independent
# reports speak of the same matter, not of the same fact).
_SAME_CLAIM = 0.3
# The same between two origins: chosen by eye, for below it aligned passages were often of one matter, not of one fact.
_ACROSS = 0.42
# Two clusters merge if their members' pairs reach this on average; a pair that is not aligned counts zero.
_AVERAGE = 0.2
# Without an alignment, two units say the same thing if they share this many content words, and these make up this much
# of what each says on geometric average (chosen by eye on the bundled example).
_SHARED_WORDS = 4
_ALIKE = 0.38
# The lead: an article's first units, among which stands its main claim; and the least likeness of two leads.
_LEAD = 3
_LEAD_ALIKE = 0.25
# Leads with so many words in common say one thing though one "urged" and the other "advised" (by eye).
_LEAD_SHARED = 5
# Two that stand in no alignment, or tell of it from two origins, share this many content words at least: a name and a
# number in common make one matter, not one fact (chosen by eye on invented stories).
_LEAST_SHARED = 3
# Of these so many are no names: of real stories read by eye, pairs with one plain word in common told two facts in
# four cases of seven, with two in one of ten.
_LEAST_PLAIN = 2
# Five names in a row and a verb are one fact ("called the leaders of ..."); between a text and its rewrite, three.
_MANY_SHARED, _MANY_KIN = 6, 4
# A rewrite keeps two words of a sentence at least, unless the alignment is sure without them.
_LEAST_KIN, _CLOSE = 2, 0.5
# So many words to the letter are no accident ("We will appeal, and we will win").
_QUOTED = 5
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]*")
# From this score on two units share nearly all of their words.
_PLAIN = 0.75


def clusters(
    found: Sequence[Unit], rarity: "Rarity", alignments: Sequence[Alignment], origin: Mapping[Node, str]
) -> list[list[Unit]]:
    """Units grouped, average-link over the alignments' scores; largest score first, ties by place.

    `rarity` is that of the units. `origin` of each unit: between two origins an alignment must be
    closer, for there it may only be of one matter.
    """
    by_node: dict[Node, Unit] = {(unit.article, unit.place): unit for unit in found}
    if len({article for article, _ in by_node}) < 2:
        return [[by_node[node]] for node in sorted(by_node)]
    scores = _alike(found, rarity)
    for pair, score in _aligned(alignments, by_node).items():
        scores[pair] = max(scores.get(pair, 0.0), score)
    groups = Groups(by_node, scores)
    for a, b in [*_word_for_word(found), *_main_claim(found, rarity)]:
        groups.merge(a, b)
    for (a, b), score in sorted(scores.items(), key=lambda entry: (-entry[1], entry[0])):
        akin = origin[a] == origin[b]
        if score < (_SAME_CLAIM if akin else _ACROSS) or groups.average(a, b) < _AVERAGE:
            continue
        if _say_the_same(by_node[a], by_node[b], score, akin=akin):
            groups.merge(a, b)
    return [[by_node[node] for node in group] for group in groups.all()]


def _say_the_same(a: Unit, b: Unit, score: float, *, akin: bool) -> bool:
    """Whether two like units tell one fact: of two origins, by names and verbs in common, not by the matter alone."""
    if at_variance(a, b):
        return False
    if score >= _PLAIN or (akin and score >= _CLOSE):
        return True
    shared, least, many = len(a.stems & b.stems), *((_LEAST_KIN, _MANY_KIN) if akin else (_LEAST_SHARED, _MANY_SHARED))
    if shared < least or _plain_shared(a, b) < (1 if shared >= many else _LEAST_PLAIN):
        return False
    return akin or may_say_the_same(_words(a), _words(b))


def _plain_shared(a: Unit, b: Unit) -> int:
    return len(_plain(_words(a)) & _plain(_words(b)))


@lru_cache(maxsize=4096)  # the units of a story of some hundred articles
def _plain(text: str) -> frozenset[str]:
    """The telling words in small letters: names in common make one matter ("Ada Orr, who ..."), and not one fact."""
    return telling(_CAPITALISED.sub(" ", text), "en")


def _words(unit: Unit) -> str:
    return ". ".join(piece.text for piece in unit.said)


def _aligned(alignments: Sequence[Alignment], known: Mapping[Node, Unit]) -> dict[tuple[Node, Node], float]:
    scores: dict[tuple[Node, Node], float] = {}
    for alignment in alignments:
        for pair in alignment.pairs:
            for i in pair.a_index:
                for j in pair.b_index:
                    a, b = sorted(((alignment.a, i), (alignment.b, j)))
                    if a in known and b in known:
                        scores[a, b] = max(scores.get((a, b), 0.0), pair.score)
    return scores


def _word_for_word(found: Sequence[Unit]) -> list[tuple[Node, Node]]:
    """Units of which a part is the same to the letter: one quotation, of whatever length, is one claim."""
    holders: dict[tuple[str, ...], list[Node]] = {}
    for unit in found:
        for piece in unit.said:
            told = tuple(map(str.casefold, words(piece.text)))
            if len(told) >= _QUOTED:
                holders.setdefault(told, []).append((unit.article, unit.place))
    return [
        pair
        for told in sorted(told for told, held in holders.items() if len(held) > 1)
        for pair in pairwise(holders[told])
    ]


def _alike(found: Sequence[Unit], rarity: "Rarity") -> dict[tuple[Node, Node], float]:
    """For units of different articles: the share of what the shorter one says that the other says too, by weight.

    An alignment gives each passage one partner; a claim that is repeated in headline, lead and body has several. Rare
    words of the language and of the story weigh most.
    """
    nodes = [(unit.article, unit.place) for unit in found]
    scores: dict[tuple[Node, Node], float] = {}
    for a, b in _sharing(found):
        if found[a].article != found[b].article:
            score = _likeness(found[a], found[b], rarity)
            if score >= _ALIKE:
                scores[min(nodes[a], nodes[b]), max(nodes[a], nodes[b])] = score
    return scores


def _main_claim(found: Sequence[Unit], rarity: "Rarity") -> list[tuple[Node, Node]]:
    """Pairs of leads that make up the story's main claim: in each article the one unit most like the others' leads."""
    leading: dict[str, list[Unit]] = {}
    for unit in found:
        if len(leading.setdefault(unit.article, [])) < _LEAD:
            leading[unit.article].append(unit)
    chosen = []
    for article in sorted(leading):
        others = [own for other, own in sorted(leading.items()) if other != article]
        best = [sum(max(_likeness(unit, lead, rarity) for lead in own) for own in others) for unit in leading[article]]
        chosen.append(leading[article][best.index(max(best))])
    pairs = [
        (a, b)
        for a, b in combinations(chosen, 2)
        if (likeness := _likeness(a, b, rarity)) >= _LEAD_ALIKE and _lead_alike(a, b, likeness)
    ]
    return [((a.article, a.place), (b.article, b.place)) for a, b in pairs]


def _lead_alike(a: Unit, b: Unit, likeness: float) -> bool:
    """Whether two leads tell one fact: as other units do, or by many words in common in whatever verbs."""
    many = len(a.stems & b.stems) >= _LEAD_SHARED and _plain_shared(a, b) >= _LEAST_PLAIN
    return (many and not at_variance(a, b)) or _say_the_same(a, b, likeness, akin=False)


def _likeness(a: Unit, b: Unit, rarity: "Rarity") -> float:
    """Weight of the words in common over the geometric mean of both weights."""
    shared = rarity.summed(a.stems & b.stems)
    return shared / math.sqrt(rarity.mass(a.stems) * rarity.mass(b.stems)) if shared else 0.0


def _sharing(found: Sequence[Unit]) -> list[tuple[int, int]]:
    """Places of the units of different articles that share enough telling words to be compared."""
    if len({unit.article for unit in found}) < 2:
        return []
    holders: dict[str, dict[str, list[int]]] = {}
    for place in sorted(range(len(found)), key=lambda place: found[place].article):
        for stem in found[place].stems:
            holders.setdefault(stem, {}).setdefault(found[place].article, []).append(place)
    counted: Counter[tuple[int, int]] = Counter()
    for by_article in holders.values():
        if sum(map(len, by_article.values())) <= COMMON:
            for one, other in combinations(by_article.values(), 2):  # in the articles' order: no pair turned about
                counted.update(product(one, other))
    return sorted((min(pair), max(pair)) for pair, count in counted.items() if count >= _SHARED_WORDS)


class Rarity(dict[str, float]):
    """Weight of each stem, rare in the language and in these units, found when it is first asked for; 0 for others."""

    def __init__(self, found: Sequence[Unit]) -> None:
        super().__init__()
        self._count = Counter(chain.from_iterable(unit.stems for unit in found))
        self._units = len(found)
        self._masses: dict[frozenset[str], float] = {}

    def __missing__(self, stem: str) -> float:
        count = self._count[stem]
        self[stem] = weight = information(stem) * math.log(1 + self._units / count) if count else 0.0
        return weight

    def summed(self, stems: frozenset[str]) -> float:
        """The weight of the stems, added up in their order."""
        return sum(map(self.__getitem__, sorted(stems)))

    def mass(self, stems: frozenset[str]) -> float:
        """The same for a unit's stems, once for however many others it is held against."""
        known = self._masses.get(stems)
        if known is None:
            self._masses[stems] = known = self.summed(stems)
        return known
