"""Kinship, direction, hidden exemplars, the stemma and its origins."""

from stemma.descent.infer import infer
from stemma.descent.kinship import kinship
from stemma.descent.wording import wording

__all__ = ["infer", "kinship", "wording"]
