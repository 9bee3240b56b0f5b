"""The results as a table for a reader, or as JSON for a program."""

from collections.abc import Sequence

import msgspec
from rich.console import Console
from rich.table import Table

from evals.floors import Floors, holds
from evals.measure import Measure, Part

__all__ = ["as_json", "show"]


def show(parts: Sequence[Part], floors: Floors, wrong: Sequence[str], console: Console) -> None:
    """Print every measure with its floor, then the notes, then what is wrong."""
    table = Table("part", "measure", "n", "value", "floor", "ok")
    for column in table.columns[2:5]:
        column.justify = "right"
    for part in parts:
        for n, measure in enumerate(part.measures):
            table.add_row(
                part.name if n == 0 else "",
                measure.name,
                str(measure.count),
                f"{measure.value:.4f}",
                *_floor(part, measure, floors),
            )
        table.add_section()
    console.print(table)
    for part in parts:
        for note in part.notes:
            console.print(note, markup=False, highlight=False)
    for sentence in wrong:
        console.print(f"FAILED  {sentence}", markup=False, highlight=False, style="bold red")


def _floor(part: Part, measure: Measure, floors: Floors) -> tuple[str, str]:
    least = floors[part.name].floors.get(measure.name) if part.name in floors else None
    if least is None:
        return "", ""
    return f"{least:.3f}", "other data" if floors[part.name].data != part.data else "yes" if holds(
        measure.value, least
    ) else "NO"


def as_json(parts: Sequence[Part], floors: Floors, wrong: Sequence[str]) -> str:
    """{"parts": [{"name", "data", "notes", "measures": [{"name", "value", "count", "gated", "floor"}]}], "failures"}"""
    rows = []
    for part in parts:
        least = floors[part.name].floors if part.name in floors else {}
        plain = msgspec.to_builtins(part)
        plain["measures"] = [msgspec.to_builtins(one) | {"floor": least.get(one.name)} for one in part.measures]
        rows.append(plain)
    return msgspec.json.format(msgspec.json.encode({"parts": rows, "failures": list(wrong)}), indent=2).decode()
