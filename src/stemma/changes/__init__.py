"""What was altered between one account and another."""

from stemma.changes.against import against
from stemma.changes.changes import between, changes

__all__ = ["against", "between", "changes"]
