"""Whether one written text lies behind two articles: rewrites and reprints against independent reports of one event."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.corpora import Keyed, Pair, Tradition, corpus_name, digest_of, files_of, read_lines, reported, sampled
from evals.measure import Measure, Part, data_digest
from evals.metrics import Bin, area_under_curve, calibration_error, mean, recall_at, reliability, threshold_at
from evals.pool import in_order
from evals.program import kinship
from stemma.records import Article

__all__ = ["kin_pairs", "kinship_measures", "kinship_parts"]

Pairs = dict[str, list[tuple[Article, Article]]]

# A star of seven has 15 pairs of siblings, which say nearly the same: so many of each star are asked about.
_SIBLINGS = 4
# False kinship allowed when the threshold is set on the negatives, as shares.
_RATES = (0.005, 0.01)
# The probability from which on the program speaks of kinship.
_KIN = 0.5


def kinship_parts(folder: Path, sample: int | None) -> tuple[Part, ...]:
    """One part for each family of files with a common ending (`rewrites-X`, `reprints-X`, `independent-X`)."""
    files = [path for kind in ("rewrites", "reprints", "independent") for path in _files(folder, kind)]
    endings = sorted({corpus_name(path).partition("-")[2] for path in files})
    missing = Part("kinship", "", notes=("no lineage/rewrites-*, reprints-* or independent-*: kinship skipped",))
    return tuple(_part(folder, ending, sample) for ending in endings) or (missing,)


def _files(folder: Path, kind: str, ending: str = "*") -> list[Path]:
    return files_of(folder, f"lineage/{kind}-{ending}.jsonl.gz")


def _part(folder: Path, ending: str, sample: int | None) -> Part:
    traditions = _half(_files(folder, "rewrites", ending), Tradition, sample)
    reprints = _half(_files(folder, "reprints", ending), Pair, sample)
    independent = _half(_files(folder, "independent", ending), Pair, sample)
    pairs = kin_pairs(traditions)
    pairs["reprint"] = [(pair.a.shown(), pair.b.shown()) for pair in reprints]
    negatives = [(pair.a.shown(), pair.b.shown()) for pair in independent]
    asked = [pair for kind in sorted(pairs) for pair in pairs[kind]] + negatives
    answers = iter(in_order(_probability, asked))
    found = {kind: [next(answers) for _ in pairs[kind]] for kind in sorted(pairs)}
    measures, notes = kinship_measures(found, list(answers))
    data = data_digest([digest_of(traditions), digest_of(reprints), digest_of(independent)])
    head = f"{ending}: {len(asked)} pairs, {len(negatives)} of them independent; {_SIBLINGS} pairs of siblings a star"
    return Part(f"kinship/{ending}", data, measures, (head, *notes))


def _half(files: Sequence[Path], form: type[Keyed], sample: int | None) -> list[Keyed]:
    return sampled([line for path in files for line in reported(path, read_lines(path, form))], sample)


def _probability(pair: tuple[Article, Article]) -> float:
    return kinship(*pair).probability


def kin_pairs(traditions: Sequence[Tradition]) -> Pairs:
    """Pairs of given witnesses by how they are kin; each pair in the order of its ids, which tell nothing."""
    pairs: Pairs = {}
    for tradition in traditions:
        for kind, names in _kinds(tradition).items():
            shown = {witness.id: witness.shown() for witness in tradition.given}
            rows = [(shown[a], shown[b]) for a, b in sorted(map(sorted, names)) if a in shown and b in shown]
            limit = _SIBLINGS if kind == "star, siblings" else None
            pairs.setdefault(kind, []).extend(rows[:limit])
    return {kind: rows for kind, rows in pairs.items() if rows}


def _kinds(tradition: Tradition) -> dict[str, list[tuple[str, str]]]:
    parents = tradition.parents
    if tradition.shape == "star":
        copies = sorted(name for name, parent in parents.items() if parent)
        return {
            "star, root and copy": _ancestors(parents, 1),
            "star, siblings": [(a, b) for n, a in enumerate(copies) for b in copies[n + 1 :]],
        }
    if tradition.shape == "round trip":
        return {"round trip, 1 apart": _ancestors(parents, 1), "round trip, 4 apart": _ancestors(parents, 4)}
    return {"chain, adjacent": _ancestors(parents, 1), "chain, 5 apart": _ancestors(parents, 5)}


def _ancestors(parents: Mapping[str, str | None], steps: int) -> list[tuple[str, str]]:
    """Each witness with the ancestor so many steps up."""
    pairs = []
    for name in parents:
        at: str | None = name
        for _ in range(steps):
            at = parents.get(at) if at is not None else None
        if at is not None:
            pairs.append((name, at))
    return pairs


def kinship_measures(
    found: Mapping[str, Sequence[float]], negatives: Sequence[float]
) -> tuple[tuple[Measure, ...], tuple[str, ...]]:
    """Measures and the reliability table, from the probabilities given to each kind of kin and to the independent."""
    positives = [value for kind in sorted(found) for value in found[kind]]
    measures = [
        Measure(f"{kind}: recall at {_KIN}", _share(values), len(values)) for kind, values in sorted(found.items())
    ]
    if not positives or not negatives:
        return tuple(measures), ("no positives or no negatives: no thresholds, no calibration",)
    measures.append(Measure(f"independent: left apart at {_KIN}", 1 - _share(negatives), len(negatives)))
    for rate in _RATES:
        label = f"recall at {rate:.1%} false kinship"
        measures.append(Measure(f"all kinds: {label}", recall_at(positives, negatives, rate), len(positives)))
        measures += [
            Measure(f"{kind}: {label}", recall_at(values, negatives, rate), len(values), gated=False)
            for kind, values in sorted(found.items())
        ]
        measures.append(
            Measure(
                f"threshold at {rate:.1%} false kinship", threshold_at(negatives, rate), len(negatives), gated=False
            )
        )
    table = reliability(positives, negatives)
    error, total = calibration_error(table), len(positives) + len(negatives)
    measures.append(Measure("area under the curve", area_under_curve(positives, negatives), total))
    measures.append(Measure("expected calibration error", error, total, gated=False))
    measures.append(Measure("1 - expected calibration error", 1 - error, total))
    return tuple(measures), ("reliability (kin and independent weigh one half each):", *map(_row, table))


def _share(values: Sequence[float]) -> float:
    return mean([float(value >= _KIN) for value in values])


def _row(row: Bin) -> str:
    return f"  {row.low:.1f}-{row.high:.1f}: weight {row.weight:.3f}, forecast {row.forecast:.3f}, held {row.held:.3f}"
