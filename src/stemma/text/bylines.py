"""The names of a byline."""

import re

__all__ = ["divided"]

_BETWEEN = re.compile(r"\s*(?:;|\||\s&\s|,?\s+and\s)\s*")


def divided(names: str) -> tuple[str, ...]:
    """Names in one string: a comma divides only where each part has two words, so that “Doe, Jane” stays one."""
    pieces = [piece for piece in _BETWEEN.split(names.strip()) if piece]
    by_comma = [part.strip() for piece in pieces for part in piece.split(",")]
    return tuple(by_comma if all(len(part.split()) > 1 for part in by_comma) else pieces)
