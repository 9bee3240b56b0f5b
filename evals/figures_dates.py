"""Figures and dates in single sentences, from files written for them: `gold/figures*.jsonl`, `gold/dates*.jsonl`."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from evals.figure_match import Placed, figure_measures
from evals.measure import Measure, Part, data_digest, measures_of
from evals.metrics import score
from evals.program import FoundDate, dates, figures
from evals.truth import Piece, TrueFigure, located
from stemma.records import Article, Figure, Span

__all__ = ["date_measures", "date_parts", "figure_parts"]


class _FigureLine(msgspec.Struct, frozen=True):
    text: str
    figures: tuple[TrueFigure, ...]


class TrueDate(msgspec.Struct, frozen=True):
    """A date expression, the date it means, and how precisely."""

    text: str
    date: str | None
    precision: str | None


class DateLine(msgspec.Struct, frozen=True):
    """A sentence, the date on which it was published (None if unknown), and its date expressions."""

    text: str
    base: str | None
    dates: tuple[TrueDate, ...]


def figure_parts(path: Path) -> tuple[Part, ...]:
    """The gold figures, a part a file; nothing, with a note, if the file is not there."""
    if not path.is_file():
        return (Part("gold/figures", "", notes=(f"{path.name} is not there: figures of single sentences skipped",)),)
    return tuple(_figure_part(each) for each in _with_others(path))


def _with_others(path: Path) -> list[Path]:
    """The file and those beside it that were written later, which its name begins."""
    return [path, *sorted(path.parent.glob(f"{path.stem}-*{path.suffix}"))]


def _figure_part(path: Path) -> Part:
    lines = msgspec.json.Decoder(_FigureLine).decode_lines(path.read_bytes())
    rows = [_figure_row(f"gold-{number}", line) for number, line in enumerate(lines)]
    return Part(f"gold/{path.stem}", data_digest([path]), figure_measures(rows))


def _figure_row(name: str, line: _FigureLine) -> tuple[Sequence[Figure], Sequence[Placed]]:
    placed: list[Placed] = []
    taken: list[Piece] = []
    for true in line.figures:
        piece = located(line.text, true.text, taken)
        taken += [piece] if piece else []
        placed.append((true, Span(name, *piece, line.text[slice(*piece)]) if piece else None))
    return figures(Article(id=name, text=line.text)), placed


def date_parts(path: Path) -> tuple[Part, ...]:
    """The gold dates, a part a file; nothing, with a note, if the file is not there."""
    if not path.is_file():
        return (Part("gold/dates", "", notes=(f"{path.name} is not there: dates of single sentences skipped",)),)
    return tuple(_date_part(each) for each in _with_others(path))


def _date_part(path: Path) -> Part:
    lines = msgspec.json.Decoder(DateLine).decode_lines(path.read_bytes())
    rows = [(line, _found_dates(line)) for line in lines]
    return Part(f"gold/{path.stem}", data_digest([path]), date_measures(rows))


def date_measures(rows: Sequence[tuple[DateLine, Sequence[FoundDate]]]) -> tuple[Measure, ...]:
    """Date expressions noticed; those also given their date and precision."""
    noticed = right = found_count = true_count = 0
    for line, found in rows:
        pairs = _date_pairs(line, found)
        noticed += len(pairs)
        right += sum((day, precision) == (true.date, true.precision) for (_, _, day, precision), true in pairs)
        found_count, true_count = found_count + len(found), true_count + len(line.dates)
    return (
        *measures_of("noticed", score(noticed, found_count, true_count), true_count),
        *measures_of("date and precision", score(right, found_count, true_count), true_count),
    )


def _date_pairs(line: DateLine, found: Sequence[FoundDate]) -> list[tuple[FoundDate, TrueDate]]:
    """Each true date with the first unused found one that overlaps it."""
    pairs: list[tuple[FoundDate, TrueDate]] = []
    taken: list[Piece] = []
    left = sorted(found, key=lambda entry: entry[:2])
    for true in line.dates:
        if piece := located(line.text, true.text, taken):
            taken.append(piece)
            hit = next((entry for entry in left if entry[0] < piece[1] and piece[0] < entry[1]), None)
            if hit:
                left.remove(hit)
                pairs.append((hit, true))
    return pairs


def _found_dates(line: DateLine) -> list[FoundDate]:
    base = date.fromisoformat(line.base[:10]) if line.base else None
    return dates(line.text, base)
