"""Edits made to order: named alterations of invented articles, which the program must find under light rewriting."""

from evals.edits.parts import edit_parts

__all__ = ["edit_parts"]
