"""The order of two accounts of which neither is known to be older."""

import re

from tests.changes.builder import compared

_SHARED = (
    "The footbridge over the Merrow in Haldane gave way on Sunday morning.\n\n"
    "The town has closed both banks of the river to walkers.\n\n"
    "Mayor Orla Fenn said that a temporary crossing would be ready by the spring.\n\n"
)
_ONE = _SHARED + "The rivets had rusted through, the inspector Hugo Lanz said.\n\nSome 40 walkers may sue the town."
_OTHER = _SHARED.replace("The footbridge", "The old footbridge").replace("Mayor Orla Fenn said that a", "A") + (
    "The rivets had rusted through.\n\nSome 40 walkers will sue the town."
)


def test_changes_of_one_pair_stand_in_one_order_whichever_side_lost_something() -> None:
    for one, other in ((_ONE, _OTHER), (_OTHER, _ONE)):
        found = compared(one, other, copy=False)
        assert {change.kind for change in found} >= {"attribution_lost", "meaning"}
        assert {change.between for change in found} == {("first", "second")}
        for change in found:
            assert change.before is None or change.before.article == "first"
            assert change.after is None or change.after.article == "second"


def test_no_reason_tells_which_account_is_older() -> None:
    for change in compared(_ONE, _OTHER, copy=False):
        assert not re.search(r"\bbec(?:ame|ome)\b|\bgone\b|\bnew\b|\bgained\b", change.why)
