"""Verbs and parts that tell one fact from another of the same matter."""

import pytest

from stemma.claims.predicates import may_say_the_same, predicates


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Four weavers were hurt when a van drove into the line", "a van was driven into the line of weavers"),
        ("The court ordered the club to pay", "The club must pay, the court ruled"),
    ],
)
def test_one_verb_in_two_forms_may_say_the_same(one: str, other: str) -> None:
    assert may_say_the_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("340 people joined the strike at the mill", "430 residents signed a letter to the mill"),
        ("Shares in the mill fell", "The strike at the mill is about more than pay"),
    ],
)
def test_two_verbs_of_different_fields_say_different_things(one: str, other: str) -> None:
    assert not may_say_the_same(one, other)


def test_a_noun_is_no_verb() -> None:
    assert predicates("the walked path of the mill") == frozenset()
