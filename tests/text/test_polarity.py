"""What is said not to be so, and whether another text says that it is."""

import pytest

from stemma.text.negation import disclaims
from stemma.text.polarity import asserted, opposed
from stemma.text.tokens import tokens

_TOLD = "Harrow Mills was warned in May about the crack in the boiler by two inspectors"
_SPEAKER = frozenset(token.stem for token in tokens("Ada Quill, the manager of Harrow Mills"))


@pytest.mark.parametrize(
    "denial",
    [
        "We never received any warning from the inspectors",
        "Nobody at Harrow Mills was warned of the crack",
        "No warning had been given to Harrow Mills",
        "There was no warning about the crack",
        "Not a single inspector warned us about the crack",
        "None of us at Harrow Mills was warned",
        "Harrow Mills wasn’t warned about the crack",
        "Neither the manager nor her deputy at Harrow Mills was warned",
        "Two inspectors failed to warn Harrow Mills about the crack",
        "Far from being warned about the crack, Harrow Mills was praised for its boiler",
        "Not a single warning about the crack was received by the manager of Harrow Mills",
    ],
)
def test_a_negated_clause_is_opposed_to_what_it_negates(denial: str) -> None:
    assert opposed(asserted(denial), asserted(_TOLD), _SPEAKER)


@pytest.mark.parametrize(
    "denial",
    ["The mill did not know about the leak", "The mill was unaware of the leak", "Nobody at the mill knew of it"],
)
def test_forms_of_one_verb_are_opposed(denial: str) -> None:
    assert opposed(asserted(denial), asserted("The mill knew about the leak"), frozenset())


@pytest.mark.parametrize(
    ("negative", "told"),
    [
        ("There was no power in the valley", "Power in the valley was restored on Monday"),
        ("We never received any warning", "Residents of the quay were warned on Friday to leave"),
        ("The mill had not yet been told", "The mill was told on Friday"),
        ("Not only was the bridge shut, the road was too", "The bridge was shut"),
        ("Nobody was hurt in the fire", "Four people were hurt in the flood in Selbrook"),
        ("The club did not pay wages in May", "The club may pay wages in May"),
        ("The weir, which has no gate, was opened on Monday", "The weir was opened on Monday"),
        ("The mill did not know about the strike", "The mill knew about the leak"),
        ("Nobody doubts that Harrow Mills was warned about the crack", "Harrow Mills was warned about the crack"),
        ("The mill does not dispute that it was warned of the crack", "The mill was warned of the crack"),
        ("The council has yet to approve the new weir", "The council approved the new weir"),
        ("We will not open a gate while children sleep below", "We open no gate as long as children sleep below"),
    ],
)
def test_what_is_of_another_matter_or_left_open_is_not_opposed(negative: str, told: str) -> None:
    assert not opposed(asserted(negative), asserted(told), _SPEAKER)


def test_who_says_that_he_was_never_told_disclaims_and_who_tells_a_tale_does_not() -> None:
    assert disclaims("We never received any warning,")
    assert disclaims("Nobody at the board told us")
    assert disclaims("There was no such order")
    assert not disclaims("I did not ask. I was standing in the mud.")
    assert not disclaims("We never expected such a crowd")


def test_what_is_not_to_be_is_no_contrary_of_what_has_been() -> None:
    """ "No barge will leave this lock" denies no barge that left it, and none that ran aground "leaving ten hurt"."""
    denied = asserted("No barge will leave this lock until I know what broke")
    past = asserted("A barge ran aground outside the lock in fog, leaving ten people hurt, the lock office said")
    gone = asserted("The barge left this lock at dawn")
    to_come = asserted("The barge will leave this lock at dawn")
    assert not opposed(denied, past, frozenset())
    assert not opposed(denied, gone, frozenset())
    assert opposed(denied, to_come, frozenset())
