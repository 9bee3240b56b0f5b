"""Places: where the passages of a family stand against one another, and which witness has something there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemma.records import Alignment, Witness
from stemma.text.normalise import squeeze

__all__ = ["Places", "places"]

Node = tuple[str, int]
"""A passage: its witness's id and its index there."""

# A place with fewer words in every witness is a heading or a line of a list: its absence says nothing about copying.
_LEAST_WORDS = 4


class Places(NamedTuple):
    """The places of a family, as the columns of a table whose rows are its witnesses, by id.

    `owned[k][p]` are the indices of witness k's passages at place p, in order; empty where it has none. A passage in
    which others' two were merged stands at both places.
    """

    ids: tuple[str, ...]
    owned: tuple[tuple[tuple[int, ...], ...], ...]

    @property
    def present(self) -> NDArray[np.bool_]:
        """Which witness (row) has something at which place (column)."""
        table = [[bool(indices) for indices in row] for row in self.owned]
        return np.array(table, dtype=bool).reshape(len(self.ids), -1)


class _Joined:
    """Passages joined into places; no place takes two passages of one witness by joining."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._above = {node: node for node in nodes}
        self._witnesses = {node: {node[0]} for node in nodes}

    def place(self, node: Node) -> Node:
        while self._above[node] != node:
            self._above[node] = self._above[self._above[node]]
            node = self._above[node]
        return node

    def join(self, one: Node, other: Node) -> None:
        first, second = sorted((self.place(one), self.place(other)))
        if first != second and not self._witnesses[first] & self._witnesses[second]:
            self._above[second] = first
            self._witnesses[first] |= self._witnesses.pop(second)

    def repeat(self, one: Node, again: Node) -> None:
        """A passage said twice by one witness stands at one place, whatever was joined to it."""
        first, second = sorted((self.place(one), self.place(again)))
        if first != second:
            self._above[second] = first
            self._witnesses[first] |= self._witnesses.pop(second)


def places(witnesses: Mapping[str, Witness], alignments: Sequence[Alignment]) -> Places:
    """The places of the witnesses, from the alignments of those pairs that are kin.

    Closest passages are joined first, so that a doubtful match cannot draw two places into one. A headline that
    was matched together with the lead has no part in it: it says again what the body says, and is the editor's own. Nor
    is it taken for what another tells anew.
    """
    nodes = [(name, passage.index) for name in sorted(witnesses) for passage in witnesses[name].passages]
    joined = _Joined(nodes)
    pairs = sorted(_matched(witnesses, alignments))
    for _, a, at_a, b, at_b in pairs:
        if len(at_a) == len(at_b) == 1:
            joined.join((a, at_a[0]), (b, at_b[0]))
    for one, again in _repeated(witnesses):
        joined.repeat(one, again)
    for alignment in sorted(alignments, key=lambda entry: (entry.a, entry.b)):
        for i, j in _between(alignment):
            if _role(witnesses, alignment.a, i) == _role(witnesses, alignment.b, j):
                joined.join((alignment.a, i), (alignment.b, j))
    finer: dict[Node, tuple[Node, ...]] = {}
    for _, a, at_a, b, at_b in pairs:
        if len(at_a) != len(at_b):
            _refine(joined, finer, [(a, i) for i in at_a], [(b, j) for j in at_b])
    standing = {node: _finest(joined.place(node), finer) for node in nodes}
    return _table(witnesses, standing)


def _matched(
    witnesses: Mapping[str, Witness], alignments: Sequence[Alignment]
) -> Iterator[tuple[float, str, tuple[int, ...], str, tuple[int, ...]]]:
    """Every aligned pair that is more than a quotation: minus its score, and its passages of either side that count."""
    for alignment in alignments:
        for pair in alignment.pairs:
            if pair.kind != "quoting":
                at_a, at_b = _told(witnesses[alignment.a], pair.a_index), _told(witnesses[alignment.b], pair.b_index)
                yield -pair.score, alignment.a, at_a, alignment.b, at_b


def _told(witness: Witness, indices: tuple[int, ...]) -> tuple[int, ...]:
    """Those in the body, where some are."""
    return tuple(index for index in indices if witness.passages[index].role == "body") or indices


def _role(witnesses: Mapping[str, Witness], name: str, index: int) -> str:
    return witnesses[name].passages[index].role


def _refine(joined: _Joined, finer: dict[Node, tuple[Node, ...]], these: list[Node], those: list[Node]) -> None:
    """Passages that one side tells as fewer: the place of the one is divided into the places of the several."""
    several, few = (these, those) if len(these) > len(those) else (those, these)
    parts = tuple(sorted({joined.place(node) for node in several}))
    for place in sorted({joined.place(node) for node in few}):
        within = {part for entry in parts for part in _finest(entry, finer)}
        if len(parts) > 1 and place not in finer and place not in within:
            finer[place] = parts


def _finest(place: Node, finer: Mapping[Node, tuple[Node, ...]]) -> set[Node]:
    """The places that the place was divided into, or itself."""
    if place not in finer:
        return {place}
    return {part for entry in finer[place] for part in _finest(entry, finer)}


def _repeated(witnesses: Mapping[str, Witness]) -> Iterator[tuple[Node, Node]]:
    """Passages that stand a second time, word for word, in one witness."""
    for name in sorted(witnesses):
        first: dict[str, int] = {}
        for passage in witnesses[name].passages:
            at = first.setdefault(squeeze(passage.span.text), passage.index)
            if at != passage.index:
                yield (name, at), (name, passage.index)


def _between(alignment: Alignment) -> Iterator[tuple[int, int]]:
    """Single passages left over at one point on both sides: told so much anew that they were not matched."""
    matched = {(i, j) for pair in alignment.pairs for i in pair.a_index for j in pair.b_index}
    matched |= {(-1, -1), (alignment.a_length, alignment.b_length)}
    left_a = set(range(alignment.a_length)) - {i for i, _ in matched}
    left_b = set(range(alignment.b_length)) - {j for _, j in matched}
    for i in sorted(left_a):
        for j in sorted(left_b):
            if (i - 1, j - 1) in matched and (i + 1, j + 1) in matched:
                yield i, j


def _table(witnesses: Mapping[str, Witness], standing: Mapping[Node, set[Node]]) -> Places:
    ids = tuple(sorted(witnesses))
    found: dict[Node, dict[str, list[int]]] = {}
    for node in sorted(standing):
        for place in standing[node]:
            found.setdefault(place, {}).setdefault(node[0], []).append(node[1])
    kept = [found[place] for place in sorted(found) if _says_something(witnesses, found[place])]
    return Places(ids, tuple(tuple(tuple(row.get(name, ())) for row in kept) for name in ids))


def _says_something(witnesses: Mapping[str, Witness], row: Mapping[str, Sequence[int]]) -> bool:
    passages = (witnesses[name].passages[index] for name in row for index in row[name])
    return any(p.role == "body" and len(p.span.text.split()) >= _LEAST_WORDS for p in passages)
