"""What was altered between one account and another."""

from stemma.changes.changes import between, changes

__all__ = ["between", "changes"]
