"""Who was made from whom: stars with and without their root, chains, and reports that nobody copied."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from evals.corpora import Pair, Tradition, corpus_name, digest_of, files_of, read_lines, reported, sampled
from evals.independent import independent_sets
from evals.measure import Measure, Part, measures_of
from evals.metrics import edges, mean, undirected
from evals.pool import in_order
from evals.program import lineage
from stemma.records import Lineage

__all__ = [
    "Inferred",
    "chain_measures",
    "independent_measures",
    "rooted_measures",
    "rootless_measures",
    "structure_parts",
]

Edge = tuple[str, str]


class Inferred(NamedTuple):
    """A tradition and the lineage inferred from what was given of it."""

    tradition: Tradition
    lineage: Lineage


def structure_parts(folder: Path, sample: int | None) -> tuple[Part, ...]:
    """One part for each file of traditions and for each file of independent pairs."""
    traditions = files_of(folder, "lineage/rewrites-*.jsonl.gz")
    independent = files_of(folder, "lineage/independent-*.jsonl.gz")
    missing = Part("structure", "", notes=("no lineage/rewrites-* or independent-*: structure skipped",))
    parts = [_tradition_part(path, sample) for path in traditions] + [
        _independent_part(path, sample) for path in independent
    ]
    return tuple(parts) or (missing,)


def _tradition_part(path: Path, sample: int | None) -> Part:
    traditions = sampled(reported(path, read_lines(path, Tradition)), sample)
    lineages = in_order(lineage, [[witness.shown() for witness in one.given] for one in traditions])
    rows = [Inferred(*row) for row in zip(traditions, lineages, strict=True)]
    stars = [row for row in rows if row.tradition.shape == "star"]
    measures = (
        *rootless_measures([row for row in stars if row.tradition.withheld]),
        *rooted_measures([row for row in stars if not row.tradition.withheld]),
        *chain_measures("chain", [row for row in rows if row.tradition.shape == "chain"]),
        *chain_measures("round trip", [row for row in rows if row.tradition.shape == "round trip"]),
    )
    note = f"{corpus_name(path)}: lineage of {len(rows)} traditions, {len(stars)} of them stars"
    return Part(f"structure/{corpus_name(path)}", digest_of(traditions), measures, (note,))


def rootless_measures(rows: Sequence[Inferred]) -> tuple[Measure, ...]:
    """Stars without their root: one hidden exemplar behind all copies, and no copy made from another."""
    whole, free = [], []
    for tradition, found in rows:
        given = {witness.id for witness in tradition.given}
        whole.append(float(any(set(exemplar.copies) == given for exemplar in found.hidden)))
        wrong = {copy for copy, _ in _descent(tradition, found)}
        free += [float((tradition.id, name) not in wrong) for name in sorted(given)]
    name = "star, root withheld"
    return _if_any(
        rows,
        Measure(f"{name}: one hidden exemplar behind all", mean(whole), len(whole)),
        Measure(f"{name}: copies not put under a sibling", mean(free), len(free)),
        *_one_origin(name, rows),
    )


def rooted_measures(rows: Sequence[Inferred]) -> tuple[Measure, ...]:
    """Stars with their root: edges from the root to each copy."""
    found, true = _all_edges(rows)
    name = "star, root present"
    descent = measures_of(f"{name}: descent", edges(found, true), len(true))
    return _if_any(rows, _no_stranger(name, rows), *descent, *_one_origin(name, rows))


def chain_measures(name: str, rows: Sequence[Inferred]) -> tuple[Measure, ...]:
    """Chains: how many of the links drawn join neighbours, whichever way and the right way."""
    found, true = _all_edges(rows)
    links, arrows = undirected(found, true), edges(found, true)
    return _if_any(
        rows,
        Measure(f"{name}: links that join neighbours", links.precision, len(found), gated=False),
        _no_stranger(name, rows, undirected_too=True),
        Measure(f"{name}: neighbours linked", links.recall, len(true)),
        *measures_of(f"{name}: descent", arrows, len(true)),
        *_one_origin(name, rows),
    )


def _if_any(rows: Sequence[Inferred], *measures: Measure) -> tuple[Measure, ...]:
    return measures if rows else ()


def _one_origin(name: str, rows: Sequence[Inferred]) -> tuple[Measure, ...]:
    """Whether the interval of origins holds the one there is, and is that one."""
    origins = [row.lineage.origins for row in rows]
    return (
        Measure(f"{name}: origins hold one", mean([float(one.low <= 1 <= one.high) for one in origins]), len(rows)),
        Measure(f"{name}: origins equal one", mean([float(one.low == one.high == 1) for one in origins]), len(rows)),
    )


def _no_stranger(name: str, rows: Sequence[Inferred], undirected_too: bool = False) -> Measure:
    """The share of witnesses put under no witness that was not their model (nor, for chains, their copy).

    The gate holds this rather than a precision, which is not defined for a program that draws no link.
    """
    found, true = _all_edges(rows)
    kin = set(true) | ({(model, copy) for copy, model in true} if undirected_too else set())
    wrong = {edge[0] for edge in found if edge not in kin}
    free = [float((row.tradition.id, one.id) not in wrong) for row in rows for one in row.tradition.given]
    return Measure(f"{name}: witnesses under no stranger", mean(free), len(free))


def _all_edges(rows: Sequence[Inferred]) -> tuple[list[tuple[Edge, Edge]], list[tuple[Edge, Edge]]]:
    """Found and true edges between given witnesses, over all traditions."""
    found = [edge for row in rows for edge in _descent(*row)]
    true = []
    for tradition, _ in rows:
        given = {witness.id for witness in tradition.given}
        pairs = ((witness.id, witness.parent) for witness in tradition.given if witness.parent in given)
        true += [((tradition.id, copy), (tradition.id, str(parent))) for copy, parent in pairs]
    return found, true


def _descent(tradition: Tradition, found: Lineage) -> list[tuple[Edge, Edge]]:
    """Edges from one given witness to another; those from a hidden exemplar are left out."""
    given = {witness.id for witness in tradition.given}
    kept = (edge for edge in found.descent if edge.exemplar in given)
    return [((tradition.id, edge.copy), (tradition.id, edge.exemplar)) for edge in kept]


def _independent_part(path: Path, sample: int | None) -> Part:
    sets = sampled(independent_sets(reported(path, read_lines(path, Pair))), sample, "story")
    lineages = in_order(lineage, [[article.shown() for article in one.articles] for one in sets])
    measures = independent_measures(
        [({article.id for article in one.articles}, found) for one, found in zip(sets, lineages, strict=True)]
    )
    note = f"{corpus_name(path)}: {len(sets)} sets of reports, no two sharing 1 % of their eight-word runs"
    return Part(f"structure/{corpus_name(path)}", digest_of(sets), measures, (note,))


def independent_measures(rows: Sequence[tuple[set[str], Lineage]]) -> tuple[Measure, ...]:
    """Reports presumed independent: pairs not put under one origin, articles not made from another, right intervals."""
    apart, free, holds = [], [], []
    for given, found in rows:
        together = {pair for group in found.origins.groups for pair in combinations(sorted(set(group.articles)), 2)}
        apart += [float(pair not in together) for pair in combinations(sorted(given), 2)]
        copies = {edge.copy for edge in found.descent if edge.exemplar in given}
        free += [float(name not in copies) for name in sorted(given)]
        holds.append(float(found.origins.low <= len(given) <= found.origins.high))
    return (
        Measure("independent: pairs not under one origin", mean(apart), len(apart)),
        Measure("independent: articles not made from another", mean(free), len(free)),
        Measure("independent: origins hold the truth", mean(holds), len(holds)),
    )
