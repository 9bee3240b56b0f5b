"""A story of several accounts: which are compared, who stands first, and that a place is reported once."""

from itertools import combinations

from stemma.changes import changes
from stemma.collate import collate
from stemma.records import Account, Alignment, Change, Descent, Evidence, Lineage, Operation, Origin, Origins
from tests.changes.builder import account

_LEAD = "Port officials of Selbrook advised the town of Arden to delay the opening of its lock, two officials said. "
_BODY = (
    "Engineer Yorick Ballant told the council on Monday that 54 boats were waiting. "
    "A spokesman for the port denied that officials had advised Arden to delay the opening of the lock. "
    '"We have good talks with the town, and we are not pressing anybody," he said. '
)
_REWRITE = (
    "The town of Arden was advised by port officials of Selbrook to delay opening its lock, two officials said. "
    "On Monday, 54 boats were waiting, engineer Yorick Blant told the council. "
    "A spokesman for the port has denied that officials advised Arden to delay the opening of the lock. "
    '"We have good talks with the town, and we are not pressing anybody," he said. '
)
_OTHER = (
    "Port officials in Selbrook told Arden to cancel the opening of its lock, the Arden Courier has learned. "
    "Tolls at the lock bring in much of the income of the town. Engineer Yorick Ballant could not be reached."
)
_PROOF = (Evidence("wording", "shared wording"),)


def _descent(copy: str, operation: Operation) -> Descent:
    return Descent(copy=copy, exemplar="hidden:1", operation=operation, confidence=0.9, coverage=0.9, evidence=_PROOF)


def _story() -> tuple[list[Account], list[Alignment], Lineage]:
    accounts = [account("a", _REWRITE), account("b", _LEAD + _BODY), account("c", _OTHER)]
    alignments = [collate(one.witness, other.witness) for one, other in combinations(accounts, 2)]
    origins = Origins(2, 2, (Origin("1", "one", ("a", "b"), "hidden:1"), Origin("2", "two", ("c",))))
    return accounts, alignments, Lineage((_descent("a", "rewrite"), _descent("b", "reprint")), (), (), origins)


def _shown(found: tuple[Change, ...]) -> list[tuple[str, tuple[str, str], str | None]]:
    return [(change.kind, change.between, change.after.text if change.after else None) for change in found]


def test_the_reprint_stands_before_the_rewrite_and_origins_are_compared_for_drift_and_denials() -> None:
    assert _shown(changes(*_story())) == [
        ("meaning", ("b", "c"), "cancel"),
        ("denial_absent", ("b", "c"), None),
        ("name", ("b", "a"), "Yorick Blant"),
    ]


def test_the_order_in_which_accounts_come_says_nothing() -> None:
    accounts, alignments, lineage = _story()
    assert changes(accounts[::-1], alignments[::-1], lineage) == changes(accounts, alignments, lineage)


def test_no_accounts_give_no_changes() -> None:
    assert changes([], [], Lineage((), (), (), Origins(0, 0, ()))) == ()
