"""Frozen, slotted records: the only words in which the stages speak to one another."""

from stemma.records.account import Account
from stemma.records.article import Article, Credit, CreditKind, RawPage, SetAside, SetAsideReason, Unreadable
from stemma.records.change import Change, ChangeKind
from stemma.records.claim import Claim, Support
from stemma.records.collation import AlignedPassages, Alignment, PassageKind
from stemma.records.descent import (
    Descent,
    Evidence,
    Hidden,
    Kinship,
    Lineage,
    Operation,
    Origin,
    Origins,
    Undecided,
)
from stemma.records.figure import (
    Bound,
    Figure,
    FigureGroup,
    FigureRole,
    FigureValue,
    Standing,
    Verdict,
    is_of_them,
    standings,
)
from stemma.records.findings import Comparison, DatedEvent, Findings, Precision
from stemma.records.identity import digest
from stemma.records.passage import Passage, PassageRole, Witness
from stemma.records.span import Span
from stemma.records.statement import Statement, StatementKind
from stemma.records.story import Assignment, Joining, NoteKind, Story, StoryNote

__all__ = [
    "Account",
    "AlignedPassages",
    "Alignment",
    "Article",
    "Assignment",
    "Bound",
    "Change",
    "ChangeKind",
    "Claim",
    "Comparison",
    "Credit",
    "CreditKind",
    "DatedEvent",
    "Descent",
    "Evidence",
    "Figure",
    "FigureGroup",
    "FigureRole",
    "FigureValue",
    "Findings",
    "Hidden",
    "Joining",
    "Kinship",
    "Lineage",
    "NoteKind",
    "Operation",
    "Origin",
    "Origins",
    "Passage",
    "PassageKind",
    "PassageRole",
    "Precision",
    "RawPage",
    "SetAside",
    "SetAsideReason",
    "Span",
    "Standing",
    "Statement",
    "StatementKind",
    "Story",
    "StoryNote",
    "Support",
    "Undecided",
    "Unreadable",
    "Verdict",
    "Witness",
    "digest",
    "is_of_them",
    "standings",
]
