"""What one article counts, and what it dates."""

from stemma.figures.events import dated_events
from stemma.figures.figures import figures

__all__ = ["dated_events", "figures"]
