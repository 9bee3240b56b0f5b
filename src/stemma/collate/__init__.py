"""Passages of two witnesses, laid side by side."""

from stemma.collate.collate import Prepared, collate, prepared

__all__ = ["Prepared", "collate", "prepared"]
