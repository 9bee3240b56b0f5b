"""Labelled pairs for fitting kinship: rewrites and reprints, independent reports, and cases made from both.

Beside the pairs of the lineage corpora there are independent reports of the story corpora: of different outlets, with
less than 1% of the shorter one's runs of eight words in common (evals/independent.py). Wire copy reworded by both is
among them; nothing is taken out by hand. The rewrites by hand (evals/rewrites) are one collection with both: they alone
cannot be told apart by length, topic or where they come from.
"""

import random
import re
from collections.abc import Callable, Sequence
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

from evals.corpora import CorpusArticle, Pair, Tradition, Witness, files_of, read_lines
from evals.independent import independent_sets
from evals.rewrites import HARD, Collection, events, pairs
from evals.splits import Half, split
from stemma.text.sentences import sentences

__all__ = ["BY_HAND", "CONFERENCES", "Case", "cases"]

Order = Callable[[int, random.Random], list[int]]

# What the rewrites by hand are called among the methods, and before their kinds; the second are of events that several
# reporters tell whole.
BY_HAND, CONFERENCES = "by hand", "by hand, conferences"
# Words in the host articles of made partial copies: with 70 to 140 words in it, a fourth to a third is copied.
_HOST_WORDS = 220
# Shortened independent pairs have this many words at least and at most: the lengths of the rewritten texts, so that
# length cannot tell the two collections apart.
_SHORTEST, _LONGEST = 60, 350
# Reports of the story corpora have this many words: below are captions, above only time is lost.
_LEAST, _MOST = 50, 1200
# Steps between two texts of a chain that make a case.
_STEPS = frozenset({1, 5, 8})
# A star's original is paired with a rewrite of the star so many places on: neighbours often come from one article.
_ELSEWHERE = 20
# A remade rewrite has so many sentences at least, or there is nothing to move.
_LEAST_SENTENCES = 6


class Case(NamedTuple):
    """Two texts, whether one written text lies behind them, their kind, their source's half, and what rewrote it."""

    kind: str
    kin: bool
    half: Half
    a: str
    b: str
    method: str = ""


def cases(folder: Path) -> list[Case]:
    """Every labelled pair of the corpora in `folder`, and those made from them, in a fixed order."""
    traditions = [t for path in files_of(folder, "lineage/rewrites-*.jsonl.gz") for t in read_lines(path, Tradition)]
    reprints = [p for path in files_of(folder, "lineage/reprints-*.jsonl.gz") for p in read_lines(path, Pair)]
    independent = [p for path in files_of(folder, "lineage/independent-*.jsonl.gz") for p in read_lines(path, Pair)]
    found = [case for tradition in traditions for case in _rewrites(tradition)]
    found += [Case("reprint", True, split(pair.story), pair.a.text, pair.b.text) for pair in reprints]
    found += [Case("independent", False, split(pair.story), pair.a.text, pair.b.text) for pair in independent]
    found += [_shortened(pair) for pair in independent]
    found += _more_independent(folder, {frozenset((pair.a.text, pair.b.text)) for pair in independent})
    stars = [tradition for tradition in traditions if tradition.shape == "star"]
    chains = [tradition for tradition in traditions if tradition.shape == "chain"]
    found += _partial("partial", independent, stars) + _partial("partial, longer", independent, chains)
    found += _other_story(stars) + _two_machines(chains)
    found += [case for tradition in chains for case in (*_halved(tradition), *_reordered(tradition))]
    return found + _by_hand("events", BY_HAND) + _by_hand("conferences", CONFERENCES)


def _by_hand(collection: Collection, method: str) -> list[Case]:
    """The rewrites by hand and the independent reports beside them, but for what shares next to nothing."""
    return [
        Case(f"{method}, {pair.kind}", pair.kin, event.half, pair.a, pair.b, method)
        for event in events(collection)
        for pair in pairs(event)
        if pair.kind not in HARD
    ]


def _rewrites(tradition: Tradition) -> list[Case]:
    """Root and copy, siblings; in chains those that are _STEPS apart."""
    text = {witness.id: witness.text for witness in tradition.witnesses}
    depth = {name: _depth(name, tradition) for name in text}
    kept = []
    for a, b in combinations(sorted(text, key=lambda name: (depth[name], name)), 2):
        gap = depth[b] - depth[a]
        if tradition.shape != "chain" or gap in _STEPS:
            kind = f"{tradition.shape}, {gap} apart"
            kept.append(Case(kind, True, split(tradition.group), text[a], text[b], _method(tradition)))
    return kept


def _method(tradition: Tradition) -> str:
    """The set-up that made it: the tradition's id without its number."""
    return tradition.id.rpartition("-")[0]


def _depth(name: str, tradition: Tradition) -> int:
    parent = tradition.parents[name]
    return 0 if parent is None else 1 + _depth(parent, tradition)


