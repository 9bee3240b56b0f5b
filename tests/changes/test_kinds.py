"""Each kind on two short accounts: what is a change, and what is only another way to write."""

import pytest

from tests.changes.builder import compared, kinds

_OPENING = "The harbour of Calder Point was shut on Monday after a fire. The council met in the evening to discuss it. "
_OPENING_AGAIN = "A fire shut the harbour of Calder Point on Monday. In the evening, the council met to discuss it. "
_MORE = (
    "The ferry company Brightwater moved its boats to Dunmarrow. Shops in the old town stayed open all week. "
    "A hotel gave rooms to the crews.\n\n"
)


def _pair(before: str, after: str) -> list[str]:
    return kinds(_OPENING + _MORE + before, _OPENING_AGAIN + _MORE + after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "At least 212 boats were lost, the harbour office said.",
            "More than 200 boats were lost, the harbour office said.",
        ),
        ("Some 2,500 boats or so are moored there.", "Approximately 2,500 boats are moored there."),
        ("The storm killed 5,087 seals on the coast.", "The storm killed more than 5,000 seals on the coast."),
        ("U.S. inspectors under Mr. Tolland arrived in the town.", "US inspectors under Tolland arrived in the town."),
        ("Mayor Ottilie Brand opened the labour centre.", "Mayor Ottilie M. Brand opened the labor center."),
        ('"We’re going home — all of us," said Ottilie Brand.', '"We are going home, all of us", said Ottilie Brand.'),
        (
            '"We are going home, and we will come back in the spring," said Ottilie Brand.',
            '"We are going home," said Ottilie Brand.',
        ),
        (
            "The council did not approve the plan for the new quay.",
            "The council failed to approve the plan for the new quay.",
        ),
        (
            "The council said the road is unsafe for lorries in winter.",
            "The council said the road is not safe for lorries in winter.",
        ),
        (
            "Brandt's lawyers and the Icelandic crew sailed to Iceland.",
            "Lawyers for Brandt and a crew from Iceland sailed there.",
        ),
        (
            "On Sunday Dunmarrow defeated Ferrick in the final.",
            "On Sunday Ferrick was defeated by Dunmarrow in the final.",
        ),
        (
            "The council plans a nonprofit market hall on the quay.",
            "The council plans a non-profit market hall on the quay.",
        ),
    ],
)
def test_another_way_to_write_is_no_change(before: str, after: str) -> None:
    assert _pair(before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("About 1,400 seals died on the coast.", "Numerous seals died on the coast.", "figure"),
        ("The storm killed 54 seals on the coast.", "The storm killed 34 seals on the coast.", "figure"),
        ("The minister, Yorick Ballant, visited the quay.", "The minister, Yorick Blant, visited the quay.", "name"),
        ("Divers will search the bay on Friday.", "Divers will search the bay on Sunday.", "date"),
        ("The fire possibly began in the engine room.", "The fire began in the engine room.", "hedge_lost"),
        (
            "Mayor Brand urged shops to delay their opening.",
            "Mayor Brand urged shops to halt their opening.",
            "meaning",
        ),
        (
            "Brand was asked whether the council wanted to sell the quay.",
            "The council wanted to sell the quay, Brand said.",
            "meaning",
        ),
        ("Sailors should not enter the bay at night.", "Sailors are not allowed to enter the bay at night.", "meaning"),
        (
            "The council voted to reject the offer for the quay.",
            "The council voted to accept the offer for the quay.",
            "meaning",
        ),
        (
            '"We will do what we must, when we must do it," said Ottilie Brand.',
            '"We will do what we must, and that is sell every boat," said Ottilie Brand.',
            "quotation",
        ),
        (
            "Brand said the council would rebuild the old quay within a year.",
            'Brand said the council would "rebuild the old quay within a year".',
            "quotation_made",
        ),
        (
            "The Fisheries Ministry said herring had left the bay.",
            "The Interior Ministry said herring had left the bay.",
            "attribution_changed",
        ),
        ("The Fisheries Ministry said herring had left the bay.", "Herring have left the bay.", "attribution_lost"),
        (
            "On Sunday Dunmarrow defeated Ferrick in the final.",
            "In the final on Sunday Ferrick defeated Dunmarrow.",
            "meaning",
        ),
        (
            "The keys were given to Rolf Tessaly in the hall. Shops closed. The port is run by Ute Arno.",
            "The keys were given to Ute Arno in the hall. Shops closed. The port is run by Ute Arno.",
            "name",
        ),
    ],
)
def test_an_altered_place_is_found(before: str, after: str, kind: str) -> None:
    assert kind in _pair(before, after)


def test_the_department_is_the_one_named_before_it() -> None:
    before = (
        _OPENING
        + "The Fisheries Department closed the bay. The department cited a risk of “poisoned mussels and foul water.”"
    )
    after = _OPENING_AGAIN + (
        "The Fisheries Department closed the bay. "
        "The Department of Home Affairs cited a risk of “poisoned mussels and foul water.”"
    )
    found = [change for change in compared(before, after) if change.kind == "attribution_changed"]
    assert [(change.before and change.before.text, change.after and change.after.text) for change in found] == [
        ("The department", "The Department of Home Affairs")
    ]


def test_a_denial_is_missed_where_the_claim_is_made() -> None:
    claim = "Officers told the council of Calder Point to postpone the herring festival, two people said. "
    denial = "A lawyer for the officers denied that they had told the council to postpone the herring festival. "
    assert "denial_absent" in kinds(claim + _MORE + denial + _OPENING, claim + _MORE + _OPENING)
    assert "denial_absent" not in kinds(_MORE + denial, "Nothing else was known of the fire.")


def test_a_copy_that_keeps_the_rest_owes_the_denial() -> None:
    denial = "A lawyer for the officers denied that they had told the council to postpone the herring festival. "
    assert "denial_absent" in kinds(_MORE + denial, _MORE + "Nothing else was known of the fire.")


def test_a_reversal_inside_a_quotation_is_grave() -> None:
    before = _OPENING + '"There is no clear plan for complete withdrawal from the bay," a source at the council said.'
    after = (
        _OPENING_AGAIN + '"There is a clear plan for complete withdrawal from the bay," a source at the council said.'
    )
    assert [(change.kind, change.severity) for change in compared(before, after)] == [("quotation", 3)]


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Anna Berg and Anne Berg met the mayor. Anna Berg sells fish. Anne Berg paints boats."
    assert kinds(_OPENING + text, _OPENING_AGAIN + text) == []


@pytest.mark.parametrize(
    "text", ["", "x", '"', "“ ” “", "NO STOPS AND NO LOWER CASE AT ALL", "1 2 3 4 5 6 7 8 9\n" * 50]
)
def test_odd_texts_give_no_error(text: str) -> None:
    if text.strip():
        assert kinds(text, text) == []
