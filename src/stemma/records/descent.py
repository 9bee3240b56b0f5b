"""Lineage: who was made from what, and on what evidence."""

from typing import Literal

import msgspec

from stemma.records.span import Span

__all__ = ["Descent", "Evidence", "Hidden", "Kinship", "Lineage", "Operation", "Origin", "Origins", "Undecided"]

Operation = Literal["reprint", "abridgement", "revision", "citation", "rewrite"]


class Evidence(msgspec.Struct, frozen=True):
    """One reason for a finding: the named signal, a sentence a reader can follow, and the words that prove it."""

    signal: str
    detail: str
    spans: tuple[Span, ...] = ()


class Kinship(msgspec.Struct, frozen=True, kw_only=True):
    """Whether one written text lies behind two articles.

    `probability` is calibrated against independent reports of one event. `coverage` is (of a by b, of b by a): the
    share of each one's passages that the other accounts for. `exemplar`: "a" or "b" was the other's model, "common"
    a third text lies behind both, None not known. `signals` names each feature's value.
    """

    a: str
    b: str
    probability: float
    coverage: tuple[float, float]
    exemplar: Literal["a", "b", "common"] | None
    signals: dict[str, float]
    evidence: tuple[Evidence, ...] = ()


class Descent(msgspec.Struct, frozen=True, kw_only=True):
    """`copy` was made from `exemplar` (an article's id, or a hidden exemplar's)."""

    copy: str
    exemplar: str
    operation: Operation
    confidence: float
    coverage: float
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        """A finding about a newsroom without evidence is not a finding."""
        if not self.evidence:
            raise ValueError(f"descent of {self.copy} from {self.exemplar} has no evidence")


class Hidden(msgspec.Struct, frozen=True):
    """An exemplar that nobody gave us, implied by its copies or by a credit."""

    id: str
    name: str | None
    copies: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Undecided(msgspec.Struct, frozen=True):
    """Two articles that are kin, but which copied which is not known, and why it is not."""

    articles: tuple[str, str]
    reason: str


class Origin(msgspec.Struct, frozen=True):
    """One root of the stemma and the articles that go back to it; `hidden` where the root is not at hand."""

    id: str
    name: str
    articles: tuple[str, ...]
    hidden: str | None = None


class Origins(msgspec.Struct, frozen=True):
    """How many independent origins the articles have: at least `low`, at most `high`."""

    low: int
    high: int
    groups: tuple[Origin, ...]
    why: str = ""


class Lineage(msgspec.Struct, frozen=True):
    """The stemma of one story."""

    descent: tuple[Descent, ...]
    hidden: tuple[Hidden, ...]
    undecided: tuple[Undecided, ...]
    origins: Origins
