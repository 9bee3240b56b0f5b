"""Passages of two witnesses, laid side by side."""

from stemma.collate.collate import collate

__all__ = ["collate"]
