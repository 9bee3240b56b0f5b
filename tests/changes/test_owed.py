"""Attribution in other words, denials made assertions, outlets' own names: what is found and what is not."""

import pytest

from stemma.changes import between
from stemma.collate import collate
from tests.changes.builder import account, compared, kinds

_BEFORE = "A footbridge over the Merrow in Haldane gave way on Sunday morning, and several people were hurt.\n\n"
_AFTER = (
    "\n\nThe town has closed both banks of the river to walkers.\n\n"
    "Mayor Orla Fenn said that a temporary crossing would be ready by the spring."
)


def _kinds(before: str, after: str) -> list[str]:
    return kinds(_BEFORE + before + _AFTER, _BEFORE + after + _AFTER)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "At least 40 people were in the hall when the roof fell, the fire chief, Hugo Lanz, said.",
            "Fire chief Hugo Lanz put the number of people in the hall when the roof fell at 40 or more.",
        ),
        (
            "At least 40 people were in the hall when the roof fell, the fire chief, Hugo Lanz, said.",
            "By the fire chief's count, at least 40 people were in the hall when the roof fell.",
        ),
        (
            "The crane had not been inspected for two years, the union's secretary, Ida Brack, said.",
            "In Ida Brack's telling, the crane had not been inspected for two years.",
        ),
        (
            "The crane had not been inspected for two years, the union's secretary, Ida Brack, said.",
            "Ida Brack, the union's secretary, spoke at the gate. The crane had not been inspected for two years.",
        ),
        (
            "The crane had not been inspected for two years, the union's secretary, Ida Brack, said.",
            "The crane had not been inspected for two years. That was the account of Ida Brack, of the union.",
        ),
        (
            "The crane had been inspected in March, the port authority said.",
            "The crane had not been inspected since the autumn, and the port had let its licence lapse.",
        ),
    ],
)
def test_who_says_so_may_be_told_in_other_words(before: str, after: str) -> None:
    assert "attribution_lost" not in _kinds(before, after)


def test_what_is_stated_flat_is_an_attribution_lost() -> None:
    said = "The crane had not been inspected for two years, the union's secretary, Ida Brack, said."
    assert _kinds(said, "The crane had not been inspected for two years.") == ["attribution_lost"]


@pytest.mark.parametrize(
    ("denial", "claim"),
    [
        (
            "The company denied that its chief engineer, Tom Varrel, ordered the valves shut.",
            "The company's chief engineer, Tom Varrel, ordered the valves shut.",
        ),
        (
            "Minister Dana Orlov denied that she ordered the police to open the gates at Kelling.",
            "Minister Dana Orlov ordered the police to open the gates at Kelling.",
        ),
        (
            "A spokesman denied that the ministry had ordered the raid on the warehouse.",
            "The ministry had ordered the raid on the warehouse, a spokesman said.",
        ),
        ("The bank told its clients about the losses.", "The bank failed to tell its clients about the losses."),
        (
            "Mr Orlov did not sign the contract with the port of Kelling, the ministry said.",
            "Mr Orlov did sign the contract with the port of Kelling, the ministry said.",
        ),
    ],
)
def test_a_denial_made_an_assertion_is_of_the_gravest_and_shows_both_sides(denial: str, claim: str) -> None:
    for one, other in ((denial, claim), (claim, denial)):
        first = compared(_BEFORE + one + _AFTER, _BEFORE + other + _AFTER)[0]
        assert (first.kind, first.severity) == ("meaning", 3)
        assert first.before is not None
        assert first.after is not None


@pytest.mark.parametrize(
    "after",
    [
        "Critics claim that the ministry had ordered the raid on the warehouse. It rejects that.",
        "Whether the ministry had ordered the raid on the warehouse is disputed.",
        "The ministry would not say who had ordered the raid on the warehouse.",
        "The raid on the warehouse had not been ordered by the ministry, a spokesman said.",
    ],
)
def test_a_claim_that_is_held_off_is_no_denial_turned(after: str) -> None:
    denial = "A spokesman denied that the ministry had ordered the raid on the warehouse."
    found = compared(_BEFORE + denial + _AFTER, _BEFORE + after + _AFTER)
    assert not [change for change in found if change.kind == "meaning"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Merrow Tribune — ", "Merrow Tribunal — "),
        ("By Lena Holt, Haldane Courier\n\n", "By Lena Holt, Haldane Couriers\n\n"),
    ],
)
def test_two_outlets_called_alike_are_no_misspelt_name(one: str, other: str) -> None:
    assert kinds(one + _BEFORE + _AFTER, other + _BEFORE + _AFTER) == []


def test_texts_of_two_languages_are_not_held_against_one_another() -> None:
    one = account("first", _BEFORE + _AFTER)
    other = account("second", (_BEFORE + _AFTER).replace("Orla Fenn", "Orla Fenne"), language="nl")
    assert between(one, other, collate(one.witness, other.witness), True, True) == ()
