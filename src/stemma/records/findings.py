"""All that Stemma found of one story, and what two articles compared give."""

from typing import Literal

import msgspec

from stemma.records.change import Change
from stemma.records.claim import Claim
from stemma.records.collation import Alignment
from stemma.records.descent import Kinship, Lineage
from stemma.records.figure import FigureGroup
from stemma.records.span import Span
from stemma.records.statement import Statement
from stemma.records.story import Story

__all__ = ["Comparison", "DatedEvent", "Findings", "Precision"]

Precision = Literal["day", "month", "year"]


class DatedEvent(msgspec.Struct, frozen=True):
    """A date that the articles name, what they say happened on it, and where they say so."""

    date: str
    precision: Precision
    what: str
    spans: tuple[Span, ...]


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """One story, whole."""

    story: Story
    lineage: Lineage
    sigla: dict[str, str]
    alignments: tuple[Alignment, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    figures: tuple[FigureGroup, ...]
    changes: tuple[Change, ...]
    timeline: tuple[DatedEvent, ...]


class Comparison(msgspec.Struct, frozen=True):
    """Two articles side by side."""

    kinship: Kinship
    alignment: Alignment
    changes: tuple[Change, ...]
