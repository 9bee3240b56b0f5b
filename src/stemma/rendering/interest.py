"""What a reader wants to see first."""

from collections.abc import Iterable

from stemma.records import Change, Claim, FigureGroup

__all__ = ["by_interest", "by_severity", "by_verdict"]

# So many of the most carried claims tell what the story is of, before what is only denied.
_MAIN = 3
_VERDICTS = ("differ", "compatible", "agree")


def by_interest(claims: Iterable[Claim]) -> list[Claim]:
    """Claims that are made and denied, then those that most articles carry, then bare denials, then the rest."""
    given = list(claims)
    main = sorted(given, key=lambda claim: (-len(claim.articles), -claim.origins.low))[:_MAIN]

    def rank(claim: Claim) -> int:
        if claim.denials and claim.support:
            return 0
        return 1 if claim in main and claim.support else 2 if claim.denials else 3

    return sorted(given, key=lambda claim: (rank(claim), -len(claim.articles), -claim.origins.low))


def by_severity(changes: Iterable[Change]) -> list[Change]:
    """The gravest first, then the surest; else as given."""
    return sorted(changes, key=lambda change: (-change.severity, -change.confidence))


def by_verdict(groups: Iterable[FigureGroup]) -> list[FigureGroup]:
    """Those that differ, then the compatible, then the agreeing; within each those given most often."""
    return sorted(groups, key=lambda group: (_VERDICTS.index(group.verdict), -len(group.values)))
