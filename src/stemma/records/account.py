"""An account: one witness and what it says."""

import msgspec

from stemma.records.figure import Figure
from stemma.records.passage import Witness
from stemma.records.statement import Statement

__all__ = ["Account"]


class Account(msgspec.Struct, frozen=True):
    """One witness with its statements and figures, each by place in its text."""

    witness: Witness
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
