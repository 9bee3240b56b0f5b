"""Who said what in one article."""

from stemma.attribution.attribution import statements

__all__ = ["statements"]