def _shortened(pair: Pair) -> Case:
    chance = random.Random(pair.id)
    words = chance.randint(_SHORTEST, _LONGEST)
    other = int(words * chance.uniform(0.6, 1.6))
    return Case(
        "independent, shortened", False, split(pair.story), _head(pair.a.text, words), _head(pair.b.text, other)
    )


def _head(text: str, words: int) -> str:
    """The first sentences, until they hold so many words."""
    counted = 0
    for start, end in sentences(text):
        counted += len(text[start:end].split())
        if counted >= words:
            return text[:end]
    return text


def _more_independent(folder: Path, known: set[frozenset[str]]) -> list[Case]:
    """Independent pairs of the story corpora that are not among `known`, by the name of their corpus."""
    found = []
    for path in files_of(folder, "stories/*.jsonl.gz"):
        kind = f"independent, of {path.name.removesuffix('.jsonl.gz')}"
        articles = [one for one in read_lines(path, CorpusArticle) if one.story is not None]
        fitting = [one for one in articles if _LEAST <= len(one.text.split()) <= _MOST]
        for one in independent_sets(_neighbours(fitting)):
            for a, b in combinations(one.articles, 2):
                if frozenset((a.text, b.text)) not in known:
                    found.append(Case(kind, False, split(one.story), a.text, b.text))
    return found


def _neighbours(articles: Sequence[CorpusArticle]) -> list[Pair]:
    """Each article of a story with the next: how sets are told which articles there are."""
    ordered = sorted(articles, key=lambda one: (str(one.story), one.id))
    return [Pair(a.id, str(a.story), a, b) for a, b in pairwise(ordered) if a.story == b.story]


def _partial(kind: str, independent: Sequence[Pair], traditions: Sequence[Tradition]) -> list[Case]:
    """An original put into one independent report and a rewrite of it into the other: a part copied and reworded.

    About a fourth of either text (stars) or a third of it (chains, one step) is the copy.
    """
    made = []
    for place, pair in enumerate(independent):
        half = split(pair.story)
        fitting = [tradition for tradition in traditions if split(tradition.group) == half]
        tradition = fitting[place % len(fitting)]
        chance = random.Random(pair.id)
        root = _root(tradition)
        copy = chance.choice([witness.text for witness in tradition.witnesses if witness.parent == root.id])
        host_a, host_b = _with(pair.a.text, root.text, chance), _with(pair.b.text, copy, chance)
        made.append(Case(kind, True, half, host_a, host_b, _method(tradition)))
    return made


def _root(tradition: Tradition) -> Witness:
    return next(witness for witness in tradition.witnesses if witness.parent is None)


def _with(host: str, piece: str, chance: random.Random) -> str:
    paragraphs = re.split(r"\n\s*\n", _head(host, _HOST_WORDS))
    paragraphs.insert(chance.randint(0, len(paragraphs)), piece)
    return "\n\n".join(paragraphs)


def _other_story(stars: Sequence[Tradition]) -> list[Case]:
    """An original and a rewrite of another original: what the machine's style alone makes alike."""
    made = []
    for star, other in zip(stars, [*stars[_ELSEWHERE:], *stars[:_ELSEWHERE]], strict=True):
        copies = [witness.text for witness in other.witnesses if witness.parent is not None][:2]
        made += [Case("other story, same machine", False, split(star.group), _root(star).text, copy) for copy in copies]
    return made


def _two_machines(chains: Sequence[Tradition]) -> list[Case]:
    """Texts four steps from one original in two chains: one story, two rewriters."""
    fourth: dict[str, list[str]] = {}
    for chain in chains:
        depth = {witness.id: _depth(witness.id, chain) for witness in chain.witnesses}
        fourth.setdefault(chain.group, []).extend(w.text for w in chain.witnesses if depth[w.id] == 4)
    return [
        Case("two machines, 4 steps each", True, split(group), a, b, "several")
        for group, texts in sorted(fourth.items())
        for a, b in combinations(texts, 2)
    ]


def _halved(tradition: Tradition) -> list[Case]:
    return _remade(tradition, "halved", lambda count, chance: sorted(chance.sample(range(count), count // 2)))


def _reordered(tradition: Tradition) -> list[Case]:
    return _remade(tradition, "reordered", lambda count, chance: chance.sample(range(count), count))


def _remade(tradition: Tradition, kind: str, order: Order) -> list[Case]:
    """The original against a rewrite whose sentences are cut or moved; none if it has too few sentences."""
    root = _root(tradition)
    copy = next(witness.text for witness in tradition.witnesses if witness.parent == root.id)
    pieces = [copy[start:end] for start, end in sentences(copy)]
    if len(pieces) < _LEAST_SENTENCES:
        return []
    places = order(len(pieces), random.Random(tradition.id + kind))
    remade = " ".join(pieces[place] for place in places)
    return [Case(kind, True, split(tradition.group), root.text, remade, _method(tradition))]
