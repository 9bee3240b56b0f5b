"""Claims and figures, gathered across the witnesses of a story."""

from stemma.claims.figure_groups import figure_groups
from stemma.claims.gather import gather
from stemma.claims.people import as_known, people
from stemma.claims.timeline import timeline

__all__ = ["as_known", "figure_groups", "gather", "people", "timeline"]
