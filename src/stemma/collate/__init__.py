"""Passages of two witnesses, laid side by side."""

from stemma.collate.collate import collate, collations

__all__ = ["collate", "collations"]
