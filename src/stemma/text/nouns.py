"""Numbers with their nouns, and names in a row, as sentences for readers have them."""

from collections.abc import Sequence

__all__ = ["counted", "listed"]


def counted(number: int, singular: str, plural: str = "") -> str:
    """The number and its noun: "1 article", "5 articles"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Names in a row: "A", "A and B", "A, B and C"; `last` stands before the last of them."""
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
