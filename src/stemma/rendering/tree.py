"""The family as a picture of box characters, and the reasons beneath it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from stemma.records import Descent, Evidence, Findings
from stemma.rendering.cast import Branch, Cast, forest
from stemma.rendering.terminal import Line, indented, labelled, remaining
from stemma.rendering.wording import NO_DESCENT, OPERATIONS, UNDECIDED, percent, quoted

__all__ = ["evidence_lines", "reasons", "tree_lines"]

# Reasons shown for one descent, and quotations shown for one reason. Chosen by eye: the JSON has them all.
_REASONS, _QUOTATIONS = 2, 2


class _Row(NamedTuple):
    stem: str
    branch: Branch


def tree_lines(findings: Findings, cast: Cast) -> Iterator[Line]:
    """The tree, the second exemplars, the pairs left undecided, and what the percentages are."""
    rows = [row for root in forest(findings, cast) for row in _rows(root, "", "")]
    column = max([len(row.stem + cast.label(row.branch.member)) for row in rows], default=0) + 2
    for row in rows:
        yield Text("  ").append_text(_row(row, cast, column))
    for descent in (other for row in rows for other in row.branch.others):
        words = f"{cast.label(descent.copy)} also draws on {cast.label(descent.exemplar)}: {_operation(descent)}"
        yield indented(words)
    for pair in findings.lineage.undecided:
        first, second = (cast.siglum(member) or cast.name(member) for member in pair.articles)
        yield labelled(f"{first} ··· {second}", f"{UNDECIDED}. {cast.told(pair.reason)}", 10)
    if not findings.lineage.descent and not findings.lineage.undecided:
        yield indented(NO_DESCENT)
    if findings.lineage.descent:
        yield indented(Text("%: the share of the copy's passages that its exemplar accounts for.", style="dim"))


def reasons(findings: Findings, cast: Cast) -> Iterator[Line]:
    """For each descent its evidence with the words that prove it; for a hidden exemplar what is not yet told."""
    for descent in findings.lineage.descent:
        head = f"{cast.label(descent.copy)} ← {cast.label(descent.exemplar)}"
        yield indented(f"{head}: {OPERATIONS[descent.operation]}, confidence {percent(descent.confidence)}")
        yield from evidence_lines(descent.evidence, cast, (descent.copy, descent.exemplar))
    given = [reason for descent in findings.lineage.descent for reason in descent.evidence]
    for hidden in findings.lineage.hidden:
        further = tuple(reason for reason in hidden.evidence if reason not in given)
        if further:
            yield indented(f"Why {cast.name(hidden.id)} is inferred:")
        yield from evidence_lines(further, cast)


def evidence_lines(evidence: tuple[Evidence, ...], cast: Cast, introduced: Sequence[str] = ()) -> Iterator[Line]:
    """The first reasons, each with the words that prove it; how many more there are. `introduced`: named above them."""
    for reason in evidence[:_REASONS]:
        yield labelled("-", cast.told(reason.detail, introduced), 2, by=4)
        for span in reason.spans[:_QUOTATIONS]:
            yield labelled(Text(cast.place(span), style="bold"), quoted(span), 14, by=6)
    quotations = sum(len(reason.spans[_QUOTATIONS:]) for reason in evidence[:_REASONS])
    yield from remaining(len(evidence[_REASONS:]), "reason", by=4)
    yield from remaining(quotations, "place", by=4)


def _rows(branch: Branch, stem: str, below: str) -> Iterator[_Row]:
    """The branch and those under it, each with the box characters before its name."""
    yield _Row(stem, branch)
    for number, under in enumerate(branch.branches, start=1):
        last = number == len(branch.branches)
        yield from _rows(under, below + ("└── " if last else "├── "), below + ("    " if last else "│   "))


def _row(row: _Row, cast: Cast, column: int) -> Text:
    member, descent = row.branch.member, row.branch.descent
    siglum = cast.siglum(member)
    line = (
        Text(row.stem, style="dim").append(siglum, "bold").append(" " if siglum else "").append(cast.name(member), "")
    )
    if member in cast.hidden:
        return line.append(" (hidden)" if cast.hidden[member].name else "", "dim")
    return line.append(" " * (column - len(line))).append(_operation(descent)) if descent else line


def _operation(descent: Descent) -> str:
    return f"{OPERATIONS[descent.operation]:<11} {percent(descent.coverage):>4}"
