"""What is only worded anew: no passage left out or added, no contrary, no denial missed."""

import pytest

from tests.changes.builder import kinds

_BEFORE = "The footbridge over the Merrow in Haldane gave way on Sunday morning, and 4 people were injured.\n\n"
_AFTER = (
    "\n\nThe town has closed both banks of the river to walkers.\n\n"
    "Mayor Orla Fenn said that a temporary crossing would be ready by the spring."
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The structure, built of oak in 1931, was last inspected in March, the records of the county show.",
            "Engineers from the regional authority last looked at it in March, and they filed no warning.",
        ),
        (
            "Shares in Dorne rose 11 percent. Halm lost 3 percent.",
            "Dorne gained 11 percent, while Halm fell by 3 percent.",
        ),
        (
            "The firm Tessel denied that it had shortened the safety training last year.",
            "Tessel rejected the suggestion that safety training had been cut short last year.",
        ),
        ("Most residents of Haldane supported the plan.", "The plan had the support of most people in Haldane."),
    ],
)
def test_what_is_worded_anew_is_no_change(before: str, after: str) -> None:
    assert kinds(_BEFORE + before + _AFTER, _BEFORE + after + _AFTER) == []


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (
            "A merger would cost 900 jobs in the north, analysts at Corvin Bank estimated.",
            "A merger would cost 900 jobs in the north.",
            "attribution_lost",
        ),
        (
            "Most residents of Haldane supported the plan.",
            "The plan was supported by all people of Haldane.",
            "meaning",
        ),
    ],
)
def test_what_is_altered_beside_it_is_found(before: str, after: str, kind: str) -> None:
    assert kinds(_BEFORE + before + _AFTER, _BEFORE + after + _AFTER) == [kind]
