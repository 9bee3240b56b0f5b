"""The bundled stories: grouping, descent, hidden exemplars, origins."""

from collections.abc import Iterable, Mapping, Sequence

from evals.measure import Measure, measures_of
from evals.metrics import b_cubed, edges, mean, pairwise, set_score
from evals.reported import Reported, ReportedStory
from evals.truth import TrueHidden, TrueStory, Truth

__all__ = ["counterparts", "lineage_measures", "matched_hidden", "story_measures"]

# A found hidden exemplar stands for a true one from this overlap of their copies on (intersection over union).
_SAME_EXEMPLAR = 0.5


def story_measures(report: Reported, truth: Truth) -> tuple[Measure, ...]:
    """Articles put into stories; an unrelated article is a story of its own."""
    true = {article: f"story {n}" for n, story in enumerate(truth.stories) for article in story.articles}
    true |= {article: f"alone {article}" for article in truth.unrelated}
    found = {article: str(n) for n, story in enumerate(report.stories) for article in story.articles}
    return (
        *measures_of("B-cubed", b_cubed(found, true), len(true)),
        *measures_of("pairwise", pairwise(found, true), len(true)),
    )


def counterparts(report: Reported, truth: Truth) -> list[tuple[TrueStory, ReportedStory | None]]:
    """Each true story with the reported one that shares most articles with it, None if no one shares any."""
    return [(story, _closest(report.stories, story)) for story in truth.stories]


def _closest(stories: Sequence[ReportedStory], true: TrueStory) -> ReportedStory | None:
    shared = [(len(set(story.articles) & set(true.articles)), -n) for n, story in enumerate(stories)]
    best = max(shared, default=(0, 0))
    return stories[-best[1]] if best[0] else None


def matched_hidden(found: Mapping[str, Iterable[str]], true: Iterable[TrueHidden]) -> dict[str, str]:
    """Found hidden ids to true ones, one to one, the greatest overlap of copies first."""
    overlaps = sorted(
        (-_overlap(set(copies), set(exemplar.copies)), found_id, exemplar.id)
        for found_id, copies in found.items()
        for exemplar in true
    )
    names: dict[str, str] = {}
    for overlap, found_id, true_id in overlaps:
        if -overlap >= _SAME_EXEMPLAR and found_id not in names and true_id not in names.values():
            names[found_id] = true_id
    return names


def _overlap(a: set[str], b: set[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def lineage_measures(report: Reported, truth: Truth) -> tuple[Measure, ...]:
    """Descent with and without its operation, hidden exemplars, and the interval of origins."""
    found, true = _found_descent(report, truth), _true_descent(truth)
    count = len(true)
    return (
        *measures_of("descent", edges((edge[:2] for edge in found), (edge[:2] for edge in true)), count),
        *measures_of("descent with operation", set_score(set(found), set(true)), count),
        *_hidden_measures(report, truth),
        *_origin_measures(report, truth),
    )


def _true_descent(truth: Truth) -> list[tuple[str, str, str]]:
    return [
        (edge.copy, f"{n}:{edge.exemplar}" if edge.exemplar.startswith("hidden") else edge.exemplar, edge.operation)
        for n, story in enumerate(truth.stories)
        for edge in story.descent
    ]


def _found_descent(report: Reported, truth: Truth) -> list[tuple[str, str, str]]:
    """Every edge of every reported story, hidden exemplars under the names of the true ones they stand for."""
    place = {article: n for n, story in enumerate(truth.stories) for article in story.articles}
    rows: list[tuple[str, str, str]] = []
    for story in report.stories:
        names = matched_hidden(_copies(story), [entry for true in truth.stories for entry in true.hidden])
        for edge in story.descent:
            exemplar = names.get(edge.exemplar, edge.exemplar)
            hidden = exemplar.startswith("hidden")
            rows.append((edge.copy, f"{place.get(edge.copy)}:{exemplar}" if hidden else exemplar, edge.operation))
    return rows


def _copies(story: ReportedStory) -> dict[str, tuple[str, ...]]:
    return {exemplar.id: exemplar.copies for exemplar in story.hidden}


def _hidden_measures(report: Reported, truth: Truth) -> tuple[Measure, ...]:
    """Hidden exemplars with exactly the true copies; and those that bear the true name."""
    true = [(frozenset(entry.copies), entry.name) for story in truth.stories for entry in story.hidden]
    found = [(frozenset(entry.copies), entry.name) for story in report.stories for entry in story.hidden]
    copies = set_score([entry[0] for entry in found], [entry[0] for entry in true])
    return (
        *measures_of("hidden exemplar", copies, len(true)),
        *measures_of("hidden exemplar with name", set_score(found, true), len(true)),
    )


def _origin_measures(report: Reported, truth: Truth) -> tuple[Measure, ...]:
    """How often the interval of origins holds the true one, and how often it is the true one."""
    holds, equals = [], []
    for true, found in counterparts(report, truth):
        low, high = (found.origins.low, found.origins.high) if found else (0, 0)
        holds.append(float(low <= true.origins.low and true.origins.high <= high))
        equals.append(float((low, high) == (true.origins.low, true.origins.high)))
    return (
        Measure("origins hold the truth", mean(holds), len(holds)),
        Measure("origins equal the truth", mean(equals), len(equals)),
    )
