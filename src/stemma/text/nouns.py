"""A number and its noun, as sentences for readers have them."""

__all__ = ["counted"]


def counted(number: int, singular: str, plural: str = "") -> str:
    """The number and its noun: "1 article", "5 articles"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
