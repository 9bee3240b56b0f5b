"""Kin among the candidate pairs of the wide tier: all texts of the lineage corpora as one collection."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import polars

from evals.corpora import (
    CorpusArticle,
    Pair,
    Tradition,
    corpus_name,
    digest_of,
    files_of,
    read_lines,
    reported,
    sampled,
)
from evals.measure import Measure, Part, data_digest
from stemma.corpus import WHOLE, batches, candidates, in_time
from stemma.records import Article

__all__ = ["Kin", "candidate_parts", "kin_measures"]


class Kin(NamedTuple):
    """Two texts behind which one written text lies, and how the later was made."""

    kind: str
    a: str
    b: str


class _Collection(NamedTuple):
    """Articles, and the kin among them that may be reported on."""

    articles: tuple[Article, ...]
    kin: tuple[Kin, ...]
    data: str


def candidate_parts(folder: Path, sample: int | None) -> tuple[Part, ...]:
    """One part for each file of traditions, with the reprints and independent pairs of the same name beside it."""
    files = files_of(folder, "lineage/rewrites-*.jsonl.gz")
    missing = Part("candidates", "", notes=("no lineage/rewrites-*: candidates skipped",))
    return tuple(_part(folder, path, sample) for path in files) or (missing,)


def _part(folder: Path, path: Path, sample: int | None) -> Part:
    name = corpus_name(path).removeprefix("rewrites-")
    collection = _collection(path, sample)
    others = [
        article.shown()
        for file in files_of(folder, "stories/*.jsonl.gz")
        for article in sampled(read_lines(file, CorpusArticle), sample)
    ]
    alone = _found(collection.articles)
    known = {article.id for article in collection.articles}
    among = _found([*collection.articles, *(article for article in others if article.id not in known)])
    measures = kin_measures(alone, collection.kin, len(collection.articles))
    shares = [(one.a, one.b) in among for one in collection.kin]
    measures = (*measures, Measure("kin found among other articles", sum(shares) / max(1, len(shares)), len(shares)))
    note = f"candidates/{name}: {len(collection.articles)} texts, {len(alone)} candidate pairs; {len(others)} others"
    return Part(f"candidates/{name}", data_digest([collection.data, str(len(others))]), measures, (note,))


def _collection(path: Path, sample: int | None) -> _Collection:
    traditions = sampled(read_lines(path, Tradition), sample)
    named = [path.with_name(path.name.replace("rewrites-", f"{kind}-")) for kind in ("reprints", "independent")]
    reprints, independent = (sampled(read_lines(one, Pair), sample) if one.exists() else [] for one in named)
    pairs = [*reprints, *independent]
    articles = {one.id: one.shown() for pair in pairs for one in (pair.a, pair.b)}
    articles |= {one.id: one.shown() for tradition in traditions for one in tradition.given}
    kin = [Kin("reprint", *sorted((pair.a.id, pair.b.id))) for pair in reported(named[0], reprints)]
    for tradition in reported(path, traditions):
        kin += [Kin(tradition.shape, *sorted(pair)) for pair in combinations([one.id for one in tradition.given], 2)]
    return _Collection(tuple(articles.values()), tuple(kin), digest_of([*traditions, *pairs]))


def _found(articles: Iterable[Article]) -> set[tuple[str, str]]:
    """The candidate pairs by id, the lesser first; what is said of a text holds for those of the same words."""
    ordered = in_time(articles)
    found = candidates(batches(ordered)).pairs
    same = found.filter(polars.col("route") == WHOLE)
    alike: dict[int, list[int]] = {number: [number] for number in range(len(ordered))}
    for first, copy in zip(same["a"].to_list(), same["b"].to_list(), strict=True):
        alike[first].append(copy)
    pairs = {
        (ordered[one].id, ordered[other].id)
        for a, b in zip(found["a"].to_list(), found["b"].to_list(), strict=True)
        for one in alike[a]
        for other in alike[b]
    }
    pairs |= {(ordered[one].id, ordered[other].id) for every in alike.values() for one, other in combinations(every, 2)}
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}


def kin_measures(found: set[tuple[str, str]], kin: Sequence[Kin], articles: int) -> tuple[Measure, ...]:
    """The share of kin among the pairs found, in all and by kind, and the share of all pairs that was not found."""
    kinds = sorted({one.kind for one in kin})
    rows = [
        ("kin found", list(kin)),
        *((f"kin found, {kind}", [one for one in kin if one.kind == kind]) for kind in kinds),
    ]
    shares = [
        Measure(name, sum((one.a, one.b) in found for one in some) / max(1, len(some)), len(some))
        for name, some in rows
    ]
    pairs = articles * (articles - 1) // 2
    return (*shares, Measure("pairs left out", 1 - len(found) / max(1, pairs), pairs))
