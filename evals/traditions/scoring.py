"""One tradition scored: edges found and true, hidden exemplars, origins, and how each fault came about."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from evals.metrics import adjusted_rand
from evals.traditions.families import Made
from evals.traditions.truth import Truth, truth_of
from stemma.records import Lineage

__all__ = ["Scored", "scored"]

Edge = tuple[str, str]


class Scored(NamedTuple):
    """The counts of one tradition; `asserted` holds each edge's confidence and whether it is true.

    `apart` holds, for each pair of given witnesses of different origins, whether it is not put under one origin.
    `faults` are causes, each as often as it occurred.
    """

    made: Made
    found: frozenset[Edge]
    true: frozenset[Edge]
    right: int
    asserted: tuple[tuple[float, bool], ...]
    hidden_found: tuple[frozenset[str], ...]
    hidden_true: tuple[frozenset[str], ...]
    rand: float
    apart: tuple[bool, ...]
    faults: tuple[str, ...]


def scored(made: Made, lineage: Lineage) -> Scored:
    """The lineage against the truth.

    An edge whose direction nothing tells counts as found and right where its pair is left undecided.
    """
    truth = truth_of(made)
    given = set(truth.origins)
    edges = {(edge.copy, edge.exemplar): edge.confidence for edge in lineage.descent if edge.exemplar in given}
    undecided = {frozenset(entry.articles) for entry in lineage.undecided}
    excused = {edge for edge in truth.untold if frozenset(edge) in undecided and edge not in edges}
    found = frozenset(edges) | excused
    hidden = tuple(sorted((frozenset(entry.copies) for entry in lineage.hidden), key=sorted))
    return Scored(
        made,
        found,
        truth.edges,
        len(found & truth.edges),
        tuple((confidence, edge in truth.edges) for edge, confidence in sorted(edges.items())),
        hidden,
        tuple(sorted(truth.hidden, key=sorted)),
        _rand(truth, lineage),
        tuple(_apart(truth, lineage)),
        tuple(_faults(truth, lineage, found)),
    )


def _rand(truth: Truth, lineage: Lineage) -> float:
    """Agreement of the groups; a merge of two origins belongs to both and is left out."""
    true = {article: origins[0] for article, origins in truth.origins.items() if len(origins) == 1}
    found = {article: group.id for group in reversed(lineage.origins.groups) for article in group.articles}
    return adjusted_rand(found, true)


def _apart(truth: Truth, lineage: Lineage) -> Iterator[bool]:
    together = {pair for group in lineage.origins.groups for pair in combinations(sorted(set(group.articles)), 2)}
    for pair in combinations(sorted(truth.origins), 2):
        if not set(truth.origins[pair[0]]) & set(truth.origins[pair[1]]):
            yield pair not in together


def _faults(truth: Truth, lineage: Lineage, found: frozenset[Edge]) -> Iterator[str]:
    """The cause of each wrong edge and of each edge not found, beginning with the operation that made the copy."""
    wrong = {copy for copy, _ in found - truth.edges}
    for copy, exemplar in sorted(found - truth.edges):
        yield f"{truth.operations[copy]}: tied to {_relation(truth, copy, exemplar)}"
    for copy, exemplar in sorted(truth.edges - found):
        if copy not in wrong:
            yield f"{truth.operations[copy]}: {_instead(lineage, copy, exemplar)}"
    for copies in sorted(truth.hidden, key=sorted):
        yield from _hidden_faults(truth, lineage, copies)


def _relation(truth: Truth, copy: str, exemplar: str) -> str:
    """What the asserted exemplar is to the copy in truth."""
    above, below = _ancestors(truth, copy), _ancestors(truth, exemplar)
    if exemplar in above:
        return "an exemplar of its exemplar"
    if copy in below:
        return "its own copy" if (exemplar, copy) in truth.edges else "a copy of its copy"
    hidden = any({copy, exemplar} <= group for group in truth.hidden)
    if hidden or _parents(truth, copy) & _parents(truth, exemplar):
        return "a sibling" + (" under a lost exemplar" if hidden else "")
    return "a cousin" if set(truth.origins[copy]) & set(truth.origins[exemplar]) else "a stranger"


def _parents(truth: Truth, article: str) -> set[str]:
    return {exemplar for copy, exemplar in truth.edges if copy == article}


def _ancestors(truth: Truth, article: str) -> set[str]:
    found: set[str] = set()
    parents = _parents(truth, article)
    while parents - found:
        found |= parents
        parents = {above for parent in parents for above in _parents(truth, parent)}
    return found


def _instead(lineage: Lineage, copy: str, exemplar: str) -> str:
    """What became of a copy that is tied to nothing wrong, and not to this exemplar."""
    if any({copy, exemplar} == set(entry.articles) for entry in lineage.undecided):
        return "left undecided though something tells the direction"
    if any({copy, exemplar} <= set(entry.copies) for entry in lineage.hidden):
        return "put beside its exemplar under a hidden one that never was"
    if any(copy in entry.copies for entry in lineage.hidden):
        return "put under a hidden exemplar that never was"
    if any(edge.copy == copy for edge in lineage.descent):
        return "second exemplar not found"
    if any({copy, exemplar} <= set(group.articles) for group in lineage.origins.groups):
        return "kin, but not tied"
    return "no kinship found"


def _hidden_faults(truth: Truth, lineage: Lineage, copies: frozenset[str]) -> Iterator[str]:
    found = [set(entry.copies) for entry in lineage.hidden]
    if copies in found:
        return
    best = max(found, key=lambda group: len(group & copies), default=set())
    if not best & copies:
        yield "lost exemplar: not found"
    elif best > copies:
        kind = "also copies of its copies" if best <= set(truth.origins) else "strangers"
        yield f"lost exemplar: found with {kind}"
    elif best < copies:
        yield "lost exemplar: found with too few copies"
    else:
        yield "lost exemplar: found with some copies wrong, some missing"
