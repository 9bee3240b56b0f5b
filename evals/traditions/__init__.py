"""Traditions made to order: families grown from base articles by named operations, every edge known."""

from evals.traditions.families import Made, grow
from evals.traditions.measures import tradition_parts
from evals.traditions.plans import Plan, fixed_set
from evals.traditions.speed import story

__all__ = ["Made", "Plan", "fixed_set", "grow", "story", "tradition_parts"]
