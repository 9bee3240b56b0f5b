"""Passages of two witnesses, laid side by side."""

from stemma.collate.collate import collate
from stemma.collate.vectors import Prepared, prepared

__all__ = ["Prepared", "collate", "prepared"]
