"""Labelled pairs for fitting kinship: rewrites and reprints, independent reports, and cases made from both."""

import random
import re
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from evals.corpora import Pair, Tradition, files_of, read_lines
from evals.splits import Half, split
from stemma.text.sentences import sentences

__all__ = ["Case", "cases"]

Order = Callable[[int, random.Random], list[int]]

# Words in the host articles of made partial copies: with a text of about 100 words in it, a third is copied.
_HOST_WORDS = 220
# Shortened independent pairs have this many words at least and at most: the lengths of the rewritten texts, so that
# length cannot tell the two collections apart.
_SHORTEST, _LONGEST = 60, 350


class Case(NamedTuple):
    """Two texts, whether one written text lies behind them, their kind, and the half their source belongs to."""

    kind: str
    kin: bool
    half: Half
    a: str
    b: str


def cases(folder: Path) -> list[Case]:
    """Every labelled pair of the corpora in `folder`, and those made from them, in a fixed order."""
    traditions = [t for path in files_of(folder, "lineage/rewrites-*.jsonl.gz") for t in read_lines(path, Tradition)]
    reprints = [p for path in files_of(folder, "lineage/reprints-*.jsonl.gz") for p in read_lines(path, Pair)]
    independent = [p for path in files_of(folder, "lineage/independent-*.jsonl.gz") for p in read_lines(path, Pair)]
    found = [case for tradition in traditions for case in _rewrites(tradition)]
    found += [Case("reprint", True, split(pair.story), pair.a.text, pair.b.text) for pair in reprints]
    found += [Case("independent", False, split(pair.story), pair.a.text, pair.b.text) for pair in independent]
    found += [_shortened(pair) for pair in independent]
    stars = [tradition for tradition in traditions if tradition.shape == "star"]
    found += _partial(independent, stars) + _other_story(stars)
    found += [case for tradition in stars for case in (*_halved(tradition), *_reordered(tradition))]
    return found


def _rewrites(tradition: Tradition) -> list[Case]:
    """Root and copy, siblings; in chains those one and five steps apart."""
    text = {witness.id: witness.text for witness in tradition.witnesses}
    depth = {name: _depth(name, tradition) for name in text}
    kept = []
    for a, b in combinations(sorted(text, key=lambda name: (depth[name], name)), 2):
        gap = depth[b] - depth[a]
        if tradition.shape != "chain" or gap in {1, 5}:
            kept.append(Case(f"{tradition.shape}, {gap} apart", True, split(tradition.group), text[a], text[b]))
    return kept


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


def _partial(independent: Sequence[Pair], stars: Sequence[Tradition]) -> list[Case]:
    """An original put into one independent report and a rewrite of it into the other: a third copied and reworded."""
    made = []
    for place, pair in enumerate(independent):
        half = split(pair.story)
        fitting = [star for star in stars if split(star.group) == half]
        star = fitting[place % len(fitting)]
        chance = random.Random(pair.id)
        root = next(witness.text for witness in star.witnesses if witness.parent is None)
        copy = chance.choice([witness.text for witness in star.witnesses if witness.parent is not None])
        made.append(Case("partial", True, half, _with(pair.a.text, root, chance), _with(pair.b.text, copy, chance)))
    return made


def _with(host: str, piece: str, chance: random.Random) -> str:
    paragraphs = re.split(r"\n\s*\n", _head(host, _HOST_WORDS))
    paragraphs.insert(chance.randint(0, len(paragraphs)), piece)
    return "\n\n".join(paragraphs)


def _other_story(stars: Sequence[Tradition]) -> list[Case]:
    """An original and a rewrite of another original: what the machine's style alone makes alike."""
    made = []
    for star, other in zip(stars, [*stars[1:], *stars[:1]], strict=True):
        root = next(witness.text for witness in star.witnesses if witness.parent is None)
        copies = [witness.text for witness in other.witnesses if witness.parent is not None][:2]
        made += [Case("other story, same machine", False, split(star.group), root, copy) for copy in copies]
    return made


def _halved(star: Tradition) -> list[Case]:
    return _remade(star, "halved", lambda count, chance: sorted(chance.sample(range(count), count // 2)))


def _reordered(star: Tradition) -> list[Case]:
    return _remade(star, "reordered", lambda count, chance: chance.sample(range(count), count))


def _remade(star: Tradition, kind: str, order: Order) -> list[Case]:
    """The original against a rewrite whose sentences are cut or moved; none if it has too few sentences."""
    root = next(witness.text for witness in star.witnesses if witness.parent is None)
    copy = next(witness.text for witness in star.witnesses if witness.parent is not None)
    pieces = [copy[start:end] for start, end in sentences(copy)]
    if len(pieces) < 6:
        return []
    places = order(len(pieces), random.Random(star.id + kind))
    return [Case(kind, True, split(star.group), root, " ".join(pieces[place] for place in places))]
