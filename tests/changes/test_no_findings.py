"""Figures, days, doubts and sources that differ and are no change: what they count, name or tell is not one thing."""

from msgspec.structs import replace

from stemma.changes import between
from stemma.collate import collate
from stemma.records import Account, Alignment
from tests.changes.builder import account, kinds, kinds_within

_BEFORE = "The old lighthouse of Calder Point was sold at auction, and the keeper moved inland with her three goats. "
_AFTER = " The buyer wants to turn the tower into a school for young sailors from every harbour of the coast."


def test_the_number_of_a_ferry_or_a_year_is_no_figure() -> None:
    assert "figure" not in kinds_within(
        "The pilots boarded Ferry 210 of the guild in Arden harbour on Monday.",
        "The pilots boarded a ferry of the guild in Arden harbour on Monday.",
    )
    assert "figure" not in kinds_within(
        "The choir sang her 1969 ballad beneath the tower until the rain came.",
        "The choir sang her ballad beneath the tower until the rain came.",
    )


def test_a_number_that_went_with_its_clause_is_not_missed() -> None:
    assert "figure" not in kinds_within(
        "The mill, which employs 640 people, makes rope for the herring boats and paid 85,000 talers over a leak.",
        "The mill, which employs 640 people, makes rope for the herring boats.",
    )


def test_a_part_is_not_held_against_the_whole() -> None:
    assert "figure" not in kinds_within(
        "The hospital of Arden had taken in 44 people by noon on Monday.",
        "The hospital of Arden had taken them in by noon on Monday, nine of them children.",
    )


def test_what_came_on_top_is_not_held_against_what_was_before() -> None:
    assert "figure" not in kinds_within(
        "Shares in the rope mill of Arden fell 23 percent after its furnace had burst.",
        "Shares in the rope mill of Arden fell a further 11 percent after its furnace had burst.",
    )
    assert "figure" in kinds_within(
        "Shares in the rope mill of Arden fell 23 percent after its furnace had burst.",
        "Shares in the rope mill of Arden fell 11 percent after its furnace had burst.",
    )


def test_two_reports_that_each_name_their_own_day_tell_of_two_days() -> None:
    one = "The guild must pay the keeper nine talers for the lamp, the Arden Post reported on Tuesday."
    other = "The guild must pay the keeper nine talers for the lamp, the court of Arden ruled on Thursday."
    same = {"published": "2033-02-08T09:00:00Z"}, {"published": "2033-02-08T19:00:00Z"}
    apart = {"published": "2033-02-08T09:00:00Z"}, {"published": "2033-02-10T09:00:00Z"}
    found = [
        "date" in [change.kind for change in between(*_laid(_dated("a", one, **left), _dated("b", other, **right)))]
        for left, right in (same, apart)
    ]
    assert found == [True, False]


def test_a_doubt_that_the_account_itself_settles_is_not_lost() -> None:
    assert "hedge_lost" not in kinds_within(
        "The miller thought that the scales might be wrong, which was confirmed when a clerk weighed a sack.",
        "A clerk weighed a sack, which confirmed that the scales were wrong.",
    )


def test_what_an_account_also_states_flat_may_be_taken_over_flat() -> None:
    flat = "The lamp of Calder is the strongest on the coast after nine years of repairs.\n\n"
    told = "The lamp of Calder is the strongest on the coast after years of repairs, according to Ada Brell.\n\n"
    after = "The lamp of Calder is the strongest on the coast.\n\n"
    assert "attribution_lost" not in kinds(f"{_BEFORE}\n\n{flat}{told}{_AFTER}", f"{_BEFORE}\n\n{after}{_AFTER}")


def test_the_outlet_that_is_the_source_states_it_flat() -> None:
    one = f"{_BEFORE}\n\nThe mill will send nine ropes to the tower before the spring, according to ABQ.\n\n{_AFTER}"
    other = f"{_BEFORE}\n\nThe mill wants to send nine ropes to the tower before the spring.\n\n{_AFTER}"
    found = between(*_laid(_dated("a", one), _dated("b", other, outlet="money.abq.example")))
    assert "attribution_lost" not in [change.kind for change in found]


def _laid(first: Account, second: Account) -> tuple[Account, Account, Alignment, bool, bool]:
    return first, second, collate(first.witness, second.witness), True, False


def _dated(name: str, text: str, **known: str) -> Account:
    made = account(name, text)
    witness = replace(made.witness, article=replace(made.witness.article, **known))
    return Account(witness, made.statements, made.figures)
