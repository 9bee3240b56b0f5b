"""A collation drawn as a table: a row for each passage or pair, A on the left, B on the right."""

from stemma.collate import collate
from stemma.engine.witness import witness
from stemma.records import Alignment, Article, Witness

__all__ = ["aligned", "cast", "drawn"]

_MARKS = {"same": "=", "edited": "~", "rewritten": "≈", "quoting": "“"}


def cast(name: str, text: str) -> Witness:
    return witness(Article(id=name, text=text, language="en", extracted=True), name.upper())


def aligned(a: str, b: str) -> Alignment:
    return collate(cast("a", a), cast("b", b))


def drawn(a: str, b: str) -> str:
    """Places of A, the kind of the pair (= same, ~ edited, ≈ rewritten, “ quoting), places of B; `x` if transposed.

    Passages without a counterpart stand alone: those of A in their place, those of B at the end.
    """
    found = aligned(a, b)
    rows = {
        pair.a_index[0]: f"{_places(pair.a_index)} {_MARKS[pair.kind]} {_places(pair.b_index)}"
        + ("" if pair.order_kept else " x")
        for pair in found.pairs
    }
    taken_a = {i for pair in found.pairs for i in pair.a_index}
    taken_b = {j for pair in found.pairs for j in pair.b_index}
    rows |= {i: f"{i} -" for i in range(found.a_length) if i not in taken_a}
    alone = [f"- {j}" for j in range(found.b_length) if j not in taken_b]
    return "\n".join([*(rows[i] for i in sorted(rows)), *alone])


def _places(places: tuple[int, ...]) -> str:
    return "+".join(str(place) for place in places)
