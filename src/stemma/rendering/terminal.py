"""How the text report is set: lines, hanging labels, headings, marked words. The only place that knows rich."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from stemma.rendering.difference import Piece
from stemma.rendering.wording import counted, legible

__all__ = ["Line", "heading", "indented", "labelled", "marked", "remaining", "rendered", "styled"]

Line = RenderableType

# Marks beside the colours, so that neither a monochrome terminal nor an eye that sees red as green loses anything:
# those of wdiff and of git's word diff.
_MARKS = {"before": ("[-", "-]", "bold red"), "after": ("{+", "+}", "bold blue")}


def rendered(lines: Iterable[Line], width: int, color: bool) -> str:
    """The lines as text of `width` columns, with ANSI colours or without; no line ends in a blank."""
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},  # the same bytes whatever the terminal that asks
    )
    with console.capture() as capture:
        for line in lines:
            console.print(line)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def styled(*parts: tuple[str, str]) -> Text:
    """One line of (words, style) parts."""
    return Text.assemble(*parts)


def heading(words: str) -> Text:
    """The head of a section, with a blank line above."""
    return Text("\n" + words.upper(), style="bold")


def indented(line: Text | str, by: int = 2) -> Line:
    """The line, and where it wraps its next lines, set in by so many columns."""
    return Padding(line, (0, 0, 0, by), expand=False)


def labelled(label: Text | str, words: Text | str, column: int, by: int = 2) -> Line:
    """A label in a column of its own, the words hanging beside it."""
    grid = Table.grid(padding=0)
    grid.add_column(width=column)
    grid.add_column(overflow="fold")
    grid.add_row(label, words)
    return Padding(grid, (0, 0, 0, by), expand=False)


def marked(pieces: Iterable[Piece], side: str) -> Text:
    """The words of one side ("before" or "after"), its altered ones marked and coloured."""
    opening, closing, style = _MARKS[side]
    line = Text()
    for piece in pieces:
        words = legible(f"|{piece.text}|")[1:-1]  # the bars keep the outer white space
        line.append(f"{opening}{words}{closing}" if piece.altered else words, style if piece.altered else "")
    return line


def remaining(count: int, what: str, by: int = 2) -> Iterable[Line]:
    """A line that says how many more there are (`what`: one of them), if any: nothing is cut in silence."""
    if count > 0:
        yield indented(Text(f"… {counted(count, f'more {what}')} in the JSON and HTML reports.", style="dim"), by)
