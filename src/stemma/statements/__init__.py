"""Who said what in one article, and what it counts and dates."""

from stemma.statements.attribution import statements
from stemma.statements.dates import dated_events
from stemma.statements.figures import figures

__all__ = ["dated_events", "figures", "statements"]
