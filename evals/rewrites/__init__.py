"""Rewrites by hand: invented events, each reported once, rewritten in many manners, and reported anew by others."""

from evals.rewrites.pairs import HARD, Pair, pairs
from evals.rewrites.parts import rewrite_measures, rewrite_parts
from evals.rewrites.texts import Collection, Event, Made, events

__all__ = ["HARD", "Collection", "Event", "Made", "Pair", "events", "pairs", "rewrite_measures", "rewrite_parts"]
