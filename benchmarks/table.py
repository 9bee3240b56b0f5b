"""The form of every table."""

from rich.table import Table

__all__ = ["table"]


def table(title: str, *columns: str) -> Table:
    """An empty table whose columns of numbers, all but the first, stand to the right."""
    made = Table(*columns, title=title, title_justify="left", caption_justify="left")
    for column in made.columns[1:]:
        column.justify = "right"
    return made
