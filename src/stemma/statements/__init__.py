"""Who said what in one article."""

from stemma.statements.attribution import statements

__all__ = ["statements"]
