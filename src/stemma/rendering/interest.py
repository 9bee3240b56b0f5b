"""What a reader wants to see first."""

from collections.abc import Iterable

from stemma.records import Change, Claim, FigureGroup

__all__ = ["by_interest", "by_severity", "by_verdict"]

_VERDICTS = ("differ", "compatible", "agree")


def by_interest(claims: Iterable[Claim]) -> list[Claim]:
    """Denied claims first, then those that most articles carry, then those of most origins; else as given."""
    return sorted(claims, key=lambda claim: (not claim.denials, -len(claim.articles), -claim.origins.low))


def by_severity(changes: Iterable[Change]) -> list[Change]:
    """The gravest first, then the surest; else as given."""
    return sorted(changes, key=lambda change: (-change.severity, -change.confidence))


def by_verdict(groups: Iterable[FigureGroup]) -> list[FigureGroup]:
    """Those that differ, then the compatible, then the agreeing; within each those given most often."""
    return sorted(groups, key=lambda group: (_VERDICTS.index(group.verdict), -len(group.values)))
