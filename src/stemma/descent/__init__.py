"""Kinship, direction, hidden exemplars, the stemma and its origins."""

from stemma.descent.features import wording
from stemma.descent.infer import infer
from stemma.descent.kinship import kinship

__all__ = ["infer", "kinship", "wording"]
