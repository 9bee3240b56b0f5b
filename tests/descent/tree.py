"""A stemma drawn as text: each root, under it its copies with the operation that made them."""

from collections.abc import Sequence
from textwrap import dedent

import stemma
from stemma import Article, Lineage

__all__ = ["article", "drawn", "lineage_of", "tree"]


def article(name: str, text: str, outlet: str | None = None, published: str | None = None) -> Article:
    return Article(id=name, text=text, outlet=outlet, published=published, language="en")


def lineage_of(*articles: Article) -> Lineage:
    return stemma.lineage(articles)


def drawn(*articles: Article) -> str:
    """The trees in the order of their roots; then `a ? b` for each undecided pair; then the count of origins."""
    found = lineage_of(*articles)
    names = {hidden.id: f"[{hidden.name or hidden.id}]" for hidden in found.hidden}
    copies = {edge.copy for edge in found.descent}
    roots = [*names, *(entry.id for entry in sorted(articles, key=lambda a: a.id) if entry.id not in copies)]
    lines = [line for root in roots for line in [names.get(root, root), *_branches(root, found)]]
    lines += [f"{pair.articles[0]} ? {pair.articles[1]}" for pair in found.undecided]
    low, high = found.origins.low, found.origins.high
    return "\n".join([*lines, f"origins: {low}" if low == high else f"origins: {low}-{high}"])


def _branches(exemplar: str, found: Lineage) -> list[str]:
    edges = sorted((edge for edge in found.descent if edge.exemplar == exemplar), key=lambda edge: edge.copy)
    lines: list[str] = []
    for edge in edges:
        last = edge is edges[-1]
        lines.append(f"{'└──' if last else '├──'} {edge.copy}  {edge.operation}")
        lines += _indented(_branches(edge.copy, found), "    " if last else "│   ")
    return lines


def _indented(lines: Sequence[str], margin: str) -> list[str]:
    return [margin + line for line in lines]


def tree(rows: str) -> str:
    """A tree as it is drawn in a test."""
    return dedent(rows).strip()
